package uk.kinbridge.referral.family;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where another record had the family live, when it becomes part of a kept one. A blank is filled, and who came over
 * keeps the other home as their residence. Where anybody is protected on either record no address is put in another
 * place: it is noted with the merge alone, which those who must not know never see.
 *
 * @param noted the other record's home, where the kept one does not say the same
 */
record HomeComingOver(@Nullable Said noted, boolean fills, boolean isResidence) {

    /** Every home by which the kept record is found from now on, beside its own. */
    List<Said> allOf(Family other) {
        return Stream.concat(
                        Stream.ofNullable(noted),
                        other.merges().stream().filter(Merge::stands).flatMap(merge -> merge.homes().stream()))
                .distinct()
                .toList();
    }

    static HomeComingOver of(Family kept, Family other) {
        var theirs = other.facts().get(FactKind.HOME);
        var ours = kept.address();
        if (theirs == null || isSame(ours, theirs.value())) {
            return new HomeComingOver(null, false, false);
        }
        boolean open = Stream.concat(kept.protections().stream(), other.protections().stream())
                .noneMatch(Protection::isInForce);
        return new HomeComingOver(theirs, open && ours == null, open && ours != null);
    }

    private static boolean isSame(@Nullable String ours, String theirs) {
        return ours != null && MatchKeys.address(ours).equals(MatchKeys.address(theirs));
    }

    Map<FactKind, Said> on(Map<FactKind, Said> facts) {
        if (!fills || noted == null) {
            return facts;
        }
        var next = new EnumMap<FactKind, Said>(FactKind.class);
        next.putAll(facts);
        next.put(FactKind.HOME, noted);
        return next;
    }

    /** Whoever comes over and lived there lives there still; an unborn child is where its mother is. */
    Stream<Merge.Filled> residences(List<Member> comingOver) {
        var there = noted;
        return !isResidence || there == null
                ? Stream.empty()
                : comingOver.stream()
                        .filter(m -> m.person().kind() != Person.Kind.UNBORN
                                && !m.says(FactKind.HOUSEHOLD, "lives-elsewhere")
                                && m.fact(FactKind.RESIDENCE).isEmpty())
                        .map(m -> new Merge.Filled(m.id(), FactKind.RESIDENCE, there));
    }
}
