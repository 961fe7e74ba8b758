package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.Addressee;
import uk.kinbridge.escalation.disagreement.Draft.Telling;
import uk.kinbridge.escalation.disagreement.Stage.Status;
import uk.kinbridge.escalation.disagreement.Step.How;
import uk.kinbridge.escalation.post.Posts;
import uk.kinbridge.escalation.post.Presence;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.protocols.published.RunningClock;

/**
 * The way up the ladder: one rung at a time, each with its clock and its people, none left out (SAL-27, FAP-07). The
 * last rung begins anew until it is resolved, so that nothing ends by waiting.
 */
final class Climb {

    private static final String BOARD = "board-analyst";

    private final Draft draft;
    private final Rules rules;
    private final Seats seats;
    private final Posts posts;
    private final Instant now;
    private final Sides sides;

    Climb(Draft draft, Rules rules, Posts posts, Instant now) {
        this.draft = draft;
        this.rules = rules;
        this.seats = new Seats(rules, posts, now);
        this.posts = posts;
        this.now = now;
        this.sides = draft.sides;
    }

    /** The first rung. */
    void begin() {
        reach(1, 1, How.RAISED, sides.raisedBy(), null);
    }

    /** Nobody has settled it on this rung: it goes further by itself. */
    void byTime() {
        up(How.TIME, null, null);
    }

    /** Somebody decides not to wait. */
    void byDecision(Actor by, String reason) {
        draft.clocks = draft.clocks.met(draft.stage.clock(), now);
        up(How.DECISION, by, reason);
    }

    private void up(How how, @Nullable Actor by, @Nullable String reason) {
        var stage = draft.stage;
        if (stage.level() == rules.top()) {
            reach(stage.level(), stage.round() + 1, how, by, reason);
            return;
        }
        if (rules.rung(stage.level() + 1).adviseBeforehand() && stage.advisedAt() == null) {
            // Nobody was there to advise before; better in the same moment than not at all.
            advise(null);
        }
        reach(stage.level() + 1, 1, how, by, reason);
    }

    private void reach(int level, int round, How how, @Nullable Actor by, @Nullable String reason) {
        draft.stage = new Stage(Status.OPEN, level, round, now, null);
        var step = new Step(
                level,
                round,
                now,
                how,
                by,
                reason,
                seats.find(sides.raising().agency(), level, true),
                seats.find(sides.answering().agency(), level, false));
        draft.steps.add(step);
        draft.write(
                now, how == How.RAISED ? "disagreement.raised" : "level.reached", words(step, true), by, cited(level));
        gap(step.raising());
        gap(step.answering());
        board(step);
        if (how != How.RAISED) {
            new Voice(draft, rules, now).lookFor(posts);
            draft.tellRaiser(telling(step, "-raiser", "It " + words(step, false)), now);
        }
        if (pressed(level)) {
            tellSides(step, null);
            up(How.TIME, null, null);
            return;
        }
        start(step);
    }

    /** The day in which an immediate risk had to reach the last rung is over: it does not wait on any other. */
    private boolean pressed(int level) {
        var by = draft.matter.allRungsBy();
        return by != null && !now.isBefore(by) && level < rules.top();
    }

    private void start(Step step) {
        var clock = RungTime.clock(
                draft.stage.clock(),
                cited(step.level()),
                new Owner(step.answering().agency(), step.answering().roles().getFirst()),
                step.level(),
                draft.matter.allRungsBy(),
                rules,
                now);
        draft.clocks = draft.clocks.with(clock);
        tellSides(step, clock.dueAt());
    }

    private void tellSides(Step step, @Nullable Instant due) {
        var until = due == null ? "it goes further at once." : "talk and record it by " + Words.spoken(due) + ".";
        var raising = telling(step, "-raising", Words.opposite(step, sides.raising(), sides.answering(), until))
                .asking("Talk to your opposite number and record the discussion");
        var answering = telling(
                        step,
                        "-answering",
                        Words.raised(draft.before()) + ". "
                                + Words.opposite(step, sides.answering(), sides.raising(), until))
                .asking("Talk to your opposite number and record the discussion");
        if (step.how() != How.RAISED
                || step.raising().roles().stream().anyMatch(role -> !role.equals("practitioner"))) {
            draft.tellSeat(raising, step.raising(), now);
        }
        var confirmed = due == null ? answering : answering.acknowledgedBy(due);
        var named = sides.toPerson();
        if (step.how() == How.RAISED && named != null) {
            draft.tell(
                    confirmed,
                    new Addressee(
                            step.answering().agency(), step.answering().roles().getFirst(), named),
                    now);
            if (!(posts.presence(step.answering().agency(), named, now) instanceof Presence.There)) {
                // They may not read it in time: whoever holds the role hears of it too.
                draft.tellSeat(confirmed, step.answering(), now);
            }
        } else {
            draft.tellSeat(confirmed, step.answering(), now);
        }
    }

