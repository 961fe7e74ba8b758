package uk.kinbridge.acceptance.journey;

import java.util.List;
import java.util.Map;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** DOR-05, DOR-07, DOR-08, SAL-08: adult services assess a parent, and the children are seen in it. */
final class DorsetParentAtRisk implements Journey {

    @Override
    public String name() {
        return "dorset-parent-at-risk";
    }

    @Override
    public String title() {
        return "Dorset: a parent with support needs who may be abused, and a child who gives care";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var merle = suite.person("merle.cotton");
        story.step("Merle Cotton (adult services)", "assesses a parent's needs under the Care Act");
        var family = new Hackney(suite).registerFamily(merle);
        var child = family.text("/members/1/id");
        var assessment = Assessing.begin(
                story, merle, "dorset", "adult-care", family.text("/id"), family.text("/members/0/id"), Map.of());
        assessment.shared(merle, child, "none-of-these");
        outcomes(assessment, merle, "not-able-now", List.of("support-need"));
        assessment.type(
                merle, "young-carers", Map.of("child-gives-care", true, "what-the-child-does", "Cooks each evening."));
        assessment.type(
                merle,
                "safety",
                Map.of("may-be-abused", true, "advice-of-duty-team", "A joint visit on Thursday; called on Monday."));

        story.step("Merle Cotton", "cannot record a need for support as an inability to parent");
        assessment.incomplete(merle, "ability-to-parent", "DOR-07");
        outcomes(assessment, merle, "able-with-support", List.of());

        story.step("Merle Cotton", "sees what the assessment brings with it");
        var seen = assessment.read(merle);
        owes(story, seen, "young-carer-referral", "DOR-08");
        owes(story, seen, "next-steps-together", "DOR-05");
        var skipped = assessment.act(merle, "owed/young-carer-referral", Map.of("words", "Later."), 422);
        story.must(
                skipped.body().path("errors").toString().contains("referral"),
                "the young carer's referral cannot be skipped in words: " + skipped.body());
        var begun = story.expect(
                merle.ask(
                        "/api/assessments/" + assessment.id() + "/owed/young-carer-referral/referral",
                        Map.of("about", List.of(child), "words", "Cooks each evening for her mother.")),
                200,
                "beginning the young carer's referral from what is known");
        story.must(
                begun.text("/draft").startsWith("/api/referral-drafts/")
                        && begun.text("/referral/pathway").equals("young-carer"),
                "the young carer's referral is begun in one step: " + begun.body());
        story.clause("DOR-08", "the young carer's referral starts from the assessment");
        assessment.act(merle, "owed/next-steps-together", Map.of("words", "The duty team advises a joint visit."), 200);
        story.clause("DOR-05", "the duty team was consulted on next steps");

        harm(story, assessment, merle, child);
        assessment.decide(merle, "The duty team is in it.");
        var completed = assessment.act(merle, "completion", Map.of(), 200);
        story.must(completed.text("/state").equals("COMPLETE"), "the assessment went on beside it, and is complete");
        story.must(
                story.clock(completed, "owed-young-carer-referral")
                        .path("state")
                        .asString()
                        .equals("RUNNING"),
                "the young carer's referral is on the clock");
    }

    private static void outcomes(Assessing assessment, Person merle, String ability, List<String> grounds) {
        var answers = new java.util.HashMap<String, Object>(Map.of(
                "outcomes-not-met",
                List.of("parenting"),
                "support-with-parenting",
                "Somebody in the mornings.",
                "ability-to-parent",
                ability));
        if (!grounds.isEmpty()) {
            answers.put("grounds-of-judgement", grounds);
        }
        assessment.type(merle, "outcomes", answers);
    }

    private static void owes(Story story, Answer assessment, String rule, String obligation) {
        var found = assessment
                .body()
                .path("owed")
                .valueStream()
                .filter(owed -> owed.path("rule").asString().equals(rule) && owed.has("take"))
                .findFirst();
        story.must(
                found.isPresent(), "it owes " + rule + ": " + assessment.body().path("owed"));
        story.tell(found.get().path("words").asString());
        story.clause(obligation, "owed, with a clock, until it is done");
    }

    private static void harm(Story story, Assessing assessment, Person merle, String child) {
        story.step("Merle Cotton", "sees bruises: significant harm is indicated while the assessment is open");
        var now = story.expect(
                merle.ask(
                        "/api/assessments/" + assessment.id() + "/harm",
                        Map.of("words", "Bruises on both arms.", "about", List.of(child))),
                200,
                "saying that significant harm is indicated");
        var call = now.body().path("callNow").path("call").path(0);
        story.must(call.path("telephones").size() > 0, "there is a number to call now: " + now.body());
        story.tell("call now: " + call.path("name").asString() + " " + call.path("telephones"));
        story.must(now.text("/referral/pathway").equals("child-to-duty-team"), "a referral is prefilled");
        story.must(
                story.clock(assessment.read(merle), "child-protection-referral")
                        .path("state")
                        .asString()
                        .equals("RUNNING"),
                "the referral is owed on a clock");
        story.clause("SAL-08", "one step: whom to call, a prefilled referral, a clock; the assessment goes on");
    }
}
