package uk.kinbridge.acceptance.journey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** SAL-27, ENG-07: immediate risk of significant harm; the police first, all levels on the same working day. */
final class SameDayImmediateRisk implements Journey {

    @Override
    public String name() {
        return "same-day-immediate-risk";
    }

    @Override
    public String title() {
        return "Salford: a child home alone; police first, all levels on the same working day (moves the time)";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var salford = new Salford(suite);
        var joel = salford.recoveryCoordinator;
        story.step("Joel Marsden (recovery coordinator)", "knows of a child home alone, and the Bridge does not act");
        var raised = story.expect(
                joel.create(
                        "/api/disagreements",
                        Ladder.onADecision("salford", Salford.BRIDGE, List.of("child-home-alone"))),
                201,
                "raising the disagreement");
        story.must(
                raised.body().propertyNames().iterator().next().equals("callFirst"),
                "whom to call stands first of all");
        story.must(raised.text("/callFirst/telephones/0").equals("999"), "the police on 999");
        story.tell("first of all: " + raised.text("/callFirst/words") + " " + raised.text("/callFirst/telephones/0"));
        story.clause("ENG-07", "immediate danger: the police on 999, before anything else");
        var by = Instant.parse(raised.text("/matter/allRungsBy"));
        story.tell("all levels by " + Story.spoken(by.toString()));
        story.clocks(raised);

        var ladder = new Ladder(suite, story, raised.text("/id"));
        story.step("Nobody", "answers: it goes to the managers by itself, the same working day");
        ladder.passUntil(joel, "dueAt");
        ladder.awaitLevel(joel, 2);
        ladder.awaitNotice(salford.bridgeManager, "level-2-answering");

        story.step("Joel Marsden", "does not wait: he takes it to the named professionals himself");
        ladder.act(joel, "next-level", Map.of("reason", "The child is still alone."));
        ladder.awaitNotice(salford.bridgeLead, "level-3-answering");
        ladder.awaitNotice(salford.analyst, "level-3-board");

        story.step("The senior managers", "have it before the working day is over");
        ladder.passUntil(joel, "dueAt");
        var top = ladder.awaitLevel(joel, 4);
        ladder.awaitNotice(salford.bridgeSenior, "level-4-answering");
        var reached = Instant.parse(top.text("/stage/since"));
        story.must(reached.isBefore(by), "level 4 on " + Story.spoken(reached.toString()) + ", the same working day");
        story.must(Ladder.levels(top).equals(List.of(1, 2, 3, 4)), "no level was skipped, none came twice");
        story.clocks(top);
        story.clause("SAL-27", "immediate risk of significant harm goes up on the same working day");
    }
}
