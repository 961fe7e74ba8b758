package uk.kinbridge.acceptance.journey;

import java.util.List;
import java.util.Map;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** JWP-02, JWP-04, JWP-09, JWP-12: a child and an adult are at risk; both referrals run side by side. */
final class HampshireTwoSided implements Journey {

    private static final List<String> BOTH_AT_RISK = List.of("adult-at-risk", "child-at-risk-of-significant-harm");

    @Override
    public String name() {
        return "hampshire-two-sided";
    }

    @Override
    public String title() {
        return "Hampshire: a child and the parent are both at risk, and both are referred from one case";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var nils = suite.person("nils.aker");
        var laurel = suite.person("laurel.shaw");
        var chidi = suite.person("chidi.obafemi");
        var esme = suite.person("esme.harrow");

        story.step(
                "Nils Aker (adult services)",
                "refers the child, and has not said what the talk with the family came to");
        var child = new Case(story, "joint-working", nils);
        child.refused(
                child.referral(
                        "child-at-risk", "hampshire-childrens-services", true, Map.of("situation", BOTH_AT_RISK)),
                "JWP-06");

        story.step("Nils Aker", "adds it, and refers");
        var referral = child.refer(child.referral(
                "child-at-risk",
                "hampshire-childrens-services",
                true,
                Map.of(
                        "situation",
                        BOTH_AT_RISK,
                        "texts",
                        Map.of(
                                "talk-with-family", "The mother knows and agrees.",
                                "concern", "Left alone in the evenings."))));
        story.clause("JWP-02", "children's services of the child's area are told without delay");

        story.step("Laurel Shaw (duty worker, children's services)", "acknowledges on the same working day");
        child.act(laurel, referral.text("/id"), "acknowledgement", Map.of(), "acknowledged");
        child.told(nils, referral.text("/id"), "referral-acknowledged");

        story.step("Chidi Obafemi (social worker)", "refers the parent to adult safeguarding, from the same case");
        var adult = new Case(story, "joint-working", chidi);
        var second = adult.refer(adult.referral(
                "adult-at-risk",
                "hampshire-adults-services",
                false,
                Map.of("situation", BOTH_AT_RISK, "texts", Map.of("concern", "May be exploited by a neighbour."))));
        adult.act(esme, second.text("/id"), "acknowledgement", Map.of(), "acknowledged");
        adult.act(esme, second.text("/id"), "decision", Case.saying("An enquiry begins."), "decided");
        adult.told(chidi, second.text("/id"), "decision");
        story.clause("JWP-04", "the adult's and the child's referral run side by side");

        story.step("Chidi Obafemi", "refers the parent's own needs too, and says that there is a safeguarding issue");
        var needs = adult.refer(adult.referral(
                "adult-services",
                "hampshire-adults-services",
                false,
                Map.of(
                        "situation",
                        List.of("adult-with-unmet-needs", "safeguarding-issue"),
                        "texts",
                        Map.of(
                                "needs",
                                "Help with the household.",
                                "safeguarding-issue",
                                "Yes: a child is at risk."))));
        story.must(
                story.expect(esme.get("/api/referrals/" + needs.text("/id")), 200, "reading it")
                        .text("/texts/safeguarding-issue")
                        .startsWith("Yes"),
                "adult services read that a safeguarding issue raises the priority");
        story.clause("JWP-09", "the referral to the adult service says that a safeguarding issue raises its priority");

        story.step("Chidi Obafemi", "alerts the GP to a risk from an untreated psychosis");
        var alert = adult.alert(
                "untreated-psychosis",
                "untreated-psychosis",
                "the duty doctor of the parent's surgery",
                "A mental health assessment is needed now.",
                Map.of(
                        "childConcern",
                        "SIGNIFICANT_HARM",
                        "discussion",
                        Map.of("held", true, "words", "Told at the visit.")));
        story.must(alert.text("/recipient").equals("general-practice"), "the GP is told");
        story.clause("JWP-12", "the GP is alerted so that a mental health assessment is arranged");

        child.unseenBy(suite.person("sade.okafor"), referral.text("/id"));
    }
}
