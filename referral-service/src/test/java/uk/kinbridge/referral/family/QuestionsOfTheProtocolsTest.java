package uk.kinbridge.referral.family;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.adult;
import static uk.kinbridge.referral.family.FamilyMother.ashdowns;
import static uk.kinbridge.referral.family.FamilyMother.changed;
import static uk.kinbridge.referral.family.FamilyMother.child;
import static uk.kinbridge.referral.family.FamilyMother.family;
import static uk.kinbridge.referral.family.FamilyMother.said;
import static uk.kinbridge.referral.family.FamilyMother.tie;
import static uk.kinbridge.referral.family.FamilyMother.unborn;
import static uk.kinbridge.referral.family.FamilyMother.with;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.time.BankHolidays;

/**
 * What each protocol wants on the family record: JWP-01, JWP-05, SAL-01, SAL-14, SAL-17, SAL-30, HAC-08, HAC-09,
 * FAP-05, FAP-15.
 */
class QuestionsOfTheProtocolsTest {

    private static final Author BY = Author.of(SADE);

    private static Questions questions(Family family, String protocol, Instant now) {
        return new Questions(
                family,
                List.of(Packs.shipped().latest(new PackId(protocol)).orElseThrow()),
                BankHolidays.shipped(),
                now);
    }

    private static List<String> asks(Family family, String protocol, String about) {
        return questions(family, protocol, NOW).open().stream()
                .filter(q -> q.about().equals(about))
                .map(OpenQuestion::asks)
                .toList();
    }

    @Test
    void hackneys_central_record_of_a_child_asks_until_each_answer_is_there() {
        assertThat(asks(ashdowns(), "hackney", "f-1-2"))
                .contains("child-residence", "main-carer", "schools", "social-care-involvement", "household")
                .doesNotContain("health-visitor", "child-names", "child-dates-of-birth");

        var known = ashdowns();
        for (var fact : List.of(FactKind.MAIN_CARER, FactKind.SCHOOL)) {
            known = with(known, "f-1-2", fact, "known");
        }
        known = with(known, "f-1-2", FactKind.SOCIAL_CARE_NOW, "no");
        assertThat(asks(known, "hackney", "f-1-2")).contains("social-care-involvement");
        known = with(known, "f-1-2", FactKind.SOCIAL_CARE_BEFORE, "yes");
        known = with(known, "f-1-2", FactKind.HOUSEHOLD, "lives-here");

        assertThat(asks(known, "hackney", "f-1-2")).isEmpty();
    }

    @Test
    void a_small_child_has_a_health_visitor_and_no_school_yet() {
        var family = family("f-1", SADE, null, adult("Robin", "Ashdown", null), child("Lark", "Ashdown", "2025-06-01"));

        assertThat(asks(family, "hackney", "f-1-2")).contains("health-visitor").doesNotContain("schools");
    }

    @Test
    void who_else_stays_or_visits_is_asked_for_the_family_as_a_whole() {
        assertThat(asks(ashdowns(), "hackney", OpenQuestion.FAMILY)).contains("regular-visitors");

        var asked = changed(Changes.record(ashdowns(), FactKind.HOUSEHOLD_ASKED, said("nobody-else"), BY, NOW));

        assertThat(asks(asked, "hackney", OpenQuestion.FAMILY)).isEmpty();
    }

    @Test
    void the_home_of_the_others_is_no_answer_where_a_child_lives() {
        assertThat(asksResidence(ashdowns())).as("nothing was said").isTrue();
        assertThat(asksResidence(with(ashdowns(), "f-1-2", FactKind.HOUSEHOLD, "lives-here")))
                .isFalse();
        var away = with(ashdowns(), "f-1-2", FactKind.HOUSEHOLD, "lives-elsewhere");
        assertThat(asksResidence(away)).as("and where?").isTrue();
        assertThat(asksResidence(with(away, "f-1-2", FactKind.RESIDENCE, "1 Gran's Road")))
                .isFalse();
    }

    private static boolean asksResidence(Family family) {
        return questions(family, "hackney", NOW).open().stream()
                .anyMatch(q -> q.asks().equals("child-residence") && q.about().equals("f-1-2"));
    }

