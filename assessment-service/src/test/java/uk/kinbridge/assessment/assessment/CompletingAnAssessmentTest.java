package uk.kinbridge.assessment.assessment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.assessment.AssessmentMother.MONDAY_TEN;
import static uk.kinbridge.assessment.assessment.AssessmentMother.SADE;
import static uk.kinbridge.assessment.assessment.AssessmentMother.SOCIAL_CARE;
import static uk.kinbridge.assessment.assessment.AssessmentMother.TOM;
import static uk.kinbridge.assessment.assessment.AssessmentMother.aParentalNeedsAssessment;
import static uk.kinbridge.assessment.assessment.AssessmentMother.answered;
import static uk.kinbridge.assessment.assessment.AssessmentMother.answers;
import static uk.kinbridge.assessment.assessment.AssessmentMother.begun;
import static uk.kinbridge.assessment.assessment.AssessmentMother.completed;
import static uk.kinbridge.assessment.assessment.AssessmentMother.done;
import static uk.kinbridge.assessment.assessment.AssessmentMother.parentalNeeds;
import static uk.kinbridge.assessment.assessment.AssessmentMother.typed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.kinbridge.assessment.assessment.Assessment.State;
import uk.kinbridge.assessment.assessment.AssessmentEvent.Happened;
import uk.kinbridge.assessment.assessment.AssessmentEvent.NoticeRequested;
import uk.kinbridge.assessment.assessment.AssessmentEvent.What;
import uk.kinbridge.assessment.assessment.Ruling.Why;
import uk.kinbridge.protocols.pack.AssessmentRule.Kind;
import uk.kinbridge.protocols.time.Within;

/** JWP-16, JWP-17, SAL-31, HAC-07, HAC-10, HAC-12: what stands against completing, and what completing does. */
class CompletingAnAssessmentTest {

    private final Rules rules = parentalNeeds();
    private final Actor tom = Actor.of(TOM);

    @Test
    void is_refused_while_a_child_is_unheard_and_loses_nothing() {
        var whole = answered(aParentalNeedsAssessment(), rules, TOM);
        var without = new HashMap<String, @org.jspecify.annotations.Nullable Object>();
        without.put("childs-voice", null);
        var unheard =
                done(Writing.save(whole, new Writing.Typed("about-each-child", 1, without), tom, rules, MONDAY_TEN));

        assertThat(Finishing.complete(unheard, tom, rules, MONDAY_TEN))
                .isInstanceOfSatisfying(
                        Ruling.Incomplete.class,
                        refused -> assertThat(refused.findings()).anySatisfy(finding -> {
                            assertThat(finding.question()).hasToString("childs-voice");
                            assertThat(finding.about()).isEqualTo("m-2");
                            assertThat(Rules.ids(finding.obligations())).isNotEmpty();
                        }));
        assertThat(unheard.answers().typed()).containsKey("strengths");
    }

    @Test
    void is_refused_until_a_person_has_decided_on_the_risk() {
        var whole = answered(aParentalNeedsAssessment(), rules, TOM);

        assertThat(Finishing.complete(whole, tom, rules, MONDAY_TEN))
                .isInstanceOfSatisfying(
                        Ruling.Against.class,
                        against -> assertThat(against.why()).isEqualTo(Why.NOT_DECIDED));
    }

    @Test
    void is_refused_while_nobody_could_ask_which_children_there_are() {
        var unknown = BeginAssessment.begun(
                        "a-2",
                        "A-3333-3333",
                        new BeginAssessment.Request("hackney", Kind.PARENTAL_NEEDS, "f-1", "m-1", null, List.of()),
                        KnownFamily.stated("f-1", List.of("child-cared-for")),
                        tom,
                        rules,
                        MONDAY_TEN)
                .next();

        assertThat(Finishing.complete(unknown, tom, rules, MONDAY_TEN))
                .isInstanceOfSatisfying(
                        Ruling.Against.class,
                        against -> assertThat(against.why()).isEqualTo(Why.FAMILY_NOT_KNOWN));
    }

