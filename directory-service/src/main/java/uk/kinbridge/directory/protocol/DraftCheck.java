package uk.kinbridge.directory.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.Status;
import uk.kinbridge.protocols.pack.UnresolvedPackException;
import uk.kinbridge.protocols.reading.UnreadableException;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** Proves the text of a version before it can become one: every fault with its line and a sentence. */
@Component
class DraftCheck {

    private static final String FILE = "pack.yaml";

    private final Library library;

    DraftCheck(Library library) {
        this.library = library;
    }

    /** The version that the text describes, or what is wrong with it. */
    record Verdict(@Nullable Pack pack, List<FieldError> faults) {}

    Verdict of(String source) {
        try {
            Pack pack = Packs.read(FILE, source.getBytes(StandardCharsets.UTF_8));
            library.packs().with(pack);
            return new Verdict(pack, List.of());
        } catch (UnreadableException unreadable) {
            return new Verdict(
                    null,
                    unreadable.problems().stream()
                            .map(problem ->
                                    new FieldError("line " + problem.at().line(), problem.sentence()))
                            .toList());
        } catch (UnresolvedPackException unresolved) {
            return new Verdict(null, List.of(new FieldError("extends", String.valueOf(unresolved.getMessage()))));
        } catch (IllegalArgumentException published) {
            return new Verdict(null, List.of(new FieldError("version", String.valueOf(published.getMessage()))));
        }
    }

    /** What stands against publishing a version that reads well; the past is never changed. */
    List<FieldError> beforePublication(Pack pack, Instant now) {
        if (pack.status() != Status.PUBLISHED) {
            return List.of(new FieldError("status", "must be 'published' in the text that is to be published"));
        }
        boolean first = library.versionsOf(pack.pack().value()).isEmpty();
        LocalDate today = LocalDate.ofInstant(now, WorkingCalendar.LONDON);
        return !first && pack.effective().from().isBefore(today)
                ? List.of(new FieldError(
                        "effective", "a new version cannot come into force before the day of its approval"))
                : List.of();
    }
}