    @Test
    void each_question_cites_its_obligation_and_the_protocols_words() {
        assertThat(questions(ashdowns(), "hackney", NOW).open())
                .filteredOn(q -> q.asks().equals("main-carer"))
                .singleElement()
                .satisfies(q -> {
                    assertThat(q.obligations()).containsExactly("HAC-08");
                    assertThat(q.words()).contains("central record");
                });
    }

    @Test
    void an_adults_case_passes_intake_when_children_relationships_and_other_agencies_are_known() {
        var before = questions(ashdowns(), "joint-working", NOW).beforeIntake("f-1-1");
        assertThat(before)
                .extracting(OpenQuestion::asks)
                .containsExactlyInAnyOrder("relationship-to-each-child", "caring-responsibilities", "other-agencies");
        assertThat(Changes.passIntake(ashdowns(), "f-1-1", before, BY, NOW))
                .isInstanceOfSatisfying(
                        Changes.Outcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Reason::obligation)
                                .containsOnly("JWP-05"));

        var known = changed(Changes.relate(
                ashdowns(), tie("f-1-1", "f-1-2", Relationship.Kind.PARENT, Relationship.Care.SOLE), BY, NOW));
        known = with(known, "f-1-1", FactKind.OTHER_AGENCIES, "none");
        var open = questions(known, "joint-working", NOW).beforeIntake("f-1-1");

