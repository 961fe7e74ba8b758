package uk.kinbridge.escalation.overdue;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.overdue.OverdueMother.BREACH;
import static uk.kinbridge.escalation.overdue.OverdueMother.SOCIAL_CARE;
import static uk.kinbridge.escalation.overdue.OverdueMother.TREATMENT;
import static uk.kinbridge.escalation.overdue.OverdueMother.born;
import static uk.kinbridge.escalation.overdue.OverdueMother.managersTime;
import static uk.kinbridge.escalation.overdue.OverdueMother.overdue;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.kinbridge.escalation.disagreement.Pinned;
import uk.kinbridge.protocols.pack.PersonRole;

/** JWP-14: what is overdue is a concern of the owner's manager, who must see it resolved; it ends when it is done. */
class OverdueObligationTest {

    @Test
    void becomes_the_concern_of_the_owners_manager() {
        var change = born("r-1");

        assertThat(change.next().at()).isEqualTo(PersonRole.MANAGER);
        assertThat(change.events())
                .anySatisfy(e -> {
                    assertThat(e.agency()).isEqualTo(TREATMENT);
                    assertThat(e.role()).isEqualTo("manager");
                    assertThat(e.action()).isEqualTo("See it done");
                })
                .anySatisfy(e -> {
                    assertThat(e.agency()).isEqualTo(SOCIAL_CARE);
                    assertThat(e.words()).contains("in one step");
                });
    }

    /** Three working days, as the area's ladder gives managers: from Tuesday to Friday at closing. */
    @Test
    void has_the_time_that_the_areas_ladder_gives_managers() {
        assertThat(born("r-1").next().clocks())
                .singleElement()
                .satisfies(clock -> assertThat(clock.dueAt()).isEqualTo(Instant.parse("2026-11-27T17:00:00Z")));
    }

    @Test
    void still_overdue_it_goes_to_the_senior_managers_and_stays_there_until_it_is_done() {
        var concern = born("r-1").next();
        for (int i = 0; i < 8; i++) {
            concern = concern.elapse(concern.wakeAt().orElseThrow(), managersTime())
                    .next();
        }

        assertThat(concern.at()).isEqualTo(PersonRole.SENIOR_MANAGER);
        assertThat(concern.round()).isGreaterThan(2);
        assertThat(concern.wakeAt()).isPresent();
    }

    @Test
    void ends_by_itself_when_it_is_done() {
        var done = born("r-1").next().done(BREACH.plusSeconds(60)).orElseThrow();

        assertThat(done.next().isOpen()).isFalse();
        assertThat(done.next().wakeAt()).isEmpty();
        assertThat(done.next().done(BREACH.plusSeconds(61))).isEmpty();
    }

    @Test
    void the_managers_words_do_not_stop_the_clock() {
        var concern = born("r-1").next();
        var manager = new uk.kinbridge.escalation.disagreement.Actor(
                "p-grace", "Grace Mensah", TREATMENT, java.util.List.of("manager"));

        assertThat(concern.answered(manager, "Today.", BREACH).next().wakeAt()).isEqualTo(concern.wakeAt());
    }

    @Test
    void who_has_heard_of_the_breach_already_is_not_told_the_same_again() {
        var told = Set.of(
                new uk.kinbridge.platform.clock.Owner(TREATMENT, "manager"),
                new uk.kinbridge.platform.clock.Owner("hackney-childrens-social-care", "manager"));

        var silent = Concern.of(overdue("r-1"), "N-1", managersTime(), told, BREACH);

        assertThat(silent.events()).isEmpty();
        assertThat(silent.next().wakeAt())
                .as("the clock runs as ever")
                .isEqualTo(born("r-1").next().wakeAt());
        assertThat(silent.next()
                        .elapse(silent.next().wakeAt().orElseThrow(), managersTime())
                        .events())
                .as("and what comes later is told from here")
                .isNotEmpty();
        assertThat(born("r-1").events()).hasSize(2);
    }

    @Test
    void a_protocol_version_that_is_unknown_here_still_ends_with_a_manager_and_a_clock() {
        var o = overdue("r-1");
        var unknown = new Overdue(
                o.source(),
                o.clock(),
                o.words(),
                o.obligations(),
                o.owner(),
                o.others(),
                o.startedAt(),
                o.dueAt(),
                o.breachedAt(),
                new Pinned("atlantis", 7, "unknown"));

        assertThat(Concern.of(unknown, "N-1", managersTime(), Set.of(), BREACH)
                        .next()
                        .wakeAt())
                .isPresent();
    }

    @Test
    void the_same_obligation_has_the_same_id_whenever_news_of_it_comes() {
        assertThat(overdue("r-1").concernId())
                .isEqualTo(overdue("r-1").concernId())
                .isNotEqualTo(overdue("r-2").concernId());
    }

    @Test
    void each_handing_over_comes_once() {
        var concern = born("r-1").next();
        var due = concern.clocks().getFirst().dueAt();
        var handed = concern.elapse(due, managersTime());

        assertThat(handed.events()).hasSize(1);
        assertThat(handed.next()
                        .elapse(due.plus(Duration.ofMinutes(1)), managersTime())
                        .events())
                .isEmpty();
    }
}