    @Test
    void keeps_a_version_starts_the_review_and_tells_the_safeguarding_lead() {
        var whole = answered(aParentalNeedsAssessment(), rules, TOM);
        var level = rules.picture(whole).orElseThrow().level().id().value();
        var decided = done(Finishing.decideRisk(whole, level, null, "As it looks.", tom, rules, MONDAY_TEN));

        var ruling = (Ruling.Done) Finishing.complete(decided, tom, rules, MONDAY_TEN);
        var a = ruling.change().next();

        assertThat(a.state()).isEqualTo(State.COMPLETE);
        assertThat(a.editions())
                .singleElement()
                .satisfies(edition -> assertThat(edition.parts()).isEqualTo(a.parts()));
        assertThat(a.running("review")).isPresent();
        assertThat(ruling.change().events())
                .filteredOn(NoticeRequested.class::isInstance)
                .map(NoticeRequested.class::cast)
                .anySatisfy(notice -> {
                    assertThat(notice.purpose()).startsWith("lead-told-after-assessment");
                    assertThat(notice.to().role()).isEqualTo("safeguarding-lead");
                    assertThat(notice.obligation()).isEqualTo("HAC-10");
                });
        assertThat(ruling.change().events())
                .filteredOn(Happened.class::isInstance)
                .map(event -> ((Happened) event).what())
                .containsExactly(What.COMPLETED);
    }

    @Test
    void a_person_may_ask_for_an_earlier_look_and_never_for_a_later_one() {
        var whole = answered(aParentalNeedsAssessment(), rules, TOM);
        var level = rules.picture(whole).orElseThrow().level().id().value();

        var sooner =
                done(Finishing.decideRisk(whole, level, Within.workingDays(3), "Much is new.", tom, rules, MONDAY_TEN));
        var later = done(Finishing.decideRisk(
                whole, level, Within.parse("24 calendar months"), "No hurry.", tom, rules, MONDAY_TEN));

        assertThat(requireNonNull(sooner.risk()).reviewEvery()).isEqualTo("3 working days");
        assertThat(requireNonNull(later.risk()).reviewEvery())
                .isEqualTo(rules.picture(whole).orElseThrow().reviewEvery().toString());
    }

    @Test
    void a_triage_of_somebody_with_children_owes_the_parental_needs_assessment() {
        var triage = begun("hackney", Kind.TRIAGE, TOM);

        assertThat(Beside.kinds(triage)).contains(Kind.PARENTAL_NEEDS);
    }

    @Test
    void domestic_abuse_owes_the_dash() {
        var salford = AssessmentMother.rules("salford", Kind.CHILD_AND_FAMILY);
        var told = typed(
                begun("salford", Kind.CHILD_AND_FAMILY, TOM),
                "family-and-environment",
                Map.of("vulnerabilities", List.of("domestic-abuse")),
                TOM,
                salford);
        var followed = Standing.withWhatFollows(
                        uk.kinbridge.platform.aggregate.Change.silent(told), salford, MONDAY_TEN)
                .next();

        assertThat(Beside.kinds(followed)).contains(Kind.DOMESTIC_ABUSE);
    }

    @Test
    void whoever_got_the_outcome_reads_it_and_has_nothing_to_plan_or_to_sign_at_its_next_review() {
        var told = AssessmentMother.withOutcome(AssessmentMother.completed());
        assertThat(told.readers()).contains(SOCIAL_CARE);
        var open = done(Finishing.reopen(told, "Three months are over", tom, rules, MONDAY_TEN));
        var level = rules.picture(open).orElseThrow().level().id().value();
        var decided = done(Finishing.decideRisk(open, level, null, "The same.", tom, rules, MONDAY_TEN));

        assertThat(Finishing.complete(decided, tom, rules, MONDAY_TEN)).isInstanceOf(Ruling.Done.class);
    }