        assertThat(open).isEmpty();
        assertThat(changed(Changes.passIntake(known, "f-1-1", open, BY, NOW))
                        .known("f-1-1")
                        .orElseThrow()
                        .fact(FactKind.INTAKE))
                .isPresent();
    }

    @Test
    void without_the_answer_which_children_there_are_no_adults_case_passes_intake() {
        var open = ashdowns().withPerson("f-1-1", m -> m.withFacts(java.util.Map.of()));

        assertThat(questions(open, "joint-working", NOW).beforeIntake("f-1-1"))
                .extracting(OpenQuestion::asks)
                .contains("children-cared-for-or-in-contact");
        assertThat(Changes.passIntake(open, "f-1-1", List.of(), BY, NOW))
                .isInstanceOfSatisfying(
                        Changes.Outcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Reason::obligation)
                                .containsExactly("JWP-01"));
    }

    @Test
    void intake_is_of_adults_and_cannot_be_recorded_past_its_questions() {
        assertThat(Changes.passIntake(ashdowns(), "f-1-2", List.of(), BY, NOW))
                .isInstanceOf(Changes.Outcome.Refused.class);
        assertThat(Changes.record(ashdowns(), "f-1-1", FactKind.INTAKE, said("passed"), BY, NOW))
                .isInstanceOf(Changes.Outcome.Refused.class);
    }

    @Test
    void salford_asks_of_each_child_whether_there_is_a_caf_and_who_leads_it() {
        assertThat(asks(ashdowns(), "salford", "f-1-2")).contains("common-assessment");
        assertThat(asks(with(ashdowns(), "f-1-2", FactKind.EARLY_HELP, "no"), "salford", "f-1-2"))
                .doesNotContain("common-assessment");

        var asking = with(ashdowns(), "f-1-2", FactKind.EARLY_HELP, "coordinators-asked");
        assertThat(asks(asking, "salford", "f-1-2")).contains("common-assessment");

        var yes = with(ashdowns(), "f-1-2", FactKind.EARLY_HELP, "yes");
        assertThat(asks(yes, "salford", "f-1-2")).contains("common-assessment");
        assertThat(asks(with(yes, "f-1-2", FactKind.EARLY_HELP_LEAD, "Ida Frost"), "salford", "f-1-2"))
                .doesNotContain("common-assessment");
    }

    @Test
    void salford_wants_one_recovery_coordinator_for_a_service_user_and_one_lead_professional_for_a_child() {
        var using = with(ashdowns(), "f-1-1", FactKind.SUBSTANCE_USE, "yes");

        assertThat(asks(using, "salford", "f-1-1")).contains("named-recovery-coordinator");
        assertThat(asks(using, "salford", "f-1-2")).contains("named-lead-professional");
        assertThat(asks(with(using, "f-1-1", FactKind.RECOVERY_COORDINATOR, "Tom"), "salford", "f-1-1"))
                .doesNotContain("named-recovery-coordinator");
    }

    @Test
    void the_scope_of_the_protocol_is_said_with_its_reasons() {
        assertThat(scope(ashdowns())).isEmpty();
        assertThat(scope(with(ashdowns(), "f-1-1", FactKind.SUBSTANCE_USE, "yes")))
                .contains("an adult misuses substances", "an adult cares for a child");
        assertThat(scope(with(ashdowns(), "f-1-2", FactKind.AFFECTED_BY_SUBSTANCE_USE, "yes")))
                .contains("a child is affected by somebody's substance misuse");
        assertThat(scope(with(ashdowns(), "f-1-2", FactKind.SUBSTANCE_USE, "yes")))
                .contains("a child or young person uses substances");
    }

    private static List<String> scope(Family family) {
        return questions(family, "salford", NOW).applying().stream()
                .filter(rule -> rule.obligations().contains("SAL-01"))
                .flatMap(rule -> rule.because().stream())
                .toList();
    }

    @Test
    void what_is_known_of_the_children_is_stale_after_three_months_and_fresh_after_a_check() {
        var known = with(ashdowns(), "f-1-2", FactKind.SCHOOL, "Hill School");
        // Three calendar months from 23 November end at the closing of the last working day on or before 23 February.
        var due = Instant.parse("2027-02-23T17:00:00Z");

        assertThat(questions(known, "salford", due.minusMillis(1)).stale()).isEmpty();
        assertThat(questions(known, "salford", due).stale())
                .extracting(Stale::about, Stale::fact)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("f-1-1", FactKind.CHILDREN),
                        org.assertj.core.groups.Tuple.tuple("f-1-2", FactKind.SCHOOL));
        assertThat(questions(known, "salford", due).stale())
                .allSatisfy(stale -> assertThat(stale.obligations()).containsExactly("SAL-17"));

        var checked = changed(Changes.checked(known, "the mother", BY, due));
        assertThat(questions(checked, "salford", due.plusSeconds(60)).stale()).isEmpty();
    }

    @Test
    void where_a_protocol_gives_no_interval_nothing_is_called_stale() {
        assertThat(questions(ashdowns(), "hackney", NOW.plus(Duration.ofDays(900)))
                        .stale())
                .isEmpty();
    }

    @Test
    void the_family_approach_makes_curious() {
        assertThat(questions(ashdowns(), "family-approach", NOW).curiosity())
                .singleElement()
                .satisfies(prompt -> {
                    assertThat(prompt.obligations()).containsExactly("FAP-05");
                    assertThat(prompt.questions()).anyMatch(q -> q.contains("tipping point"));
                });
        assertThat(questions(ashdowns(), "hackney", NOW).curiosity()).isEmpty();
    }

    @Test
    void an_unborn_child_is_a_pregnancy_to_the_protocols() {
        var expecting = family("f-1", SADE, null, adult("Robin", "Ashdown", null), unborn("2027-03-01"));

        assertThat(Situation.of(expecting)).contains(Fact.PREGNANCY, Fact.CHILD_CARED_FOR);
        assertThat(questions(expecting, "family-approach", NOW).applying())
                .anyMatch(rule -> rule.obligations().contains("FAP-15"));
    }

    @Test
    void an_adult_who_is_known_not_to_care_for_a_child_is_not_taken_to() {
        var apart = changed(Changes.relate(
                ashdowns(),
                new Relationship(
                        "f-1-1:f-1-2",
                        "f-1-1",
                        "f-1-2",
                        Relationship.Kind.OTHER,
                        Relationship.Care.NONE,
                        Relationship.Contact.NONE,
                        "x",
                        BY,
                        NOW),
                BY,
                NOW));

        assertThat(Situation.of(apart)).doesNotContain(Fact.CHILD_CARED_FOR, Fact.CHILD_IN_REGULAR_CONTACT);
    }
}
