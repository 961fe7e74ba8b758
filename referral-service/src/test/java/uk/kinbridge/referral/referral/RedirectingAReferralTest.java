package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.AcknowledgingAReferralTest.clock;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.done;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.clock.ClockState;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeRequested;

/** FAP-14: nobody bounces a referral; who redirects it stays responsible until the named recipient has taken it. */
class RedirectingAReferralTest {

    private static final Rules RULES = ReferralMother.rules("family-approach", "child-at-risk");

    private final Referral redirected = redirected();

    private static Referral redirected() {
        var referral = EveryPathwayRunsTest.begun(RULES);
        var next = RULES.pack().agencies().stream()
                .filter(agency -> !referral.parties().contains(agency.id().value()))
                .findFirst()
                .orElseThrow();
        return done(
                        referral,
                        new Act.Redirect(
                                new Receiver(next.id().value(), next.name(), "duty-worker"), "Lives in their area"),
                        receiver(referral),
                        MONDAY_TEN,
                        RULES)
                .next();
    }

    @Test
    void the_decision_stays_owed_by_the_one_who_redirects() {
        var decide = clock(redirected, "decide");

        assertThat(redirected.state()).isEqualTo("redirected");
        assertThat(decide.isOpen()).isTrue();
        assertThat(decide.owner().agency()).isEqualTo(redirected.recipient().agency());
    }

    @Test
    void the_named_agency_becomes_a_party_and_owes_an_answer() {
        assertThat(redirected.parties()).contains(next().agency()).hasSize(3);
        assertThat(clock(redirected, "redirection-accepted").owner().agency()).isEqualTo(next().agency());
    }

    @Test
    void accepted_relieves_the_one_who_redirected() {
        var accepted = done(redirected, new Act.AcceptRedirection(), theirs(), MONDAY_TEN.plusSeconds(60), RULES)
                .next();

        assertThat(accepted.state()).isEqualTo("passed-on");
        assertThat(clock(accepted, "decide").stateAt(MONDAY_TEN.plusSeconds(61)))
                .isEqualTo(ClockState.MET);
        assertThat(accepted.parties()).contains(next().agency());
    }

    @Test
    void accepted_begins_a_referral_of_the_agency_that_took_it() {
        var events = done(redirected, new Act.AcceptRedirection(), theirs(), MONDAY_TEN.plusSeconds(60), RULES)
                .events();

        assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                ReferralEvent.PassedOn.class,
                                passed -> assertThat(passed.to()).isEqualTo(next())));
    }

    @Test
    void declined_it_is_where_it_was_and_the_other_sees_it_no_longer() {
        var declined = done(
                        redirected,
                        new Act.DeclineRedirection("Moved on again"),
                        theirs(),
                        MONDAY_TEN.plusSeconds(60),
                        RULES)
                .next();

        assertThat(declined.state()).isEqualTo("acknowledged");
        assertThat(clock(declined, "decide").isOpen()).isTrue();
        assertThat(declined.parties()).doesNotContain(next().agency());
    }

    @Test
    void taken_back_the_agency_that_never_took_it_sees_it_no_longer() {
        var referrer = new Actor("p-1", "A Worker", redirected.referrer().agency(), List.of());

        var withdrawn = done(redirected, new Act.Withdraw("Sent twice"), referrer, MONDAY_TEN.plusSeconds(60), RULES)
                .next();

        assertThat(withdrawn.parties()).doesNotContain(next().agency()).hasSize(2);
        assertThat(withdrawn.standing().passedOn()).isNull();
    }

    /** SAL-27 */
    @Test
    void handing_it_over_waits_while_agencies_disagree_about_it() {
        assertThat(new Act.AcceptRedirection().closes()).isTrue();
        assertThat(new Act.DeclineRedirection("No").closes()).isFalse();
    }

    @Test
    void nobody_answering_in_time_is_a_breach_that_people_hear_of() {
        var due = clock(redirected, "redirection-accepted").dueAt();

        assertThat(redirected.elapse(due, RULES).events())
                .filteredOn(NoticeRequested.class::isInstance)
                .extracting(event -> ((NoticeRequested) event).purpose())
                .contains("redirection-accepted-overdue");
    }

    private Receiver next() {
        return java.util.Objects.requireNonNull(redirected.standing().redirectedTo());
    }

    private Actor theirs() {
        return new Actor("p-9", "A Duty Worker", next().agency(), List.of());
    }

    private static Actor receiver(Referral referral) {
        return new Actor("p-2", "A Receiver", referral.recipient().agency(), List.of());
    }
}
