package uk.kinbridge.referral.family;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        boolean sameHome = sameHome(mine.address(), other.address());
        var matches = new ArrayList<Match>();
        for (var one : mine.people()) {
            other.people().stream()
                    .flatMap(another -> match(other, one, another, sameHome).stream())
                    .min(Comparator.comparing(Match::strength))
                    .ifPresent(matches::add);
        }
        matches.sort(Comparator.comparing(Match::strength));
        return List.copyOf(matches);
    }

    private Optional<Match> match(Family other, Member one, Member another, boolean sameHome) {
        var because = new ArrayList<String>();
        var nhs = one.nhsNumber();
        if (nhs != null && another.nhsNumber() != null) {
            return nhs.equals(another.nhsNumber())
                    ? Optional.of(new Match(other, one, another, Strength.CERTAIN, List.of("the same NHS number")))
                    : Optional.empty();
        }
        boolean names = names(one, another);
        var born = one.person().bornOn();
        var bornToo = another.person().bornOn();
        boolean sameBirth = born != null && born.equals(bornToo);
        boolean nearBirth = isSlip(born, bornToo);
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
        return strength(names, sameBirth, nearBirth, born == null || bornToo == null, sameHome)
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
    private static boolean isSlip(@Nullable LocalDate a, @Nullable LocalDate b) {
        if (a == null || b == null || a.equals(b)) {
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

    private static boolean sameHome(@Nullable String a, @Nullable String b) {
        return a != null && b != null && MatchKeys.address(a).equals(MatchKeys.address(b));
    }
}
