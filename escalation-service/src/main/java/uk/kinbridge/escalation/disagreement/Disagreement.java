package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.escalation.disagreement.Draft.Telling;
import uk.kinbridge.escalation.disagreement.Proposal.Undertaking;
import uk.kinbridge.escalation.disagreement.Resolution.ChildSafety;
import uk.kinbridge.escalation.disagreement.Ruling.Why;
import uk.kinbridge.escalation.disagreement.Stage.Status;
import uk.kinbridge.escalation.post.Posts;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocked;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.clock.Clocks.Elapsed;
import uk.kinbridge.protocols.pack.Fact;

/**
 * Two agencies disagree, and the matter must not lie on anybody's desk: it is on one rung of the ladder at a time, with
 * a clock and people at both ends, until the one who raised it says that it is resolved.
 *
 * @param readers agencies beside the two that may read it by name, such as the safeguarding partnership
 */
public record Disagreement(
        String id,
        String reference,
        Pinned protocol,
        String area,
        Matter matter,
        Sides sides,
        Stage stage,
        List<Step> steps,
        List<Discussion> discussions,
        @Nullable Proposal proposal,
        @Nullable Resolution resolution,
        List<Inquiry> inquiries,
        List<Note> notes,
        List<String> readers,
        Instant raisedAt,
        List<Clock> clocks,
        List<Happening> history)
        implements Clocked {

    public Disagreement {
        steps = List.copyOf(steps);
        discussions = List.copyOf(discussions);
        inquiries = List.copyOf(inquiries);
        notes = List.copyOf(notes);
        readers = List.copyOf(readers);
        clocks = List.copyOf(clocks);
        history = List.copyOf(history);
    }

    public boolean isOpen() {
        return stage.status() == Status.OPEN;
    }

    /** When time next matters; also when it is resolved, until what was undertaken is done. */
    public Optional<Instant> wakeAt() {
        return new Clocks(clocks).wakeAt();
    }

    /** The clock of the rung that it is on. */
    public Optional<Clock> clock() {
        return new Clocks(clocks).running(stage.clock());
    }

    /** The clocks that a newly published list of bank holidays may move: an immediate risk waits for none. */
    public List<Clock> followingCalendars() {
        return matter.isUrgent() ? List.of() : clocks;
    }

    /** What newly published bank holidays make of the running level; empty when it was not computed with an older list. */
    public Optional<Change<Disagreement, DisagreementEvent>> brought(Rules rules, Instant now) {
        return new NewHolidays(this, rules, now).brought();
    }

    /** The clocks of what was undertaken when it was resolved and has not been done. */
    public List<Clock> owedUndertakings() {
        return clocks.stream().filter(c -> Undertakings.isOne(c) && c.isOpen()).toList();
    }

    /** How many of the undertakings were not done in time, whether or not they have been done since. */
    public long undertakingsOverdue() {
        return clocks.stream()
                .filter(c -> Undertakings.isOne(c) && c.breachedAt() != null)
                .count();
    }

    /** Their numbers. */
    public List<Integer> undertakingsOwed() {
        return owedUndertakings().stream().map(Undertakings::numberOf).toList();
    }

    /** The sides that have yet to record their discussion on this rung. */
    public List<Seat> owing() {
        if (!isOpen()) {
            return List.of();
        }
        var step = steps.getLast();
        return Stream.of(step.raising(), step.answering())
                .filter(seat -> discussions.stream().noneMatch(d -> d.isOn(stage, seat.agency())))
                .toList();
    }

    /** A new disagreement on the first rung; both sides are told, and all services that nothing may lapse. */
    static Change<Disagreement, DisagreementEvent> raised(
            String id,
            String reference,
            String area,
            Matter matter,
            Sides sides,
            Rules rules,
            Posts posts,
            Instant now) {
        var draft = new Draft(new Disagreement(
                id,
                reference,
                rules.pinned(),
                area,
                matter,
                sides,
                new Stage(Status.OPEN, 1, 1, now, null),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                now,
                List.of(),
                List.of()));
        new Climb(draft, rules, posts, now).begin();

        draft.announce(new DisagreementEvent.Opened(
                id, reference, matter.subject(), sides.agencies(), area, rules.pinned(), rules.obligations(), now));
        return draft.change();
    }

    /** With a line for both sides that nobody wrote. */
    Disagreement remarked(String words, Instant now) {
        var draft = new Draft(this);
        draft.write(now, "raised.remark", words, null, List.of());
        return draft.change().next();
    }

    /** Time goes on: both sides are reminded, then it goes up by itself; a rung never ends with nobody. */
    public Change<Disagreement, DisagreementEvent> elapse(Instant now, Rules rules, Posts posts) {
        var draft = new Draft(this);
        var climb = new Climb(draft, rules, posts, now);
        var tick = draft.clocks.elapse(now);
        draft.clocks = tick.clocks();
        for (var elapsed : tick.elapsed()) {
            switch (elapsed) {
                case Elapsed.Warned(Clock clock)
                when Undertakings.isOne(clock) -> new Undertakings(draft, rules, now).remind(clock);
                case Elapsed.Breached(Clock clock)
                when Undertakings.isOne(clock) -> new Undertakings(draft, rules, now).overdue(clock);
                case Elapsed.Warned(Clock clock) -> climb.remind(clock);
                case Elapsed.Breached _ -> climb.byTime();
            }
        }
        return draft.change();
    }

    /** One side records the discussion on this rung: its position, the evidence, whether they agree now. */
    public Ruling discuss(Actor by, String position, @Nullable String evidence, boolean agreed, Instant now) {
        return whileOpen(draft -> {
            draft.discussions.add(new Discussion(by, now, stage.level(), stage.round(), position, evidence, agreed));
            var side = sides.raising().agency().equals(by.agency()) ? "-raising" : "-answering";
            draft.fulfilled(stage.clock() + side, by, now);
            draft.write(
                    now,
                    "discussion.recorded",
                    sides.of(by.agency()).name() + " recorded the discussion and "
                            + (agreed ? "agrees now" : "does not agree"),
                    by,
                    List.of());
        });
    }

    /** The other agency is told of the intention to go up. */
    public Ruling advise(Actor by, Rules rules, Posts posts, Instant now) {
        return rules.above(stage.level()).isEmpty()
                ? new Ruling.Against(isOpen() ? Why.ON_THE_LAST_RUNG : Why.RESOLVED_ALREADY)
                : whileOpen(draft -> new Climb(draft, rules, posts, now).advise(by));
    }

    /** Goes up before its time, by decision with a reason. An immediate risk does not wait for advice beforehand. */
    public Ruling climb(Actor by, String reason, Rules rules, Posts posts, Instant now) {
        if (!isOpen()) {
            return new Ruling.Against(Why.RESOLVED_ALREADY);
        }
        var above = rules.above(stage.level());
        if (above.isEmpty()) {
            return new Ruling.Against(Why.ON_THE_LAST_RUNG);
        }
        if (above.get().adviseBeforehand() && stage.advisedAt() == null && !matter.isUrgent()) {
            return new Ruling.Against(Why.ADVISE_FIRST);
        }
        return whileOpen(draft -> new Climb(draft, rules, posts, now).byDecision(by, reason));
    }

    /** Somebody sees an immediate risk: from now on it goes through all rungs on the same working day (SAL-27). */
    public Ruling declareRisk(Actor by, List<Fact> risks, String words, Rules rules, Posts posts, Instant now) {
        return whileOpen(draft -> new Risk(draft, rules, posts, now).declare(by, risks, words));
    }

    /** Says what would settle it: what was agreed, who does what by when. */
    public Ruling propose(
            Actor by, String agreed, List<Undertaking> undertakings, Instant now, Rules rules, Posts posts) {
        if (undertakings.stream().anyMatch(u -> !sides.agencies().contains(u.agency()) || u.by().isBefore(now))) {
            return new Ruling.Against(Why.UNDERTAKING_IMPOSSIBLE);
        }
        return whileOpen(draft -> {
            draft.proposal = new Proposal(by, now, stage.level(), agreed, undertakings);
            draft.write(now, "resolution.proposed", "A resolution is proposed: " + agreed, by, List.of());
            draft.tellRaiser(
                    Telling.of(
                                    "proposal-" + now.toEpochMilli(),
                                    "A resolution is proposed. Only you can say whether it is resolved",
                                    rules.obligation(stage.level()))
                            .asking("Say whether it is resolved"),
                    now);
            new Voice(draft, rules, now).lookFor(posts);
        });
    }

    /** The one who raised it says that it is resolved, and that the child is safer. */
    public Ruling confirm(Actor by, ChildSafety child, String words, Rules rules, Instant now) {
        var proposed = proposal;
        if (isOpen() && proposed == null) {
            return new Ruling.Against(Why.NOTHING_PROPOSED);
        }
        if (isOpen() && child == ChildSafety.NOT_SAFER) {
            return new Ruling.Against(Why.CHILD_NOT_SAFER);
        }
        return proposed == null
                ? new Ruling.Against(Why.RESOLVED_ALREADY)
                : whileOpen(draft -> new Ending(draft, rules, now).resolve(by, proposed, child, words));
    }

    /** The one who raised it says that it is not: the rung goes on, and its clock with it. */
    public Ruling decline(Actor by, String reason, Rules rules, Instant now) {
        var proposed = proposal;
        return proposed == null
                ? new Ruling.Against(isOpen() ? Why.NOTHING_PROPOSED : Why.RESOLVED_ALREADY)
                : whileOpen(draft -> new Ending(draft, rules, now).decline(by, proposed, reason));
    }

    /** The voice of the one who raised it goes to somebody else of their side. */
    public Ruling handOver(Actor by, Actor to, String reason, Rules rules, Instant now) {
        return whileOpen(draft -> new Voice(draft, rules, now).handOver(by, to, reason));
    }

    /** Something that was undertaken when it was resolved has been done. */
    public Ruling fulfil(Actor by, int number, String words, Rules rules, Instant now) {
        if (resolution == null || !resolution.owes(number)) {
            return new Ruling.Against(Why.NOTHING_UNDERTAKEN);
        }
        return always(draft -> new Undertakings(draft, rules, now).done(number, by, words));
    }

    /** Asks for guidance or a formal review, where the ladder offers it; the rung's clock goes on. */
    public Ruling inquire(Actor by, String kind, String question, Rules rules, Posts posts, Instant now) {
        return rules.offer(kind)
                .map(offer -> always(draft -> new Inquiring(draft, rules, now).ask(by, offer, question, posts)))
                .orElseGet(() -> new Ruling.Against(Why.NOT_OFFERED));
    }

    /** The partnership answers. */
    public Ruling reply(Actor by, int number, String words, Rules rules, Instant now) {
        return inquiries.stream().anyMatch(i -> i.number() == number && i.reply() == null)
                ? always(draft -> new Inquiring(draft, rules, now).reply(by, number, words))
                : new Ruling.Against(Why.NOTHING_TO_ANSWER);
    }

    /** A note that only the writer's agency sees; also when it is resolved. */
    public Ruling note(Actor by, String words, Instant now) {
        return always(draft -> draft.notes.add(new Note(by, now, words)));
    }

    /** News from elsewhere that matters here, such as that what was overdue has been done. It resolves nothing. */
    public Change<Disagreement, DisagreementEvent> hear(String what, String words, Rules rules, Instant now) {
        var draft = new Draft(this);
        draft.write(now, what, words, null, List.of());
        if (isOpen()) {
            draft.tellRaiser(Telling.of(what + "-" + now.toEpochMilli(), words, rules.obligation(stage.level())), now);
        }
        return draft.change();
    }

    /** Somebody has confirmed that they have received a notice of it. */
    public Change<Disagreement, DisagreementEvent> received(Actor by, Instant at) {
        var draft = new Draft(this);
        draft.write(at, "notice.received", sides.of(by.agency()).name() + " has received it", by, List.of());
        return draft.change();
    }

    private Ruling whileOpen(Consumer<Draft> command) {
        return isOpen() ? always(command) : new Ruling.Against(Why.RESOLVED_ALREADY);
    }

    /** Open or resolved: what is not about the ladder does not end with it. */
    private Ruling always(Consumer<Draft> command) {
        var draft = new Draft(this);
        command.accept(draft);
        return new Ruling.Done(draft.change());
    }
}
