package uk.kinbridge.directory.protocol;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.protocols.pack.Pack;

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

    Outcome upload(String source, String by) {
        DraftCheck.Verdict verdict = check.of(source);
        Pack pack = verdict.pack();
        if (pack == null) {
            return new Outcome.Faulty(verdict.faults());
        }
        Draft draft = Draft.uploaded(pack.pack() + "@" + pack.version(), source, by, time.instant());
        return drafts.insert(draft) ? new Outcome.Done(draft) : new Outcome.Exists(draft.id());
    }

    Outcome edit(String id, long revision, String source, String by) {
        return change(id, revision, Draft.State.DRAFT, draft -> {
            DraftCheck.Verdict verdict = check.of(source);
            Pack pack = verdict.pack();
            if (pack == null) {
                return new Outcome.Faulty(verdict.faults());
            }
            if (!id.equals(pack.pack() + "@" + pack.version())) {
                return new Outcome.Faulty(List.of(new FieldError("version", "the text is of another version")));
            }
            return saved(draft.edited(source, by, time.instant()));
        });
    }

    Outcome publish(String id, long revision, String by) {
        return change(id, revision, Draft.State.DRAFT, draft -> {
            List<FieldError> faults = faults(draft, time.instant());
            return faults.isEmpty() ? saved(draft.published(by, time.instant())) : new Outcome.Faulty(faults);
        });
    }

    /** Back to the desk: it can be edited again. */
    Outcome sendBack(String id, long revision, String by) {
        return change(
                id,
                revision,
                Draft.State.AWAITING_APPROVAL,
                draft -> saved(draft.edited(draft.source(), by, time.instant())));
    }

    /** The version goes into the library first: should this stop half way, approving again ends it. */
    Outcome approve(String id, long revision, String by) {
        return change(id, revision, Draft.State.AWAITING_APPROVAL, draft -> {
            if (by.equals(draft.publishedBy()) || by.equals(draft.editedBy())) {
                return new Outcome.SamePerson();
            }
            Instant now = time.instant();
            List<FieldError> faults = faults(draft, now);
            if (!faults.isEmpty()) {
                return new Outcome.Faulty(faults);
            }
            var publication = Publication.of(
                    id, draft.source(), now, Objects.requireNonNullElse(draft.publishedBy(), draft.editedBy()), by);
            versions.publish(publication);
            library.learn(List.of(publication));
            return saved(draft.approved(by, now));
        });
    }

    private List<FieldError> faults(Draft draft, Instant now) {
        DraftCheck.Verdict verdict = check.of(draft.source());
        Pack pack = verdict.pack();
        return pack == null ? verdict.faults() : check.beforePublication(pack, now);
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
