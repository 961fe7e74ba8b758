package uk.kinbridge.acceptance.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** SAL-18: a screening test is a snapshot; it is never kept or shown without the recovery coordinator's account. */
final class ScreeningNeverAlone implements Journey {

    private static final String RESULT = "result";
    private static final String ACCOUNT = "account-and-limits";

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
        var test = Assessing.begin(
                story, joel, "salford", "screening-test", family.familyId(), family.parentId(), Map.of());
        var said = test.type(joel, RESULT, Map.of("day-of-test", "2026-03-02", RESULT, "found"));
        story.must(citesClause(said), "what is said about it cites SAL-18");
        story.must(!answers(test, joel, RESULT).has(RESULT), "the result is not kept");
        story.must(answers(test, joel, RESULT).has("day-of-test"), "everything else is");
        story.clause("SAL-18", "a result that stands alone is not kept, and the reason is given");

        story.step("Joel Marsden", "says how the person does, but not what the test cannot show");
        test.type(joel, ACCOUNT, Map.of("coordinators-account", "Comes every time; spoke of a lapse before the test."));
        test.type(joel, RESULT, Map.of(RESULT, "found"));
        story.must(!answers(test, joel, RESULT).has(RESULT), "the result is still not kept");

        story.step("Joel Marsden", "adds its limits");
        test.type(joel, ACCOUNT, Map.of("kind-of-test", "urine", "limits", List.of("hours-or-days-only", "no-amount")));
        said = test.type(joel, RESULT, Map.of(RESULT, "found", "what-was-found", "Opiates"));
        story.must(!citesClause(said), "nothing is against it any more");
        story.must(answers(test, joel, RESULT).path(RESULT).asString("").equals("found"), "now the result is kept");
        story.must(answers(test, joel, ACCOUNT).has("coordinators-account"), "with the account beside it");
        story.clause("SAL-18", "the result is shown with the account and its limits");

        story.step("Joel Marsden", "takes the account away again");
        Map<String, @Nullable Object> nothing = new HashMap<>();
        nothing.put("coordinators-account", null);
        test.type(joel, ACCOUNT, nothing);
        story.must(!answers(test, joel, RESULT).has(RESULT), "the result goes with it");
        test.act(joel, "completion", Map.of(), 422);
        story.clause("SAL-18", "a result never stands alone, whatever is taken away later");
    }

    private static JsonNode answers(Assessing test, Person who, String section) {
        for (var part : test.read(who).body().path("sections")) {
            if (part.path("id").asString().equals(section)) {
                return part.path("answers");
            }
        }
        throw new NotAsTheProtocolWants("the assessment has no section '" + section + "'");
    }

    private static boolean citesClause(Answer said) {
        return said.body()
                .path("findings")
                .valueStream()
                .flatMap(finding -> finding.path("obligations").valueStream())
                .anyMatch(obligation -> obligation.asString().equals("SAL-18"));
    }
}
