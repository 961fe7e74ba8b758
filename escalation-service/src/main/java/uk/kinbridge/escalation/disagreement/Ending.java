package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.Addressee;
import uk.kinbridge.escalation.disagreement.Draft.Telling;
import uk.kinbridge.escalation.disagreement.Resolution.ChildSafety;

/** How a disagreement ends: never quietly. Everybody who was told of it hears how it ended (DOR-12). */
record Ending(Draft draft, Rules rules, Instant now) {

    void resolve(Actor by, Proposal proposal, ChildSafety child, String words) {
        var level = draft.stage.level();
        draft.clocks = draft.clocks.met(draft.stage.clock(), now);
        draft.fulfilled(draft.stage.clock() + "-raising", by, now);
        draft.fulfilled(draft.stage.clock() + "-answering", by, now);
        draft.resolution = new Resolution(proposal, by, now, level, child, words, List.of());
        draft.proposal = null;
        draft.stage = draft.stage.resolved(now);
        draft.write(
                now,
                "disagreement.resolved",
                "Resolved on level %d: %s".formatted(level, proposal.agreed()),
                by,
                rules.obligations());
        tellEverybody(by, level);
        new Undertakings(draft, rules, now).start(draft.resolution());
        var d = draft.before();
        draft.announce(new DisagreementEvent.Closed(
                d.id(), d.reference(), d.matter().subject(), d.sides().agencies(), level, now));
    }

    void decline(Actor by, Proposal proposal, String reason) {
        draft.proposal = null;
        draft.write(now, "resolution.declined", "Not resolved: " + reason, by, List.of());
        draft.tell(
                Telling.of(
                        "declined-" + now.toEpochMilli(),
                        "The proposed resolution does not settle it: the one who raised it says so",
                        rules.obligation(draft.stage.level())),
                new Addressee(
                        proposal.by().agency(), "practitioner", proposal.by().person()),
                now);
    }

    private void tellEverybody(Actor by, int level) {
        var telling = Telling.of(
                "resolved",
                "Resolved on level %d, as the one who raised it or speaks for them says".formatted(level),
                rules.obligation(level));
        var told = new ArrayList<Addressee>();
        for (var step : draft.steps) {
            for (var seat : List.of(step.raising(), step.answering())) {
                seat.roles().forEach(role -> told.add(new Addressee(seat.agency(), role, null)));
            }
        }
        var raiser = draft.sides.raisedBy();
        if (!by.person().equals(raiser.person())) {
            // Somebody spoke for them; they must hear how it ended (DOR-12).
            told.add(new Addressee(raiser.agency(), "practitioner", raiser.person()));
        }
        draft.readers.forEach(agency -> told.add(new Addressee(agency, "board-analyst", null)));
        told.stream().distinct().forEach(to -> draft.tell(telling, to, now));
    }
}
