package uk.kinbridge.referral.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.newerCalendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.published.PinnedCalendars;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.concern.ConcernEvent.NoticeRequested;
import uk.kinbridge.referral.concern.Picture.Addressee;
import uk.kinbridge.referral.information.Office;
import uk.kinbridge.referral.information.Worker;

/** JWP-08, JWP-10, ENG-12: small concerns of several people and agencies make a picture. */
class ConcernsAddingUpTest {

    private static final Instant MONDAY_TEN = Instant.parse("2026-11-23T10:00:00Z");
    private static final String HOLDER = "southampton-adults-services";
    private static final String OTHER = "southampton-childrens-services";
    private static final Worker EWAN = new Worker("p-ewan", "Ewan Galbraith", HOLDER);
    private static final Worker PRIYA = new Worker("p-priya", "Priya Solanki", OTHER);

    private int ids;

    @Test
    void two_concerns_are_no_picture_yet() {
        var two = add(add(nothing(), EWAN, MONDAY_TEN).next(), PRIYA, MONDAY_TEN);

        assertThat(two.next().pictures()).isEmpty();
        assertThat(two.events()).isEmpty();
    }

    @Test
    void three_of_two_agencies_are_raised_to_those_who_can_act_with_the_reasons() {
        var third = add(twoConcerns(), EWAN, MONDAY_TEN.plusSeconds(2));

        var picture = third.next().pictures().getFirst();
        assertThat(picture.concerns()).hasSize(3);
        assertThat(picture.reasons()).contains("3 concerns of 2 agencies within 6 calendar months.");
        assertThat(picture.told())
                .containsExactly(new Addressee(HOLDER, "safeguarding-lead"), new Addressee(OTHER, "safeguarding-lead"));
        assertThat(picture.obligations()).contains("JWP-08");
        assertThat(purposes(third)).filteredOn("growing-picture"::equals).hasSize(2);
    }

    /** HAC-17: raised is not received; who does not confirm it is chased, and whoever recorded the concern hears of it. */
    @Test
    void a_picture_that_nobody_confirms_is_chased_as_the_pack_says() {
        var third = add(twoConcerns(), PRIYA, MONDAY_TEN.plusSeconds(2));

        assertThat(third.events().stream()
                        .filter(NoticeRequested.class::isInstance)
                        .map(NoticeRequested.class::cast)
                        .filter(notice -> notice.purpose().equals("growing-picture")))
                .hasSize(2)
                .allSatisfy(notice -> {
                    assertThat(notice.sender()).isEqualTo(PRIYA);
                    var plan =
                            java.util.Objects.requireNonNull(notice.pursued()).plan();
                    assertThat(plan.acknowledgeBy()).isEqualTo("2026-11-24T17:00:00Z");
                    assertThat(plan.steps().stream().skip(1).map(step -> String.valueOf(step.to())))
                            .as(
                                    "their own manager, then the manager of the agency that keeps the record, then the sender")
                            .containsExactlyElementsOf(Stream.of(
                                            told(notice.agency(), "manager", null),
                                            told(HOLDER, "manager", null),
                                            told(OTHER, "practitioner", PRIYA.person()))
                                    .distinct()
                                    .map(String::valueOf)
                                    .toList());
                });
    }

    private static uk.kinbridge.referral.notice.Addressee told(
            String agency, String role, @org.jspecify.annotations.Nullable String person) {
        return new uk.kinbridge.referral.notice.Addressee(agency, role, person);
    }

