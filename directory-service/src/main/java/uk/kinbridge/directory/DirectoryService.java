package uk.kinbridge.directory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts directory-service. */
@SpringBootApplication
public class DirectoryService {

    public static void main(String[] args) {
        SpringApplication.run(DirectoryService.class, args);
    }
}
