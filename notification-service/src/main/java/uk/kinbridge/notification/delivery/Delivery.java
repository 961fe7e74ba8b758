package uk.kinbridge.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.notification.notice.Actor;

/**
 * Something on its way to one addressee by one channel. That it is about to be handed over is written down before it is,
 * so that after a crash nobody has to guess: either the provider tells, or the doubt is there for a person to see.
 *
 * @param tidings one for a letter of its own, several for a digest
 * @param language of the letter, as its template's file names it
 * @param dueAt when it must be looked at; null when nothing is left to do
 * @param tries how often it was handed over or tried to
 * @param log what went wrong, the latest last
 * @param providerId what the provider calls it
 * @param handedOverAt when the provider had it
 * @param receipt what the provider told later
 */
public record Delivery(
        String id,
        Channel channel,
        Addressee to,
        List<Tidings> tidings,
        boolean digest,
        String language,
        State state,
        Instant createdAt,
        @Nullable Instant dueAt,
        int tries,
        List<Attempt> log,
        @Nullable String providerId,
        @Nullable Instant handedOverAt,
        @Nullable Receipt receipt,
        List<Decision> decisions) {

    private static final int LOG_DEPTH = 20;

    public Delivery {
        tidings = List.copyOf(tidings);
        log = List.copyOf(log);
        decisions = List.copyOf(decisions);
    }

    /** Where it stands. */
    public enum State {
        /** For its time to come. */
        WAITING,
        /** With somebody who is handing it over, or who died doing so. */
        HANDING_OVER,
        /** The provider has it. */
        HANDED_OVER,
        /** The provider says that it has arrived. */
        ARRIVED,
        /** Perhaps handed over, perhaps not; a person decides. */
        IN_DOUBT,
        /** Given up; a person may send it again. */
        DEAD,
        /** Not needed any more before its time came. */
        DROPPED;

        /** As addresses and answers spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What the provider told after it had it. */
    public record Receipt(String status, Instant at) {}

    /** How a command ends. */
    public sealed interface Outcome {
        /** As asked. */
        record Changed(Delivery next) implements Outcome {}

        /** It is not in a state for that; nothing is changed. */
        record Stands(State state) implements Outcome {}
    }

    /** A new one, to be looked at when it is due. */
    public static Delivery planned(
            String id, Channel channel, Addressee to, Tidings tidings, String language, Instant dueAt, Instant now) {
        return waiting(id, channel, to, tidings, false, language, dueAt, now);
    }

    /** A new one that gathers others until it is due. */
    public static Delivery gathering(
            String id, Channel channel, Addressee to, Tidings tidings, String language, Instant dueAt, Instant now) {
        return waiting(id, channel, to, tidings, true, language, dueAt, now);
    }

    private static Delivery waiting(
            String id,
            Channel channel,
            Addressee to,
            Tidings tidings,
            boolean digest,
            String language,
            Instant dueAt,
            Instant now) {
        return new Delivery(
                id,
                channel,
                to,
                List.of(tidings),
                digest,
                language,
                State.WAITING,
                now,
                dueAt,
                0,
                List.of(),
                null,
                null,
                null,
                List.of());
    }

    /** The same, not needed, since another letter of that minute speaks for it. */
    Delivery spokenFor(String other, Instant now) {
        return new Draft(this)
                .state(State.DROPPED)
                .dueAt(null)
                .noted(now, "too many at once: " + other + " speaks for it")
                .build();
    }

    /** One more for a digest that has not gone yet. */
    public Outcome gather(Tidings more) {
        if (!digest || state != State.WAITING || tries > 0 || tidings.contains(more)) {
            return new Outcome.Stands(state);
        }
        return new Outcome.Changed(new Draft(this)
                .tidings(Stream.concat(tidings.stream(), Stream.of(more)).toList())
                .build());
    }

    /** Its notice needs nobody's attention any more. */
    public Outcome withdraw(String notice, Instant now) {
        if (state != State.WAITING || tidings.stream().noneMatch(t -> t.notice().equals(notice))) {
            return new Outcome.Stands(state);
        }
        var left = tidings.stream().filter(t -> !t.notice().equals(notice)).toList();
        return new Outcome.Changed(
                left.isEmpty()
                        ? new Draft(this)
                                .state(State.DROPPED)
                                .dueAt(null)
                                .noted(now, "what it tells of was acknowledged before it was due")
                                .build()
                        : new Draft(this).tidings(left).build());
    }

    /** It would disturb somebody now; that is no try. */
    public Outcome putOff(Instant until) {
        return state != State.WAITING
                ? new Outcome.Stands(state)
                : new Outcome.Changed(new Draft(this).dueAt(until).build());
    }

    /** The intent, written down before anything is handed over. */
    public Outcome begin(Instant now, Duration lease) {
        if (state != State.WAITING) {
            return new Outcome.Stands(state);
        }
        return new Outcome.Changed(new Draft(this)
                .state(State.HANDING_OVER)
                .tries(tries + 1)
                .dueAt(now.plus(lease))
                .build());
    }

    /** What the provider answered to the hand-over that {@link #begin} announced. */
    public Outcome end(Answer answer, Carrier.Repetition repetition, Patience patience, double chance, Instant now) {
        if (state != State.HANDING_OVER) {
            return new Outcome.Stands(state);
        }
        return new Outcome.Changed(
                switch (answer) {
                    case Answer.Accepted(var name) -> accepted(name, now);
                    case Answer.NotTried(var until) ->
                        new Draft(this)
                                .state(State.WAITING)
                                .tries(tries - 1)
                                .dueAt(until)
                                .build();
                    case Answer.NotNow(var why, var notBefore, var _) -> again(why, notBefore, patience, chance, now);
                    case Answer.Refused(var why) -> dead(why, now);
                    case Answer.Unanswered(var why) -> unanswered(why, repetition, patience, chance, now);
                });
    }

    /** A hand-over was announced and nobody has told how it ended. */
    public Outcome brokenOff(Carrier.Repetition repetition, Patience patience, double chance, Instant now) {
        return end(new Answer.Unanswered("broken off while it was handed over"), repetition, patience, chance, now);
    }

    /** The provider was asked whether it has it. */
    public Outcome traced(Carrier.Trace trace, Patience patience, double chance, Instant now) {
        if (state != State.HANDING_OVER) {
            return new Outcome.Stands(state);
        }
        return new Outcome.Changed(
                switch (trace) {
                    case Carrier.Trace.Found(var name) -> accepted(name, now);
                    case Carrier.Trace.Absent() -> again("the provider does not have it", null, patience, chance, now);
                    case Carrier.Trace.NotTold(var why) ->
                        new Draft(this)
                                .dueAt(now.plus(patience.lease()))
                                .noted(now, why)
                                .build();
                });
    }

    /** What the provider tells later, in any order and any number of times; the last word counts. */
    public Outcome receipt(
            String status, boolean arrived, @Nullable String failure, @Nullable String name, Instant at) {
        boolean repeated = receipt != null
                && (receipt.status().equals(status) || receipt.at().isAfter(at));
        if (repeated || state == State.DROPPED) {
            return new Outcome.Stands(state);
        }
        var next = new Draft(this).receipt(new Receipt(status, at)).provider(name == null ? providerId : name);
        if (handedOverAt == null) {
            next.handedOver(at);
        }
        // Whatever it says proves that the provider has it: a doubt ends here.
        next.dueAt(null).state(arrived ? State.ARRIVED : failure == null ? State.HANDED_OVER : State.DEAD);
        if (failure != null) {
            next.noted(at, failure);
        }
        return new Outcome.Changed(next.build());
    }

    /** A person has it sent once more: what was given up, or what is in doubt. */
    public Outcome sendAgain(Actor by, Instant now) {
        if (state != State.DEAD && state != State.IN_DOUBT) {
            return new Outcome.Stands(state);
        }
        return new Outcome.Changed(new Draft(this)
                .state(State.WAITING)
                .tries(0)
                .dueAt(now)
                .decided(new Decision(Decision.Kind.SENT_AGAIN, now, by))
                .build());
    }

    /** A person has looked and lets it be; only for what is in doubt. */
    public Outcome leave(Actor by, Instant now) {
        if (state != State.IN_DOUBT) {
            return new Outcome.Stands(state);
        }
        return new Outcome.Changed(new Draft(this)
                .state(State.HANDED_OVER)
                .decided(new Decision(Decision.Kind.LEFT, now, by))
                .build());
    }

    private Delivery accepted(@Nullable String name, Instant now) {
        return new Draft(this)
                .state(State.HANDED_OVER)
                .provider(name)
                .handedOver(now)
                .dueAt(null)
                .build();
    }

    private Delivery again(String why, @Nullable Instant notBefore, Patience patience, double chance, Instant now) {
        if (patience.endsAfter(tries)) {
            return dead(why, now);
        }
        var due = now.plus(patience.waitAfter(tries, chance));
        return new Draft(this)
                .state(State.WAITING)
                .dueAt(notBefore != null && notBefore.isAfter(due) ? notBefore : due)
                .noted(now, why)
                .build();
    }

    private Delivery unanswered(
            String why, Carrier.Repetition repetition, Patience patience, double chance, Instant now) {
        return switch (repetition) {
            case RECOGNISED -> again(why, null, patience, chance, now);
            // Asked only later: a provider may need a moment until it can find what it was given.
            case CAN_BE_ASKED ->
                new Draft(this)
                        .dueAt(now.plus(patience.lease()))
                        .noted(now, why)
                        .build();
            case UNKNOWN_TO_IT ->
                new Draft(this)
                        .state(State.IN_DOUBT)
                        .dueAt(null)
                        .noted(now, why)
                        .build();
        };
    }

    private Delivery dead(String why, Instant now) {
        return new Draft(this).state(State.DEAD).dueAt(null).noted(now, why).build();
    }

    /** The next state in the making. */
    private static final class Draft {
        private final Delivery of;
        private List<Tidings> tidings;
        private State state;
        private @Nullable Instant dueAt;
        private int tries;
        private final List<Attempt> log;
        private @Nullable String providerId;
        private @Nullable Instant handedOverAt;
        private @Nullable Receipt receipt;
        private final List<Decision> decisions;

        Draft(Delivery of) {
            this.of = of;
            tidings = of.tidings;
            state = of.state;
            dueAt = of.dueAt;
            tries = of.tries;
            log = new ArrayList<>(of.log);
            providerId = of.providerId;
            handedOverAt = of.handedOverAt;
            receipt = of.receipt;
            decisions = new ArrayList<>(of.decisions);
        }

        Draft tidings(List<Tidings> next) {
            tidings = next;
            return this;
        }

        Draft state(State next) {
            state = next;
            return this;
        }

        Draft dueAt(@Nullable Instant next) {
            dueAt = next;
            return this;
        }

        Draft tries(int next) {
            tries = next;
            return this;
        }

        Draft noted(Instant at, String note) {
            log.add(new Attempt(tries, at, note));
            return this;
        }

        Draft provider(@Nullable String name) {
            providerId = name;
            return this;
        }

        Draft handedOver(Instant at) {
            handedOverAt = at;
            return this;
        }

        Draft receipt(Receipt next) {
            receipt = next;
            return this;
        }

        Draft decided(Decision decision) {
            decisions.add(decision);
            return this;
        }

        Delivery build() {
            return new Delivery(
                    of.id,
                    of.channel,
                    of.to,
                    tidings,
                    of.digest,
                    of.language,
                    state,
                    of.createdAt,
                    dueAt,
                    tries,
                    log.size() > LOG_DEPTH ? log.subList(log.size() - LOG_DEPTH, log.size()) : log,
                    providerId,
                    handedOverAt,
                    receipt,
                    decisions);
        }
    }
}