    @Test
    void an_answer_settles_the_notices_that_asked_for_it() {
        var raised = add(twoConcerns(), EWAN, MONDAY_TEN).next();
        var answer = new Picture.Answer(Picture.Action.WATCHED, "We watch.", PRIYA, MONDAY_TEN);

        assertThat(raised.answer(raised.pictures().getFirst().id(), answer).events())
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                ConcernEvent.NoticeFulfilled.class,
                                settled -> assertThat(settled.purpose()).isEqualTo("growing-picture")));
    }

    @Test
    void three_of_one_agency_only_are_none() {
        var third = add(
                add(add(nothing(), EWAN, MONDAY_TEN).next(), EWAN, MONDAY_TEN).next(), EWAN, MONDAY_TEN);

        assertThat(third.next().pictures()).isEmpty();
    }

    @Test
    void what_lies_longer_back_than_the_window_does_not_count() {
        var old =
                add(add(nothing(), EWAN, MONDAY_TEN.minus(Duration.ofDays(200))).next(), PRIYA, MONDAY_TEN);

        assertThat(add(old.next(), EWAN, MONDAY_TEN).next().pictures()).isEmpty();
    }

    @Test
    void domestic_abuse_together_with_another_factor_makes_a_picture_of_two() {
        var first = add(nothing(), EWAN, MONDAY_TEN, "domestic-abuse").next();

        assertThat(add(first, EWAN, MONDAY_TEN, "domestic-abuse").next().pictures())
                .isEmpty();
        var second = add(first, EWAN, MONDAY_TEN, "substance-misuse");
        assertThat(second.next().pictures()).singleElement().satisfies(picture -> {
            assertThat(picture.obligations()).contains("JWP-10");
            assertThat(picture.reasons()).anyMatch(reason -> reason.contains("domestic abuse"));
        });
    }

    @Test
    void each_contributor_hears_that_theirs_counted_and_sees_it() {
        var third = add(twoConcerns(), EWAN, MONDAY_TEN.plusSeconds(2));

        assertThat(third.events())
                .filteredOn(event -> ((NoticeRequested) event).purpose().equals("concern-counted"))
                .extracting(event -> ((NoticeRequested) event).person())
                .containsExactlyInAnyOrder("p-ewan", "p-priya");
        assertThat(third.next().concerns())
                .allSatisfy(
                        concern -> assertThat(third.next().countedIn(concern)).hasSize(1));
    }

    @Test
    void one_more_joins_the_picture_that_waits_and_raises_no_second_one() {
        var raised = add(twoConcerns(), EWAN, MONDAY_TEN.plusSeconds(2)).next();
        var grown = add(raised, PRIYA, MONDAY_TEN.plusSeconds(3));

        assertThat(grown.next().pictures())
                .singleElement()
                .satisfies(picture -> assertThat(picture.concerns()).hasSize(4));
        assertThat(purposes(grown)).containsExactly("growing-picture", "growing-picture", "concern-counted");
    }

    /** What joins can be worse than what was told: those who can act learn of it, are chased, and see why. */
    @Test
    void those_who_can_act_hear_what_joins_a_picture_and_its_reasons_and_people_are_found_anew() {
        var raised = add(twoConcerns(), EWAN, MONDAY_TEN.plusSeconds(2)).next();
        var third = "southampton-mental-health";
        var grown = add(raised, new Worker("p-lou", "Lou Amadi", third), MONDAY_TEN.plusSeconds(3), "domestic-abuse");

        assertThat(grown.next().pictures()).singleElement().satisfies(picture -> {
            assertThat(picture.grownAt()).isEqualTo(MONDAY_TEN.plusSeconds(3));
            assertThat(picture.reasons())
                    .contains("4 concerns of 3 agencies within 6 calendar months.")
                    .anyMatch(reason -> reason.contains("domestic abuse"));
            assertThat(picture.told()).contains(new Addressee(third, "safeguarding-lead"));
        });
        assertThat(grown.events().stream()
                        .map(NoticeRequested.class::cast)
                        .filter(notice -> notice.purpose().equals("growing-picture")))
                .extracting(NoticeRequested::agency)
                .containsExactlyInAnyOrder(HOLDER, OTHER, third);
        assertThat(grown.events().stream()
                        .map(NoticeRequested.class::cast)
                        .filter(notice -> notice.purpose().equals("growing-picture")))
                .allSatisfy(notice -> {
                    assertThat(notice.pursued()).isNotNull();
                    assertThat(notice.words()).contains("now 4 concerns");
                });
    }

    @Test
    void an_answer_is_due_within_a_working_day_and_a_late_one_is_told_to_a_manager() {
        var raised = add(twoConcerns(), EWAN, MONDAY_TEN).next();
        assertThat(raised.clocks().getFirst().dueAt()).isEqualTo(Instant.parse("2026-11-24T17:00:00Z"));

        var late = raised.elapse(Instant.parse("2026-11-24T17:00:00Z"));

        assertThat(late.events()).hasSize(2);
        assertThat(late.events().getFirst()).isInstanceOfSatisfying(NoticeRequested.class, told -> {
            assertThat(told.purpose()).isEqualTo("picture-overdue");
            assertThat(told.agency()).isEqualTo(HOLDER);
            assertThat(told.role()).isEqualTo("manager");
        });
    }

    /** JWP-14: what is overdue becomes the concern of a manager, in whichever service its clock runs. */
    @Test
    void a_late_answer_is_news_for_whoever_keeps_watch_and_so_is_its_coming() {
        var raised = add(twoConcerns(), EWAN, MONDAY_TEN).next();
        var due = raised.clocks().getFirst().dueAt();
        var late = raised.elapse(due);

        assertThat(late.events().getLast()).isInstanceOfSatisfying(ConcernEvent.ClockBreached.class, news -> {
            assertThat(news.clock().breachedAt()).isEqualTo(due);
            assertThat(news.others()).containsExactly(OTHER);
            assertThat(news.told()).containsExactly(new Addressee(HOLDER, "manager"));
        });
        var answer = new Picture.Answer(Picture.Action.WATCHED, "We watch.", EWAN, due.plusSeconds(60));
        assertThat(late.next()
                        .answer(raised.pictures().getFirst().id(), answer)
                        .events()
                        .getLast())
                .isInstanceOfSatisfying(ConcernEvent.ClockMet.class, news -> {
                    assertThat(news.metAt()).isEqualTo(due.plusSeconds(60));
                    assertThat(news.clock().breachedAt()).isEqualTo(due);
                });
    }

    /** The answer is due by the end of Tuesday, unless Tuesday becomes a holiday. */
    @Test
    void a_new_bank_holiday_gives_the_time_that_the_protocol_means_in_sight_of_who_owes_the_answer() {
        var raised = add(twoConcerns(), EWAN, MONDAY_TEN).next();
        var calendars = new PinnedCalendars(Office.protocols(), () -> newerCalendar("2026-11-24"));

        var change = raised.brought(calendars, MONDAY_TEN.plusSeconds(60)).orElseThrow();

        assertThat(change.next().clocks()).singleElement().satisfies(clock -> {
            assertThat(clock.dueAt()).isEqualTo(Instant.parse("2026-11-25T17:00:00Z"));
            assertThat(clock.variations())
                    .singleElement()
                    .satisfies(move -> assertThat(move.dueBefore()).isEqualTo("2026-11-24T17:00:00Z"));
        });
        assertThat(change.events()).singleElement().isInstanceOfSatisfying(NoticeRequested.class, told -> {
            assertThat(told.purpose()).isEqualTo("picture-moved-2026-12-01");
            assertThat(told.agency()).isEqualTo(HOLDER);
            assertThat(told.words()).contains("Wednesday 25 November", "no longer on Tuesday 24 November");
        });
        assertThat(change.next().brought(calendars, MONDAY_TEN.plusSeconds(120)))
                .isEmpty();
    }

    @Test
    void an_answer_meets_the_clock_and_goes_to_the_contributors() {
        var raised = add(twoConcerns(), EWAN, MONDAY_TEN).next();
        var answer = new Picture.Answer(Picture.Action.REFERRED, "Referred to the MASH.", PRIYA, MONDAY_TEN);

        var answered = raised.answer(raised.pictures().getFirst().id(), answer);

        assertThat(answered.next().clocks().getFirst().isOpen()).isFalse();
        assertThat(purposes(answered)).containsOnly("picture-answered").hasSize(2);
        assertThat(answered.next().elapse(MONDAY_TEN.plus(Duration.ofDays(9))).events())
                .isEmpty();
    }

    @Test
    void after_an_answer_one_more_concern_raises_it_again() {
        var raised = add(twoConcerns(), EWAN, MONDAY_TEN).next();
        var answered = raised.answer(
                        raised.pictures().getFirst().id(),
                        new Picture.Answer(Picture.Action.WATCHED, "We watch.", PRIYA, MONDAY_TEN))
                .next();

        assertThat(add(answered, PRIYA, MONDAY_TEN.plusSeconds(60)).next().pictures())
                .hasSize(2);
    }

    @Test
    void what_is_said_holds_no_words_of_a_concern() {
        assertThat(add(twoConcerns(), EWAN, MONDAY_TEN).events())
                .allSatisfy(
                        event -> assertThat(((NoticeRequested) event).words()).doesNotContain("Robin", "tired"));
    }

    private ConcernsOfFamily nothing() {
        return ConcernsOfFamily.of("f-1", HOLDER);
    }

    private ConcernsOfFamily twoConcerns() {
        return add(add(nothing(), EWAN, MONDAY_TEN).next(), PRIYA, MONDAY_TEN).next();
    }

    private Change<ConcernsOfFamily, ConcernEvent> add(
            ConcernsOfFamily before, Worker by, Instant at, String... factors) {
        return before.add(Concern.recorded("k-" + ids++, by, at, List.of(factors), "Robin was tired."), rules());
    }

    private AddingUp rules() {
        return new AddingUp(
                Packs.shipped().latest(new PackId("joint-working")).orElseThrow(),
                BankHolidays.shipped(),
                () -> "p-" + ids++,
                () -> "C-0000-000" + ids++);
    }

    private static List<String> purposes(Change<ConcernsOfFamily, ConcernEvent> change) {
        return change.events().stream()
                .filter(NoticeRequested.class::isInstance)
                .map(event -> ((NoticeRequested) event).purpose())
                .toList();
    }
}
