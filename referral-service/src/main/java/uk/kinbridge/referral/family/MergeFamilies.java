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
 * nothing is missing at any moment; the same request sent again finishes what a crash has left half done.
 */
public class MergeFamilies {

    private static final int TRIES = 5;

    private final Families families;
    private final ChangeFamily change;

    public MergeFamilies(Families families, ChangeFamily change) {
        this.families = families;
        this.change = change;
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
                    f -> id.equals(f.mergedInto())
                            ? f
                            : f.mergedInto(id)
                                    .and(Line.of(
                                            now,
                                            "families.merged",
                                            "Became part of " + done.family().reference() + ": " + reason,
                                            by)),
                    (f, revision) -> new Merged(f.id(), f.reference(), id, same, revision, by, now));
        }
        return outcome;
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
        var held = families.find(id).orElseThrow();
        if (held.version() != version) {
            return new Outcome.Stale();
        }
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
        return change.change(
                id,
                version,
                caller,
                now,
                FamilyAccess::answerFor,
                kept -> new Changes.Outcome.Changed(
                        Unmerging.apart(kept, other, merge, reason, by, now).kept()));
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
