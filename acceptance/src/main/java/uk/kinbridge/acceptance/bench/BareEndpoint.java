package uk.kinbridge.acceptance.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The least that taking something in can cost: one insert of the document by the driver, or one update of one that is
 * there, behind bare Spring MVC.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class
})
public class BareEndpoint {

    static final String COLLECTION = "benchBare";

    /** Port, address of the database, its name, and the file with the document. */
    public static void main(String[] args) {
        var application = new SpringApplication(BareEndpoint.class);
        application.setDefaultProperties(Map.of(
                "server.port",
                args[0],
                "server.address",
                "127.0.0.1",
                "spring.threads.virtual.enabled",
                "true",
                "spring.main.banner-mode",
                "off",
                "logging.level.root",
                "warn",
                "bare.uri",
                args[1],
                "bare.database",
                args[2],
                "bare.document",
                args[3]));
        application.run();
    }

    /** Takes anything. */
    @RestController
    static class Door {

        private final MongoCollection<Document> collection;
        private final Document document;

        Door(Environment environment) throws IOException {
            var client = MongoClients.create(MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(environment.getRequiredProperty("bare.uri")))
                    .retryWrites(false)
                    .build());
            collection = client.getDatabase(environment.getRequiredProperty("bare.database"))
                    .getCollection(COLLECTION)
                    .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
            document = Document.parse(Files.readString(Path.of(environment.getRequiredProperty("bare.document"))));
        }

        @PostMapping("/documents")
        @ResponseStatus(HttpStatus.CREATED)
        Map<String, String> insert(@RequestBody byte[] body) {
            var id = UUID.randomUUID().toString();
            var copy = new Document(document);
            copy.put("_id", id);
            collection.insertOne(copy);
            return Map.of("id", id, "bytes", String.valueOf(body.length));
        }

        /** The same document once more, into one that is there: as much is written as by a save of a service. */
        @PutMapping("/documents/{id}")
        Map<String, String> update(@PathVariable String id, @RequestBody byte[] body) {
            var state = new Document(document);
            state.remove("_id");
            state.remove("version");
            var update = new Document("$set", state).append("$inc", new Document("version", 1L));
            long matched = collection.updateOne(new Document("_id", id), update).getMatchedCount();
            return Map.of("matched", String.valueOf(matched), "bytes", String.valueOf(body.length));
        }
    }
}
