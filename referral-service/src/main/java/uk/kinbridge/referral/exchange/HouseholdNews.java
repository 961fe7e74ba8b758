package uk.kinbridge.referral.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.referral.exchange.Letter.Household;
import uk.kinbridge.referral.exchange.Reception.Ground;
import uk.kinbridge.referral.exchange.WhoIsWho.Is;
import uk.kinbridge.referral.family.Author;
import uk.kinbridge.referral.family.FactKind;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.Member;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.family.Reports;
import uk.kinbridge.referral.family.Telling;

/**
 * What a letter says of a family that is on record, and what the record says then.
 *
 * @param next the record with all that could be taken in; the same as before when the letter says nothing new
 * @param people the members' ids in the letter's order; empty where it is not known who somebody is
 * @param remarks what its sender should know: what stands beside the record, and what could not be taken
 * @param refusals why nothing of it can be taken
 */
record HouseholdNews(Family next, List<String> people, List<Ground> remarks, List<Ground> refusals) {

    /**
     * Reads the letter beside the record.
     *
     * @param subject the member whom the letter is known to be about; null when the letter itself has to say it
     * @param saidBy the person in whose name the letter speaks; blank when it names none
     */
    static HouseholdNews of(
            MessageId message,
            Family family,
            @Nullable String subject,
            Household household,
            String saidBy,
            Caller caller,
            Instant now) {
        var everybody = household.everybody();
        var who = new WhoIsWho(family, message);
        var known = subject == null
                ? null
                : family.member(WhoIsWho.stayed(family, subject))
                        .map(Person::id)
                        .orElse(null);
        var is = who.of(everybody, known);
        var refusals = refusals(who, known, household, is, now);
        if (!refusals.isEmpty()) {
            return new HouseholdNews(family, WhoIsWho.ids(is), List.of(), refusals);
        }
        var author = Author.of(caller);
        var reports = new Reports(family, author, saidBy.isBlank() ? author.name() : saidBy, now);
        var reading = new Reading(reports, household, now);
        for (int i = 0; i < everybody.size(); i++) {
            reading.person(everybody.get(i), is.get(i), i == 0);
        }
        reading.ties(is);
        reading.children(family);
        var missing = newcomersLeftOut(is, reports.family());
        var remarks = reports.remarks().stream()
                .map(remark -> new Ground(
                        remark.about(),
                        remark.words(),
                        remark.obligation() == null ? List.of() : List.of(remark.obligation())))
                .toList();
        return missing
                ? new HouseholdNews(family, WhoIsWho.ids(is), List.of(), remarks)
                : new HouseholdNews(reports.family(), WhoIsWho.ids(is), remarks, List.of());
    }

    boolean isNews(Family before) {
        return !next.equals(before);
    }

    /** A letter about somebody else than the referral changes nobody's record. */
    private static List<Ground> refusals(
            WhoIsWho who, @Nullable String subject, Household household, List<Is> everybody, Instant now) {
        var refusals = new ArrayList<Ground>();
        var member = subject == null ? null : who.family().known(subject).orElse(null);
        var one = household.subject();
        if (member != null && (WhoIsWho.contradict(one, member) || !who.agree(one, member))) {
            refusals.add(new Ground(
                    "Patient",
                    "The message is about somebody else than the person referred: neither number nor name nor date of"
                            + " birth agree, or an id says so.",
                    List.of()));
        }
        if (everybody.getFirst() instanceof Is.Doubtful) {
            refusals.add(new Ground(
                    "Patient",
                    "It is not clear whether this is somebody whom the record knows under another name or date; name"
                            + " them by the id of a member or an NHS number.",
                    List.of()));
        }
        var people = household.everybody();
        for (int i = 0; i < people.size(); i++) {
            if (everybody.get(i) instanceof Is.Newcomer
                    && people.get(i).kindAt(now).isEmpty()) {
                refusals.add(new Ground(
                        (people.get(i).givenName() + " " + people.get(i).familyName()).strip(),
                        "Say when they were born, or whether they are an adult or a child.",
                        List.of("HAC-08")));
            }
        }
        return refusals;
    }

