package uk.kinbridge.directory.glossary;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.directory.protocol.Library;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Term;

/** The glossary, open to everybody and answered from memory. */
@RestController
@RequestMapping("/api/glossary")
@Tag(name = "Glossary", description = "Words that one workforce uses and the other should not have to guess (FAP-09).")
@SecurityRequirements
class GlossaryController {

    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Library library;

    GlossaryController(Library library) {
        this.library = library;
    }

    /** @param protocols the ids of the protocols that give the word this meaning */
    record Entry(
            String id,
            String term,
            String meaning,
            @Nullable String law,
            List<String> obligations,
            List<String> protocols) {}

    private record Meaning(String id, String meaning) {}

    @GetMapping
    @Operation(
            summary = "The terms, in alphabetical order; those with a word in them, when asked for",
            description = "For one protocol: its own meaning of each term, and another protocol's of those that it uses"
                    + " without explaining them (FAP-09).")
    ResponseEntity<Page<Entry>> list(
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String protocol) {
        var entries = entries();
        return cached(entries.stream()
                .filter(entry -> search == null || mentions(entry, search))
                .filter(entry -> protocol == null || meantBy(protocol, entry, entries))
                .toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One term; more than one meaning when protocols differ")
    ResponseEntity<Page<Entry>> one(@PathVariable String id) {
        var found = entries().stream().filter(entry -> entry.id().equals(id)).toList();
        return found.isEmpty() ? Problem.notFound().response() : cached(found);
    }

    private List<Entry> entries() {
        Map<Meaning, Entry> entries = new LinkedHashMap<>();
        library.inForce()
                .forEach(version -> version.pack()
                        .glossary()
                        .forEach(term -> entries.merge(
                                new Meaning(term.id().value(), term.meaning()),
                                entry(term, version.protocol()),
                                GlossaryController::join)));
        return entries.values().stream()
                .sorted(Comparator.comparing(entry -> entry.term().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static Entry entry(Term term, String protocol) {
        return new Entry(
                term.id().value(),
                term.term(),
                term.meaning(),
                term.law(),
                term.obligations().stream().map(ObligationId::value).toList(),
                List.of(protocol));
    }

    private static Entry join(Entry one, Entry other) {
        List<String> protocols = new ArrayList<>(one.protocols());
        protocols.addAll(other.protocols());
        return new Entry(one.id(), one.term(), one.meaning(), one.law(), one.obligations(), protocols);
    }

    private static boolean meantBy(String protocol, Entry entry, List<Entry> all) {
        return entry.protocols().contains(protocol)
                || all.stream()
                        .noneMatch(other -> other.id().equals(entry.id())
                                && other.protocols().contains(protocol));
    }

    private static boolean mentions(Entry entry, String search) {
        String words = (entry.term() + " " + entry.meaning() + " " + entry.law()).toLowerCase(Locale.ROOT);
        return words.contains(search.toLowerCase(Locale.ROOT));
    }

    private static ResponseEntity<Page<Entry>> cached(List<Entry> entries) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(Page.last(entries));
    }
}
