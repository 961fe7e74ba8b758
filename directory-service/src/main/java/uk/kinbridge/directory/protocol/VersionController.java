package uk.kinbridge.directory.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.protocols.model.Diagram;
import uk.kinbridge.protocols.obligation.Obligation;
import uk.kinbridge.protocols.pack.PackDifferences;
import uk.kinbridge.protocols.pack.PackDifferences.Difference;

/** One published version from all sides: its texts, its obligations, what it changes, how its pathways run. */
@RestController
@RequestMapping("/api/protocols/{id}/versions/{version}")
@Tag(name = "Protocols")
class VersionController {

    private static final MediaType MARKDOWN = new MediaType(MediaType.TEXT_MARKDOWN, UTF_8);

    private final Library library;

    VersionController(Library library) {
        this.library = library;
    }

    @GetMapping(path = "/source", produces = MediaType.APPLICATION_YAML_VALUE)
    @Operation(
            summary = "The text of a version exactly as it was published",
            description = "The ETag is the hash that a case pins together with protocol and version.")
    ResponseEntity<byte[]> source(@PathVariable String id, @PathVariable int version) {
        return text(
                id, version, MediaType.APPLICATION_YAML, found -> found.text().pack());
    }

    @GetMapping(path = "/timelines", produces = MediaType.APPLICATION_YAML_VALUE)
    @Operation(summary = "The worked timelines of a version exactly as they were published")
    ResponseEntity<byte[]> timelines(@PathVariable String id, @PathVariable int version) {
        return text(
                id, version, MediaType.APPLICATION_YAML, found -> found.text().timelines());
    }

    /** @param must what has to be done, in one sentence */
    record Duty(String id, String kind, String source, String must) {

        static Duty of(Obligation obligation) {
            return new Duty(obligation.id().value(), obligation.kind().word(), obligation.source(), obligation.must());
        }
    }

    @GetMapping("/obligations")
    @Operation(summary = "What the protocol of a version asks for: its numbered obligations, each in a sentence")
    ResponseEntity<Page<Duty>> obligations(@PathVariable String id, @PathVariable int version) {
        return library.find(id, version)
                .map(found -> ResponseEntity.ok(
                        Page.last(library.obligations().of(found.pack().protocol()).stream()
                                .map(Duty::of)
                                .toList())))
                .orElseGet(() -> Problem.notFound().response());
    }

    @GetMapping("/differences")
    @Operation(summary = "What a version changes, in words, entry by entry")
    ResponseEntity<Page<Difference>> differences(
            @PathVariable String id,
            @PathVariable int version,
            @Parameter(description = "the version to compare with; the one before when left out")
                    @RequestParam(required = false)
                    @Nullable
                    Integer from) {
        var after = library.find(id, version);
        var before = from == null ? before(id, version) : library.find(id, from);
        if (after.isEmpty() || before.isEmpty()) {
            return Problem.notFound().response();
        }
        return ResponseEntity.ok(Page.last(
                PackDifferences.between(before.get().pack(), after.get().pack())));
    }

    private Optional<PublishedVersion> before(String id, int version) {
        return library.versionsOf(id).stream()
                .filter(earlier -> earlier.reference().version() < version)
                .reduce((_, later) -> later);
    }

    @GetMapping(path = "/diagram", produces = MediaType.TEXT_MARKDOWN_VALUE)
    @Operation(
            summary = "The pathways of a version as Mermaid state diagrams, in Markdown",
            description = "With a pathway named, that one alone and without the Markdown around it.")
    ResponseEntity<byte[]> diagram(
            @PathVariable String id,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable String pathway) {
        return text(
                id,
                version,
                MARKDOWN,
                found -> pathway == null
                        ? Diagram.of(found.pack())
                        : found.pack().pathways().stream()
                                .filter(one -> one.id().value().equals(pathway))
                                .findFirst()
                                .map(Diagram::of)
                                .orElse(null));
    }

    private ResponseEntity<byte[]> text(
            String id, int version, MediaType type, Function<PublishedVersion, @Nullable String> what) {
        return library.find(id, version)
                .flatMap(found -> Optional.ofNullable(what.apply(found))
                        .map(text -> ResponseEntity.ok()
                                .contentType(type)
                                .eTag("\"" + found.reference().hash() + "\"")
                                .cacheControl(CacheControl.noCache().cachePrivate())
                                .body(text.getBytes(UTF_8))))
                .orElseThrow(() -> Problem.notFound().exception());
    }
}
