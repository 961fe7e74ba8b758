package uk.kinbridge.assessment.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.assessment.NewHoliday;
import uk.kinbridge.assessment.appointment.CourseMother;
import uk.kinbridge.assessment.appointment.Rules;
import uk.kinbridge.assessment.assessment.FamilyRecords.Let;
import uk.kinbridge.assessment.assessment.FamilyRecords.Sharing;
import uk.kinbridge.assessment.family.Shield;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.news.Addressee;
import uk.kinbridge.assessment.news.News;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.protocols.pack.AppointmentRule;
import uk.kinbridge.protocols.pack.EngagementPattern;
import uk.kinbridge.protocols.pack.EngagementPattern.Kind;
import uk.kinbridge.protocols.pack.EngagementPattern.Sign;
import uk.kinbridge.protocols.sharing.FieldGroup;
import uk.kinbridge.protocols.time.Within;

/** FAP-12: patterns are seen over all services and members, by the rules of the pack, and ask for a review of risk. */
class PatternsAcrossServicesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String HEALTH = "portsmouth-mental-health";
    private static final String COUNCIL = "portsmouth-childrens-services";
    private static final Rules FAMILY_APPROACH = CourseMother.rules("family-approach");

    @Test
    void three_in_a_row_at_different_services_and_of_different_members_are_persistent() {
        var seen = List.of(
                seen("1", "m-1", HEALTH, Sign.DID_NOT_ATTEND, 20),
                seen("2", "m-2", COUNCIL, Sign.WAS_NOT_BROUGHT, 10),
                seen("3", "m-1", HEALTH, Sign.REFUSED, 1));

        assertThat(kinds(seen)).contains(Kind.PERSISTENT);
        assertThat(kinds(seen.subList(0, 2))).doesNotContain(Kind.PERSISTENT);
    }

    @Test
    void who_comes_in_between_ends_the_row_and_makes_it_intermittent() {
        var seen = List.of(
                seen("1", "m-1", HEALTH, Sign.DID_NOT_ATTEND, 20),
                seen("2", "m-1", HEALTH, Sign.DID_NOT_ATTEND, 15),
                seen("3", "m-1", HEALTH, Sign.ATTENDED, 10),
                seen("4", "m-1", HEALTH, Sign.CANCELLED, 1));

        assertThat(kinds(seen)).contains(Kind.INTERMITTENT).doesNotContain(Kind.PERSISTENT);
    }

    @Test
    void one_member_kept_away_while_another_is_brought_is_partial() {
        var kept = List.of(
                seen("1", "m-1", HEALTH, Sign.WAS_NOT_BROUGHT, 20), seen("2", "m-1", HEALTH, Sign.LEFT_EARLY, 15));
        var brought = new ArrayList<>(kept);
        brought.add(seen("3", "m-2", HEALTH, Sign.ATTENDED, 10));

        assertThat(kinds(kept)).doesNotContain(Kind.PARTIAL);
        assertThat(kinds(brought)).contains(Kind.PARTIAL);
    }

    @Test
    void refused_visits_a_discharge_against_advice_and_too_much_are_patterns_too() {
        assertThat(kinds(List.of(
                        seen("1", "m-1", COUNCIL, Sign.VISIT_REFUSED, 30),
                        seen("2", "m-1", COUNCIL, Sign.VISIT_REFUSED, 2))))
                .contains(Kind.REFUSED_VISITS);
        assertThat(kinds(List.of(seen("1", "m-1", HEALTH, Sign.DISCHARGED_AGAINST_ADVICE, 2))))
                .contains(Kind.DISCHARGE_AGAINST_ADVICE);
        assertThat(kinds(List.of(
                        seen("1", "m-2", HEALTH, Sign.UNPLANNED_ATTENDANCE, 9),
                        seen("2", "m-2", HEALTH, Sign.UNPLANNED_ATTENDANCE, 7),
                        seen("3", "m-2", HEALTH, Sign.UNPLANNED_ATTENDANCE, 4),
                        seen("4", "m-2", HEALTH, Sign.UNPLANNED_ATTENDANCE, 1))))
                .contains(Kind.OVER_ENGAGEMENT);
    }

    @Test
    void what_lies_further_back_than_the_pack_looks_is_no_pattern() {
        assertThat(kinds(List.of(
                        seen("1", "m-1", HEALTH, Sign.DID_NOT_ATTEND, 400),
                        seen("2", "m-1", HEALTH, Sign.DID_NOT_ATTEND, 300),
                        seen("3", "m-1", HEALTH, Sign.DID_NOT_ATTEND, 1))))
                .isEmpty();
    }

    @Test
    void a_pattern_asks_those_who_work_with_the_family_for_a_review_with_its_reasons() {
        var change = persistent();

        var review = change.next().open().getFirst();
        assertThat(review.pattern()).isEqualTo("persistent");
        assertThat(review.reasons()).anyMatch(r -> r.startsWith(HEALTH)).anyMatch(r -> r.startsWith(COUNCIL));
        assertThat(review.told())
                .containsExactlyInAnyOrder(
                        new Addressee(HEALTH, "practitioner", "w-" + HEALTH),
                        new Addressee(COUNCIL, "practitioner", "w-" + COUNCIL));
        assertThat(change.events())
                .anyMatch(e -> e instanceof News.NoticeRequested n
                        && n.obligation().equals("FAP-12")
                        && n.acknowledgeBy() != null);
    }

    @Test
    void news_that_comes_twice_or_late_changes_nothing() {
        var engagement = persistent().next();

        assertThat(engagement.saw(
                        seen("3", "m-1", HEALTH, Sign.REFUSED, 1), parties(), List.of(), FAMILY_APPROACH, NOW))
                .isEmpty();
    }

    @Test
    void the_same_signs_ask_once_and_a_new_one_asks_again_after_the_review() {
        var engagement = persistent().next();
        var concluded = conclude(engagement);

        var more = concluded
                .saw(seen("4", "m-1", HEALTH, Sign.REFUSED, 0), parties(), List.of(), FAMILY_APPROACH, NOW)
                .orElseThrow();

        assertThat(concluded.open()).isEmpty();
        assertThat(more.next().open()).extracting(RiskReview::pattern).contains("persistent");
    }

    @Test
    void a_corrected_outcome_takes_an_open_review_back_and_says_so() {
        var engagement = persistent().next();
        var corrected = new Seen("3", 2, "m-1", HEALTH, "w-" + HEALTH, Sign.ATTENDED, ago(1));

        var change = engagement
                .saw(corrected, parties(), List.of(), FAMILY_APPROACH, NOW)
                .orElseThrow();

        assertThat(change.next().open()).extracting(RiskReview::pattern).doesNotContain("persistent");
        assertThat(change.events())
                .anyMatch(
                        e -> e instanceof News.NoticeRequested n && n.purpose().endsWith("-taken-back"));
    }

    @Test
    void a_review_that_nobody_makes_becomes_a_managers() {
        var engagement = persistent().next();
        var due = engagement.clocks().getFirst().dueAt();

        var change = engagement.elapse(due);

        assertThat(change.events())
                .anyMatch(e ->
                        e instanceof News.NoticeRequested n && n.to().role().equals("manager"))
                .anyMatch(e -> e instanceof News.Overdue o && o.metAt() == null);
    }

    /** Five working days from Monday 23 November, of which one becomes a holiday. */
    @Test
    void a_new_bank_holiday_moves_the_review_in_sight_of_who_was_asked_for_it() {
        var engagement = persistent().next();
        var before = engagement.clocks().getFirst();
        var newer = CourseMother.rules("family-approach", NewHoliday.on("2026-11-25"));
        var expected = newer.deadline(
                        Within.parse(Objects.requireNonNull(before.allowance()).time()), NOW, HEALTH)
                .due();
        assertThat(expected).isAfter(before.dueAt());

        var change = engagement.brought(_ -> newer, NOW.plusSeconds(60)).orElseThrow();

        NewHoliday.hasMoved(before, change.next().clocks().getFirst(), expected.toString());
        assertThat(change.next().history().getLast().what()).isEqualTo("clock.moved");
        assertThat(change.events())
                .filteredOn(e -> e instanceof News.NoticeRequested n
                        && n.purpose().equals(before.kind() + "-moved-" + NewHoliday.VERSION))
                .singleElement()
                .satisfies(e -> assertThat(((News.NoticeRequested) e).to())
                        .isEqualTo(new Addressee(HEALTH, "practitioner", "w-" + HEALTH)));
        assertThat(change.next().brought(_ -> newer, NOW.plusSeconds(120))).isEmpty();
    }

    @Test
    void an_agency_that_a_member_is_protected_from_sees_only_what_it_saw_itself() {
        var shield = new Shield("p-1", "m-1", List.of(), List.of(COUNCIL), false);
        var engagement = Engagement.of("f-1", "E-1")
                .saw(seen("1", "m-1", HEALTH, Sign.ATTENDED, 1), parties(), List.of(shield), FAMILY_APPROACH, NOW)
                .orElseThrow()
                .next();
        var caller = CourseMother.caller(new Actor("p-x", "X", COUNCIL, List.of("practitioner")));

        assertThat(EngagementAccess.sees(caller, engagement, engagement.seen().getFirst()))
                .isFalse();
    }

    @Test
    void what_another_service_saw_is_shown_where_its_decision_tells_that_it_works_with_that_member() {
        var engagement = persistent().next();
        var caller = CourseMother.caller(new Actor("p-x", "X", COUNCIL, List.of("practitioner")));
        var told = new Sharing.Decided(List.of(new Let(HEALTH, COUNCIL, "m-1", Set.of(FieldGroup.INVOLVEMENT))));
        var ofAnother = new Sharing.Decided(List.of(
                new Let(HEALTH, COUNCIL, "m-2", Set.of(FieldGroup.INVOLVEMENT)),
                new Let(HEALTH, COUNCIL, "m-1", Set.of(FieldGroup.CONCERN)),
                new Let(HEALTH, "portsmouth-adults-services", "m-1", Set.of(FieldGroup.INVOLVEMENT))));

        var all = EngagementShown.of(engagement, caller, told);
        var own = EngagementShown.of(engagement, caller, ofAnother);

        assertThat(all.seen()).hasSize(3);
        assertThat(all.why()).isNull();
        assertThat(all.reviews()).isEqualTo(engagement.reviews());
        assertThat(own.seen()).extracting(Seen::agency).containsOnly(COUNCIL);
        assertThat(own.why()).isEqualTo(EngagementShown.NOT_DECIDED);
        assertThat(EngagementShown.of(engagement, caller, new Sharing.Unreachable())
                        .why())
                .isEqualTo(EngagementShown.UNREACHABLE);
    }

    @Test
    void that_a_pattern_asks_for_a_review_is_seen_by_all_who_work_with_the_family() {
        var engagement = persistent().next();
        var caller = CourseMother.caller(new Actor("p-x", "X", COUNCIL, List.of("practitioner")));

        var review = EngagementShown.ofItsOwn(engagement, caller).reviews().getFirst();

        assertThat(review.pattern()).isEqualTo("persistent");
        assertThat(review.reasons())
                .noneMatch(r -> r.startsWith(HEALTH))
                .anyMatch(r -> r.startsWith(COUNCIL))
                .contains(EngagementShown.NOT_DECIDED);
    }

    private static Engagement conclude(Engagement engagement) {
        var by = new Actor("w-" + HEALTH, "A", HEALTH, List.of());
        var current = engagement;
        for (var review : engagement.open()) {
            var how = new RiskReview.Concluded(RiskReview.Finding.RISK_UNCHANGED, "Talked it over", by, NOW);
            if (current.conclude(review.id(), how, FAMILY_APPROACH, NOW)
                    instanceof Engagement.Ruling.Done(var change)) {
                current = change.next();
            }
        }
        return current;
    }

    private static Change<Engagement, News> persistent() {
        var engagement = Engagement.of("f-1", "E-1");
        Change<Engagement, News> change = Change.silent(engagement);
        for (var seen : List.of(
                seen("1", "m-1", HEALTH, Sign.DID_NOT_ATTEND, 20),
                seen("2", "m-2", COUNCIL, Sign.WAS_NOT_BROUGHT, 10),
                seen("3", "m-1", HEALTH, Sign.REFUSED, 1))) {
            change = change.next()
                    .saw(seen, parties(), List.of(), FAMILY_APPROACH, NOW)
                    .orElseThrow();
        }
        return change;
    }

    private static List<String> parties() {
        return List.of(HEALTH, COUNCIL);
    }

    static Seen seen(String source, String member, String agency, @Nullable Sign sign, int daysAgo) {
        return new Seen(source, 1, member, agency, "w-" + agency, sign, ago(daysAgo));
    }

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static List<Kind> kinds(List<Seen> seen) {
        return Patterns.in(seen, rules(), NOW).stream()
                .map(f -> f.pattern().kind())
                .toList();
    }

    private static List<EngagementPattern> rules() {
        return FAMILY_APPROACH.pack().practice().appointments().stream()
                .filter(r -> r.on() == AppointmentRule.On.DISENGAGEMENT_PATTERN)
                .flatMap(r -> r.patterns().stream())
                .toList();
    }
}
