package uk.kinbridge.referral.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.protocols.sharing.ChildConcern;
import uk.kinbridge.referral.draft.ReferralDraft.State;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.referral.Actor;

/** ENG-09: what somebody has begun to write is kept, and is not left lying where a child is in danger. */
class WritingADraftTest {

    static final Instant MONDAY_TEN = Instant.parse("2026-11-23T10:00:00Z");
    static final Actor SADE =
            new Actor("p-sade", "Sade Okafor", "hackney-childrens-social-care", List.of("practitioner"));

    /** Where the way that it goes says nothing by itself. */
    static final Predicate<Typed> SAID = typed -> typed.allowsNoWaiting(List.of());

    @Test
    void is_kept_for_twenty_eight_days_after_the_last_word_typed() {
        var draft = begun(typed()).typed(typed(), SAID, MONDAY_TEN.plus(Duration.ofDays(20)));

        var before = draft.elapse(MONDAY_TEN.plus(Duration.ofDays(48)).minusMillis(1));
        var after = before.next().elapse(MONDAY_TEN.plus(Duration.ofDays(48)));

        assertThat(before.next().state()).isEqualTo(State.OPEN);
        assertThat(after.next().state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void tells_its_author_a_week_before_it_expires_once() {
        var draft = begun(typed());
        var due = MONDAY_TEN.plus(Duration.ofDays(21));

        var told = draft.elapse(due);
        var again = told.next().elapse(due.plusSeconds(60));

        assertThat(draft.wakeAt()).contains(due);
        assertThat(told.events()).singleElement().satisfies(event -> {
            var notice = (DraftEvent.NoticeRequested) event;
            assertThat(notice.person()).isEqualTo("p-sade");
            assertThat(notice.words()).contains("Monday 21 December 2026").contains("R-1");
        });
        assertThat(again.events()).isEmpty();
        assertThat(again.next().wakeAt()).contains(draft.keptUntil());
    }

    @Test
    void reminds_author_and_safeguarding_lead_within_hours_where_a_child_is_in_danger() {
        var draft = begun(typed("child-at-risk-of-significant-harm"));

        var told = draft.elapse(MONDAY_TEN.plus(Duration.ofHours(4)));

        assertThat(told.events())
                .extracting(event -> ((DraftEvent.NoticeRequested) event).role())
                .containsExactly("practitioner", "safeguarding-lead");
        assertThat(told.events())
                .allSatisfy(event -> assertThat(((DraftEvent.NoticeRequested) event).urgent())
                        .isTrue());
        assertThat(told.next().wakeAt()).contains(MONDAY_TEN.plus(Duration.ofDays(21)));
    }

    /** SAL-15, JWP-07: the level of concern says the same as the word for it, and so does the way that is for it alone. */
    @Test
    void a_danger_is_one_wherever_it_is_typed() {
        var harm = stating(ChildConcern.SIGNIFICANT_HARM, null, null);
        var danger = stating(null, true, null);
        var alone = stating(null, null, List.of("child-home-alone"));
        var soon = MONDAY_TEN.plus(Duration.ofHours(4));

        for (var typed : List.of(harm, danger, alone)) {
            assertThat(begun(typed).wakeAt()).contains(soon);
        }
        assertThat(begun(stating(ChildConcern.LOWER, false, List.of("pregnancy")))
                        .wakeAt())
                .contains(MONDAY_TEN.plus(Duration.ofDays(21)));
        assertThat(typed().allowsNoWaiting(List.of("child-at-risk-of-significant-harm")))
                .isTrue();
    }

    private static Typed stating(
            @Nullable ChildConcern concern, @Nullable Boolean danger, @Nullable List<String> facts) {
        var sharing =
                new StatedSharing(null, concern, null, danger, null, null, facts, null, null, null, null, null, null);
        return new Typed(null, null, null, null, null, Map.of(), List.of(), null, List.of(), null, sharing);
    }

    @Test
    void typing_on_does_not_put_off_the_reminder_of_a_danger() {
        var danger = typed("child-in-suicide-plan");

        var draft = begun(danger).typed(danger, SAID, MONDAY_TEN.plus(Duration.ofHours(3)));

        assertThat(draft.wakeAt()).contains(MONDAY_TEN.plus(Duration.ofHours(4)));
    }

    @Test
    void a_danger_that_is_typed_later_begins_the_reminder_then() {
        var at = MONDAY_TEN.plus(Duration.ofDays(2));

        assertThat(begun(typed()).typed(typed("immediate-danger"), SAID, at).wakeAt())
                .contains(at.plus(Duration.ofHours(4)));
    }

    @Test
    void what_was_discarded_or_has_expired_keeps_every_word_and_is_taken_up_again() {
        var expired = begun(typed()).elapse(MONDAY_TEN.plus(ReferralDraft.KEPT)).next();
        var discarded = begun(typed()).discarded("Another way was found", SADE, MONDAY_TEN);
        var later = MONDAY_TEN.plus(Duration.ofDays(40));

        for (var away : List.of(expired, discarded)) {
            assertThat(away.wakeAt()).isEmpty();
            var again = away.takenUpAgain(SADE, SAID, later);
            assertThat(again.typed()).isEqualTo(typed());
            assertThat(again.state()).isEqualTo(State.OPEN);
            assertThat(again.keptUntil()).isEqualTo(later.plus(ReferralDraft.KEPT));
            assertThat(again.history()).hasSize(3);
        }
    }

    @Test
    void a_danger_that_was_put_away_and_is_taken_up_again_is_reminded_of_within_hours() {
        var away = begun(typed("child-in-suicide-plan")).discarded("Sent by telephone", SADE, MONDAY_TEN);
        var later = MONDAY_TEN.plus(Duration.ofDays(2));

        assertThat(away.takenUpAgain(SADE, SAID, later).wakeAt()).contains(later.plus(Duration.ofHours(4)));
    }

    @Test
    void whoever_types_on_after_it_has_expired_loses_no_word() {
        var expired = begun(typed()).elapse(MONDAY_TEN.plus(ReferralDraft.KEPT)).next();
        var later = MONDAY_TEN.plus(Duration.ofDays(29));

        var on = expired.typedOn(typed("pregnancy"), SADE, SAID, later);

        assertThat(on.state()).isEqualTo(State.OPEN);
        assertThat(on.typed()).isEqualTo(typed("pregnancy"));
        assertThat(on.keptUntil()).isEqualTo(later.plus(ReferralDraft.KEPT));
        assertThat(on.history().getLast().what()).isEqualTo("draft.taken-up-again");
    }

    @Test
    void says_what_it_lacks_before_it_can_be_sent_and_refuses_nothing_before() {
        var half = new Typed(
                "hackney",
                " ",
                "f-1",
                null,
                "hackney-drug-treatment",
                Map.of(),
                List.of(),
                new Typed.TypedCall(MONDAY_TEN, "The duty desk", null, null),
                List.of("no-such-fact"),
                null,
                null);

        assertThat(half.unfinished()).containsOnlyKeys("pathway", "subjectId", "call");
    }

    static ReferralDraft begun(Typed typed) {
        return ReferralDraft.begun("d-1", "R-1", SADE, null, typed, SAID, MONDAY_TEN)
                .next();
    }

    static Typed typed(String... situation) {
        return new Typed(
                "hackney",
                "into-treatment",
                "f-1",
                "m-1",
                "hackney-drug-treatment",
                Map.of("treatment-issue-outline", "Alcohol, worse since"),
                List.of(),
                null,
                List.of(situation),
                null,
                null);
    }
}
