package uk.kinbridge.referral.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.Member;
import uk.kinbridge.referral.family.NhsNumber;
import uk.kinbridge.referral.family.Person;

/**
 * Which member of a family each person of a letter is. Ids, numbers, and name with date say it; where they leave a doubt,
 * such as between twins and a name that was misheard, no machine decides.
 */
record WhoIsWho(Family family, MessageId message) {

    private static final int WEEKS_AROUND_BIRTH = 10;

    /** Who somebody of the letter is. */
    sealed interface Is {
        record Known(String memberId) implements Is {}

        /** They may be that member, or somebody else. */
        record Doubtful(String memberId) implements Is {}

        /** Nobody on record; known by that id from now on. */
        record Newcomer(String id) implements Is {}
    }

    /**
     * All of them, in the order of the letter.
     *
     * @param subject the member whom the first one is known to be; null when that is not known
     */
    List<Is> of(List<Someone> everybody, @Nullable String subject) {
        var found = new ArrayList<@Nullable Is>();
        everybody.forEach(_ -> found.add(null));
        var taken = new HashSet<String>();
        if (subject != null) {
            claim(found, 0, new Is.Known(subject), subject, taken);
        }
        pass(everybody, found, taken, this::isNamedById, true);
        pass(everybody, found, taken, WhoIsWho::isExactly, true);
        pass(everybody, found, taken, WhoIsWho::isSurely, true);
        pass(everybody, found, taken, WhoIsWho::mayBe, false);
        var all = new ArrayList<Is>();
        for (int i = 0; i < everybody.size(); i++) {
            var is = found.get(i);
            all.add(is == null ? new Is.Newcomer(idOf(message, family.id(), everybody.get(i))) : is);
        }
        return List.copyOf(all);
    }

    private void pass(
            List<Someone> everybody,
            List<@Nullable Is> found,
            Set<String> taken,
            BiPredicate<Someone, Member> is,
            boolean sure) {
        for (int i = 0; i < everybody.size(); i++) {
            var one = everybody.get(i);
            if (found.get(i) != null) {
                continue;
            }
            var member = family.people().stream()
                    .filter(m -> !taken.contains(m.id()) && is.test(one, m))
                    .findFirst();
            if (member.isPresent()) {
                var id = member.get().id();
                claim(found, i, sure ? new Is.Known(id) : new Is.Doubtful(id), id, taken);
            }
        }
    }

    private static void claim(List<@Nullable Is> found, int place, Is is, String member, Set<String> taken) {
        found.set(place, is);
        taken.add(member);
    }

    /** The same for every letter of the agency about this person, as far as its system names them at all. */
    static String idOf(MessageId message, String familyId, Someone one) {
        var key = one.localId() == null
                ? String.join(
                        "/",
                        "named",
                        one.givenName(),
                        one.familyName(),
                        String.valueOf(one.bornOn()),
                        String.valueOf(one.expectedOn()))
                : "local/" + one.localId();
        return message.derived("member", familyId + "/" + key);
    }

    private boolean isNamedById(Someone one, Member member) {
        return member.id().equals(one.id())
                || isSameNumber(one, member)
                || (one.localId() != null
                        && !isOtherNumber(one, member)
                        && family.allIds().stream()
                                .anyMatch(id -> idOf(message, id, one).equals(member.id())));
    }

    /** Whether anything at all ties the letter's person to that member. */
    boolean agree(Someone one, Member member) {
        return isNamedById(one, member)
                || sameName(one, member)
                || (one.bornOn() != null && one.bornOn().equals(member.person().bornOn()))
                || (one.expectedOn() != null
                        && one.expectedOn().equals(member.person().expectedOn()));
    }

    /** Whether it is said that they are somebody else. */
    static boolean contradict(Someone one, Member member) {
        return (one.id() != null && !one.id().equals(member.id())) || isOtherNumber(one, member);
    }

    private static boolean isExactly(Someone one, Member member) {
        return !isOtherNumber(one, member)
                && sameName(one, member)
                && Objects.equals(one.bornOn(), member.person().bornOn())
                && Objects.equals(one.expectedOn(), member.person().expectedOn());
    }

    /** Another family name, or a date that only one of the two knows. */
    private static boolean isSurely(Someone one, Member member) {
        if (isOtherNumber(one, member)) {
            return false;
        }
        var born = member.person().bornOn();
        boolean oneDate = one.bornOn() == null || born == null;
        return (sameName(one, member) && oneDate && sameStage(one, member))
                || (one.bornOn() != null
                        && one.bornOn().equals(born)
                        && member.names().stream().anyMatch(name -> alike(name.givenName(), one.givenName())));
    }

    private static boolean sameStage(Someone one, Member member) {
        return (one.expectedOn() == null) == (member.person().kind() != Person.Kind.UNBORN);
    }

    private static boolean mayBe(Someone one, Member member) {
        if (isOtherNumber(one, member)) {
            return false;
        }
        var person = member.person();
        boolean misheard = one.bornOn() != null
                && one.bornOn().equals(person.bornOn())
                && member.names().stream().anyMatch(name -> alike(name.familyName(), one.familyName()));
        return sameName(one, member) || misheard || isPerhapsBorn(one, person) || isPerhapsTheSameUnborn(one, person);
    }

    private static boolean isPerhapsBorn(Someone one, Person person) {
        var expected = person.expectedOn();
        return person.kind() == Person.Kind.UNBORN
                && one.bornOn() != null
                && (expected == null
                        || (one.bornOn().isAfter(expected.minusWeeks(WEEKS_AROUND_BIRTH))
                                && one.bornOn().isBefore(expected.plusWeeks(WEEKS_AROUND_BIRTH))));
    }

    private static boolean isPerhapsTheSameUnborn(Someone one, Person person) {
        return person.kind() == Person.Kind.UNBORN && one.expectedOn() != null;
    }

    private static boolean sameName(Someone one, Member member) {
        return member.names().stream()
                .anyMatch(
                        name -> alike(name.givenName(), one.givenName()) && alike(name.familyName(), one.familyName()));
    }

    private static boolean alike(String one, String another) {
        return !one.isBlank() && one.strip().equalsIgnoreCase(another.strip());
    }

    private static boolean isSameNumber(Someone one, Member member) {
        return one.nhsNumber() != null && NhsNumber.digits(one.nhsNumber()).equals(member.nhsNumber());
    }

    private static boolean isOtherNumber(Someone one, Member member) {
        return one.nhsNumber() != null
                && member.nhsNumber() != null
                && NhsNumber.isValid(one.nhsNumber())
                && !isSameNumber(one, member);
    }

    /** Where two records became one, the member that stayed. */
    static String stayed(Family family, String memberId) {
        return family.merges().stream()
                .filter(merge -> merge.undone() == null)
                .flatMap(merge -> merge.same().stream())
                .filter(same -> same.other().equals(memberId))
                .map(uk.kinbridge.referral.family.Merge.Same::kept)
                .findFirst()
                .orElse(memberId);
    }

    /** The member's id for everybody of whom it is known; empty for the others. */
    static List<String> ids(List<Is> everybody) {
        return everybody.stream()
                .map(is -> switch (is) {
                    case Is.Known(String id) -> id;
                    case Is.Newcomer(String id) -> id;
                    case Is.Doubtful _ -> "";
                })
                .toList();
    }
}
