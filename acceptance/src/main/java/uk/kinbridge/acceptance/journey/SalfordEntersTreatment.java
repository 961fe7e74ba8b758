package uk.kinbridge.acceptance.journey;

import java.util.Map;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/**
 * SAL-16: a parent enters treatment; with consent the other service knows, and the school nurse is told by a person. SAL-03: a
 * consent that is taken back meanwhile stops what has not been told.
 */
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
        var consent = agrees(story, joel, family);
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

        var again = takesItBackAndAgreesAgain(story, joel, family, consent, id);

        story.step("Joel Marsden", "calls the school nurse, and records it");
        var done = story.expect(
                joel.change(
                        "/api/treatments/" + id + "/outside-tellings/school-nursing",
                        again.etag(),
                        Map.of("told", true, "whom", "The school nurse", "how", "By telephone")),
                200,
                "recording whom he told");
        story.must(done.text("/outside/0/done/whom").equals("The school nurse"), "who was told is on record");
        story.clause("SAL-16", "the school nurse knows, and it is on record who told her");
    }

    private static Answer agrees(Story story, Person joel, Answer family) {
        return story.expect(
                joel.create(
                        "/api/families/" + family.text("/id") + "/consents",
                        Map.of(
                                "personId", family.text("/members/0/id"),
                                "purpose", "LIAISON",
                                "answer", "GIVEN",
                                "how", "Asked at the visit.")),
                201,
                "recording the consent");
    }

    private static Answer takesItBackAndAgreesAgain(
            Story story, Person joel, Answer family, Answer consent, String id) {
        story.step(
                "Joel Marsden",
                "has the school nurse as a task; before he calls her the parent takes the consent back");
        Hackney.awaitNotice(story, joel, id, "tell-school-nursing");
        story.expect(
                joel.change(
                        "/api/families/" + family.text("/id") + "/consents/" + consent.text("/consents/0/consent/id")
                                + "/withdrawal",
                        consent.etag(),
                        Map.of("how", "Said so on the telephone.")),
                200,
                "taking the consent back");
        var stop = Hackney.awaitNotice(story, joel, id, "stop-school-nursing");
        story.must(stop.path("action").asString().contains("Tell nobody"), "he is told to tell nobody, and why");
        var path = "/api/families/" + family.text("/id") + "/treatments";
        var stopped = story.expect(joel.get(path), 200, "reading the treatment");
        story.must(
                !stopped.body().at("/items/0/outside/0/done/told").asBoolean(true),
                "the school nurse stands as not told, and no clock asks for it");
        story.clause("SAL-03", "what rests on a consent alone and has not been told is not told when it is taken back");

        story.step("Joel Marsden", "asks once more; the parent agrees again, and those who do not know yet are told");
        agrees(story, joel, family);
        var version = story.expect(joel.get(path), 200, "reading the treatment")
                .body()
                .at("/items/0/version")
                .asLong();
        var again = story.expect(
                joel.change("/api/treatments/" + id + "/telling", "\"" + version + "\"", Map.of()), 200, "telling");
        story.must(again.text("/outside/0/done").isEmpty(), "the school nurse is a task again");
        return again;
    }
}
