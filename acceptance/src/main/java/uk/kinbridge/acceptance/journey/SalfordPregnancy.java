package uk.kinbridge.acceptance.journey;

import java.util.List;
import java.util.Map;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** SAL-22: a pregnant service user comes first, and goes to the specialist midwife. */
final class SalfordPregnancy implements Journey {

    @Override
    public String name() {
        return "salford-pregnancy";
    }

    @Override
    public String title() {
        return "Salford: a pregnant service user is referred to the specialist midwife";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var joel = suite.person("joel.marsden");
        var anneka = suite.person("anneka.frost");

        story.step("Joel Marsden (recovery coordinator, Achieve)", "asks which ways the protocol opens");
        var routes = story.expect(
                joel.ask(
                        "/api/routes",
                        Map.of(
                                "protocol",
                                "salford",
                                "situation",
                                List.of("pregnancy", "open-to-treatment", "unborn-child-concern"))),
                200,
                "asking for routes");
        routes.body()
                .path("open")
                .forEach(route -> story.tell("open: " + route.path("words").asString() + " " + route.path("pathways")));
        story.must(routes.body().path("immediate").asBoolean(), "a concern for the unborn is not delayed to birth");
        story.clause("SAL-22", "a concern for the unborn goes to the Bridge as early as possible");

        story.step("Joel Marsden", "refers to the specialist midwife");
        var family = new Case(story, "salford", joel);
        var referral = family.refer(family.referral(
                "specialist-midwife",
                "salford-midwifery",
                false,
                Map.of("situation", List.of("pregnancy", "open-to-treatment"))));

        story.step("Anneka Frost (midwife)", "acknowledges; both work together from here");
        family.act(anneka, referral.text("/id"), "acknowledgement", Map.of(), "together");
        story.clause("SAL-22", "pregnant service users come first and are referred to the specialist midwife");
    }
}
