package uk.kinbridge.referral.family;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.changed;
import static uk.kinbridge.referral.family.FamilyMother.said;
import static uk.kinbridge.referral.family.FamilyMother.tie;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.time.BankHolidays;

/** SAL-17: what is known of the children becomes stale by itself, and whoever answers for the record is told. */
class StaleFactsPointThemselvesOutTest {

    /** Three calendar months after the Monday on which it was said. */
    private static final Instant DUE = Instant.parse("2027-02-24T00:00:00Z");

    @Test
    void a_clock_runs_from_the_oldest_word_about_the_children() {
        var family = clocked(known(), NOW);

        assertThat(open(family)).singleElement().satisfies(clock -> {
            assertThat(clock.kind()).isEqualTo("check-information");
            assertThat(clock.obligations()).containsExactly("SAL-17");
            assertThat(clock.dueAt()).isBetween(NOW.plus(Duration.ofDays(89)), DUE);
            assertThat(clock.owner().agency()).isEqualTo(family.agency());
        });
        assertThat(family.wakeAt()).contains(open(family).getFirst().dueAt());
    }

    @Test
    void the_worker_who_registered_the_family_is_told_once_when_it_becomes_stale() {
        var family = clocked(known(), NOW);
        var due = family.wakeAt().orElseThrow();

        assertThat(family.elapse(due.minusMillis(1)).events()).isEmpty();
        var told = family.elapse(due);
        assertThat(told.events()).singleElement().satisfies(event -> {
            var notice = (FamilyEvent.NoticeRequested) event;
            assertThat(notice.person()).isEqualTo(SADE.subject());
            assertThat(notice.obligations()).containsExactly("SAL-17");
            assertThat(notice.words()).contains(family.reference()).doesNotContain("Wren");
        });
        assertThat(told.next().elapse(due.plusSeconds(60)).events()).isEmpty();
    }

    @Test
    void a_check_meets_it_and_it_runs_again_from_then() {
        var family = clocked(known(), NOW);
        var later = NOW.plus(Duration.ofDays(30));

        var checked = clocked(changed(Changes.checked(family, "the mother", Author.of(SADE), later)), later);

        assertThat(open(checked))
                .singleElement()
                .satisfies(clock -> assertThat(clock.startedAt()).isEqualTo(later));
        assertThat(checked.clocks())
                .anySatisfy(clock -> assertThat(clock.metAt()).isEqualTo(later));
    }

    @Test
    void one_word_said_again_does_not_make_the_others_fresh_nor_tell_anybody_twice() {
        var family = clocked(known(), NOW);
        var due = family.wakeAt().orElseThrow();
        var stale = family.elapse(due).next();
        var later = due.plus(Duration.ofDays(1));

        var one = clocked(
                changed(Changes.record(stale, "f-1-2", FactKind.GP, said("Dale Surgery"), Author.of(SADE), later)),
                later);

        assertThat(open(one))
                .singleElement()
                .satisfies(clock -> assertThat(clock.breachedAt()).isNotNull());
        assertThat(one.elapse(later).events()).isEmpty();
    }

    @Test
    void no_clock_runs_where_no_protocol_asks_or_the_record_has_become_part_of_another() {
        assertThat(clocked(known(), "hackney", NOW).clocks()).isEmpty();
        assertThat(open(clocked(clocked(known(), NOW).mergedInto("f-2"), NOW))).isEmpty();
    }

    private static Family known() {
        var related = changed(Changes.relate(
                FamilyMother.ashdowns(),
                tie("f-1-1", "f-1-2", Relationship.Kind.PARENT, Relationship.Care.SOLE),
                Author.of(SADE),
                NOW));
        var gp = changed(Changes.record(related, "f-1-2", FactKind.GP, said("Hill Surgery"), Author.of(SADE), NOW));
        return changed(Changes.record(gp, "f-1-2", FactKind.SCHOOL, said("Hill School"), Author.of(SADE), NOW));
    }

    private static Family clocked(Family family, Instant now) {
        return clocked(family, "salford", now);
    }

    private static Family clocked(Family family, String protocol, Instant now) {
        var pack = Packs.shipped().latest(new PackId(protocol)).orElseThrow();
        return Freshness.clocked(family, new Questions(family, List.of(pack), BankHolidays.shipped(), now), now);
    }

    private static List<Clock> open(Family family) {
        return family.clocks().stream().filter(Clock::isOpen).toList();
    }
}
