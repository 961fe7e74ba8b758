package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.referral.referral.ReferralEvent.ClockBreached;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeFulfilled;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeRequested;

/** SAL-09: where treatment is not required or declined the parent's GP is contacted, by a person, and on record. */
class TellingTheGeneralPractitionerTest {

    private static final String CLOCK = "contact-general-practitioner";
    private static final Instant IN_TIME = MONDAY_TEN.plusSeconds(3600);

    private final Rules rules = ReferralMother.rules("salford", "into-treatment");
    private final Referral sent = EveryPathwayRunsTest.begun(rules);
    private final Actor bridge = new Actor("p-1", "A Worker", sent.referrer().agency(), List.of("practitioner"));
    private final Actor achieve =
            new Actor("p-2", "A Receiver", sent.recipient().agency(), List.of("duty-worker"));

    private Change<Referral, ReferralEvent> declined() {
        return ReferralMother.done(sent, new Act.TakeNoFurther("Declined."), achieve, MONDAY_TEN, rules);
    }

    private static Clock clock(Referral referral) {
        return referral.clocks().stream()
                .filter(clock -> clock.kind().equals(CLOCK))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_referrer_is_asked_to_contact_the_gp_and_a_clock_runs() {
        var change = declined();

        assertThat(clock(change.next()).isOpen()).isTrue();
        assertThat(change.events())
                .filteredOn(NoticeRequested.class::isInstance)
                .map(NoticeRequested.class::cast)
                .filteredOn(notice -> notice.purpose().equals("general-practitioner-contacted"))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.to().person()).isEqualTo("p-1");
                    assertThat(notice.pursuit()).isNotNull();
                });
    }

    @Test
    void what_was_done_is_on_record_ends_the_wait_and_settles_the_notice() {
        var told = ReferralMother.done(
                declined().next(), new Act.TellOutside(true, "Dr Field's surgery", "Letter"), bridge, IN_TIME, rules);

        assertThat(rules.hasEnded(told.next().state())).isTrue();
        assertThat(clock(told.next()).isOpen()).isFalse();
        assertThat(told.next().history().getLast().said()).containsEntry("whom", "Dr Field's surgery");
        assertThat(told.events())
                .filteredOn(NoticeFulfilled.class::isInstance)
                .map(event -> ((NoticeFulfilled) event).purpose())
                .contains("general-practitioner-contacted");
    }

    @Test
    void nobody_contacts_the_gp_and_the_manager_hears_of_it() {
        var late = declined().next().elapse(clock(declined().next()).dueAt(), rules);

        assertThat(late.events())
                .filteredOn(ClockBreached.class::isInstance)
                .map(event -> ((ClockBreached) event).told())
                .contains(List.of(new ReferralEvent.Addressee(sent.referrer().agency(), "manager", null)));
    }

    @Test
    void the_service_that_declined_has_no_part_in_it() {
        var act = new Act.TellOutside(true, "w", "h");

        assertThat(rules.next(sent.state(), act.event()))
                .as("only after it was declined")
                .isEmpty();
        assertThat(act.closes()).isFalse();
    }
}
