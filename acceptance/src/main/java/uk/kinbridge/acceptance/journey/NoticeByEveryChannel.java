package uk.kinbridge.acceptance.journey;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** HAC-17: the Safeguarding Lead is told in the inbox, by mail, and their agency's system by a signed call. */
final class NoticeByEveryChannel implements Journey {

    @Override
    public String name() {
        return "notice-by-every-channel";
    }

    @Override
    public String title() {
        return "Hackney: a notice by inbox, mail and signed webhook; a dead webhook is replayed (may move time to a morning)";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var hackney = new Hackney(suite);
        var administrator = suite.person("abi.stonham");
        awaitMorning(suite, hackney, story);

        story.step("Abi Stonham (administrator of the treatment service)", "registers two systems; one is not running");
        int silent = AgencySystem.silentPort();
        try (var system = new AgencySystem(0)) {
            var live = register(story, administrator, system.url());
            var dead = register(story, administrator, AgencySystem.urlAt(silent));
            story.expect(
                    administrator.create(
                            "/api/webhooks", Map.of("url", "http://169.254.169.254/hook", "description", "x")),
                    400,
                    "an address inside a network");
            story.tell("an address inside somebody's network is refused");

            story.step("Sade Okafor (social worker)", "refers a parent into treatment");
            var referral = hackney.refer(story);
            var notice = Hackney.awaitNotice(story, hackney.safeguardingLead, referral.text("/id"), "referral-arrived");
            var id = notice.path("id").asString();
            story.tell("in Leila Haddad's inbox: " + notice.path("words").asString());

            mailTells(suite, story, referral, id);
            systemIsTold(story, system, live.text("/secret"), id);
            deadLetterIsReplayed(suite, story, administrator, dead, silent, id);
            switchOff(story, administrator, live);
            switchOff(story, administrator, dead);
        }
    }

    private static void awaitMorning(RunningSuite suite, Hackney hackney, Story story) {
        OfficeHours.await(suite, hackney)
                .ifPresent(morning -> story.step("The night", "passes: it is " + Story.spoken(morning.toString())));
    }

    private static Answer register(Story story, Person administrator, String url) {
        var registered = story.expect(
                administrator.create("/api/webhooks", Map.of("url", url, "description", "Case management")),
                201,
                "registering a system");
        story.must(registered.text("/secret").startsWith("whsec_"), "its secret is told once");
        story.must(
                story.expect(administrator.get("/api/webhooks/" + registered.text("/id")), 200, "reading it")
                        .text("/secret")
                        .isEmpty(),
                "and not a second time");
        return registered;
    }

    private static void mailTells(RunningSuite suite, Story story, Answer referral, String notice) {
        story.step("Leila Haddad (Safeguarding Lead)", "gets a mail");
        var mail = story.await(
                "a mail about the notice",
                () -> Optional.of(suite.mail("leila.haddad")).filter(text -> text.contains(notice)));
        story.must(mail.contains(referral.text("/reference")), "it holds the reference");
        for (var name : new String[] {"Robin", "Wren", "Ashdown", "Made-up Road", "Sade", "Okafor"}) {
            story.must(!mail.contains(name), "no mail holds the word " + name);
        }
        story.tell("it holds the reference " + referral.text("/reference") + ", a link, and no name");
    }

    private static void systemIsTold(Story story, AgencySystem system, String secret, String notice) {
        story.step("The system of the treatment service", "is called");
        var call = story.await("a call about the notice", () -> system.callAbout(notice));
        story.must(call.isSignedWith(secret), "the signature is good");
        story.must(!call.isSignedWith("whsec_" + "A".repeat(43) + "="), "and not for another secret");
        for (var name : new String[] {"Robin", "Wren", "Ashdown", "Sade", "Okafor"}) {
            story.must(!call.body().contains(name), "the call does not hold the word " + name);
        }
        story.tell("signed, and without a name: " + call.body());
    }

    private static void deadLetterIsReplayed(
            RunningSuite suite, Story story, Person administrator, Answer dead, int silent, String notice) {
        story.step("The other system", "does not answer; its call becomes a dead letter");
        var letter = story.await("a dead letter", () -> deadLetter(administrator, dead.text("/id"), notice));
        var path = "/api/deliveries/" + letter.path("id").asString();
        story.tell("tried " + letter.path("tries").asInt() + " times, then kept for a person");

        story.step("Kit Arundel (administrator of another agency)", "sees nothing of it");
        var stranger = suite.person("kit.arundel");
        story.expect(stranger.get(path), 404, "another agency's dead letter");
        story.expect(stranger.act(path + "/replay"), 404, "replaying it");
        story.expect(stranger.get("/api/webhooks/" + dead.text("/id")), 404, "another agency's system");
        story.must(deadLetter(stranger, dead.text("/id"), notice).isEmpty(), "it is in no list of theirs");

        story.step("Abi Stonham", "has the system started, and replays the dead letter");
        try (var revived = new AgencySystem(silent)) {
            story.expect(administrator.act(path + "/replay"), 200, "replaying");
            var call = story.await("the call that was dead", () -> revived.callAbout(notice));
            story.must(call.isSignedWith(dead.text("/secret")), "the signature is good");
            story.must(call.id().equals(letter.path("id").asString()), "it kept its id");
            story.await(
                    "that it counts as handed over",
                    () -> Optional.of(administrator.get(path))
                            .filter(now -> now.text("/state").equals("handed-over")));
        }
        story.clause("HAC-17", "told by every way there is; only a person who acknowledges gives the receipt");
    }

    private static Optional<JsonNode> deadLetter(Person person, String system, String notice) {
        for (var each : person.get("/api/deliveries?state=dead&channel=webhook&limit=100")
                .body()
                .path("items")) {
            if (each.at("/to/id").asString().equals(system)
                    && each.at("/notices/0/notice").asString().equals(notice)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static void switchOff(Story story, Person administrator, Answer webhook) {
        var path = "/api/webhooks/" + webhook.text("/id");
        story.expect(
                administrator.put(
                        path,
                        administrator.get(path).etag(),
                        Map.of("url", webhook.text("/url"), "description", "Case management", "enabled", false)),
                200,
                "switching the system off");
    }
}
