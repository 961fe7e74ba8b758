package uk.kinbridge.acceptance.journey;

import java.util.List;
import java.util.Map;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** SAL-04, SAL-05, SAL-06, SAL-24: the Bridge is called first, confirms the receipt, and says what came of it. */
final class SalfordBridge implements Journey {

    @Override
    public String name() {
        return "salford-bridge";
    }

    @Override
    public String title() {
        return "Salford: Achieve calls the Bridge, the form follows, and the outcome comes back";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var joel = suite.person("joel.marsden");
        var samir = suite.person("samir.khoury");
        var maeve = suite.person("maeve.torrance");

        story.step("Joel Marsden (recovery coordinator, Achieve)", "tries to send the form without a call");
        var family = new Case(story, "salford", joel);
        var form = family.document("referral-form");
        family.refused(
                family.referral(
                        "to-the-bridge", "salford-childrens-services", true, Map.of("documents", List.of(form))),
                "SAL-04");

        story.step("Joel Marsden", "calls the Bridge and records what was agreed");
        var referral = family.refer(family.referral(
                "to-the-bridge",
                "salford-childrens-services",
                true,
                Map.of(
                        "call",
                        Map.of(
                                "at",
                                family.openedAt(),
                                "spokeTo",
                                "Duty desk of the Bridge",
                                "decision",
                                "Send the form today",
                                "proceed",
                                "REFER"))));
        var id = referral.text("/id");
        story.clause("SAL-04", "the call and its agreed decision are on record");
        story.clause("SAL-05", "the form is owed within one working day of the call");

        story.step("Joel Marsden", "sends the form");
        var sent = family.act(joel, id, "submission", Map.of("documents", List.of(form)), "submitted");
        story.clocks(sent);
        family.told(joel, id, "upload-confirmed");
        story.clause("SAL-06", "the sender gets a confirmation by itself");

        story.step("Samir Khoury (duty worker, the Bridge)", "confirms the receipt");
        family.act(samir, id, "acknowledgement", Map.of(), "acknowledged");
        family.told(joel, id, "receipt-confirmed");
        story.clause("SAL-06", "the receipt is confirmed within one working day");

        story.step("Samir Khoury", "keeps the referrer informed, and decides");
        family.act(samir, id, "progress-reports", Case.saying("Speaking to the school today."), "acknowledged");
        family.told(joel, id, "progress");
        family.act(samir, id, "decision", Case.saying("A child and family assessment begins."), "in-assessment");
        family.told(joel, id, "decision");

        story.step("Maeve Torrance (social worker)", "finishes the assessment and shares its outcome in writing");
        family.act(maeve, id, "assessment-completion", Map.of(), "assessed");
        var ended = family.act(
                maeve,
                id,
                "assessment-outcome",
                Map.of("outcome", "A child in need plan; Achieve joins."),
                "joint-work");
        family.told(joel, id, "outcome");
        story.clause("SAL-24", "the outcome reaches the person who referred, and must be acknowledged");
        story.clocks(ended);
        family.unseenBy(suite.person("tom.brandt"), id);
    }
}
