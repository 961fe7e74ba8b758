package uk.kinbridge.directory.protocol;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.web.problem.Problem;

/** Reading the published protocols; answered from memory, so it works while the database is down. */
@RestController
@RequestMapping("/api/protocols")
@Tag(name = "Protocols", description = "The local protocols as published data: versions, sources, what is in force.")
class ProtocolController {

    private final Library library;

    ProtocolController(Library library) {
        this.library = library;
    }

    @GetMapping
    @Operation(summary = "Every published version of every protocol, oldest version first")
    Page<ProtocolSummary> list() {
        return summaries(library.all());
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "The version of a protocol that is in force today",
            description = "404 when no version is in force today, even if there are earlier or later ones.")
    ResponseEntity<ProtocolSummary> inForce(@PathVariable String id) {
        return answer(library.inForce(id));
    }

    @GetMapping("/{id}/versions")
    @Operation(summary = "The published versions of a protocol, oldest first")
    ResponseEntity<Page<ProtocolSummary>> versions(@PathVariable String id) {
        var versions = library.versionsOf(id);
        return versions.isEmpty() ? Problem.notFound().response() : ResponseEntity.ok(summaries(versions));
    }

    @GetMapping("/{id}/versions/{version}")
    @Operation(summary = "One published version; it never changes")
    ResponseEntity<ProtocolSummary> version(@PathVariable String id, @PathVariable int version) {
        return answer(library.find(id, version));
    }

    private Page<ProtocolSummary> summaries(List<PublishedVersion> versions) {
        return Page.last(versions.stream().map(this::summary).toList());
    }

    private ResponseEntity<ProtocolSummary> answer(Optional<PublishedVersion> version) {
        return version.map(found -> ResponseEntity.ok(summary(found)))
                .orElseGet(() -> Problem.notFound().response());
    }

    private ProtocolSummary summary(PublishedVersion version) {
        boolean inForce = library.inForce(version.protocol())
                .filter(current -> current.id().equals(version.id()))
                .isPresent();
        return ProtocolSummary.of(version, inForce);
    }
}
