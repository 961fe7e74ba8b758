package uk.kinbridge.escalation.post.feign;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What the directory says of an agency's people. */
@FeignClient(name = "directory-people", url = "${kinbridge.peers.directory}", configuration = AskingBriefly.class)
interface DirectoryOfPeople {

    /** Only what is read here; the directory may say more. */
    record Person(String subject, String name) {}

    record People(List<Person> items) {}

    /** Whether somebody is there; {@code state} is there, away or gone. */
    record Cover(
            String state,
            @Nullable Person person,
            @Nullable List<String> roles,
            @Nullable Person acting) {}

    @GetMapping("/api/agencies/{agency}/answering")
    People answering(@PathVariable String agency, @RequestParam String role, @RequestParam Instant at);

    @GetMapping("/api/agencies/{agency}/cover")
    Cover cover(@PathVariable String agency, @RequestParam String person, @RequestParam Instant at);

    @GetMapping("/api/agencies/{agency}/link-practitioners")
    People linked(@PathVariable String agency, @RequestParam String to, @RequestParam Instant at);

    @GetMapping("/api/agencies/{agency}/practitioners")
    People practitioners(@PathVariable String agency);
}
