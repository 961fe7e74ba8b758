package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.SOCIAL_WORKER;
import static uk.kinbridge.referral.referral.ReferralMother.TREATMENT_WORKER;
import static uk.kinbridge.referral.referral.ReferralMother.aReferral;
import static uk.kinbridge.referral.referral.ReferralMother.intoTreatment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.protocols.pack.CaseEvent;

/** HAC-05, HAC-06, SAL-21: a referral goes on as its pathway says when appointments are missed; late news harms nothing. */
class FollowingAppointmentsTest {

    private static final Instant LATER = MONDAY_TEN.plus(Duration.ofDays(4));

    @Test
    void an_invitation_is_told_so_that_it_becomes_an_appointment() {
        var change = ReferralMother.done(
                aReferral(MONDAY_TEN),
                new Act.Invite(LATER, "Room 2"),
                TREATMENT_WORKER,
                MONDAY_TEN.plusSeconds(60),
                intoTreatment());

        assertThat(change.events())
                .anyMatch(e -> e instanceof ReferralEvent.Invited i
                        && i.appointmentAt().equals(LATER));
    }

    @Test
    void a_missed_appointment_leaves_it_waiting_for_the_assessment_and_is_told() {
        var next = heard(invited(), CaseEvent.APPOINTMENT_MISSED).orElseThrow().next();

        assertThat(next.state()).isEqualTo("invited");
        assertThat(next.history().getLast().words()).contains("missed an appointment");
    }

    @Test
    void used_up_offers_start_the_clock_of_the_joint_decision_and_the_decision_meets_it() {
        var usedUp = heard(invited(), CaseEvent.OFFERS_USED_UP).orElseThrow().next();

        var agreed = heard(usedUp, CaseEvent.NEXT_STEPS_AGREED).orElseThrow().next();

        assertThat(usedUp.state()).isEqualTo("offers-used-up");
        assertThat(clock(usedUp, "discuss-next-steps").isOpen()).isTrue();
        assertThat(agreed.state()).isEqualTo("next-steps-agreed");
        assertThat(clock(agreed, "discuss-next-steps").metAt()).isEqualTo(LATER);
        assertThat(clock(agreed, "carry-out-next-steps").isOpen()).isTrue();
    }

    @Test
    void news_that_comes_after_what_followed_from_it_changes_nothing() {
        var usedUp = heard(invited(), CaseEvent.OFFERS_USED_UP).orElseThrow().next();

        assertThat(heard(usedUp, CaseEvent.APPOINTMENT_MISSED)).isEmpty();
        assertThat(heard(usedUp, CaseEvent.OFFERS_USED_UP)).isEmpty();
        assertThat(heard(aReferral(MONDAY_TEN), CaseEvent.NEXT_STEPS_AGREED)).isEmpty();
    }

    @Test
    void a_decision_that_overtakes_the_news_of_what_it_was_about_is_not_lost() {
        var agreed = heard(invited(), CaseEvent.NEXT_STEPS_AGREED).orElseThrow().next();

        assertThat(agreed.state()).isEqualTo("next-steps-agreed");
        assertThat(clock(agreed, "discuss-next-steps").isOpen()).isFalse();
        assertThat(heard(agreed, CaseEvent.OFFERS_USED_UP)).isEmpty();
    }

    @Test
    void an_outcome_that_leaves_offers_puts_it_back_where_it_stood_as_due_as_it_was() {
        var invited = invited();
        var usedUp = heard(invited, CaseEvent.OFFERS_USED_UP).orElseThrow().next();
        var corrected = new Happening(LATER, "appointment.missed-taken-back", "Corrected", null, List.of(), Map.of());

        var again = OffersLeft.again(usedUp, corrected, TREATMENT_WORKER, LATER, intoTreatment())
                .orElseThrow()
                .next();

        assertThat(again.state()).isEqualTo("invited");
        assertThat(clock(again, "complete-assessment").isOpen()).isTrue();
        assertThat(clock(again, "complete-assessment").dueAt())
                .isEqualTo(clock(invited, "complete-assessment").dueAt());
        assertThat(clock(again, "discuss-next-steps").cancelledAt()).isEqualTo(LATER);
        assertThat(heard(again, CaseEvent.OFFERS_USED_UP))
                .as("should they be used up after all")
                .isPresent();
    }

    @Test
    void a_joint_decision_that_was_overdue_is_so_no_longer_when_there_are_offers_left() {
        var usedUp = heard(invited(), CaseEvent.OFFERS_USED_UP).orElseThrow().next();
        var overdue =
                usedUp.elapse(LATER.plus(Duration.ofDays(9)), intoTreatment()).next();
        var corrected = new Happening(LATER, "appointment.missed-taken-back", "Corrected", null, List.of(), Map.of());

        var change = OffersLeft.again(
                        overdue, corrected, TREATMENT_WORKER, LATER.plus(Duration.ofDays(9)), intoTreatment())
                .orElseThrow();

        assertThat(change.events())
                .anyMatch(e -> e instanceof ReferralEvent.ClockMet met
                        && met.breached().kind().equals("discuss-next-steps"));
    }

    @Test
    void what_both_services_have_decided_is_theirs_to_change() {
        var agreed = heard(invited(), CaseEvent.NEXT_STEPS_AGREED).orElseThrow().next();
        var corrected = new Happening(LATER, "appointment.missed-taken-back", "Corrected", null, List.of(), Map.of());

        assertThat(OffersLeft.again(agreed, corrected, TREATMENT_WORKER, LATER, intoTreatment()))
                .isEmpty();
        assertThat(OffersLeft.again(invited(), corrected, TREATMENT_WORKER, LATER, intoTreatment()))
                .isEmpty();
    }

    @Test
    void a_lost_family_is_told_where_no_state_moves_by_it() {
        var next = heard(invited(), CaseEvent.LOST_TO_CONTACT).orElseThrow().next();

        assertThat(next.state()).isEqualTo("invited");
        assertThat(next.history().getLast().what()).isEqualTo("family.lost-to-contact");
    }

    @Test
    void nothing_is_told_of_a_referral_that_has_ended() {
        var withdrawn = ReferralMother.done(
                        invited(), new Act.Withdraw("Moved away"), SOCIAL_WORKER, LATER, intoTreatment())
                .next();

        assertThat(heard(withdrawn, CaseEvent.LOST_TO_CONTACT)).isEmpty();
        assertThat(heard(withdrawn, CaseEvent.APPOINTMENT_MISSED)).isEmpty();
    }

    private static Optional<Change<Referral, ReferralEvent>> heard(Referral referral, CaseEvent event) {
        return referral.heard(event, Map.of(), TREATMENT_WORKER, LATER, intoTreatment());
    }

    private static Referral invited() {
        return ReferralMother.done(
                        aReferral(MONDAY_TEN),
                        new Act.Invite(LATER, null),
                        TREATMENT_WORKER,
                        MONDAY_TEN.plusSeconds(60),
                        intoTreatment())
                .next();
    }

    private static Clock clock(Referral referral, String kind) {
        return referral.clocks().stream()
                .filter(c -> c.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
