package uk.kinbridge.acceptance.journey;

import java.util.List;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** SAL-18: a screening test is a snapshot; it is never kept or shown without the recovery coordinator's account. */
final class ScreeningNeverAlone implements Journey {

    @Override
    public String name() {
        return "screening-never-alone";
    }

    @Override
    public String title() {
        return "Salford: the result of a test is not kept until the account and the limits stand beside it";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var joel = suite.person("joel.marsden");

        story.step("Joel Marsden (recovery coordinator, Achieve)", "types in what a test showed, and nothing else");
        var family = new Case(story, "salford", joel);
        var test = FillingIn.begin(story, joel, family, "salford", "screening-test", List.of());
        var said = test.type("result", "found");
        story.must(FillingIn.cites(said, "SAL-18"), "what is said about it cites SAL-18");
        story.must(!test.answers(test.seen(), "result").has("result"), "the result is not kept");
        story.clause("SAL-18", "a result that stands alone is not kept, and the reason is given");

        story.step("Joel Marsden", "says how the person does, but not what the test cannot show");
        test.type("coordinators-account", "Comes to every appointment; spoke of a lapse before the test.");
        test.type("result", "found");
        story.must(!test.answers(test.seen(), "result").has("result"), "the result is still not kept");

        story.step("Joel Marsden", "adds its limits");
        test.type("limits", List.of("hours-or-days-only", "no-amount"));
        said = test.type("result", "found");
        story.must(!FillingIn.cites(said, "SAL-18"), "nothing is against it any more");
        var kept = test.seen();
        story.must(
                test.answers(kept, "result").path("result").asString("").equals("found"), "now the result is kept");
        story.must(
                test.answers(kept, "account-and-limits").has("coordinators-account"), "with the account beside it");
        story.clause("SAL-18", "the result is shown with the account and its limits");

        story.step("Joel Marsden", "takes the account away again");
        test.takeAway("coordinators-account");
        story.must(!test.answers(test.seen(), "result").has("result"), "the result goes with it");
        story.clause("SAL-18", "a result never stands alone, whatever is taken away later");
    }
}
