package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.protocols.pack.CaseEvent;

/**
 * A referral from one agency to another, on a pathway of the protocol version that it pins. The pathway says what must
 * go with it, which clocks run, and who is told; this record keeps what has happened.
 *
 * @param texts written answers, by the requirement that they answer
 * @param receipt null until a person of the receiving agency has acknowledged it
 * @param invitation null until the person referred is invited to an assessment
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
        Disclosed disclosed,
        Map<String, String> texts,
        List<Attachment> documents,
        ReferralState state,
        Instant submittedAt,
        @Nullable Receipt receipt,
        @Nullable Invitation invitation,
        List<Clock> clocks,
        List<Happening> history) {

    public Referral {
        obligations = List.copyOf(obligations);
        texts = Map.copyOf(texts);
        documents = List.copyOf(documents);
        clocks = List.copyOf(clocks);
        history = List.copyOf(history);
    }

    /** Both agencies; nobody else is a party. */
    public List<String> parties() {
        return List.of(referrer.agency(), recipient.agency());
    }

    /** When time next matters. */
    public Optional<Instant> wakeAt() {
        return new Clocks(clocks).wakeAt();
    }

    /** A referral as it comes into being; every rule about what must go with it has been checked by {@link Submission}. */
    static Change<Referral, ReferralEvent> submitted(Submission submission, Rules rules, Instant at) {
        var pathway = rules.pathway();
        var born = new Referral(
                submission.id(),
                submission.reference(),
                rules.pinned(),
                pathway.id().value(),
                pathway.title(),
                pathway.priority().word(),
                Rules.ids(pathway.obligations()),
                submission.referrer(),
                submission.recipient(),
                submission.disclosed(),
                submission.texts(),
                submission.documents(),
                ReferralState.SUBMITTED,
                at,
                null,
                null,
                List.of(),
                List.of());
        return born.happened(CaseEvent.REFERRAL_SUBMITTED, submission.by(), at, rules);
    }

    /**
     * A person of the receiving agency has it and says so (HAC-03, HAC-14, HAC-17).
     *
     * @param at when they said so; news of it may come later
     * @return empty when somebody has acknowledged it before
     */
    public Optional<Change<Referral, ReferralEvent>> acknowledge(Actor by, Instant at, Rules rules) {
        if (receipt != null) {
            return Optional.empty();
        }
        var acknowledged = with(
                state == ReferralState.SUBMITTED ? ReferralState.ACKNOWLEDGED : state,
                new Receipt(by, at),
                invitation,
                clocks,
                history);
        var change = acknowledged.happened(CaseEvent.REFERRAL_ACKNOWLEDGED, by, at, rules);
        var events = new ArrayList<>(change.events());
        for (var notice : rules.pathway().noticesOn(CaseEvent.REFERRAL_SUBMITTED)) {
            if (rules.isReceipt(notice.id().value())) {
                events.add(new ReferralEvent.NoticeFulfilled(
                        change.next(), notice.id().value(), by, at));
            }
        }
        return Optional.of(new Change<>(change.next(), events));
    }

    /**
     * The person referred is invited to an assessment (HAC-03). Who invites has plainly received the referral, so that
     * counts as its acknowledgement too.
     *
     * @return empty when they were invited before
     */
    public Optional<Change<Referral, ReferralEvent>> invite(
            Actor by, Instant at, Instant appointmentAt, @Nullable String place, Rules rules) {
        if (invitation != null) {
            return Optional.empty();
        }
        var received = acknowledge(by, at, rules).orElseGet(() -> Change.silent(this));
        var before = received.next();
        var invited = before.with(
                ReferralState.INVITED,
                before.receipt,
                new Invitation(by, at, appointmentAt, place),
                before.clocks,
                before.history);
        var change = invited.happened(CaseEvent.ASSESSMENT_INVITED, by, at, rules);
        var events = new ArrayList<>(received.events());
        events.addAll(change.events());
        return Optional.of(new Change<>(change.next(), events));
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
        var next = with(state, receipt, invitation, tick.clocks().all(), lines);
        return new Change<>(next, told.stream().map(e -> Overdue.about(e, next)).toList());
    }

    private Change<Referral, ReferralEvent> happened(CaseEvent event, Actor by, Instant at, Rules rules) {
        var running = new Clocks(clocks);
        var late = new LinkedHashMap<Clock, String>();
        for (var stopped : rules.pathway().clocksStoppedBy(event)) {
            running.running(stopped.id().value())
                    .filter(clock -> clock.breachedAt() != null)
                    .ifPresent(clock -> late.put(clock, stopped.words()));
            running = running.met(stopped.id().value(), at);
        }
        for (var started : rules.clocksStartedBy(event, referrer, recipient, at)) {
            running = running.with(started);
        }
        var lines = new ArrayList<>(history);
        lines.add(Story.of(event, this, by, at, rules));
        var next = with(state, receipt, invitation, running.all(), lines);
        var events = new ArrayList<>(Story.notices(event, next, by, at, rules));
        late.forEach((clock, words) -> events.add(new ReferralEvent.ClockMet(next, clock, words, at)));
        return new Change<>(next, events);
    }

    private Referral with(
            ReferralState nextState,
            @Nullable Receipt nextReceipt,
            @Nullable Invitation nextInvitation,
            List<Clock> nextClocks,
            List<Happening> nextHistory) {
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
                disclosed,
                texts,
                documents,
                nextState,
                submittedAt,
                nextReceipt,
                nextInvitation,
                nextClocks,
                nextHistory);
    }
}
