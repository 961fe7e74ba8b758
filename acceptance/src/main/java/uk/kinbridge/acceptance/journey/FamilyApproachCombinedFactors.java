package uk.kinbridge.acceptance.journey;

import java.util.List;
import uk.kinbridge.acceptance.suite.Answer;
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
        var assessment =
                FillingIn.begin(story, nils, family, "family-approach", "adult-care", List.of("child-cared-for"));
        assessment.type("vulnerabilities", List.of("mental-ill-health"));
        var one = proposed(story, assessment);

        story.step("Nils Aker", "learns that she drinks");
        assessment.type("vulnerabilities", List.of("mental-ill-health", "substance-misuse"));
        var two = proposed(story, assessment);
        story.must(!level(one).equals(level(two)), "two factors are more than one");
        story.must(cites(two, "FAP-01"), "the reason cites FAP-01");
        story.clause("FAP-01", "more than one factor raises the risk and shortens the review");

        story.step("Nils Aker", "learns of domestic abuse");
        assessment.type("vulnerabilities", List.of("mental-ill-health", "substance-misuse", "domestic-abuse"));
        var three = proposed(story, assessment);
        story.must(!level(two).equals(level(three)), "domestic abuse raises it further");
        story.must(cites(three, "JWP-10"), "the reason cites JWP-10");
        story.clause("JWP-10", "together with domestic abuse the risk is higher still");

        story.step("Nils Aker", "names the child as what protects the mother");
        assessment.type("who-protects", List.of(family.child()));
        var refused = assessment.refusedCompletion();
        story.must(FillingIn.cites(refused, "FAP-02"), "the refusal cites FAP-02");
        story.must(FillingIn.cites(refused, "FAP-10"), "strengths and wishes are still missing");
        story.clause("FAP-02", "a child never counts as protection for an adult");

        story.step("Nils Aker", "names the partner who is not affected, and answers what is missing");
        assessment.takeAway("who-protects");
        assessment.type("what-else-protects", List.of("partner"));
        assessment.answerWhatIsMissing();
        assessment.decideAndComplete("Three factors together; the partner is at home in the evenings.");
        story.clause("FAP-10", "strengths, wishes and how the person took part are on record");
        story.clocks(assessment.seen());
    }

    private static Answer proposed(Story story, FillingIn assessment) {
        var now = assessment.seen();
        story.tell("proposed: %s; looked at again within %s"
                .formatted(now.text("/proposed/words"), now.text("/proposed/reviewEvery")));
        return now;
    }

    private static String level(Answer assessment) {
        return assessment.text("/proposed/level") + " " + assessment.text("/proposed/reviewEvery");
    }

    private static boolean cites(Answer assessment, String obligation) {
        return FillingIn.cites(assessment.body().path("proposed").path("reasons"), obligation);
    }
}