    @Test
    void a_joint_one_needs_planning_and_every_signature() {
        var joined = done(Jointly.join(
                answered(aParentalNeedsAssessment(), rules, TOM),
                SOCIAL_CARE,
                "Works with the family",
                tom,
                rules,
                MONDAY_TEN));

        assertThat(Finishing.complete(joined, tom, rules, MONDAY_TEN))
                .isInstanceOfSatisfying(Ruling.Against.class, against -> {
                    assertThat(against.why()).isEqualTo(Why.NOT_PREPARED);
                    assertThat(against.obligations()).contains("SAL-07");
                });
        var planned = done(Jointly.plan(joined, "On Tuesday, at school.", tom, MONDAY_TEN));
        var half = done(Jointly.sign(planned, tom, MONDAY_TEN));
        assertThat(Finishing.complete(half, tom, rules, MONDAY_TEN))
                .isInstanceOfSatisfying(
                        Ruling.Against.class,
                        against -> assertThat(against.why()).isEqualTo(Why.NOT_SIGNED));
        var signed = done(Jointly.sign(half, Actor.of(SADE), MONDAY_TEN));
        assertThat(Finishing.complete(signed, tom, rules, MONDAY_TEN))
                .isInstanceOfSatisfying(
                        Ruling.Against.class,
                        against -> assertThat(against.why()).isEqualTo(Why.NOT_DECIDED));
        assertThat(typed(signed, "caring", answers("caring"), TOM, rules)
                        .joint()
                        .signatures())
                .as("what was signed has changed")
                .isEmpty();
    }

    @Test
    void too_urgent_to_plan_owes_the_recovery_coordinator_full_information() {
        var urgent = done(Jointly.urgent(aParentalNeedsAssessment(), "A baby is due.", tom, MONDAY_TEN));

        assertThat(Jointly.unready(urgent)).isNotNull();
        assertThat(Jointly.unready(done(Jointly.inform(urgent, "All of it, by telephone.", tom, MONDAY_TEN))))
                .isNotNull()
                .satisfies(against -> assertThat(against.why()).isEqualTo(Why.NOT_SIGNED));
    }

    @Test
    void an_outcome_that_ends_the_work_needs_its_rationale() {
        var outcome = new Finishing.Outcome(SOCIAL_CARE, "No treatment needed.", null, null, false, null);

        assertThat(Finishing.share(completed(), outcome, tom, rules, MONDAY_TEN))
                .isInstanceOfSatisfying(Ruling.Against.class, against -> {
                    assertThat(against.why()).isEqualTo(Why.NO_RATIONALE);
                    assertThat(against.obligations()).contains("SAL-24");
                });
    }

    @Test
    void an_outcome_is_acknowledged_by_a_person() {
        var outcome = new Finishing.Outcome(SOCIAL_CARE, "Weekly.", "Most days", "Some", true, null);
        var shared = (Ruling.Done) Finishing.share(completed(), outcome, tom, rules, MONDAY_TEN);

        assertThat(shared.change().events())
                .filteredOn(NoticeRequested.class::isInstance)
                .map(NoticeRequested.class::cast)
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.acknowledgeBy()).isNotNull();
                    assertThat(notice.protocol()).isEqualTo("hackney");
                    assertThat(notice.sender()).isEqualTo(tom);
                    assertThat(java.util.Objects.requireNonNull(notice.chase()).steps())
                            .as("the manager there hears that nobody has it, then whoever sent it (HAC-04, HAC-17)")
                            .extracting(
                                    step -> step.to() == null ? "" : step.to().role())
                            .containsExactly("", "manager", "practitioner");
                });
        var received = done(Finishing.received(shared.change().next(), Actor.of(SADE), MONDAY_TEN));
        assertThat(received.outcomes().getFirst().receivedBy()).isEqualTo(Actor.of(SADE));
        assertThat(Finishing.received(received, Actor.of(SADE), MONDAY_TEN)).isInstanceOf(Ruling.Before.class);
    }
}
