package uk.kinbridge.acceptance.journey;

import java.util.List;
import java.util.Map;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** JWP-19, JWP-02: at three in the morning on Boxing Day the right number is called, and the referral follows. */
final class IsleOfWightOutOfHours implements Journey {

    private static final String NIGHT = "0300 555 1373";
    private static final String DAY = "0300 300 0901";

    @Override
    public String name() {
        return "isle-of-wight-out-of-hours";
    }

    @Override
    public String title() {
        return "Isle of Wight: whom to call on Boxing Day at three in the morning, and the referral that follows";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var orla = suite.person("orla.finch");
        var theo = suite.person("theo.caddick");

        story.step("Orla Finch (adult services)", "asks whom to call, at three in the morning on Boxing Day");
        first(story, orla, "child-protection", "2026-12-26T03:00:00Z", NIGHT);
        story.clause("JWP-19", "out of hours the night line answers for children at risk");

        story.step("Orla Finch", "would get the day team on a working day at eleven");
        first(story, orla, "child-protection", "2026-11-24T11:00:00Z", DAY);

        story.step("Orla Finch", "gets the police first when somebody is in danger now");
        first(story, orla, "immediate-danger", "2026-12-26T03:00:00Z", "999");
        story.clause("ENG-07", "999, before anything else");

        story.step("Orla Finch", "writes down what she said on the telephone, so that it cannot be lost");
        var family = new Case(story, "joint-working", orla);
        var referral = family.refer(family.referral(
                "child-at-risk",
                "isle-of-wight-childrens-services",
                true,
                Map.of(
                        "situation",
                        List.of("child-at-risk-of-significant-harm"),
                        "texts",
                        Map.of(
                                "talk-with-family", "Not discussed: it would raise the risk.",
                                "concern", "The father cannot be woken; the child let the ambulance in."))));
        story.must(
                !story.clock(referral, "acknowledge")
                        .path("explanation")
                        .asString()
                        .isEmpty(),
                "the time to acknowledge is explained in words");
        story.tell(story.clock(referral, "acknowledge").path("explanation").asString());

        story.step("Theo Caddick (duty worker, children's services)", "acknowledges it");
        family.act(theo, referral.text("/id"), "acknowledgement", Map.of(), "acknowledged");
        family.told(orla, referral.text("/id"), "referral-acknowledged");
        story.clause("JWP-02", "children's services of the child's area have it");
    }

    private static void first(Story story, Person who, String need, String at, String number) {
        Answer now = story.expect(
                who.get("/api/contacts/now?area=isle-of-wight&need=" + need + "&at=" + at), 200, "asking whom to call");
        story.must(now.text("/call/telephones/0/number").equals(number), "the number to call is " + number);
        story.tell("call " + number + ": " + now.text("/why"));
    }
}
