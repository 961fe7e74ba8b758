package uk.kinbridge.escalation.post.feign;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import uk.kinbridge.platform.security.peer.feign.AskingBriefly;

/** What the directory says of an agency's people. */
@FeignClient(name = "directory-people", url = "${kinbridge.peers.directory}", configuration = AskingBriefly.class)
interface DirectoryOfPeople {

    /** Only what is read here; the directory may say more. */
    record Person(String subject, String name, @Nullable List<String> roles) {}

    record People(List<Person> items) {}

    /** @param delegate whether they act for the one who was asked for, who is away */
    record Acting(String subject, String name, boolean delegate) {}

    record ActingFor(List<Acting> people) {}

    @GetMapping("/api/agencies/{agency}/answering")
    People answering(@PathVariable String agency, @RequestParam String role, @RequestParam Instant at);

    @GetMapping("/api/agencies/{agency}/acting-for")
    ActingFor actingFor(@PathVariable String agency, @RequestParam String person, @RequestParam Instant at);

    @GetMapping("/api/agencies/{agency}/link-practitioners")
    People linked(@PathVariable String agency, @RequestParam String to, @RequestParam Instant at);

    @GetMapping("/api/agencies/{agency}/practitioners")
    People practitioners(@PathVariable String agency);
}
