package uk.kinbridge.assessment.lost;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.appointment.CourseMother.ACHIEVE;
import static uk.kinbridge.assessment.appointment.CourseMother.BRIDGE;
import static uk.kinbridge.assessment.appointment.CourseMother.JOEL;
import static uk.kinbridge.assessment.appointment.CourseMother.MAEVE;
import static uk.kinbridge.assessment.appointment.CourseMother.MONDAY_TEN;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.assessment.NewHoliday;
import uk.kinbridge.assessment.appointment.CourseMother;
import uk.kinbridge.assessment.family.Shield;
import uk.kinbridge.assessment.news.News;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;

/** SAL-21: everybody on the list is asked; when nobody knows, the Bridge is told; only finding the family ends it. */
class LosingAFamilyTest {

    private final SearchRules salford = rules("salford");

    @Test
    void begins_with_the_checklist_of_the_protocol_and_its_clock() {
        var change = begun();

        assertThat(change.next().checklist())
                .extracting(Line::role)
                .containsExactly(
                        "general-practice",
                        "health-visiting",
                        "school-nursing",
                        "pharmacy",
                        "hospital",
                        "childrens-social-care");
        assertThat(clock(change.next(), Search.FIND).obligations()).contains("SAL-21");
        assertThat(change.events()).anyMatch(e -> e instanceof SearchEvent.Lost);
    }

    @Test
    void the_front_door_has_a_number_to_call() {
        assertThat(begun().next().frontDoor().numbers().getFirst().telephones()).isNotEmpty();
        assertThat(begun().next().frontDoor().agencies()).containsExactly(BRIDGE);
    }

    @Test
    void keeps_who_asked_whom_and_when() {
        var search = ask(begun().next(), 1, Line.Said.NOT_REACHED).next();

        assertThat(search.checklist().getFirst().asked())
                .containsExactly(new Line.Asked("The surgery", Line.Said.NOT_REACHED, null, JOEL, MONDAY_TEN));
    }

    @Test
    void when_the_last_one_does_not_know_either_the_bridge_is_told_at_once() {
        var search = begun().next();
        for (int line = 1; line <= 5; line++) {
            search = ask(search, line, Line.Said.DOES_NOT_KNOW).next();
        }
        assertThat(search.frontDoor().askedAt()).isNull();

        var change = ask(search, 6, Line.Said.DOES_NOT_KNOW);

        assertThat(notices(change, Search.INFORM))
                .singleElement()
                .satisfies(n -> assertThat(n.to().agency()).isEqualTo(BRIDGE))
                .satisfies(n -> assertThat(n.acknowledgeBy()).isNotNull());
        assertThat(notices(change, Search.INFORM + "-call").getFirst().words()).contains("Call ");
        assertThat(clock(change.next(), Search.INFORM).isOpen()).isTrue();
    }

    @Test
    void who_was_not_reached_has_to_be_asked_again() {
        var search = begun().next();
        for (int line = 1; line <= 5; line++) {
            search = ask(search, line, Line.Said.DOES_NOT_KNOW).next();
        }

        assertThat(ask(search, 6, Line.Said.NOT_REACHED).next().frontDoor().askedAt())
                .isNull();
    }

    @Test
    void when_nobody_works_through_the_list_the_bridge_is_told_by_the_clock() {
        var search = begun().next();
        var due = clock(search, Search.FIND).dueAt();

        var change = search.elapse(due, salford);

        assertThat(notices(change, Search.INFORM)).hasSize(1);
        assertThat(notices(change, Search.FIND + "-overdue"))
                .extracting(n -> n.to().role())
                .containsExactly("manager", "safeguarding-lead");
        assertThat(change.next()
                        .elapse(due.plus(Duration.ofMinutes(1)), salford)
                        .events())
                .isEmpty();
    }

    @Test
    void a_person_of_the_bridge_who_acknowledges_knows() {
        var search = begun().next();
        var told = search.elapse(clock(search, Search.FIND).dueAt(), salford).next();
        var at = clock(search, Search.FIND).dueAt().plusSeconds(60);

        assertThat(told.acknowledged(Search.INFORM, JOEL, at, salford, at))
                .as("a colleague of the searching agency is not the Bridge")
                .isEmpty();
        var change = told.acknowledged(Search.INFORM, MAEVE, at, salford, at).orElseThrow();

        assertThat(change.next().clocks()).noneMatch(Clock::isOpen);
        assertThat(change.next().isOpen()).as("the family is still lost").isTrue();
    }

