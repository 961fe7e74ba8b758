package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.referral.family.ChangeFamily.Outcome;
import uk.kinbridge.referral.family.Families.Held;
import uk.kinbridge.referral.family.FamilyEvent.MergeUndone;
import uk.kinbridge.referral.family.FamilyEvent.Merged;

/**
 * Makes one record of two, and takes that back. Two documents change, one after the other: the kept one first, so that
 * nothing is missing and nobody is found at any moment. Whatever a crash leaves half done is finished by the event of
 * the first step ({@link #finish}, {@link #finishUndoing}), or by the same request sent again; what the other record
 * learned in between is brought after it.
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
                .filter(held -> FamilyAccess.answerFor(caller, held.family()).isGranted())
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
                        : Merging.into(kept, other.family(), mergeId, same, reason, by, now),
                next -> other == null
                        ? List.of()
                        : List.of(new Merged(
                                otherId, other.family().reference(), id, same, other.version() + 1, by, now)));
        return outcome instanceof Outcome.Done(Held done) ? secondStep(done, mergeId, now) : outcome;
    }

    /** The other record points to the kept one, and what it learned meanwhile comes over. */
    private Outcome secondStep(Held done, String mergeId, Instant now) {
        var kept = done.family();
        var found = kept.merges().stream()
                .filter(m -> m.id().equals(mergeId) && m.stands())
                .findFirst();
        if (found.isEmpty()) {
            return new Outcome.Done(done);
        }
        var merge = found.get();
        update(
                merge.otherId(),
                now,
                f -> f.mergedInto() != null || saysUndone(f, merge).isPresent()
                        ? f
                        : f.mergedInto(kept.id())
                                .and(Line.of(
                                        now,
                                        "families.merged",
                                        "Became part of " + kept.reference() + ": " + merge.reason(),
                                        merge.by())),
                (_, _) -> List.of());
        return completed(done, mergeId, merge.otherId(), now);
    }

    /** The first step of a merge was made: sees to it that the second one is, whoever has begun it. */
    public void finish(String otherId, String into, Instant now) {
        families.find(into)
                .ifPresent(
                        held -> standing(held.family(), otherId).ifPresent(merge -> secondStep(held, merge.id(), now)));
    }

    /** The first step of an undoing was made: sees to it that the second one is. */
    public void finishUndoing(String otherId, String from, Instant now) {
        for (int i = 0; i < TRIES; i++) {
            var held = families.find(from).orElse(null);
            var other = families.find(otherId).map(Held::family).orElse(null);
            var merge = held == null ? null : standing(held.family(), otherId).orElse(null);
            if (held == null || other == null || merge == null || other.mergedInto() != null) {
                return;
            }
            var said = saysUndone(other, merge);
            var by = said.map(Line::by);
            if (by.isEmpty()) {
                return;
            }
            var reason = said.get().words().substring(Unmerging.AGAIN.length());
            var left = Unmerging.apart(held.family(), other, merge, reason, by.get(), now)
                    .kept();
            if (families.save(held.version(), left, now)) {
                apart.goingApart(held.family(), other, merge, now);
                return;
            }
        }
        throw new IllegalStateException("the kept record is changed by others all the time");
    }

    private static Optional<Merge> standing(Family kept, String otherId) {
        return kept.merges().stream()
                .filter(m -> m.otherId().equals(otherId) && m.stands())
                .findFirst();
    }

    /** That the other record has left that merge already. */
    private static Optional<Line> saysUndone(Family other, Merge merge) {
        return other.history().stream()
                .filter(line -> line.what().equals(Unmerging.UNDONE)
                        && line.words().startsWith(Unmerging.AGAIN)
                        && line.at().isAfter(merge.at()))
                .reduce((_, last) -> last);
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
                (f, revision) -> List.of(new MergeUndone(f.id(), f.reference(), id, revision, by, now)));
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
        return outcome instanceof Outcome.Stale
                // The event of the first step may have been quicker with the second one.
                ? families.find(id)
                        .filter(there ->
                                standing(there.family(), merge.otherId()).isEmpty())
                        .<Outcome>map(Outcome.Done::new)
                        .orElse(outcome)
                : outcome;
    }

    private interface Step {
        Family of(Family family);
    }

    /** What others hear of it, in the same write: they keep what is theirs under the id of the family. */
    private interface News {
        List<FamilyEvent> of(Family family, long revision);
    }

    private void update(String id, Instant now, Step step, News news) {
        for (int i = 0; i < TRIES; i++) {
            var held = families.find(id).orElseThrow();
            var next = step.of(held.family());
            if (next.equals(held.family())
                    || families.save(held.version(), next, news.of(next, held.version() + 1), now)) {
                return;
            }
        }
        throw new IllegalStateException("the other record is changed by others all the time");
    }
}
