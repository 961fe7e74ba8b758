package uk.kinbridge.acceptance.journey;

import java.util.Map;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** SAL-16: a parent enters treatment; with consent the other service knows, and the school nurse is told by a person. */
final class SalfordEntersTreatment implements Journey {

    @Override
    public String name() {
        return "salford-enters-treatment";
    }

    @Override
    public String title() {
        return "Salford: a parent enters treatment, and with consent those who look after the child are told";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var salford = new Salford(suite);
        var joel = salford.recoveryCoordinator;
        var samir = suite.person("samir.khoury");
        story.step(
                "Joel Marsden (recovery coordinator)",
                "has the family on record; Children's Services work with it too");
        var family = story.expect(new Hackney(suite).registerFamily(joel), 201, "registering the family");
        var path = "/api/families/" + family.text("/id");
        story.expect(
                joel.change(
                        path + "/agencies",
                        family.etag(),
                        Map.of("agency", Salford.BRIDGE, "basis", "PUBLIC_TASK", "words", "Works with the child.")),
                200,
                "Children's Services join");

        story.step("Joel Marsden", "records that the parent has entered treatment; nobody has asked for consent yet");
        var treatment = story.expect(
                joel.create(
                        path + "/treatments",
                        Map.of(
                                "protocol", "salford",
                                "member", family.text("/members/0/id"),
                                "enteredOn", family.text("/registeredAt").substring(0, 10))),
                201,
                "entering treatment");
        story.must(treatment.text("/told/words").contains("Consent"), "without consent nobody is told, and it says so");
        story.must(
                samir.get(path + "/treatments").body().path("items").isEmpty(),
                "Children's Services do not learn of it by looking");
        story.clause("SAL-16", "not without consent");

        story.step("Joel Marsden", "asks the parent, who agrees, and tells those whom the protocol names");
        story.expect(
                joel.create(
                        path + "/consents",
                        Map.of(
                                "personId", family.text("/members/0/id"),
                                "purpose", "LIAISON",
                                "answer", "GIVEN",
                                "how", "Asked at the visit.")),
                201,
                "recording the consent");
        var id = treatment.text("/id");
        var told = story.expect(
                joel.change("/api/treatments/" + id + "/telling", treatment.etag(), Map.of()), 200, "telling");
        story.must(told.text("/outside/0/kind").equals("school-nursing"), "the child goes to school: the school nurse");

        story.step("Samir Khoury (duty worker at the Bridge)", "is told, and confirms it");
        NoticeLife.acknowledge(story, samir, Hackney.awaitNotice(story, samir, id, "parent-entered-treatment"));
        var life = NoticeLife.ofSent(story, joel, id, "parent-entered-treatment", "duty-worker");
        life.await("acknowledged");
        life.tell();
        story.clause("HAC-17", "Joel Marsden sees that it was received, and by whom");

        story.step("Joel Marsden", "has the school nurse as a task, calls her, and records it");
        Hackney.awaitNotice(story, joel, id, "tell-school-nursing");
        var done = story.expect(
                joel.change(
                        "/api/treatments/" + id + "/outside-tellings/school-nursing",
                        told.etag(),
                        Map.of("told", true, "whom", "The school nurse", "how", "By telephone")),
                200,
                "recording whom he told");
        story.must(done.text("/outside/0/done/whom").equals("The school nurse"), "who was told is on record");
        story.clause("SAL-16", "the school nurse knows, and it is on record who told her");
    }
}
