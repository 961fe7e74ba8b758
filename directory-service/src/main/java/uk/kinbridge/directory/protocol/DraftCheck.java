package uk.kinbridge.directory.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.kinbridge.directory.calendar.Calendars;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.protocols.lint.PackLinter;
import uk.kinbridge.protocols.model.TimelineFiles;
import uk.kinbridge.protocols.model.TimelinePlayer;
import uk.kinbridge.protocols.obligation.Obligations;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackFiles;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.Status;
import uk.kinbridge.protocols.reading.Position;
import uk.kinbridge.protocols.reading.Problem;
import uk.kinbridge.protocols.reading.Source;
import uk.kinbridge.protocols.reading.UnreadableException;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** Proves a version before it can become one: every fault with its file, its line and a sentence. */
@Component
class DraftCheck {

    private final Library library;
    private final Calendars calendars;

    DraftCheck(Library library, Calendars calendars) {
        this.library = library;
        this.calendars = calendars;
    }

    /** The version that the text describes, or what is wrong with it. */
    record Verdict(@Nullable Pack pack, List<FieldError> faults) {}

    /** Whether it can be kept as a draft: it reads, and no such version has been published. */
    Verdict reads(Manuscript text) {
        try {
            Pack pack = Packs.read(Manuscript.PACK, text.pack().getBytes(UTF_8));
            return library.find(pack.pack().value(), pack.version()).isPresent()
                    ? new Verdict(null, List.of(published(pack.pack() + "@" + pack.version())))
                    : new Verdict(pack, List.of());
        } catch (UnreadableException unreadable) {
            return new Verdict(null, fields(unreadable.problems()));
        }
    }

    static FieldError published(String id) {
        return new FieldError(
                "version", "'%s' has been published and cannot change; take the next number".formatted(id));
    }

    /** The whole proof: what the linter finds, every run of the model check, every worked timeline that fails. */
    List<FieldError> prove(Manuscript text) {
        Verdict verdict = reads(text);
        if (verdict.pack() == null) {
            return verdict.faults();
        }
        try {
            Source<Pack> source = PackFiles.read(Manuscript.PACK, text.pack());
            Obligations register = register(source, text);
            List<Problem> problems = new ArrayList<>(PackLinter.prove(source, library.packs(), register));
            if (problems.isEmpty()) {
                problems.addAll(timelines(source, text));
            }
            return fields(problems);
        } catch (UnreadableException unreadable) {
            return fields(unreadable.problems());
        } catch (IllegalArgumentException contradiction) {
            return List.of(new FieldError(Manuscript.OBLIGATIONS, String.valueOf(contradiction.getMessage())));
        }
    }

    /** A version brings the obligations of its own protocol only; those of another are not its to write. */
    private Obligations register(Source<Pack> source, Manuscript text) {
        String own = source.value().protocol();
        String written = text.obligations();
        if (written == null) {
            return library.obligations();
        }
        Obligations brought = Obligations.read(Manuscript.OBLIGATIONS, written);
        List<String> others = brought.protocols().keySet().stream()
                .filter(protocol -> !protocol.equals(own))
                .toList();
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("The pack is of protocol %s; the obligations of %s do not come with it."
                    .formatted(own, String.join(", ", others)));
        }
        return library.obligations().and(brought);
    }

    private List<Problem> timelines(Source<Pack> source, Manuscript text) {
        Pack pack = source.value();
        String written = text.timelines();
        if (written == null) {
            return pack.national()
                    ? List.of()
                    : List.of(new Problem(
                            source.at(pack), "The pack has no worked timelines; send them with it as 'timelines'."));
        }
        var told = TimelineFiles.read(Manuscript.TIMELINES, written);
        if (!told.value().pack().equals(pack.pack()) || told.value().version() != pack.version()) {
            return List.of(new Problem(
                    new Position(Manuscript.TIMELINES, 1), "The timelines are of another version than the pack."));
        }
        return TimelinePlayer.play(told, library.packs().with(pack).resolve(pack), calendars.current());
    }

    private static List<FieldError> fields(List<Problem> problems) {
        return problems.stream()
                .map(problem -> new FieldError(problem.at().toString(), problem.sentence()))
                .toList();
    }

    /** What stands against publishing it now: the proof, and that the past is never changed. */
    List<FieldError> beforePublication(Manuscript text, Instant now) {
        List<FieldError> faults = new ArrayList<>(prove(text));
        Pack pack = reads(text).pack();
        if (pack != null && pack.status() != Status.PUBLISHED) {
            faults.add(new FieldError("status", "must be 'published' in the text that is to be published"));
        }
        if (pack != null && isLate(pack, LocalDate.ofInstant(now, WorkingCalendar.LONDON))) {
            faults.add(
                    new FieldError("effective", "a new version cannot come into force before the day of its approval"));
        }
        return faults;
    }

    private boolean isLate(Pack pack, LocalDate today) {
        return !library.versionsOf(pack.pack().value()).isEmpty()
                && pack.effective().from().isBefore(today);
    }
}
