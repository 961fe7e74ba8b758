package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocked;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Priority;
import uk.kinbridge.protocols.pack.StateId;

/**
 * A referral from one agency to another, on a pathway of the protocol version that it pins. The pathway says what must
 * go with it, where it can stand, which clocks run, and who is told; this record keeps what has happened.
 *
 * @param history all that happened, the oldest first; lines are added and never changed
 */
public record Referral(
        String id,
        String reference,
        Pinned protocol,
        String pathway,
        String pathwayTitle,
        String priority,
        List<String> obligations,
        Sender referrer,
        Receiver recipient,
        Content content,
        Standing standing,
        Instant begunAt,
        List<Clock> clocks,
        List<Happening> history)
        implements Clocked {

    public Referral {
        obligations = List.copyOf(obligations);
        clocks = List.copyOf(clocks);
        history = List.copyOf(history);
    }

    /** Both agencies, and the one that a redirection names; nobody else is a party. */
    public List<String> parties() {
        var next = standing.redirectedTo();
        return Stream.of(referrer.agency(), recipient.agency(), next == null ? recipient.agency() : next.agency())
                .distinct()
                .toList();
    }

    /** Whether a place that was taken for it stays taken; one that was taken back or closed needs none. */
    boolean keepsPlace() {
        return history.isEmpty()
                || !List.of(CaseEvent.REFERRAL_WITHDRAWN.word(), CaseEvent.REFERRAL_CLOSED.word())
                        .contains(history.getLast().what());
    }

    /** Whether a place was offered for it that it still keeps. */
    boolean hasPlace() {
        return keepsPlace() && history.stream().anyMatch(line -> line.what().equals(CaseEvent.PLACE_OFFERED.word()));
    }

    /** When time next matters. */
    public Optional<Instant> wakeAt() {
        return new Clocks(clocks).wakeAt();
    }

    public String state() {
        return standing.state();
    }

    public Disclosed disclosed() {
        return content.disclosed();
    }

    public Map<String, String> texts() {
        return content.texts();
    }

    public List<Attachment> documents() {
        return content.documents();
    }

    public @Nullable Receipt receipt() {
        return standing.receipt();
    }

    public @Nullable Invitation invitation() {
        return standing.invitation();
    }

    /** A referral as it comes into being, in the first state of its pathway; {@link Submission} has checked the rules. */
    static Change<Referral, ReferralEvent> begun(Submission submission, Rules rules, Instant at) {
        var pathway = rules.pathway();
        var first = pathway.states().getFirst().id();
        var event = pathway.firstEvent();
        var standing = Standing.at(first);
        var born = new Referral(
                submission.id(),
                submission.reference(),
                rules.pinned(),
                pathway.id().value(),
                pathway.title(),
                rules.priority(submission.content().situation()).word(),
                Rules.ids(pathway.obligations()),
                submission.referrer(),
                submission.recipient(),
                submission.content(),
                event == CaseEvent.REFERRAL_SUBMITTED
                        ? standing.after(
                                new Act.Send(Map.of(), List.of()), first, submission.by(), at, submission.recipient())
                        : standing,
                at,
                List.of(),
                List.of());
        return born.happened(event, born.callSaid(), Passing.ALL, submission.by(), at, rules, null);
    }

    /**
     * Somebody acts on it. Who acts for the receiving agency has plainly received it, so that counts as the
     * acknowledgement that was still owed.
     *
     * @param at when they acted; news of it may come later
     */
    public Acted act(Act act, Actor by, Instant at, Rules rules) {
        return act(act, by, at, rules, Passing.ALL);
    }

    /**
     * The same where a decision on sharing has said what of the words goes to the other agency.
     *
     * @param passing what goes, and what stays with those who said it
     */
    public Acted act(Act act, Actor by, Instant at, Rules rules, Passing passing) {
        var next = rules.next(state(), act.event());
        if (next.isPresent()) {
            return new Acted.Done(took(act, next.get(), by, at, rules, passing));
        }
        if (doneBefore(act)) {
            return new Acted.Before();
        }
        var acknowledge = new Act.Acknowledge();
        var received = rules.next(state(), acknowledge.event());
        var then = received.flatMap(state -> rules.next(state.value(), act.event()));
        if (received.isEmpty() || then.isEmpty() || !by.agency().equals(recipient.agency())) {
            return new Acted.NotNow(rules.notNow(state(), act.event()));
        }
        var first = took(acknowledge, received.get(), by, at, rules, Passing.ALL);
        var second = first.next().took(act, then.get(), by, at, rules, passing);
        return new Acted.Done(new Change<>(
                second.next(),
                Stream.concat(first.events().stream(), second.events().stream()).toList()));
    }

    /**
     * Something has happened to the appointments of the person referred, or to contact with the family: the state and the
     * clocks move as the pathway says, and where it says nothing, the story tells it (HAC-05, HAC-06, SAL-20, SAL-21).
     *
     * @return empty when it comes too late to matter: where the referral stands it cannot happen any more
     */
    Optional<Change<Referral, ReferralEvent>> heard(
            CaseEvent event, Map<String, String> said, Actor by, Instant at, Rules rules) {
        var next = rules.next(state(), event);
        if (next.isPresent()) {
            return Optional.of(with(content, standing.movedTo(next.get()), clocks, history)
                    .happened(event, said, Passing.ALL, by, at, rules, standing.redirectedTo()));
        }
        var before = CaseEvent.OFFERS_USED_UP;
        if (event == CaseEvent.NEXT_STEPS_AGREED && rules.next(state(), before).isPresent()) {
            // The decision has overtaken the news of what it was about.
            var first = heard(before, Map.of(), by, at, rules).orElseThrow();
            return first.next()
                    .heard(event, said, by, at, rules)
                    .map(second -> new Change<>(
                            second.next(),
                            Stream.concat(first.events().stream(), second.events().stream())
                                    .toList()));
        }
        return rules.isOnlyTold(event) && !rules.hasEnded(state())
                ? Optional.of(happened(event, said, Passing.ALL, by, at, rules, standing.redirectedTo()))
                : Optional.empty();
    }

    private boolean doneBefore(Act act) {
        return switch (act) {
            case Act.Acknowledge _ -> receipt() != null;
            case Act.Invite _ -> invitation() != null;
            default -> false;
        };
    }

    private Change<Referral, ReferralEvent> took(
            Act act, StateId next, Actor by, Instant at, Rules rules, Passing passing) {
        var said = act instanceof Act.Send(Map<String, String> texts, List<Attachment> documents)
                ? content.with(texts, documents)
                : content;
        var moved = with(said, standing.after(act, next, by, at, recipient), clocks, history);
        var redirectedTo = moved.standing().redirectedTo();
        // An answer or a withdrawal ends the part of the agency that was asked, which still has to hear of it (FAP-14).
        var asked = redirectedTo == null ? standing.redirectedTo() : redirectedTo;
        var change = moved.happened(act.event(), act.said(), passing, by, at, rules, asked);
        var more = Stream.of(
                        receipt() == null && rules.settlesReceipt(act.event())
                                ? Story.receiptSettled(change.next(), by, at, rules)
                                : Stream.<ReferralEvent>empty(),
                        Story.outsideTold(act, change.next(), by, at, rules),
                        Story.answered(act, this, change.next(), by, at, rules),
                        Story.takenUpAgain(this, change.next(), by, at, rules),
                        Story.passedOn(act, change.next(), by, at),
                        Story.invited(act, change.next(), by, at))
                .flatMap(events -> events);
        return new Change<>(
                change.next(), Stream.concat(change.events().stream(), more).toList());
    }

    /** Time goes on: owners are warned before their clock is due, and people are told when it has passed. */
    public Change<Referral, ReferralEvent> elapse(Instant now, Rules rules) {
        var tick = new Clocks(clocks).elapse(now);
        var lines = new ArrayList<>(history);
        var told = new ArrayList<ReferralEvent>();
        for (var elapsed : tick.elapsed()) {
            var overdue = new Overdue(elapsed, this, rules);
            lines.add(overdue.line(now));
            told.addAll(overdue.notices(now));
            told.addAll(overdue.news());
        }
        var next = with(content, standing, tick.clocks().all(), lines);
        return new Change<>(next, told.stream().map(e -> Overdue.about(e, next)).toList());
    }

    /**
     * New bank holidays have been published: clocks that still run are computed again, in sight of everybody.
     *
     * @return empty when they change nothing, as when they have been applied before
     */
    public Optional<Change<Referral, ReferralEvent>> recompute(Rules rules, Instant now) {
        return Recomputed.of(this, rules, now);
    }

    Referral amended(Content nextContent, Happening line) {
        var lines = new ArrayList<>(history);
        lines.add(line);
        return with(nextContent, standing, clocks, lines);
    }

    /** The same where it ranks otherwise among those who wait (JWP-09). */
    Referral ranked(Priority rank) {
        return new Referral(
                id,
                reference,
                protocol,
                pathway,
                pathwayTitle,
                rank.word(),
                obligations,
                referrer,
                recipient,
                content,
                standing,
                begunAt,
                clocks,
                history);
    }

    Referral withClocks(List<Clock> nextClocks, List<Happening> more) {
        var lines = new ArrayList<>(history);
        lines.addAll(more);
        return with(content, standing, nextClocks, lines);
    }

    /** Where it stood before something that has turned out not to be so. */
    Referral back(StateId state, List<Clock> nextClocks, List<Happening> more) {
        var lines = new ArrayList<>(history);
        lines.addAll(more);
        return with(content, standing.movedTo(state), nextClocks, lines);
    }

    private Change<Referral, ReferralEvent> happened(
            CaseEvent event,
            Map<String, String> said,
            Passing passing,
            Actor by,
            Instant at,
            Rules rules,
            @Nullable Receiver asked) {
        var running = new Clocks(clocks);
        var late = new LinkedHashMap<Clock, String>();
        if (event == CaseEvent.REFERRAL_WITHDRAWN) {
            clocks.stream()
                    .filter(clock -> clock.isOpen() && clock.breachedAt() != null)
                    .forEach(clock -> late.put(clock, rules.wordsOf(clock)));
            running = running.cancelledAll(at);
        }
        for (var stopped : rules.pathway().clocksStoppedBy(event)) {
            running.running(stopped.id().value())
                    .filter(clock -> clock.breachedAt() != null)
                    .ifPresent(clock -> late.put(clock, stopped.words()));
            running = running.met(stopped.id().value(), at);
        }
        for (var started : rules.clocksStartedBy(event, this, at)) {
            running = running.with(started);
        }
        var lines = new ArrayList<>(history);
        lines.add(Story.of(event, this, said, passing, by, at, rules));
        var next = with(content, standing, running.all(), lines);
        var events = new ArrayList<>(Story.notices(event, next, by, at, rules, asked));
        late.forEach((clock, words) -> events.add(new ReferralEvent.ClockMet(next, clock, words, at)));
        return new Change<>(next, events);
    }

    private Map<String, String> callSaid() {
        var call = content.call();
        return call == null ? Map.of() : Map.of("spoke-to", call.spokeTo(), "decision", call.decision());
    }

    private Referral with(
            Content nextContent, Standing nextStanding, List<Clock> nextClocks, List<Happening> nextHistory) {
        return new Referral(
                id,
                reference,
                protocol,
                pathway,
                pathwayTitle,
                priority,
                obligations,
                referrer,
                recipient,
                nextContent,
                nextStanding,
                begunAt,
                nextClocks,
                nextHistory);
    }
}