    /** Half-way, both sides hear that it goes further by itself, and the other agency where it must know beforehand. */
    void remind(Clock clock) {
        var step = draft.steps.getLast();
        var words = "Not settled yet; on " + Words.spoken(clock.dueAt()) + " it goes further by itself.";
        draft.write(now, "level.reminded", words, null, clock.obligations());
        for (var seat : List.of(step.raising(), step.answering())) {
            if (draft.discussions.stream().noneMatch(d -> d.isOn(draft.stage, seat.agency()))) {
                draft.tellSeat(
                        telling(step, "-reminder" + RunningClock.again(clock), words)
                                .asking("Record the discussion, or say what would settle it"),
                        seat,
                        now);
            }
        }
        rules.above(step.level())
                .filter(next -> next.adviseBeforehand() && draft.stage.advisedAt() == null)
                .ifPresent(_ -> advise(null));
    }

    /** The other agency is advised of the intention to go up, before it happens (SAL-27). */
    void advise(@Nullable Actor by) {
        var from = by == null ? sides.raising() : sides.of(by.agency());
        var to = sides.other(from.agency());
        var step = draft.steps.getLast();
        var words = "%s intends to take it to level %d, %s, unless it is settled before."
                .formatted(
                        from.name(),
                        step.level() + 1,
                        rules.rung(step.level() + 1).words());
        draft.stage = draft.stage.advised(now);
        draft.write(now, "intention.advised", words, by, cited(step.level() + 1));
        draft.tellSeat(telling(step, "-intention", words), step.seatOf(to.agency()), now);
    }

    /** From some rung on the partnership is told, and may read it by name (SAL-27). */
    private void board(Step step) {
        var told = rules.told(rules.rung(step.level()), draft.before().area());
        for (var agency : told) {
            draft.admit(agency);
            draft.tell(
                    telling(
                            step,
                            "-board",
                            "A disagreement between %s and %s has come to level %d"
                                    .formatted(
                                            sides.raising().name(),
                                            sides.answering().name(),
                                            step.level())),
                    new Addressee(agency, BOARD, null),
                    now);
        }
        if (!told.isEmpty()) {
            draft.write(now, "board.told", "The safeguarding partnership knows", null, cited(step.level()));
        }
    }

    /** Nobody in post: the agency's own administration hears of it; the partnership where nobody at all is left. */
    private void gap(Seat seat) {
        var vacant = seat.vacant();
        if (vacant == null) {
            return;
        }
        var party = sides.of(seat.agency());
        var step = draft.steps.getLast();
        var words = seat.nobody()
                ? "Nobody at %s is in post as %s, and nobody is next in line".formatted(party.name(), vacant)
                : "Nobody at %s is in post as %s; next in line: %s".formatted(party.name(), vacant, Words.who(seat));
        draft.write(now, "post.vacant", words, null, cited(step.level()));
        var telling = telling(step, "-vacant-" + seat.agency(), words);
        draft.tell(telling, new Addressee(seat.agency(), "agency-admin", null), now);
        if (seat.nobody()) {
            for (var partnership : rules.partnerships(draft.before().area())) {
                draft.admit(partnership);
                draft.tell(telling, new Addressee(partnership, BOARD, null), now);
            }
        }
    }

    private Telling telling(Step step, String suffix, String words) {
        return Telling.of(Stage.clockOf(step.level(), step.round()) + suffix, words, rules.obligation(step.level()));
    }

    private List<String> cited(int level) {
        return rules.rung(level).obligations().stream().map(o -> o.value()).toList();
    }

    /** A reason is people's own words: it stays in the record and goes into no notice. */
    private String words(Step step, boolean withReason) {
        var there =
                "level %d: %s".formatted(step.level(), rules.rung(step.level()).words());
        return switch (step.how()) {
            case RAISED -> Words.raised(draft.before());
            case TIME ->
                step.round() > 1
                        ? "was not settled on the last rung, which begins anew (" + there + ")"
                        : "was not settled in time and went by itself to " + there;
            case DECISION ->
                step.round() > 1
                        ? "begins anew on the last rung by decision"
                        : "was taken by decision to " + there + (withReason ? ". Reason: " + step.reason() : "");
        };
    }
}
