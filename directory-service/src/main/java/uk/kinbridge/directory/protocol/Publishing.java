package uk.kinbridge.directory.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackDifferences;
import uk.kinbridge.protocols.pack.Packs;

/** The way of a version from a text to the library. */
@Component
class Publishing {

    private final DraftStore drafts;
    private final VersionStore versions;
    private final Library library;
    private final DraftCheck check;
    private final InstantSource time;

    Publishing(DraftStore drafts, VersionStore versions, Library library, DraftCheck check, InstantSource time) {
        this.drafts = drafts;
        this.versions = versions;
        this.library = library;
        this.check = check;
        this.time = time;
    }

    /** How a step ended. */
    sealed interface Outcome {

        record Done(Draft draft) implements Outcome {}

        record Faulty(List<FieldError> faults) implements Outcome {}

        record Missing() implements Outcome {}

        record Stale() implements Outcome {}

        /** There is a draft of that version already: change that one. */
        record Exists(String id) implements Outcome {}

        /** The draft is not in the state that the step needs. */
        record WrongState(Draft.State state) implements Outcome {}

        /** The second person has to be another one. */
        record SamePerson() implements Outcome {}
    }

    Outcome upload(Manuscript text, String by) {
        DraftCheck.Verdict verdict = check.reads(text);
        Pack pack = verdict.pack();
        if (pack == null) {
            return new Outcome.Faulty(verdict.faults());
        }
        Draft draft = Draft.uploaded(pack.pack() + "@" + pack.version(), text, by, time.instant());
        return drafts.insert(draft) ? new Outcome.Done(draft) : new Outcome.Exists(draft.id());
    }

    Outcome edit(String id, long revision, Manuscript text, String by) {
        return change(id, revision, Draft.State.DRAFT, draft -> {
            DraftCheck.Verdict verdict = check.reads(text);
            Pack pack = verdict.pack();
            if (pack == null) {
                return new Outcome.Faulty(verdict.faults());
            }
            if (!id.equals(pack.pack() + "@" + pack.version())) {
                return new Outcome.Faulty(List.of(new FieldError("version", "the text is of another version")));
            }
            return saved(draft.edited(text, by, time.instant()));
        });
    }

    Outcome publish(String id, long revision, String by) {
        return change(id, revision, Draft.State.DRAFT, draft -> {
            List<FieldError> faults = check.beforePublication(draft.text(), time.instant());
            return faults.isEmpty() ? saved(draft.published(by, time.instant())) : new Outcome.Faulty(faults);
        });
    }

    /** Back to the desk: it can be edited again. */
    Outcome sendBack(String id, long revision) {
        return change(id, revision, Draft.State.AWAITING_APPROVAL, draft -> saved(draft.returned()));
    }

    /** The version goes into the library first: should this stop half way, approving again ends it. */
    Outcome approve(String id, long revision, String by) {
        return change(id, revision, Draft.State.AWAITING_APPROVAL, draft -> {
            if (by.equals(draft.publishedBy()) || by.equals(draft.editedBy())) {
                return new Outcome.SamePerson();
            }
            Instant now = time.instant();
            if (!isInTheLibrary(draft)) {
                List<FieldError> faults = check.beforePublication(draft.text(), now);
                if (!faults.isEmpty()) {
                    return new Outcome.Faulty(faults);
                }
                if (!published(draft, by, now)) {
                    return new Outcome.Faulty(List.of(DraftCheck.published(id)));
                }
            }
            return saved(draft.approved(by, now));
        });
    }

    private boolean isInTheLibrary(Draft draft) {
        return versions.find(draft.id())
                .filter(stored -> stored.text().equals(draft.text()))
                .isPresent();
    }

    private boolean published(Draft draft, String by, Instant now) {
        var publication = Publication.of(
                draft.id(), draft.text(), now, Objects.requireNonNullElse(draft.publishedBy(), draft.editedBy()), by);
        var whole = library.packs().resolve(publication.written());
        if (!versions.publish(publication, PublishedVersion.of(publication, whole))) {
            return false;
        }
        library.learn(List.of(publication));
        return true;
    }

    /** What stands against publishing the draft, for those who work on it. */
    Optional<List<FieldError>> findings(String id) {
        return drafts.find(id).map(draft -> check.beforePublication(draft.text(), time.instant()));
    }

    /** What the draft changes against the newest version of its protocol, in words. */
    Optional<List<PackDifferences.Difference>> differences(String id) {
        return drafts.find(id).map(draft -> {
            Pack written = Packs.read(id, draft.source().getBytes(StandardCharsets.UTF_8));
            var before = library.versionsOf(written.pack().value());
            return before.isEmpty()
                    ? List.of()
                    : PackDifferences.between(
                            before.getLast().pack(), library.packs().resolve(written));
        });
    }

    private interface Step {
        Outcome from(Draft draft);
    }

    private Outcome change(String id, long revision, Draft.State needed, Step step) {
        Draft draft = drafts.find(id).orElse(null);
        if (draft == null) {
            return new Outcome.Missing();
        }
        if (draft.revision() != revision) {
            return new Outcome.Stale();
        }
        return draft.state() == needed ? step.from(draft) : new Outcome.WrongState(draft.state());
    }

    private Outcome saved(Draft changed) {
        return drafts.replace(changed) ? new Outcome.Done(changed) : new Outcome.Stale();
    }
}
