package uk.kinbridge.notification.notice.feign;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import uk.kinbridge.platform.security.peer.feign.AskingBriefly;

/** What the directory says of who is on duty. */
@FeignClient(name = "directory-duty", url = "${kinbridge.peers.directory}", configuration = AskingBriefly.class)
interface DirectoryOfDuty {

    /**
     * Only what is read here; the directory may say more.
     *
     * @param basis {@code rota, named, role} or {@code person}; new words may join
     */
    record Person(String subject, String name, String basis, boolean delegate, String because) {}

    /** @param answering the role that those people have, which is another one where nobody answers for the first */
    record Desk(boolean open, @Nullable String answering, List<Person> people) {}

    @GetMapping("/api/agencies/{agency}/on-duty")
    Desk onDuty(
            @PathVariable String agency,
            @RequestParam String role,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam Instant at);

    @GetMapping("/api/agencies/{agency}/acting-for")
    Desk actingFor(@PathVariable String agency, @RequestParam String person, @RequestParam Instant at);
}
