package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.AcknowledgingAReferralTest.clock;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.done;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.ClockState;
import uk.kinbridge.referral.referral.ReferralEvent.Addressee;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeRequested;

/**
 * FAP-14, ENG-19: nobody bounces a referral; who redirects it stays responsible until the named recipient has taken it, and
 * everybody whom an answer concerns hears of it.
 */
class RedirectingAReferralTest {

    private static final Rules RULES = ReferralMother.rules("family-approach", "child-at-risk");

    private final Referral redirected = redirected();

    private static Referral redirected() {
        return redirecting().next();
    }

    private static Change<Referral, ReferralEvent> redirecting() {
        var referral = EveryPathwayRunsTest.begun(RULES);
        var next = RULES.pack().agencies().stream()
                .filter(agency -> !referral.parties().contains(agency.id().value()))
                .findFirst()
                .orElseThrow();
        return done(
                referral,
                new Act.Redirect(new Receiver(next.id().value(), next.name(), "duty-worker"), "Lives in their area"),
                receiver(referral),
                MONDAY_TEN,
                RULES);
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

    @Test
    void the_named_agency_is_asked_to_take_it_by_a_time_and_the_referrer_is_told_without_being_asked_for_anything() {
        var events = redirecting().events();

        assertThat(told(events, "asked-to-take")).singleElement().satisfies(notice -> {
            assertThat(notice.to()).isEqualTo(new Addressee(next().agency(), "duty-worker", null));
            assertThat(notice.asks())
                    .isEqualTo("Take it, or decline it and say why, by Tuesday 24 November 2026 at 17:00");
            assertThat(notice.acknowledgeBy()).isEqualTo(Instant.parse("2026-11-23T17:00:00Z"));
            assertThat(notice.obligations()).containsExactly("FAP-14");
        });
        assertThat(told(events, "redirected")).singleElement().satisfies(notice -> {
            assertThat(notice.to().person()).isEqualTo("p-1");
            assertThat(notice.asks()).isNull();
            assertThat(notice.acknowledgeBy()).isNull();
        });
    }

    @Test
    void accepted_is_told_to_the_one_who_is_relieved_and_to_the_referrer() {
        var events = answered(new Act.AcceptRedirection()).events();

        assertThat(told(events, "redirection-accepted"))
                .extracting(NoticeRequested::to)
                .containsExactly(
                        new Addressee(redirected.recipient().agency(), "practitioner", "p-2"),
                        new Addressee(redirected.referrer().agency(), "practitioner", "p-1"));
        assertThat(events).anySatisfy(this::settlesWhatTheyWereAsked);
    }

    @Test
    void declined_is_told_to_the_one_who_keeps_it_with_what_is_due_now_and_to_the_referrer() {
        var declined = answered(new Act.DeclineRedirection("Moved on again"));

        assertThat(told(declined.events(), "redirection-declined"))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.to())
                            .isEqualTo(new Addressee(redirected.recipient().agency(), "practitioner", "p-2"));
                    assertThat(notice.asks())
                            .isEqualTo(
                                    "Decide on it, or redirect it to another agency, by Tuesday 24 November 2026 at 17:00");
                    assertThat(notice.acknowledgeBy()).isEqualTo(Instant.parse("2026-11-23T17:00:00Z"));
                    assertThat(notice.words()).doesNotContain("Moved on again");
                });
        assertThat(told(declined.events(), "stays-after-redirection"))
                .extracting(NoticeRequested::to)
                .containsExactly(new Addressee(redirected.referrer().agency(), "practitioner", "p-1"));
        assertThat(declined.events()).anySatisfy(this::settlesWhatTheyWereAsked);
    }

    @Test
    void who_has_it_back_and_goes_on_with_it_is_not_chased_to_confirm_that_it_came_back() {
        var declined = answered(new Act.DeclineRedirection("Moved on again")).next();

        var decided =
                done(declined, new Act.Decide("An assessment"), receiver(declined), MONDAY_TEN.plusSeconds(120), RULES);
        var later = done(
                decided.next(), new Act.ReportProgress("News"), receiver(declined), MONDAY_TEN.plusSeconds(180), RULES);

        assertThat(settled(decided.events())).containsExactly("redirection-declined");
        assertThat(settled(later.events())).isEmpty();
    }

    @Test
    void taken_back_the_agency_that_was_asked_hears_that_nothing_more_is_asked_of_it() {
        var referrer = new Actor("p-1", "A Worker", redirected.referrer().agency(), List.of());

        var events = done(redirected, new Act.Withdraw("Sent twice"), referrer, MONDAY_TEN.plusSeconds(60), RULES)
                .events();

        assertThat(told(events, "withdrawn-before-taken"))
                .extracting(NoticeRequested::to)
                .containsExactly(new Addressee(next().agency(), "duty-worker", null));
        assertThat(told(events, "withdrawn"))
                .extracting(NoticeRequested::to)
                .containsExactly(new Addressee(redirected.recipient().agency(), "practitioner", "p-2"));
        assertThat(events).anySatisfy(this::settlesWhatTheyWereAsked);
    }

    @Test
    void what_becomes_known_meanwhile_reaches_the_agency_that_was_asked_too() {
        var referrer = new Actor("p-1", "A Worker", redirected.referrer().agency(), List.of());
        var amended = new Amended(redirected, referrer, MONDAY_TEN.plusSeconds(60), Passing.ALL);

        var corrected = amended.corrected("concern", "Another concern.", "A slip", RULES);
        var known = amended.told(List.of("domestic-abuse"), RULES);

        assertThat(told(corrected.events(), "corrected"))
                .extracting(notice -> notice.to().agency())
                .containsExactly(redirected.recipient().agency(), next().agency());
        assertThat(told(known.events(), "situation-told"))
                .extracting(notice -> notice.to().agency())
                .containsExactly(redirected.recipient().agency(), next().agency());
    }

    private static List<NoticeRequested> told(List<ReferralEvent> events, String purpose) {
        return events.stream()
                .filter(NoticeRequested.class::isInstance)
                .map(NoticeRequested.class::cast)
                .filter(notice -> notice.purpose().equals(purpose))
                .toList();
    }

    private static List<String> settled(List<ReferralEvent> events) {
        return events.stream()
                .filter(ReferralEvent.NoticeFulfilled.class::isInstance)
                .map(event -> ((ReferralEvent.NoticeFulfilled) event).purpose())
                .toList();
    }

    private void settlesWhatTheyWereAsked(ReferralEvent event) {
        assertThat(event)
                .isInstanceOfSatisfying(
                        ReferralEvent.NoticeFulfilled.class,
                        settled -> assertThat(settled.purpose()).isEqualTo("asked-to-take"));
    }

    private Change<Referral, ReferralEvent> answered(Act act) {
        return done(redirected, act, theirs(), MONDAY_TEN.plusSeconds(60), RULES);
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
