package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.AcknowledgingAReferralTest.clock;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.done;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.clock.ClockState;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeRequested;

/** SAL-04, SAL-05, SAL-06, SAL-15: the Bridge is called first; the form follows within one working day of the call. */
class CallComesFirstTest {

    private static final Rules BRIDGE = ReferralMother.rules("salford", "to-the-bridge");
    private static final Actor COORDINATOR = new Actor("p-1", "A Coordinator", "achieve-salford", List.of());
    private static final Actor DUTY_WORKER = new Actor("p-2", "A Duty Worker", "salford-childrens-services", List.of());
    private static final Attachment FORM =
            new Attachment("referral-form", "d-1", "form.pdf", "application/pdf", 1000, "ab");

    @Test
    void no_form_is_accepted_before_a_call_is_recorded() {
        assertThat(submission(null, List.of(FORM)).submit(BRIDGE, MONDAY_TEN))
                .isInstanceOfSatisfying(
                        Submission.Outcome.Incomplete.class,
                        incomplete -> assertThat(incomplete.missing())
                                .singleElement()
                                .satisfies(missing -> {
                                    assertThat(missing.item().value()).isEqualTo("bridge-call");
                                    assertThat(missing.obligations()).contains(new ObligationId("SAL-04"));
                                }));
    }

    @Test
    void a_recorded_call_starts_the_one_working_day_for_the_form() {
        var called = accepted(submission(call(Call.Proceed.REFER), List.of()));

        assertThat(called.state()).isEqualTo("called");
        assertThat(clock(called, "send-documents").dueAt()).isEqualTo(Instant.parse("2026-11-24T17:00:00Z"));
        assertThat(called.standing().submittedAt()).isNull();
        assertThat(called.history().getFirst().said()).containsEntry("decision", "Send the form today");
    }

    @Test
    void the_form_follows_and_its_receipt_is_owed_within_one_working_day() {
        var called = accepted(submission(call(Call.Proceed.REFER), List.of()));
        var later = MONDAY_TEN.plus(Duration.ofHours(2));

        var sent = done(called, new Act.Send(Map.of(), List.of(FORM)), COORDINATOR, later, BRIDGE);

        assertThat(sent.next().state()).isEqualTo("submitted");
        assertThat(sent.next().documents()).containsExactly(FORM);
        assertThat(clock(sent.next(), "send-documents").stateAt(later)).isEqualTo(ClockState.MET);
        assertThat(clock(sent.next(), "confirm-receipt").isOpen()).isTrue();
        assertThat(sent.events())
                .filteredOn(NoticeRequested.class::isInstance)
                .extracting(event -> ((NoticeRequested) event).purpose())
                .contains("upload-confirmed", "referral-arrived");
    }

    @Test
    void call_and_form_together_are_sent_at_once() {
        var sent = accepted(submission(call(Call.Proceed.REFER), List.of(FORM)));

        assertThat(sent.state()).isEqualTo("submitted");
        assertThat(sent.history())
                .extracting(Happening::what)
                .containsExactly("referral.call-recorded", "referral.submitted");
    }

    @Test
    void after_three_working_days_without_receipt_the_referrer_is_told_to_contact_the_bridge() {
        var sent = accepted(submission(call(Call.Proceed.REFER), List.of(FORM)));
        var due = clock(sent, "contact-the-bridge").dueAt();

        var told = sent.elapse(due, BRIDGE).events();

        assertThat(due).isEqualTo(Instant.parse("2026-11-26T17:00:00Z"));
        assertThat(told)
                .anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(NoticeRequested.class, notice -> {
                    assertThat(notice.purpose()).isEqualTo("contact-the-bridge-overdue");
                    assertThat(notice.to().person()).isEqualTo("p-1");
                    assertThat(notice.words()).contains("0161 603 4500");
                }));
    }

    @Test
    void a_call_that_ends_in_advice_is_recorded_and_needs_no_form() {
        var advised = accepted(submission(call(Call.Proceed.ADVICE), List.of()));

        assertThat(advised.state()).isEqualTo("advised");
        assertThat(advised.wakeAt()).isEmpty();
    }

    @Test
    void a_referral_taken_back_owes_nobody_anything() {
        var sent = accepted(submission(call(Call.Proceed.REFER), List.of(FORM)));

        var withdrawn = done(sent, new Act.Withdraw("Sent twice"), COORDINATOR, MONDAY_TEN.plusSeconds(60), BRIDGE)
                .next();

        assertThat(withdrawn.wakeAt()).isEmpty();
        assertThat(clock(withdrawn, "confirm-receipt").stateAt(MONDAY_TEN.plus(Duration.ofDays(9))))
                .isEqualTo(ClockState.CANCELLED);
        assertThat(withdrawn.act(new Act.Acknowledge(), DUTY_WORKER, MONDAY_TEN.plusSeconds(61), BRIDGE))
                .isInstanceOf(Acted.NotNow.class);
    }

    @Test
    void the_outcome_goes_to_the_very_person_who_referred() {
        var referral = accepted(submission(call(Call.Proceed.REFER), List.of(FORM)));
        for (var act : List.of(new Act.Acknowledge(), new Act.Decide("Assess"), new Act.CompleteAssessment())) {
            referral = done(referral, act, DUTY_WORKER, MONDAY_TEN.plusSeconds(60), BRIDGE)
                    .next();
        }

        var told = done(referral, new Act.ShareOutcome("Joint work", null, null), DUTY_WORKER, MONDAY_TEN, BRIDGE)
                .events();

        assertThat(told)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                NoticeRequested.class,
                                notice -> assertThat(notice.to().person()).isEqualTo("p-1")));
    }

    private static Referral accepted(Submission submission) {
        return ((Submission.Outcome.Accepted) submission.submit(BRIDGE, MONDAY_TEN))
                .change()
                .next();
    }

    private static Call call(Call.Proceed proceed) {
        return new Call(MONDAY_TEN, "Duty desk of the Bridge", "Send the form today", proceed);
    }

    private static Submission submission(@Nullable Call call, List<Attachment> documents) {
        return new Submission(
                "r-1",
                "R-1",
                COORDINATOR,
                new Sender("achieve-salford", "Achieve", COORDINATOR.person(), COORDINATOR.name()),
                new Receiver("salford-childrens-services", "The Bridge", "duty-worker"),
                new Content(ReferralMother.family(), Map.of(), documents, call, List.of(), null));
    }
}
