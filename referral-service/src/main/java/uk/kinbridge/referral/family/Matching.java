package uk.kinbridge.referral.family;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether two records may be of one person, and why. It never decides: a person does. */
public record Matching(NameSounds sounds) {

    private static final double ALIKE = 0.88;

    /** How sure it is. */
    public enum Strength {
        /** The same NHS number. */
        CERTAIN,
        /** The same date of birth and a name that is alike. */
        STRONG,
        /** Something that is alike, and something at odds or unknown. */
        POSSIBLE
    }

    /** One member of a record and one of another that may be the same person. */
    public record Match(Family other, Member mine, Member theirs, Strength strength, List<String> because) {}

    /** The best pairs of members of two records, the surest first. */
    public List<Match> between(Family mine, Family other) {
        boolean sameHome = !Collections.disjoint(MatchKeys.homes(mine), MatchKeys.homes(other));
        var matches = new ArrayList<Match>();
        for (var one : mine.people()) {
            other.people().stream()
                    .flatMap(
                            another -> match(other, new Known(mine, one), new Known(other, another), sameHome).stream())
                    .min(Comparator.comparing(Match::strength))
                    .ifPresent(matches::add);
        }
        matches.sort(Comparator.comparing(Match::strength));
        return List.copyOf(matches);
    }

    /** A member with what records that have become part of this one say of who they are. */
    private record Known(Family family, Member member) {

        private Stream<Merge.Identity> identities() {
            return family.merges().stream()
                    .filter(Merge::stands)
                    .flatMap(merge -> merge.identities().stream())
                    .filter(identity -> identity.memberId().equals(member.id()));
        }

        Set<String> numbers() {
            return Stream.concat(
                            Stream.ofNullable(member.nhsNumber()),
                            identities().flatMap(identity -> Stream.ofNullable(identity.nhsNumber())))
                    .collect(Collectors.toSet());
        }

        Set<LocalDate> births() {
            return Stream.concat(
                            Stream.ofNullable(member.person().bornOn()),
                            identities().flatMap(identity -> Stream.ofNullable(identity.bornOn())))
                    .collect(Collectors.toSet());
        }
    }

    private Optional<Match> match(Family other, Known mine, Known theirs, boolean sameHome) {
        var because = new ArrayList<String>();
        var one = mine.member();
        var another = theirs.member();
        var numbers = mine.numbers();
        var numbersToo = theirs.numbers();
        if (!numbers.isEmpty() && !numbersToo.isEmpty()) {
            return Collections.disjoint(numbers, numbersToo)
                    ? Optional.empty()
                    : Optional.of(new Match(other, one, another, Strength.CERTAIN, List.of("the same NHS number")));
        }
        boolean names = names(one, another);
        var born = mine.births();
        var bornToo = theirs.births();
        boolean sameBirth = !Collections.disjoint(born, bornToo);
        boolean nearBirth =
                !sameBirth && born.stream().anyMatch(day -> bornToo.stream().anyMatch(dayToo -> isSlip(day, dayToo)));
        if (names) {
            because.add("names alike");
        }
        if (sameBirth) {
            because.add("the same date of birth");
        } else if (nearBirth) {
            because.add("a date of birth that is a slip away");
        }
        if (sameHome) {
            because.add("the same address");
        }
        return strength(names, sameBirth, nearBirth, born.isEmpty() || bornToo.isEmpty(), sameHome)
                .map(strength -> new Match(other, one, another, strength, List.copyOf(because)));
    }

    private static Optional<Strength> strength(
            boolean names, boolean sameBirth, boolean nearBirth, boolean unknownBirth, boolean sameHome) {
        if (names && (sameBirth || (nearBirth && sameHome))) {
            return Optional.of(Strength.STRONG);
        }
        boolean possible = (names && (nearBirth || (unknownBirth && sameHome))) || (sameBirth && sameHome);
        return possible ? Optional.of(Strength.POSSIBLE) : Optional.empty();
    }

    private boolean names(Member one, Member another) {
        return one.names().stream().anyMatch(a -> another.names().stream().anyMatch(b -> alike(a, b)));
    }

    private boolean alike(Member.Name a, Member.Name b) {
        double straight = Math.min(
                sounds.likeness(a.givenName(), b.givenName()), sounds.likeness(a.familyName(), b.familyName()));
        double swapped = Math.min(
                sounds.likeness(a.givenName(), b.familyName()), sounds.likeness(a.familyName(), b.givenName()));
        return Math.max(straight, swapped) >= ALIKE;
    }

    /** Day and month swapped, or one part of the date another. */
    private static boolean isSlip(LocalDate a, LocalDate b) {
        if (a.equals(b)) {
            return false;
        }
        boolean swapped = a.getYear() == b.getYear()
                && a.getMonthValue() == b.getDayOfMonth()
                && a.getDayOfMonth() == b.getMonthValue();
        int differing = (a.getYear() == b.getYear() ? 0 : 1)
                + (a.getMonthValue() == b.getMonthValue() ? 0 : 1)
                + (a.getDayOfMonth() == b.getDayOfMonth() ? 0 : 1);
        return swapped || differing == 1;
    }
}
