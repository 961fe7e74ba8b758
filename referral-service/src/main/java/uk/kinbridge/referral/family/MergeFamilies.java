package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.List;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.referral.family.ChangeFamily.Outcome;
import uk.kinbridge.referral.family.Families.Held;
import uk.kinbridge.referral.family.FamilyEvent.MergeUndone;
import uk.kinbridge.referral.family.FamilyEvent.Merged;

/**
 * Makes one record of two, and takes that back. Two documents change, one after the other: the kept one first, so that
 * nothing is missing and nobody is found at any moment; the same request sent again finishes what a crash has left half
 * done. What the other record learned in between is brought after it.
 */
public class MergeFamilies {

    private static final int TRIES = 5;

    private final Families families;
    private final ChangeFamily change;

    private final GoingApart apart;

    public MergeFamilies(Families families, ChangeFamily change, GoingApart apart) {
        this.families = families;
        this.change = change;
        this.apart = apart;
    }

    /**
     * Brings the other record into this one. The caller answers for both.
     *
     * @param mergeId of the merge; the same when the request is repeated
     */
    public Outcome merge(
            String id,
            long version,
            String mergeId,
            String otherId,
            List<Merge.Same> same,
            String reason,
            Caller caller,
            Instant now) {
        var other = families.find(otherId)
                .map(Held::family)
                .filter(f -> FamilyAccess.answerFor(caller, f).isGranted())
                .orElse(null);
        var by = Author.of(caller);
        var outcome = change.change(
                id,
                version,
                caller,
                now,
                FamilyAccess::answerFor,
                kept -> other == null
                        ? Changes.Outcome.Refused.because("other", "You answer for no such record.", null)
                        : Merging.into(kept, other, mergeId, same, reason, by, now));
        if (outcome instanceof Outcome.Done(Held done)) {
            update(
                    otherId,
                    now,
                    f -> f.mergedInto() != null
                            ? f
                            : f.mergedInto(id)
                                    .and(Line.of(
                                            now,
                                            "families.merged",
                                            "Became part of " + done.family().reference() + ": " + reason,
                                            by)),
                    (f, revision) -> new Merged(f.id(), f.reference(), id, same, revision, by, now));
            return completed(done, mergeId, otherId, now);
        }
        return outcome;
    }

    /** From here on the other record does not change: what it learned since it was read comes over too. */
    private Outcome completed(Held done, String mergeId, String otherId, Instant now) {
        for (int i = 0; i < TRIES; i++) {
            var kept = i == 0 ? done : families.find(done.family().id()).orElseThrow();
            var other = families.find(otherId).map(Held::family).orElseThrow();
            var next = !kept.family().id().equals(other.mergedInto())
                    ? kept.family()
                    : kept.family().merges().stream()
                            .filter(merge -> merge.id().equals(mergeId))
                            .findFirst()
                            .map(merge -> Merging.completed(kept.family(), other, merge))
                            .orElse(kept.family());
            if (next.equals(kept.family())) {
                return new Outcome.Done(kept);
            }
            if (families.save(kept.version(), next, now)) {
                return new Outcome.Done(new Held(next, kept.version() + 1));
            }
        }
        throw new IllegalStateException("the kept record is changed by others all the time");
    }

    /** Takes a merge back. */
    public Outcome undo(String id, long version, String mergeId, String reason, Caller caller, Instant now) {
        var by = Author.of(caller);
        var before = families.find(id).map(Held::family).orElse(null);
        var merge = before == null
                ? null
                : before.merges().stream()
                        .filter(m -> m.id().equals(mergeId))
                        .findFirst()
                        .orElse(null);
        if (before == null || merge == null || !merge.stands()) {
            return change.change(
                    id,
                    version,
                    caller,
                    now,
                    FamilyAccess::answerFor,
                    _ -> Changes.Outcome.Refused.because("mergeId", "There is no such merge to undo.", null));
        }
        if (!FamilyAccess.answerFor(caller, before).isGranted()) {
            return change.change(
                    id, version, caller, now, FamilyAccess::answerFor, f -> new Changes.Outcome.Changed(f));
        }
        if (before.mergedInto() != null) {
            return new Outcome.MergedAway(before.mergedInto());
        }
        var later = Unmerging.restingOn(before, merge);
        if (later.isPresent()) {
            return new Outcome.Refused(List.of(new Reason(
                    "mergeId",
                    "Undo the merge with " + later.get().otherReference()
                            + " first: it found somebody of this one's record on a third.",
                    null)));
        }
        var held = families.find(id).orElseThrow();
        if (held.version() != version) {
            return new Outcome.Stale();
        }
        var leaving = families.find(merge.otherId()).map(Held::family).orElseThrow();
        apart.goingApart(before, leaving, merge, now);
        // The other one first: from here on nobody is on neither record. Sent again, it finishes what a crash left.
        update(
                merge.otherId(),
                now,
                f -> id.equals(f.mergedInto())
                        ? Unmerging.apart(held.family(), f, merge, reason, by, now)
                                .other()
                        : f,
                (f, revision) -> new MergeUndone(f.id(), f.reference(), id, revision, by, now));
        var other = families.find(merge.otherId()).map(Held::family).orElseThrow();
        var outcome = change.change(
                id,
                version,
                caller,
                now,
                FamilyAccess::answerFor,
                kept -> new Changes.Outcome.Changed(
                        Unmerging.apart(kept, other, merge, reason, by, now).kept()));
        // What was said between the first look and the parting.
        apart.goingApart(before, other, merge, now);
        return outcome;
    }

    private interface Step {
        Family of(Family family);
    }

    /** What others hear of it, in the same write: they keep what is theirs under the id of the family. */
    private interface News {
        FamilyEvent of(Family family, long revision);
    }

    private void update(String id, Instant now, Step step, News news) {
        for (int i = 0; i < TRIES; i++) {
            var held = families.find(id).orElseThrow();
            var next = step.of(held.family());
            if (next.equals(held.family())
                    || families.save(held.version(), next, List.of(news.of(next, held.version() + 1)), now)) {
                return;
            }
        }
        throw new IllegalStateException("the other record is changed by others all the time");
    }
}