    private static boolean newcomersLeftOut(List<Is> everybody, Family next) {
        return everybody.stream()
                .anyMatch(is ->
                        is instanceof Is.Newcomer(String id) && next.known(id).isEmpty());
    }

    private record Reading(Reports reports, Household household, Instant now) {

        void person(Someone one, Is is, boolean subject) {
            switch (is) {
                case Is.Known(String id) -> {
                    var as = one.kindAt(now).orElse(kindOf(id));
                    reports.person(id, one.told(as, Map.of()));
                    stage(one, id);
                    whereabouts(one, id, subject);
                }
                case Is.Newcomer(String id) -> {
                    var as = one.kindAt(now).orElse(Person.Kind.ADULT);
                    reports.newcomer(id, one.told(as, facts(as)));
                    if (reports.family().known(id).isPresent()) {
                        whereabouts(one, id, subject);
                    }
                }
                case Is.Doubtful(String id) ->
                    reports.beside(
                            id,
                            "Perhaps the same, perhaps somebody else: " + one.givenName() + " " + one.familyName()
                                    + (one.bornOn() == null ? "" : ", born " + one.bornOn())
                                    + (one.expectedOn() == null ? "" : ", expected " + one.expectedOn())
                                    + ". Name them by the id of a member or an NHS number");
            }
        }

        /** That a child is grown up, or the other way round, is for a person to find out. */
        private void stage(Someone one, String id) {
            if (one.kind() != null && one.kind() != kindOf(id)) {
                reports.beside(id, "Is said to be: " + one.kind().name().toLowerCase(Locale.ROOT));
            }
        }

        private Person.Kind kindOf(String id) {
            return reports.family().known(id).map(Member::person).orElseThrow().kind();
        }

        private void whereabouts(Someone one, String id, boolean subject) {
            var address = subject ? household.address() : one.address();
            if (address != null) {
                reports.address(id, address, subject);
            }
            if (!one.contactDetails().isEmpty()) {
                reports.contactDetails(id, one.contactDetails());
            }
        }

        /** The question which children an adult has to do with is answered by the letter as a whole (JWP-01). */
        private Map<FactKind, Telling> facts(Person.Kind as) {
            var facts = new EnumMap<FactKind, Telling>(FactKind.class);
            if (as == Person.Kind.ADULT && (household.noChildren() || namesChildren())) {
                facts.put(FactKind.CHILDREN, new Telling(household.noChildren() ? "none" : "named", null, null));
            }
            return facts;
        }

        private boolean namesChildren() {
            return !reports.family().childMembers().isEmpty()
                    || household.everybody().stream()
                            .flatMap(one -> one.kindAt(now).stream())
                            .anyMatch(kind -> kind != Person.Kind.ADULT);
        }

        void ties(List<Is> everybody) {
            var ids = WhoIsWho.ids(everybody);
            for (int i = 0; i < household.others().size(); i++) {
                var tie = household.others().get(i).tie();
                var subject = ids.getFirst();
                var other = ids.get(i + 1);
                boolean both = reports.family().known(subject).isPresent()
                        && reports.family().known(other).isPresent();
                if (tie != null && both && !subject.equals(other)) {
                    reports.relationship(tie.theirs() ? other : subject, tie.theirs() ? subject : other, tie.kind());
                }
            }
        }

        /** That there are none, or that there are some where the record said none (HAC-08, JWP-01). */
        void children(Family before) {
            var after = reports.family();
            if (household.noChildren() && !after.childMembers().isEmpty()) {
                before.people().stream()
                        .filter(Member::isAdult)
                        .limit(1)
                        .forEach(adult -> reports.beside(adult.id(), "It is said that there are no children"));
            } else if (household.noChildren()
                    || after.childMembers().size() > before.childMembers().size()) {
                before.people().stream()
                        .filter(Member::isAdult)
                        .forEach(adult -> reports.children(adult.id(), household.noChildren()));
            }
        }
    }
}
