package uk.kinbridge.escalation.disagreement;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.Addressee;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.UndertakingDone;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.UndertakingOverdue;
import uk.kinbridge.escalation.disagreement.Draft.Telling;
import uk.kinbridge.escalation.disagreement.Proposal.Undertaking;
import uk.kinbridge.escalation.disagreement.Resolution.Kept;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Owner;

/**
 * Who does what by when, after a disagreement is resolved. What is agreed and not done is the next child harmed: each
 * undertaking has its clock, is asked for before it is due, and is overdue as any other obligation when it is not done
 * (SAL-27, JWP-14).
 */
record Undertakings(Draft draft, Rules rules, Instant now) {

    private static final String PREFIX = "undertaking-";
    private static final Duration DAY_BEFORE = Duration.ofDays(1);

    static String clockOf(int number) {
        return PREFIX + number;
    }

    static boolean isOne(Clock clock) {
        return clock.kind().startsWith(PREFIX);
    }

    static int numberOf(Clock clock) {
        return Integer.parseInt(clock.kind().substring(PREFIX.length()));
    }

    void start(Resolution resolution) {
        var number = 0;
        for (var undertaking : resolution.proposal().undertakings()) {
            number++;
            draft.clocks = draft.clocks.with(clock(number, undertaking));
            draft.tell(
                    telling(number, "", "undertook something by " + Words.spoken(undertaking.by()), undertaking)
                            .asking("Do it, and say so"),
                    owner(undertaking),
                    now);
        }
    }

    private Clock clock(int number, Undertaking undertaking) {
        var due = undertaking.by().isAfter(now) ? undertaking.by() : now.plusMillis(1);
        return Clock.started(
                clockOf(number),
                rules.obligations(),
                new Owner(undertaking.agency(), owner(undertaking).role()),
                now,
                due.truncatedTo(ChronoUnit.MILLIS),
                reminder(due),
                rules.calendarOf(undertaking.agency()).version(),
                "Both sides agreed on this time when the disagreement was resolved.");
    }

    /** A day before, or half-way where there is less than two days. */
    private Instant reminder(Instant due) {
        var left = Duration.between(now, due);
        var before = left.compareTo(DAY_BEFORE.multipliedBy(2)) < 0 ? left.dividedBy(2) : DAY_BEFORE;
        return due.minus(before).truncatedTo(ChronoUnit.MILLIS);
    }

    void remind(Clock clock) {
        var number = numberOf(clock);
        var undertaking = undertaking(number);
        draft.write(
                now,
                "undertaking.reminded",
                "Undertaking %d is due on %s".formatted(number, Words.spoken(clock.dueAt())),
                null,
                clock.obligations());
        draft.tell(
                telling(
                                number,
                                "-reminder",
                                "has to do by " + Words.spoken(clock.dueAt()) + " what it undertook",
                                undertaking)
                        .asking("Do it, and say so"),
                owner(undertaking),
                now);
    }

    /** Managers of both sides hear of it as of everything that is overdue; the one who raised it hears it here. */
    void overdue(Clock clock) {
        var number = numberOf(clock);
        var undertaking = undertaking(number);
        draft.write(
                now,
                "undertaking.overdue",
                "Undertaking %d has not been done".formatted(number),
                null,
                clock.obligations());
        draft.tellRaiser(
                telling(
                        number,
                        "-overdue",
                        "has not done what it undertook; your side can raise that in one step",
                        undertaking),
                now);
        var d = draft.before();
        draft.announce(new UndertakingOverdue(
                d.id(), d.reference(), clock, words(number), other(undertaking), rules.pinned()));
    }

    void done(int number, Actor by, String words) {
        var resolution = draft.resolution();
        var undertaking = undertaking(number);
        var breached = draft.clocks.running(clockOf(number)).filter(clock -> clock.breachedAt() != null);
        draft.resolution = resolution.with(new Kept(number, by, now, words));
        draft.clocks = draft.clocks.met(clockOf(number), now);
        draft.write(now, "undertaking.done", "Undertaking %d is done: %s".formatted(number, words), by, List.of());
        for (var suffix : List.of("", "-reminder")) {
            draft.fulfilled(clockOf(number) + suffix, by, now);
        }
        draft.tellRaiser(telling(number, "-done", "says that it has done what it undertook", undertaking), now);
        var d = draft.before();
        breached.ifPresent(clock -> draft.announce(new UndertakingDone(
                d.id(), d.reference(), clock, words(number), other(undertaking), rules.pinned(), now)));
    }

    private Undertaking undertaking(int number) {
        return draft.resolution().proposal().undertakings().get(number - 1);
    }

    /** The role that settled it on that side sees it done; the person is named in the record only. */
    private Addressee owner(Undertaking undertaking) {
        var seat = draft.steps.getLast().seatOf(undertaking.agency());
        return new Addressee(undertaking.agency(), seat.roles().getFirst(), null);
    }

    private String other(Undertaking undertaking) {
        return draft.sides.other(undertaking.agency()).agency();
    }

    private static String words(int number) {
        return "undertaking %d of the resolved disagreement".formatted(number);
    }

    private Telling telling(int number, String suffix, String words, Undertaking undertaking) {
        return Telling.of(
                clockOf(number) + suffix,
                draft.sides.of(undertaking.agency()).name() + " " + words,
                rules.obligations().getFirst());
    }
}
