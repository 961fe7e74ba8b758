package uk.kinbridge.escalation.overdue;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.newerCalendar;
import static uk.kinbridge.escalation.overdue.OverdueMother.BREACH;
import static uk.kinbridge.escalation.overdue.OverdueMother.TREATMENT;
import static uk.kinbridge.escalation.overdue.OverdueMother.born;
import static uk.kinbridge.escalation.overdue.OverdueMother.protocols;

import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.protocols.time.BankHolidays;

/** JWP-14: a bank holiday that is published meanwhile gives the manager the time that the ladder means, in sight. */
class ConcernsFollowCalendarTest {

    private static final BankHolidays NEWER = newerCalendar("2026-11-25");
    private static final ManagersTime TIME = new ManagersTime(protocols(), () -> NEWER);

    private final Concern concern = born("r-1").next();
    private final Clock before = concern.clocks().getFirst();

    @Test
    void the_managers_time_moves_once_and_the_manager_is_told_why() {
        var change = concern.brought(TIME, BREACH.plusSeconds(60)).orElseThrow();
        var after = change.next().clocks().getFirst();

        assertThat(before.dueAt()).isEqualTo("2026-11-27T17:00:00Z");
        assertThat(after.dueAt()).as("the next working day is a Monday").isEqualTo("2026-11-30T17:00:00Z");
        assertThat(after.calendar()).isEqualTo(NEWER.version());
        assertThat(after.variations())
                .singleElement()
                .satisfies(variation -> assertThat(variation.reason())
                        .contains("replace those of " + BankHolidays.shipped().version()));
        assertThat(change.events()).singleElement().satisfies(event -> {
            assertThat(event.agency()).isEqualTo(TREATMENT);
            assertThat(event.role()).isEqualTo("manager");
            assertThat(event.words()).contains("newly published bank holidays");
        });
        assertThat(change.next().history().getLast().what()).isEqualTo("clock.moved");
        assertThat(change.next().brought(TIME, BREACH.plusSeconds(120))).isEmpty();
    }

    @Test
    void a_time_that_has_passed_or_an_end_that_has_come_stays_as_it_is() {
        assertThat(concern.brought(TIME, before.dueAt())).isEmpty();
        assertThat(concern.done(BREACH).orElseThrow().next().brought(TIME, BREACH))
                .isEmpty();
    }

    @Test
    void a_list_that_changes_nothing_here_is_noted_in_silence() {
        var elsewhere = new ManagersTime(protocols(), () -> newerCalendar("2027-06-30"));
        var change = concern.brought(elsewhere, BREACH).orElseThrow();

        assertThat(change.events()).isEmpty();
        assertThat(change.next().clocks().getFirst().calendar()).isEqualTo(NEWER.version());
        assertThat(change.next().clocks().getFirst().dueAt()).isEqualTo(before.dueAt());
    }
}
