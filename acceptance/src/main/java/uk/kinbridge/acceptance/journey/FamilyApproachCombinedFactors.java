package uk.kinbridge.acceptance.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** JWP-10, FAP-01, FAP-02, FAP-10: factors together raise the risk and shorten the review; a child never protects. */
final class FamilyApproachCombinedFactors implements Journey {

    @Override
    public String name() {
        return "family-approach-combined-factors";
    }

    @Override
    public String title() {
        return "Hampshire: several vulnerabilities in one family raise the risk and bring the next look closer";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var nils = suite.person("nils.aker");

        story.step("Nils Aker (adult services)", "assesses a mother with depression");
        var family = new Case(story, "family-approach", nils);
        var assessing = Assessing.begin(
                story,
                nils,
                "family-approach",
                "adult-care",
                family.familyId(),
                family.parentId(),
                Map.of("facts", List.of("child-cared-for")));
        assessing.environment(nils, "mental-ill-health");
        var one = proposed(story, assessing, nils);

        story.step("Nils Aker", "learns that she drinks");
        found(assessing, nils, List.of("mental-ill-health", "substance-misuse"));
        var two = proposed(story, assessing, nils);
        story.must(!level(one).equals(level(two)), "two factors are more than one");
        story.must(cites(two, "FAP-01"), "the reason cites FAP-01");
        story.clause("FAP-01", "more than one factor raises the risk and shortens the review");

        story.step("Nils Aker", "learns of domestic abuse");
        found(assessing, nils, List.of("mental-ill-health", "substance-misuse", "domestic-abuse"));
        var three = proposed(story, assessing, nils);
        story.must(!level(two).equals(level(three)), "domestic abuse raises it further");
        story.must(cites(three, "JWP-10"), "the reason cites JWP-10");
        story.clause("JWP-10", "together with domestic abuse the risk is higher still");

        story.step("Nils Aker", "names the child as what protects the mother");
        assessing.type(nils, "what-protects", Map.of("who-protects", List.of(family.childId())));
        assessing.incomplete(nils, "who-protects", "FAP-02");
        assessing.incomplete(nils, "strengths", "FAP-10");

        story.step("Nils Aker", "names the partner who is not affected, and answers what is missing");
        Map<String, @Nullable Object> nobody = new HashMap<>();
        nobody.put("who-protects", null);
        assessing.type(nils, "what-protects", nobody);
        assessing.shared(nils, family.childId(), "mental-ill-health");
        found(assessing, nils, List.of("mental-ill-health", "substance-misuse", "domestic-abuse"));
        assessing.type(nils, "what-protects", Map.of("what-else-protects", List.of("partner")));
        assessing.type(nils, "young-carers", Map.of("child-gives-care", false));
        assessing.type(
                nils, "outcomes", Map.of("outcomes-not-met", List.of("all-can-be-done"), "may-be-abused", false));
        assessing.type(nils, "capacity", Map.of("capacity-found", "presumed"));
        assessing.decide(nils, "Three factors together; the grandmother is there every evening.");
        story.clocks(assessing.act(nils, "completion", Map.of(), 200));
        story.clause("FAP-10", "strengths, wishes and how the person took part are on record");
    }

    private static void found(Assessing assessing, Person who, List<String> vulnerabilities) {
        assessing.type(who, "family-and-environment", Map.of("vulnerabilities", vulnerabilities));
    }

    private static Answer proposed(Story story, Assessing assessing, Person who) {
        var now = assessing.read(who);
        story.tell("proposed: %s; looked at again within %s"
                .formatted(now.text("/proposed/words"), now.text("/proposed/reviewEvery")));
        return now;
    }

    private static String level(Answer assessment) {
        return assessment.text("/proposed/level") + " " + assessment.text("/proposed/reviewEvery");
    }

    private static boolean cites(Answer assessment, String obligation) {
        return assessment
                .body()
                .path("proposed")
                .path("reasons")
                .valueStream()
                .flatMap(reason -> reason.path("obligations").valueStream())
                .anyMatch(cited -> cited.asString().equals(obligation));
    }
}
