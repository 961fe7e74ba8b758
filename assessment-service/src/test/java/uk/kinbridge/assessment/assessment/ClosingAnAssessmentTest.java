package uk.kinbridge.assessment.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.assessment.AssessmentMother.MONDAY_TEN;
import static uk.kinbridge.assessment.assessment.AssessmentMother.SADE;
import static uk.kinbridge.assessment.assessment.AssessmentMother.SOCIAL_CARE;
import static uk.kinbridge.assessment.assessment.AssessmentMother.TOM;
import static uk.kinbridge.assessment.assessment.AssessmentMother.TREATMENT;
import static uk.kinbridge.assessment.assessment.AssessmentMother.aParentalNeedsAssessment;
import static uk.kinbridge.assessment.assessment.AssessmentMother.answered;
import static uk.kinbridge.assessment.assessment.AssessmentMother.completed;
import static uk.kinbridge.assessment.assessment.AssessmentMother.done;
import static uk.kinbridge.assessment.assessment.AssessmentMother.family;
import static uk.kinbridge.assessment.assessment.AssessmentMother.parentalNeeds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.assessment.assessment.Assessment.State;
import uk.kinbridge.assessment.assessment.AssessmentEvent.NoticeRequested;
import uk.kinbridge.assessment.assessment.Ruling.Why;
import uk.kinbridge.platform.aggregate.Change;

/** HAC-04, HAC-15, SAL-24, JWP-13: by closing an assessment nothing that is owed to a child ends, and nobody forgets it. */
class ClosingAnAssessmentTest {

    private static final Instant TUESDAY_TEN = MONDAY_TEN.plus(Duration.ofDays(1));

    private final Rules rules = parentalNeeds();
    private final Actor tom = Actor.of(TOM);
    private final Actor sade = Actor.of(SADE);

    @Test
    void a_complete_one_is_closed_with_its_reason_and_nobody_waits_for_its_review() {
        var a = close(completed()).next();

        assertThat(a.state()).isEqualTo(State.CLOSED);
        assertThat(a.closed()).isEqualTo(new Closed("Treatment is complete.", tom, TUESDAY_TEN));
        assertThat(a.running("review")).isEmpty();
        assertThat(a.wakeAt()).isEmpty();
        assertThat(a.editions()).as("every version stays").hasSize(1);
        assertThat(a.history())
                .last()
                .satisfies(line -> assertThat(line.obligations()).contains("SAL-24"))
                .satisfies(line -> assertThat(line.words()).doesNotContain("Treatment is complete."));
    }

    @Test
    void one_that_is_not_complete_cannot_be_closed_around_its_rules() {
        assertThat(whyNot(aParentalNeedsAssessment())).isEqualTo(Why.NOT_COMPLETE);
        assertThat(whyNot(answered(aParentalNeedsAssessment(), rules, TOM))).isEqualTo(Why.NOT_COMPLETE);
        assertThat(whyNot(done(Finishing.reopen(completed(), "A look", tom, rules, MONDAY_TEN))))
                .isEqualTo(Why.NOT_COMPLETE);
    }

    @Test
    void harm_without_its_referral_keeps_it() {
        var harmed = done(Beside.harm(completed(), "Bruises.", List.of("m-2"), tom, rules, MONDAY_TEN));

        assertThat(whyNot(harmed)).isEqualTo(Why.NOT_SETTLED);
        assertThat(close(done(Beside.harmReferred(harmed, 1, "r-9", tom, MONDAY_TEN)))
                        .next()
                        .state())
                .isEqualTo(State.CLOSED);
    }

    @Test
    void what_it_brought_with_it_keeps_it_until_that_is_settled() {
        var draft = new Draft(completed());
        draft.owed.add(
                Owed.still("young-carers", null, "refer young-carer", "A referral", List.of("DOR-08"), MONDAY_TEN));
        var owing = draft.change().next();

        assertThat(Closing.close(owing, "Done.", tom, rules, TUESDAY_TEN))
                .isInstanceOfSatisfying(Ruling.Against.class, against -> {
                    assertThat(against.why()).isEqualTo(Why.NOT_SETTLED);
                    assertThat(against.obligations()).containsExactly("DOR-08");
                });
        assertThat(close(done(Beside.settle(owing, "young-carers", "r-7", "Made", tom, MONDAY_TEN)))
                        .next()
                        .state())
                .isEqualTo(State.CLOSED);
    }

    @Test
    void an_overdue_review_is_made_first_whether_or_not_anything_has_swept_it() {
        var a = completed();
        var due = a.running("review").orElseThrow().dueAt();

        assertThat(Closing.close(a, "Done.", tom, rules, due))
                .isInstanceOfSatisfying(
                        Ruling.Against.class,
                        against -> assertThat(against.why()).isEqualTo(Why.NOT_REVIEWED));
        assertThat(Closing.close(a, "Done.", tom, rules, due.minusSeconds(1))).isInstanceOf(Ruling.Done.class);
    }

