package uk.kinbridge.acceptance.journey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** ENG-08, DOR-12: two practitioners settle it between them; the one who raised it says so. */
final class ResolvedAtLevelOne implements Journey {

    @Override
    public String name() {
        return "resolved-at-level-one";
    }

    @Override
    public String title() {
        return "Hackney: two practitioners settle a disagreement at the lowest level";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var hackney = new Hackney(suite);
        var tom = hackney.treatmentWorker;
        var sade = hackney.socialWorker;
        story.step("Tom Brandt (treatment worker)", "challenges a decision of Children's Social Care");
        var raised = story.expect(
                tom.create("/api/disagreements", Ladder.onADecision("hackney", Hackney.SOCIAL_CARE, List.of())),
                201,
                "raising the disagreement");
        var ladder = new Ladder(suite, story, raised.text("/id"));
        story.tell(raised.text("/reference") + ": " + raised.text("/holds"));
        story.clause("DOR-12", "challenge is normal and safe");
        ladder.awaitNotice(sade, "level-1-answering");
        ladder.notFor(hackney.otherProvidersLead, "a third agency");

        story.step("Sade Okafor (social worker)", "talks to him, and both record it");
        ladder.act(sade, "notes", Map.of("words", "Ask the school first."));
        story.must(
                !ladder.read(tom).body().toString().contains("Ask the school first."),
                "her private note stays in her agency");
        ladder.discuss(tom, "The child was tired and hungry on Monday.", false);
        ladder.discuss(sade, "I did not know that; I will visit.", true);

        story.step("Sade Okafor", "proposes a visit, which is not enough the first time");
        var due = Instant.parse(ladder.clock(ladder.read(sade)).path("dueAt").asString());
        ladder.propose(sade, Hackney.SOCIAL_CARE, "A visit some day.", due);
        ladder.act(tom, "objection", Map.of("reason", "Some day is too late."));
        story.must(ladder.read(tom).text("/stage/status").equals("OPEN"), "the level and its clock go on");
        ladder.propose(sade, Hackney.SOCIAL_CARE, "A visit tomorrow, the child is seen alone.", due);

        story.step("Tom Brandt", "says that it is resolved; a child who is not safer would keep it open");
        var unsafe = ladder.attempt(tom, "confirmation", Map.of("child", "NOT_SAFER", "words", "Tired of it."));
        story.must(unsafe.text("/type").equals("/problems/child-not-safer"), "not while the child is not safer");
        var resolved = ladder.confirm(tom, "She was seen and is cared for.");
        story.must(Ladder.levels(resolved).equals(List.of(1)), "resolved on level 1");
        story.must(!ladder.hasNotice(hackney.socialCareManager, "level-2-answering"), "no manager had to hear of it");
        ladder.awaitNotice(sade, "resolved");
        story.clause("ENG-08", "resolved at the lowest level that can");
    }
}