    @Test
    void found_again_ends_it_and_whoever_was_told_hears_of_it() {
        var search = begun().next();
        var told = search.elapse(clock(search, Search.FIND).dueAt(), salford).next();

        var change = done(told.found(new Search.Found(MAEVE, MONDAY_TEN, "At the drop-in"), salford, MONDAY_TEN));

        assertThat(change.next().wakeAt()).isEmpty();
        assertThat(change.events()).anyMatch(e -> e instanceof SearchEvent.Found);
        assertThat(notices(change, "found")).anyMatch(n -> n.to().agency().equals(BRIDGE));
        assertThat(notices(change, "found")).noneMatch(n -> n.words().contains("drop-in"));
    }

    @Test
    void a_protocol_without_a_checklist_has_a_search_all_the_same() {
        var change = Search.begun(
                "s-2",
                "L-2",
                "f-9",
                List.of("hackney-drug-treatment"),
                List.of(),
                CourseMother.LEILA,
                rules("hackney"),
                MONDAY_TEN);

        assertThat(change.next().checklist()).isEmpty();
        assertThat(clock(change.next(), Search.FIND).isOpen()).isTrue();
        assertThat(change.next().frontDoor().agencies()).isNotEmpty();
    }

    @Test
    void a_new_bank_holiday_moves_the_time_to_find_the_family_in_sight_of_who_searches() {
        var hackney = rules("hackney");
        var search = Search.begun(
                        "s-4",
                        "L-4",
                        "f-9",
                        List.of("hackney-drug-treatment"),
                        List.of(),
                        CourseMother.LEILA,
                        hackney,
                        MONDAY_TEN)
                .next();
        var before = clock(search, Search.FIND);
        var newer = new SearchRules(hackney.pack(), NewHoliday.on("2026-11-24"));
        assertThat(before.dueAt()).as("two working days").isEqualTo("2026-11-25T17:00:00Z");

        var change = search.brought(MONDAY_TEN.plusSeconds(60), newer).orElseThrow();

        NewHoliday.hasMoved(before, clock(change.next(), Search.FIND), "2026-11-26T17:00:00Z");
        assertThat(change.next().history().getLast().what()).isEqualTo("clock.moved");
        assertThat(notices(change, "find-the-family-moved-" + NewHoliday.VERSION))
                .singleElement()
                .satisfies(n -> assertThat(n.to().person()).isEqualTo(CourseMother.LEILA.person()))
                .satisfies(n -> assertThat(n.words()).contains("no longer on Wednesday 25 November 2026"));
        assertThat(change.next().brought(MONDAY_TEN.plusSeconds(120), newer)).isEmpty();
        assertThat(done(search.found(new Search.Found(CourseMother.LEILA, MONDAY_TEN, "Seen"), hackney, MONDAY_TEN))
                        .next()
                        .brought(MONDAY_TEN.plusSeconds(60), newer))
                .as("found again")
                .isEmpty();
    }

    @Test
    void a_search_does_not_exist_for_whom_a_member_is_protected_from() {
        var shield = new Shield("p-1", "m-1", List.of(MAEVE.person()), List.of(), false);
        var search = Search.begun(
                        "s-3", "L-3", "f-2", List.of(ACHIEVE, BRIDGE), List.of(shield), JOEL, salford, MONDAY_TEN)
                .next();

        assertThat(SearchAccess.read(CourseMother.caller(MAEVE), search).isGranted())
                .isFalse();
        assertThat(SearchAccess.read(CourseMother.caller(JOEL), search).isGranted())
                .isTrue();
    }

    private Change<Search, SearchEvent> begun() {
        return Search.begun("s-1", "L-1", "f-2", List.of(ACHIEVE, BRIDGE), List.of(), JOEL, salford, MONDAY_TEN);
    }

    private Change<Search, SearchEvent> ask(Search search, int line, Line.Said said) {
        return done(
                search.asked(line, new Line.Asked("The surgery", said, null, JOEL, MONDAY_TEN), salford, MONDAY_TEN));
    }

    private static SearchRules rules(String pack) {
        var rules = CourseMother.rules(pack);
        return new SearchRules(rules.pack(), rules.bankHolidays());
    }

    private static Change<Search, SearchEvent> done(Search.Ruling ruling) {
        if (ruling instanceof Search.Ruling.Done(var change)) {
            return change;
        }
        throw new AssertionError(ruling);
    }

    private static Clock clock(Search search, String kind) {
        return search.clocks().stream()
                .filter(c -> c.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static List<News.NoticeRequested> notices(Change<Search, SearchEvent> change, String purpose) {
        return change.events().stream()
                .filter(e -> e instanceof SearchEvent.Told(News.NoticeRequested n)
                        && n.purpose().equals(purpose))
                .map(e -> (News.NoticeRequested) ((SearchEvent.Told) e).news())
                .toList();
    }
}
