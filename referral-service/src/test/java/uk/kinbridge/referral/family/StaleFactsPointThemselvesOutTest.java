package uk.kinbridge.referral.family;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.changed;
import static uk.kinbridge.referral.family.FamilyMother.said;
import static uk.kinbridge.referral.family.FamilyMother.tie;
import static uk.kinbridge.referral.referral.ReferralMother.newerCalendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.time.BankHolidays;

/** SAL-17: what is known of the children becomes stale by itself, and whoever answers for the record is told. */
class StaleFactsPointThemselvesOutTest {

    private static final Pack SALFORD =
            Packs.shipped().latest(new PackId("salford")).orElseThrow();

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

        assertThat(family.elapse(due.minusMillis(1), SALFORD.reference()).events())
                .isEmpty();
        var told = family.elapse(due, SALFORD.reference());
        assertThat(told.events()).hasSize(2);
        assertThat(told.events().getFirst()).isInstanceOfSatisfying(FamilyEvent.NoticeRequested.class, notice -> {
            assertThat(notice.person()).isEqualTo(SADE.subject());
            assertThat(notice.obligations()).containsExactly("SAL-17");
            assertThat(notice.protocol()).isEqualTo("salford");
            assertThat(notice.words()).contains(family.reference()).doesNotContain("Wren");
        });
        assertThat(told.next().elapse(due.plusSeconds(60), SALFORD.reference()).events())
                .isEmpty();
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
        var stale = family.elapse(due, SALFORD.reference()).next();
        var later = due.plus(Duration.ofDays(1));

        var one = clocked(
                changed(Changes.record(stale, "f-1-2", FactKind.GP, said("Dale Surgery"), Author.of(SADE), later)),
                later);

        assertThat(open(one))
                .singleElement()
                .satisfies(clock -> assertThat(clock.breachedAt()).isNotNull());
        assertThat(one.elapse(later, SALFORD.reference()).events()).isEmpty();
    }

    /** JWP-14: what is overdue becomes the concern of a manager, in whichever service its clock runs. */
    @Test
    void a_check_that_nobody_makes_is_news_for_whoever_keeps_watch_and_so_is_its_being_made() {
        var family = clocked(known(), NOW);
        var due = family.wakeAt().orElseThrow();
        var stale = family.elapse(due, SALFORD.reference());

        assertThat(stale.events().getLast()).isInstanceOfSatisfying(FamilyEvent.ClockBreached.class, news -> {
            assertThat(news.clock().kind()).isEqualTo("check-information");
            assertThat(news.clock().breachedAt()).isEqualTo(due);
            assertThat(news.clock().owner().agency()).isEqualTo(family.agency());
            assertThat(news.others()).doesNotContain(family.agency());
            assertThat(news.protocol()).isEqualTo(SALFORD.reference());
        });
        var later = due.plus(Duration.ofDays(1));
        var checked = changed(Changes.checked(stale.next(), "the mother", Author.of(SADE), later));
        assertThat(change(checked, later).events())
                .singleElement()
                .isInstanceOfSatisfying(FamilyEvent.ClockMet.class, news -> {
                    assertThat(news.metAt()).isEqualTo(later);
                    assertThat(news.clock().startedAt())
                            .as("names the same obligation")
                            .isEqualTo(open(family).getFirst().startedAt());
                });
    }

    @Test
    void a_check_that_is_made_in_time_is_no_news() {
        var family = clocked(known(), NOW);
        var later = NOW.plus(Duration.ofDays(30));

        assertThat(change(changed(Changes.checked(family, "the mother", Author.of(SADE), later)), later)
                        .events())
                .isEmpty();
    }

    @Test
    void an_overdue_check_is_over_when_the_record_becomes_part_of_another() {
        var family = clocked(known(), NOW);
        var due = family.wakeAt().orElseThrow();
        var stale = family.elapse(due, SALFORD.reference()).next();

        assertThat(change(stale.mergedInto("f-2"), due.plusSeconds(60)).events())
                .singleElement()
                .isInstanceOf(FamilyEvent.ClockMet.class);
    }

    @Test
    void without_a_protocol_that_asks_for_it_the_worker_alone_is_told() {
        var family = clocked(known(), NOW);

        assertThat(family.elapse(family.wakeAt().orElseThrow(), null).events())
                .singleElement()
                .isInstanceOf(FamilyEvent.NoticeRequested.class);
    }

    /** What was said on 23 November 2026 is checked by 23 February 2027, a Tuesday, unless that becomes a holiday. */
    @Test
    void a_new_bank_holiday_moves_the_check_in_sight_of_the_worker() {
        var family = clocked(known(), NOW);
        var before = open(family).getFirst();
        var later = NOW.plus(Duration.ofDays(10));
        assertThat(before.dueAt()).isEqualTo("2027-02-23T17:00:00Z");

        var change = change(family, newerCalendar("2027-02-23"), later);

        assertThat(open(change.next())).singleElement().satisfies(clock -> {
            assertThat(clock.dueAt()).isEqualTo("2027-02-22T17:00:00Z");
            assertThat(clock.startedAt()).isEqualTo(before.startedAt());
            assertThat(clock.calendar()).isEqualTo("2026-12-01");
            assertThat(clock.variations())
                    .singleElement()
                    .satisfies(move -> assertThat(move.dueBefore()).isEqualTo(before.dueAt()));
        });
        assertThat(change.next().history().getLast()).satisfies(line -> {
            assertThat(line.what()).isEqualTo("clock.moved");
            assertThat(line.words()).contains("Monday 22 February 2027", "2026-12-01");
            assertThat(line.by()).isNull();
        });
        assertThat(change.events())
                .singleElement()
                .isInstanceOfSatisfying(FamilyEvent.NoticeRequested.class, notice -> {
                    assertThat(notice.person()).isEqualTo(SADE.subject());
                    assertThat(notice.purpose()).isEqualTo("check-information-moved-2026-12-01");
                    assertThat(notice.words()).contains("Monday 22 February 2027", "no longer on Tuesday 23 February");
                });
        assertThat(change(change.next(), newerCalendar("2027-02-23"), later).next())
                .isEqualTo(change.next());
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
        return change(family, protocol, BankHolidays.shipped(), now).next();
    }

    private static Change<Family, FamilyEvent> change(Family family, Instant now) {
        return change(family, "salford", BankHolidays.shipped(), now);
    }

    private static Change<Family, FamilyEvent> change(Family family, BankHolidays holidays, Instant now) {
        return change(family, "salford", holidays, now);
    }

    private static Change<Family, FamilyEvent> change(
            Family family, String protocol, BankHolidays holidays, Instant now) {
        var pack = Packs.shipped().latest(new PackId(protocol)).orElseThrow();
        return Freshness.clocked(family, new Questions(family, List.of(pack), holidays, now), now);
    }

    private static List<Clock> open(Family family) {
        return family.clocks().stream().filter(Clock::isOpen).toList();
    }
}
