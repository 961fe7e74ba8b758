package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A family has finished a programme or left it: its place, and every other one that is free, is offered to those who wait,
 * whoever has waited longest first (SAL-19).
 */
final class OfferFreedPlaces {

    private final Referrals referrals;
    private final PinnedRules rules;
    private final Places places;

    OfferFreedPlaces(Referrals referrals, PinnedRules rules, Places places) {
        this.referrals = referrals;
        this.rules = rules;
        this.places = places;
    }

    /** Offers all that are free. Whoever put a family on the list stays its worker, and nobody of another case is named. */
    void of(String programme, Instant now) {
        Set<String> tried = new TreeSet<>();
        Optional<Referral> next = next(programme, tried);
        while (next.isPresent() && offered(next.get().id(), programme, now)) {
            tried.add(next.get().id());
            next = next(programme, tried);
        }
    }

    /** @return false when every place is taken */
    private boolean offered(String id, String programme, Instant now) {
        while (true) {
            var found = referrals.find(id).orElseThrow();
            var referral = found.referral();
            var worker = referral.standing().worker();
            if (worker == null || !referral.waitsForPlace()) {
                return true;
            }
            var applicable = rules.of(referral);
            var capacity = applicable.pathway().capacity();
            var until = applicable.endOfProgramme(referral, now);
            if (capacity == null
                    || !(referral.act(new Act.OfferPlace(until, true), worker, now, applicable)
                            instanceof Acted.Done(var change))) {
                return true;
            }
            if (!places.take(programme, id, capacity.places(), until, now)) {
                return false;
            }
            if (referrals.save(found.version(), change, now) == Referrals.Saved.DONE) {
                return true;
            }
            // Somebody did something with it at the same moment: a place that it does not need goes to the next one.
            if (referrals.find(id).filter(held -> held.referral().hasPlace()).isEmpty()) {
                places.release(programme, id);
            }
        }
    }

    private Optional<Referral> next(String programme, Set<String> tried) {
        var waiting = new ArrayList<Referral>();
        Referrals.@Nullable Position after = null;
        List<Referrals.Held> page;
        do {
            page = referrals.listed(new Referrals.ListQuery(
                    List.of(Duties.waitingFor(programme)), false, null, after, Referrals.BATCH));
            page.forEach(held -> waiting.add(held.referral()));
            after = page.isEmpty()
                    ? after
                    : Referrals.Position.of(page.getLast().referral());
        } while (page.size() == Referrals.BATCH);
        return waiting.stream()
                .filter(referral -> !tried.contains(referral.id()))
                .min(Comparator.comparing(Referral::waitingSince).thenComparing(Referral::id));
    }
}
