package uk.kinbridge.acceptance.journey;

import java.util.Map;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** DOR-01, DOR-03: adult services discuss a child with the duty team first, and write it down within a working day. */
final class DorsetChild implements Journey {

    @Override
    public String name() {
        return "dorset-child";
    }

    @Override
    public String title() {
        return "Dorset: adult services discuss a child with the duty team, and the referral follows in writing";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var merle = suite.person("merle.cotton");
        var amos = suite.person("amos.tindle");

        story.step("Merle Cotton (adult services)", "tries to send it without having talked to the duty team");
        var family = new Case(story, "dorset", merle);
        var answers =
                Map.of("parental-consent", "Given by the mother.", "concern", "Cares for a parent through the night.");
        family.refused(
                family.referral("child-to-duty-team", "dorset-childrens-services", true, Map.of("texts", answers)),
                "DOR-01");

        story.step("Merle Cotton", "calls, and sends what was agreed together with the record of the call");
        var referral = family.refer(family.referral(
                "child-to-duty-team",
                "dorset-childrens-services",
                true,
                Map.of(
                        "texts",
                        answers,
                        "call",
                        Map.of(
                                "at", family.openedAt(),
                                "spokeTo", "The duty team",
                                "decision", "Refer in writing today",
                                "proceed", "REFER"))));
        story.must(referral.text("/state").equals("submitted"), "call and form were taken at once");

        story.step("Amos Tindle (duty worker)", "acknowledges it and decides");
        family.act(amos, referral.text("/id"), "acknowledgement", Map.of(), "acknowledged");
        family.act(
                amos,
                referral.text("/id"),
                "no-further-action",
                Case.saying("Early help is enough."),
                "not-taken-further");
        family.told(merle, referral.text("/id"), "no-further-action");
        story.clause("DOR-01", "discussed first, written down in time, and answered with a reason");

        story.step("Merle Cotton", "refers the family again later, linked to what was before");
        var again = family.refer(family.referral(
                "child-to-duty-team",
                "dorset-childrens-services",
                true,
                Map.of(
                        "texts",
                        answers,
                        "earlierReferralId",
                        referral.text("/id"),
                        "call",
                        Map.of(
                                "at", family.openedAt(),
                                "spokeTo", "The duty team",
                                "decision", "It has become worse: refer again",
                                "proceed", "REFER"))));
        story.must(
                again.text("/_links/earlier/href").endsWith(referral.text("/id")),
                "the new referral leads to the earlier one");
    }
}
