package uk.kinbridge.acceptance.journey;

import java.util.Map;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** SAL-19: fifteen places; whoever finds none waits and is not refused. */
final class SalfordHoldingFamilies implements Journey {

    @Override
    public String name() {
        return "salford-holding-families";
    }

    @Override
    public String title() {
        return "Salford: a family comes to Holding Families, at once or by way of the waiting list";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var maeve = suite.person("maeve.torrance");
        var carlton = suite.person("carlton.dube");

        story.step("Maeve Torrance (social worker)", "refers without naming the recovery coordinator");
        var family = new Case(story, "salford", maeve);
        family.refused(family.referral("holding-families", "achieve-salford", false, Map.of()), "SAL-19");

        story.step("Maeve Torrance", "refers and names the recovery coordinator");
        var referral = family.refer(family.referral(
                "holding-families",
                "achieve-salford",
                false,
                Map.of("texts", Map.of("recovery-coordinator", "Joel Marsden"))));
        var id = referral.text("/id");

        story.step("Carlton Dube (manager, Achieve)", "puts the family on the waiting list");
        var waiting = family.act(
                carlton, id, "waiting-list-entry", Case.saying("The next group begins in two weeks."), "waiting");
        family.told(maeve, id, "waiting");
        story.clocks(waiting);
        story.clause("SAL-19", "a full programme gives a waiting list that somebody looks at, and no silent refusal");

        story.step("Carlton Dube", "offers a place as soon as there is one");
        var seen = carlton.get("/api/referrals/" + id);
        var offer = carlton.change("/api/referrals/" + id + "/place-offer", seen.etag(), Map.of());
        if (offer.status() == 409) {
            story.must(offer.text("/obligation").equals("SAL-19"), "the answer cites SAL-19");
            story.tell("all fifteen places are taken: " + offer.text("/detail"));
            return;
        }
        story.expect(offer, 200, "offering a place");
        story.must(offer.text("/state").equals("on-programme"), "the family is on the programme");
        family.told(maeve, id, "place");
        story.clause("SAL-19", "at most fifteen families at one time, for six months");
        story.clocks(offer);

        story.step("Maeve Torrance", "refers another family, which waits");
        var second = new Case(story, "salford", maeve);
        var next = second.refer(second.referral(
                        "holding-families",
                        "achieve-salford",
                        false,
                        Map.of("texts", Map.of("recovery-coordinator", "Joel Marsden"))))
                .text("/id");
        second.act(carlton, next, "waiting-list-entry", Case.saying("The programme is full."), "waiting");

        story.step("Carlton Dube", "records that the first family has left the programme early");
        family.act(carlton, id, "closure", Case.saying("They have moved to Leeds."), "finished");
        second.told(maeve, next, "place");
        story.must(
                story.expect(maeve.get("/api/referrals/" + next), 200, "reading the other referral")
                        .text("/state")
                        .equals("on-programme"),
                "the place has gone to the family that has waited longest");
        story.clause("SAL-19", "a place that is left goes to the next one waiting");
    }
}
