package uk.kinbridge.protocols.published.feign;

import java.util.List;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the directory has published: protocols and lists of bank holidays. */
@FeignClient(name = "directory", url = "${kinbridge.peers.directory}", configuration = AskingTheDirectory.class)
interface PublishedByDirectory {

    /** Only what is read here; the directory may say more. */
    record PublishedVersion(String id, int version, String hash) {}

    record PublishedVersions(List<PublishedVersion> items) {}

    record PublishedCalendar(String version) {}

    record PublishedCalendars(List<PublishedCalendar> items) {}

    @GetMapping("/api/protocols")
    PublishedVersions protocols();

    @GetMapping("/api/protocols/{id}/versions/{version}/source")
    String source(@PathVariable String id, @PathVariable int version);

    @GetMapping("/api/calendars/bank-holidays/versions")
    PublishedCalendars calendars();

    @GetMapping("/api/calendars/bank-holidays/versions/{version}/source")
    String calendarSource(@PathVariable String version);
}
