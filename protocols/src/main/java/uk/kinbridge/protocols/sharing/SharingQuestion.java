package uk.kinbridge.protocols.sharing;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.SharingRule.Objection;
import uk.kinbridge.protocols.sharing.PersonConcerned.Standing;

/**
 * A question about sharing, with all that its answer depends on.
 *
 * @param people whose information it is; at least one is its subject
 * @param askingRaisesRisk asking for consent would put somebody at greater risk
 * @param familyTold the concern and the sharing have been discussed with the family (JWP-06, SAL-03)
 * @param sameAgency it stays within one agency or an integrated team (SAL-23)
 * @param wouldHarmChild sharing would be worse for the child than not sharing; only the duty of ENG-13 asks
 * @param reasonWithoutConsent the practitioner has recorded why it is shared without consent (SAL-03)
 * @param readers people who would read along, or whose file it becomes part of
 * @param objections what is said against sharing
 * @param more what else is so in the case, for the rules of the local protocol
 */
public record SharingQuestion(
        Purpose purpose,
        ChildConcern childConcern,
        AdultConcern adultConcern,
        boolean immediateDanger,
        List<PersonConcerned> people,
        boolean askingRaisesRisk,
        boolean familyTold,
        boolean sameAgency,
        boolean wouldHarmChild,
        boolean reasonWithoutConsent,
        Set<String> readers,
        Set<Objection> objections,
        Set<Fact> more,
        LocalDate on) {

    public SharingQuestion {
        people = List.copyOf(people);
        readers = Set.copyOf(readers);
        objections = Set.copyOf(objections);
        more = Set.copyOf(more);
        if (people.stream().noneMatch(PersonConcerned::subject)) {
            throw new IllegalArgumentException("nobody is the subject of the question");
        }
    }

    List<PersonConcerned> subjects() {
        return people.stream().filter(PersonConcerned::subject).toList();
    }

    boolean anySubject(Standing standing) {
        return subjects().stream().anyMatch(person -> person.standing() == standing);
    }

    boolean childAtRisk() {
        return childConcern == ChildConcern.SIGNIFICANT_HARM;
    }

    /** What is so, in the words that the conditions of a pack are made of. */
    Set<Fact> facts(Law law) {
        // What this question asks for itself is not taken from elsewhere: two answers could contradict.
        var facts = EnumSet.noneOf(Fact.class);
        facts.addAll(more);
        facts.removeAll(ANSWERED_HERE);
        Stream.of(
                        fact(childAtRisk(), Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM),
                        fact(childConcern == ChildConcern.LOWER, Fact.CHILD_WELFARE_CONCERN),
                        fact(adultConcern == AdultConcern.AT_RISK, Fact.ADULT_AT_RISK),
                        fact(adultConcern == AdultConcern.UNMET_NEEDS, Fact.ADULT_WITH_UNMET_NEEDS),
                        fact(immediateDanger, Fact.IMMEDIATE_DANGER),
                        fact(askingRaisesRisk, Fact.ASKING_RAISES_RISK),
                        fact(sameAgency, Fact.SAME_AGENCY),
                        fact(wouldHarmChild, Fact.SHARING_HARMS_CHILD),
                        fact(law.dutyInForce(on), Fact.DUTY_TO_SHARE_IN_FORCE),
                        fact(subjects().stream().allMatch(p -> p.standing().agrees()), Fact.CONSENT_GIVEN),
                        fact(anySubject(Standing.REFUSES), Fact.CONSENT_REFUSED),
                        fact(
                                subjects().stream().anyMatch(p -> p.standing().cannotGive()),
                                Fact.CONSENT_CANNOT_BE_GIVEN),
                        fact(subjects().stream().anyMatch(PersonConcerned::sixteenOrOver), Fact.SIXTEEN_OR_OVER),
                        fact(subjects().stream().anyMatch(p -> p.standing().cannotGive()), Fact.NO_CAPACITY_FOUND))
                .flatMap(one -> one)
                .forEach(facts::add);
        return facts;
    }

    private static final Set<Fact> ANSWERED_HERE = EnumSet.of(
            Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM,
            Fact.CHILD_WELFARE_CONCERN,
            Fact.ADULT_AT_RISK,
            Fact.ADULT_WITH_UNMET_NEEDS,
            Fact.IMMEDIATE_DANGER,
            Fact.ASKING_RAISES_RISK,
            Fact.SAME_AGENCY,
            Fact.SHARING_HARMS_CHILD,
            Fact.DUTY_TO_SHARE_IN_FORCE,
            Fact.CONSENT_GIVEN,
            Fact.CONSENT_REFUSED,
            Fact.CONSENT_CANNOT_BE_GIVEN,
            Fact.SIXTEEN_OR_OVER,
            Fact.NO_CAPACITY_FOUND);

    private static Stream<Fact> fact(boolean holds, Fact fact) {
        return holds ? Stream.of(fact) : Stream.empty();
    }
}
