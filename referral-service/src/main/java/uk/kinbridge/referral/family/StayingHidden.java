package uk.kinbridge.referral.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Sees to it that nobody is found because two records were put together or taken apart. A protection reaches the
 * household; where the household looks different on the other side, it is set for those whom it would no longer reach.
 */
final class StayingHidden {

    private StayingHidden() {}

    /**
     * The record with the protections that it takes.
     *
     * @param before where somebody was hidden
     * @param names how members of that record are named on this one
     * @param matters members of whom something is on this record that was hidden there
     * @param lasting protections on which it relies: not one that leaves with another record one day
     */
    static Family as(
            Family before,
            Family record,
            UnaryOperator<String> names,
            Predicate<Member> matters,
            Predicate<Protection> lasting) {
        var more = new ArrayList<Protection>();
        before.protections().stream().filter(Protection::isInForce).forEach(protection -> {
            var here = protection.renamed(names);
            var reached = reached(record, here, lasting);
            Shielding.shieldedBy(before, protection).stream()
                    .map(names)
                    .filter(member ->
                            !reached.contains(member) && !here.fromMembers().contains(member))
                    .filter(member -> record.known(member).filter(matters).isPresent())
                    .map(here::alsoFor)
                    .forEach(more::add);
        });
        return record.withProtections(added(record.protections(), more));
    }

    /** Whom protections of the record from at least the same people reach. */
    private static Set<String> reached(Family record, Protection from, Predicate<Protection> lasting) {
        return record.protections().stream()
                .filter(own -> own.isInForce() && own.coversThoseOf(from) && lasting.test(own))
                .flatMap(own -> Shielding.shieldedBy(record, own).stream())
                .collect(Collectors.toSet());
    }

    private static List<Protection> added(List<Protection> some, List<Protection> more) {
        var all = new ArrayList<>(some);
        for (var one : more) {
            var before = all.stream().filter(p -> p.id().equals(one.id())).findFirst();
            if (before.isEmpty()) {
                all.add(one);
            } else if (!before.get().isInForce()) {
                // That one was ended where things were otherwise.
                all.add(one.alsoFor(one.memberId()));
            }
        }
        return all;
    }
}
