package uk.kinbridge.referral.family;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.TREATMENT;
import static uk.kinbridge.referral.family.FamilyMother.adult;
import static uk.kinbridge.referral.family.FamilyMother.ashdowns;
import static uk.kinbridge.referral.family.FamilyMother.changed;
import static uk.kinbridge.referral.family.FamilyMother.child;
import static uk.kinbridge.referral.family.FamilyMother.facts;
import static uk.kinbridge.referral.family.FamilyMother.family;
import static uk.kinbridge.referral.family.FamilyMother.said;
import static uk.kinbridge.referral.family.FamilyMother.tie;
import static uk.kinbridge.referral.family.FamilyMother.unborn;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JWP-01, JWP-05, HAC-08, HAC-09, SAL-30, FAP-15: what is known of a family, by whom, and since when. */
class ChangingAFamilyTest {

    private static final Author BY = Author.of(SADE);

    @Test
    void a_fact_carries_who_said_it_who_wrote_it_down_and_when() {
        var later = NOW.plus(Duration.ofDays(3));
        var changed = changed(Changes.record(
                ashdowns(), "f-1-2", FactKind.SCHOOL, new Telling("Hill School", null, "the school"), BY, later));

        assertThat(changed.known("f-1-2").orElseThrow().fact(FactKind.SCHOOL))
                .contains(new Said("Hill School", null, "the school", BY, later));
        assertThat(changed.history()).last().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(FactKind.SCHOOL);
            assertThat(line.by()).isEqualTo(BY);
        });
    }

    @Test
    void what_was_said_before_stays_in_the_history() {
        var first = changed(Changes.record(ashdowns(), "f-1-2", FactKind.SCHOOL, said("Hill School"), BY, NOW));
        var second = changed(Changes.record(first, "f-1-2", FactKind.SCHOOL, said("Dale School"), BY, NOW));

        var before = second.history().getLast().before();

        assertThat(before).isNotNull().extracting(Said::value).isEqualTo("Hill School");
    }

    @Test
    void an_adult_is_added_with_the_answer_which_children_they_care_for() {
        var without = Changes.add(ashdowns(), "m-9", adult("Kit", "Marlow", null), BY, NOW);

        assertThat(without)
                .isInstanceOfSatisfying(
                        Changes.Outcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Reason::obligation)
                                .containsExactly("JWP-01"));
    }

    @Test
    void somebody_who_visits_is_on_the_record_too() {
        var kit = adult("Kit", "Marlow", null);
        var visitor = new Told(
                kit.kind(),
                kit.givenName(),
                kit.familyName(),
                null,
                null,
                List.of(),
                null,
                java.util.Map.of(FactKind.CHILDREN, said("none"), FactKind.HOUSEHOLD, said("visits-regularly")));

        var changed = changed(Changes.add(ashdowns(), "m-9", visitor, BY, NOW));

        assertThat(changed.known("m-9").orElseThrow().says(FactKind.HOUSEHOLD, "visits-regularly"))
                .isTrue();
        assertThat(changed(Changes.add(changed, "m-9", visitor, BY, NOW))).isEqualTo(changed);
    }

    @Test
    void named_children_must_be_on_the_record() {
        var alone = family("f-2", SADE, null, adult("Robin", "Ashdown", null));

        assertThat(Changes.record(alone, "f-2-1", FactKind.CHILDREN, said("named"), BY, NOW))
                .isInstanceOf(Changes.Outcome.Refused.class);
    }

    @Test
    void an_unborn_child_is_born_and_keeps_what_is_known() {
        var expecting = family("f-3", SADE, null, adult("Robin", "Ashdown", null), unborn("2027-03-01"));
        var known = changed(Changes.record(expecting, "f-3-2", FactKind.HEALTH_VISITOR, said("H. Vane"), BY, NOW));

        var born = changed(Changes.correct(known, "f-3-2", child("Lark", "Ashdown", "2026-11-20"), BY, NOW));

        var lark = born.known("f-3-2").orElseThrow();
        assertThat(lark.person().kind()).isEqualTo(Person.Kind.CHILD);
        assertThat(lark.person().bornOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(lark.fact(FactKind.HEALTH_VISITOR)).isPresent();
        assertThat(born.history().getLast().what()).isEqualTo("member.born");
    }

    @Test
    void nobody_becomes_somebody_else_by_a_correction() {
        assertThat(Changes.correct(ashdowns(), "f-1-1", child("Robin", "Ashdown", null), BY, NOW))
                .isInstanceOf(Changes.Outcome.Refused.class);
    }

    @Test
    void who_cares_for_whom_has_one_answer_for_each_two() {
        var first = changed(Changes.relate(
                ashdowns(), tie("f-1-1", "f-1-2", Relationship.Kind.PARENT, Relationship.Care.SOLE), BY, NOW));
        var second = changed(Changes.relate(
                first, tie("f-1-1", "f-1-2", Relationship.Kind.PARENT, Relationship.Care.SHARED), BY, NOW));

        assertThat(second.relationships())
                .singleElement()
                .satisfies(r -> assertThat(r.care()).isEqualTo(Relationship.Care.SHARED));
    }

    @Test
    void a_child_can_be_the_one_who_cares() {
        var changed = changed(Changes.relate(
                ashdowns(), tie("f-1-2", "f-1-1", Relationship.Kind.OTHER, Relationship.Care.SOME), BY, NOW));

        assertThat(Situation.of(changed)).contains(uk.kinbridge.protocols.pack.Fact.CHILD_GIVES_CARE);
    }

    @Test
    void there_is_one_recovery_coordinator_and_one_lead_professional() {
        var one = changed(
                Changes.record(ashdowns(), "f-1-1", FactKind.RECOVERY_COORDINATOR, said("Tom Brandt"), BY, NOW));
        var other = changed(Changes.record(one, "f-1-1", FactKind.RECOVERY_COORDINATOR, said("Ida Frost"), BY, NOW));

        assertThat(other.known("f-1-1").orElseThrow().fact(FactKind.RECOVERY_COORDINATOR))
                .get()
                .extracting(Said::value)
                .isEqualTo("Ida Frost");
        assertThat(Changes.record(other, "f-1-2", FactKind.RECOVERY_COORDINATOR, said("Tom Brandt"), BY, NOW))
                .isInstanceOf(Changes.Outcome.Refused.class);
        assertThat(Changes.record(other, "f-1-1", FactKind.LEAD_PROFESSIONAL, said("Sade Okafor"), BY, NOW))
                .isInstanceOf(Changes.Outcome.Refused.class);
    }

    @Test
    void an_agency_joins_on_a_lawful_basis_and_sees_the_record_until_it_leaves() {
        var joined = changed(
                Changes.join(ashdowns(), TREATMENT, Involvement.LawfulBasis.PUBLIC_TASK, "Joint work", BY, NOW));
        var left = changed(Changes.leave(joined, TREATMENT, BY, NOW));

        assertThat(FamilyAccess.read(FamilyMother.TOM, ashdowns()).isGranted()).isFalse();
        assertThat(FamilyAccess.read(FamilyMother.TOM, joined).isGranted()).isTrue();
        assertThat(FamilyAccess.read(FamilyMother.TOM, left).isGranted()).isFalse();
        assertThat(joined.agencies()).hasSize(2);
        assertThat(Changes.leave(joined, joined.agency(), BY, NOW)).isInstanceOf(Changes.Outcome.Refused.class);
    }

    @Test
    void an_answer_outside_its_list_is_refused() {
        assertThat(Changes.record(ashdowns(), "f-1-2", FactKind.SOCIAL_CARE_NOW, said("perhaps"), BY, NOW))
                .isInstanceOf(Changes.Outcome.Refused.class);
        assertThat(facts(FactKind.SOCIAL_CARE_NOW, "yes")).hasSize(1);
    }
}
