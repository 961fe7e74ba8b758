package uk.kinbridge.acceptance.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** SAL-20, SAL-21: regularly missed, a home visit, lost to contact, the checklist, the Bridge, and found again. */
final class SalfordLostToContact implements Journey {

    @Override
    public String name() {
        return "salford-lost-to-contact";
    }

    @Override
    public String title() {
        return "Salford: appointments are missed regularly, then the family is lost (moves the suite's time forward)";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var salford = new Salford(suite);
        var joel = salford.recoveryCoordinator;
        story.step(
                "Joel Marsden (recovery coordinator)",
                "puts the family on record; Children's Services work with it too");
        var family = register(suite, salford, story);
        story.step("Joel Marsden", "offers appointments, and nobody comes");
        var begun = story.expect(
                joel.create(
                        "/api/appointments",
                        Map.of(
                                "family", family.text("/id"),
                                "member", family.text("/members/0/id"),
                                "protocol", "salford",
                                "purpose", "TREATMENT",
                                "first",
                                        Map.of(
                                                "at",
                                                Instant.parse(family.text("/registeredAt"))
                                                        .plus(Duration.ofDays(1))
                                                        .toString(),
                                                "mode",
                                                "IN_PERSON"))),
                201,
                "offering an appointment");
        var attending = new Attending(suite, story, joel, begun.text("/id"));
        attending.missed();
        attending.offer("IN_PERSON");
        var failing = attending.missed();
        var tell = attending.owed(failing, "TELL");
        Hackney.awaitNotice(story, joel, begun.text("/id"), Attending.id(tell));
        story.clause("SAL-20", "told at once to the recovery coordinator and to those around the family");
        attending.owed(failing, "OFFER_HOME_VISIT");
        story.must(!attending.owes(attending.offer("HOME_VISIT"), "OFFER_HOME_VISIT"), "the home visit is offered");
        story.clause("SAL-20", "a home visit is the offered next step");
        lost(salford, story, family.text("/id"));
    }

    private static uk.kinbridge.acceptance.suite.Answer register(RunningSuite suite, Salford salford, Story story) {
        var joel = salford.recoveryCoordinator;
        var family = story.expect(new Hackney(suite).registerFamily(joel), 201, "registering the family");
        story.expect(
                joel.change(
                        "/api/families/" + family.text("/id") + "/agencies",
                        family.etag(),
                        Map.of("agency", Salford.BRIDGE, "basis", "PUBLIC_TASK", "words", "Works with the children.")),
                200,
                "Children's Services join");
        return family;
    }

    private static void lost(Salford salford, Story story, String family) {
        var joel = salford.recoveryCoordinator;
        story.step("Joel Marsden", "cannot find the family, and works through the list");
        var search = story.expect(
                joel.create("/api/lost-to-contact", Map.of("family", family, "protocol", "salford")),
                201,
                "beginning the search");
        var path = "/api/lost-to-contact/" + search.text("/id");
        var asked = search;
        for (var line : List.copyOf(lines(search))) {
            story.must(asked.text("/frontDoor/askedAt").isEmpty(), "the Bridge is told when everybody was asked");
            asked = story.expect(
                    joel.change(
                            path + "/checklist/" + line + "/asked",
                            joel.get(path).etag(),
                            Map.of("whom", "Whoever answered", "said", "DOES_NOT_KNOW")),
                    200,
                    "asking number " + line);
        }
        story.must(!asked.text("/frontDoor/askedAt").isEmpty(), "nobody knows, so the Bridge is told at once");
        story.must(!asked.text("/frontDoor/numbers/0/telephones/0").isEmpty(), "there is a number to call");
        story.tell("call " + asked.text("/frontDoor/numbers/0/name") + ": "
                + asked.text("/frontDoor/numbers/0/telephones/0"));
        story.expect(
                joel.change(path + "/front-door", joel.get(path).etag(), Map.of("words", "Spoke to the duty worker.")),
                200,
                "recording the call");
        story.clause("SAL-21", "everybody on the list was asked; the Bridge knows");

        story.step("Maeve Torrance (social worker)", "finds the family");
        var maeve = salford.socialWorker;
        var found = story.expect(
                maeve.change(path + "/found", maeve.get(path).etag(), Map.of("words", "They came to the drop-in.")),
                200,
                "saying that it was found");
        for (var clock : found.body().path("clocks")) {
            story.must(clock.path("state").asString().startsWith("MET"), "every clock has ended");
        }
        story.await(
                "Joel is told",
                () -> Hackney.notices(joel, search.text("/id"), "lost-to-contact").stream()
                        .filter(n -> !n.path("state").asString().equals("waiting"))
                        .findFirst()
                        .or(Optional::empty));
        story.clause("SAL-21", "found again ends it");
    }

    private static List<Integer> lines(uk.kinbridge.acceptance.suite.Answer search) {
        var numbers = new java.util.ArrayList<Integer>();
        search.body()
                .path("checklist")
                .forEach(line -> numbers.add(line.path("number").asInt()));
        return numbers;
    }
}