    @Test
    void whoever_got_an_outcome_knows_the_last_one_and_has_confirmed_it() {
        var goingOn = told(completed(), true);
        assertThat(whyNot(received(goingOn))).isEqualTo(Why.OUTCOME_NOT_TOLD);

        var ended = told(received(goingOn), false);
        assertThat(whyNot(ended)).isEqualTo(Why.OUTCOME_NOT_RECEIVED);

        var closed = close(received(ended));
        assertThat(closed.next().state()).isEqualTo(State.CLOSED);
        assertThat(notices(closed)).anySatisfy(notice -> {
            assertThat(notice.to().agency()).isEqualTo(SOCIAL_CARE);
            assertThat(notice.obligation()).isEqualTo("SAL-24");
        });
    }

    @Test
    void an_outcome_that_was_told_before_the_last_version_is_not_the_last_outcome() {
        var ended = received(told(completed(), false));
        var open = done(Finishing.reopen(ended, "A look", tom, rules, MONDAY_TEN.plusSeconds(60)));
        var level = rules.picture(open).orElseThrow().level().id().value();
        var decided =
                done(Finishing.decideRisk(open, level, null, "The same.", tom, rules, MONDAY_TEN.plusSeconds(61)));
        var again = done(Finishing.complete(decided, tom, rules, MONDAY_TEN.plusSeconds(62)));

        assertThat(whyNot(again)).isEqualTo(Why.OUTCOME_NOT_TOLD);
        assertThat(close(received(told(again, false, MONDAY_TEN.plusSeconds(63))))
                        .next()
                        .state())
                .isEqualTo(State.CLOSED);
    }

    @Test
    void a_referrer_who_was_told_nothing_keeps_it() {
        var draft = new Draft(completed());
        draft.referral = "r-1";

        assertThat(whyNot(draft.change().next())).isEqualTo(Why.OUTCOME_NOT_TOLD);
    }

    @Test
    void a_change_of_circumstances_does_not_open_it_by_itself_but_those_who_held_it_confirm_that_they_know() {
        var closed = close(completed()).next();

        var changed = (Ruling.Done) Finishing.circumstancesChanged(
                closed, List.of("A member was added"), family(), rules, TUESDAY_TEN, TUESDAY_TEN);

        assertThat(changed.change().next().state()).isEqualTo(State.CLOSED);
        assertThat(changed.change().next().history().getLast().words()).contains("A member was added");
        assertThat(notices(changed.change()))
                .extracting(notice -> notice.to().agency() + " " + notice.to().role() + " "
                        + notice.to().person())
                .containsExactly(TREATMENT + " practitioner " + TOM.subject(), TREATMENT + " safeguarding-lead null");
        assertThat(notices(changed.change())).allMatch(notice -> notice.acknowledgeBy() != null);
    }

    @Test
    void whoever_works_with_the_family_can_have_it_looked_at_again_with_a_clock_and_its_holder_knows() {
        var closed = close(completed()).next();

        var open = (Ruling.Done) Finishing.reopen(closed, "The mother drinks again.", sade, rules, TUESDAY_TEN);

        assertThat(open.change().next().state()).isEqualTo(State.REOPENED);
        assertThat(open.change().next().running("review-after-change")).isPresent();
        assertThat(open.change().next().closed())
                .as("that it was closed stays known")
                .isNotNull();
        assertThat(notices(open.change()))
                .singleElement()
                .satisfies(notice -> assertThat(notice.to().person()).isEqualTo(TOM.subject()));
    }

    @Test
    void harm_seen_after_it_was_closed_has_its_clock_all_the_same() {
        var closed = close(completed()).next();

        var harmed = done(Beside.harm(closed, "Bruises.", List.of("m-2"), sade, rules, TUESDAY_TEN));

        assertThat(harmed.wakeAt()).isPresent();
    }

    @Test
    void closing_it_twice_changes_nothing_more() {
        assertThat(Closing.close(close(completed()).next(), "Again.", tom, rules, TUESDAY_TEN))
                .isInstanceOf(Ruling.Before.class);
    }

    private Change<Assessment, AssessmentEvent> close(Assessment a) {
        var ruling = Closing.close(a, "Treatment is complete.", tom, rules, TUESDAY_TEN);
        assertThat(ruling).isInstanceOf(Ruling.Done.class);
        return ((Ruling.Done) ruling).change();
    }

    private @Nullable Why whyNot(Assessment a) {
        return Closing.close(a, "Done.", tom, rules, TUESDAY_TEN) instanceof Ruling.Against against
                ? against.why()
                : null;
    }

    private Assessment told(Assessment a, boolean goesOn) {
        return told(a, goesOn, MONDAY_TEN);
    }

    private Assessment told(Assessment a, boolean goesOn, Instant at) {
        var outcome =
                new Finishing.Outcome(SOCIAL_CARE, "So it is.", "Weekends", "Low", goesOn, "Care is good enough.");
        return done(Finishing.share(a, outcome, tom, rules, at));
    }

    private Assessment received(Assessment a) {
        return done(Finishing.received(a, sade, MONDAY_TEN));
    }

    private static List<NoticeRequested> notices(Change<Assessment, AssessmentEvent> change) {
        return change.events().stream()
                .filter(NoticeRequested.class::isInstance)
                .map(NoticeRequested.class::cast)
                .toList();
    }
}
