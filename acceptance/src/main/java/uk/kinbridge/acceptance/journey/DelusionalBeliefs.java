package uk.kinbridge.acceptance.journey;

import java.util.List;
import java.util.Map;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** JWP-11: delusional beliefs that involve a child leave one way only, and at once. */
final class DelusionalBeliefs implements Journey {

    private static final List<String> SITUATION = List.of("adult-with-unmet-needs", "delusion-involves-child");

    @Override
    public String name() {
        return "delusional-beliefs";
    }

    @Override
    public String title() {
        return "Southampton: delusional beliefs involve a child, and no lower route is open";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var priya = suite.person("priya.solanki");
        var ewan = suite.person("ewan.galbraith");

        story.step("Ewan Galbraith (adult services)", "asks which ways are open");
        var routes = story.expect(
                ewan.ask("/api/routes", Map.of("protocol", "joint-working", "situation", SITUATION)),
                200,
                "asking for routes");
        routes.body()
                .path("open")
                .forEach(route -> story.tell("only way: " + route.path("words").asString()));
        routes.body()
                .path("closed")
                .forEach(route -> story.tell("closed: " + route.path("words").asString()));
        story.must(routes.body().path("immediate").asBoolean(), "it is immediate");
        story.must(!routes.body().path("closed").isEmpty(), "the lower route is closed");

        story.step("Priya Solanki (social worker)", "whose service makes no such referral, gets whom to call");
        var asked = story.expect(
                priya.ask("/api/routes", Map.of("protocol", "joint-working", "situation", SITUATION)),
                200,
                "asking for routes");
        asked.body()
                .path("call")
                .forEach(line -> story.tell("call: " + line.path("name").asString() + " " + line.path("telephones")));
        story.must(!asked.body().path("call").isEmpty(), "there is somebody to call");
        story.clause("JWP-19", "who answers for a child at risk at this hour");

        story.step("Priya Solanki (social worker)", "tries the lower route all the same");
        var lower = new Case(story, "joint-working", priya);
        lower.refused(
                lower.referral(
                        "adult-services",
                        "southampton-adults-services",
                        false,
                        Map.of(
                                "situation",
                                SITUATION,
                                "texts",
                                Map.of("needs", "Support at home.", "safeguarding-issue", "Yes."))),
                "JWP-11");

        story.step("Ewan Galbraith", "takes the immediate one");
        var child = new Case(story, "joint-working", ewan);
        var referral = child.refer(child.referral(
                "child-at-risk",
                "southampton-childrens-services",
                true,
                Map.of(
                        "situation",
                        SITUATION,
                        "texts",
                        Map.of(
                                "talk-with-family", "Not discussed: it would raise the risk.",
                                "concern", "Believes that the child is possessed."))));
        child.act(suite.person("callum.reeve"), referral.text("/id"), "acknowledgement", Map.of(), "acknowledged");
        story.clause("JWP-11", "referred at once; no lower route was open");

        story.step("Anyone", "who says that somebody is in danger now gets the number to call before any form");
        var danger = story.expect(
                ewan.ask("/api/routes", Map.of("protocol", "joint-working", "situation", List.of("immediate-danger"))),
                200,
                "asking for routes");
        story.must(danger.text("/callFirst").equals("999"), "the police come first");
        story.must(!danger.body().path("call").isEmpty(), "then those who protect a child or an adult there");
        story.clause("ENG-07", "999, before anything else");
    }
}
