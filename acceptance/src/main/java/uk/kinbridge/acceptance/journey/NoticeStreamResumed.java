package uk.kinbridge.acceptance.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** HAC-17: a stream that broke goes on where it was, through the gateway: nothing is lost and nothing comes twice. */
final class NoticeStreamResumed implements Journey {

    private static final String STREAM = "/api/notifications/stream";

    private record Heard(String position, JsonNode notice) {}

    @Override
    public String name() {
        return "notice-stream";
    }

    @Override
    public String title() {
        return "The live stream breaks and goes on: no notice is lost, none comes twice";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var hackney = new Hackney(suite);
        var leila = hackney.safeguardingLead;
        story.step("Leila Haddad (Safeguarding Lead)", "is connected when the first referral arrives");
        var here = leila.get("/api/notifications").text("/_links/stream/href");
        var first = hackney.refer(story).text("/id");
        var heard = listen(leila, here, "", List.of(first)).getLast();
        story.tell("told at position " + heard.position());

        story.step("The connection", "breaks; two more referrals arrive meanwhile");
        var missed =
                List.of(hackney.refer(story).text("/id"), hackney.refer(story).text("/id"));
        for (var id : missed) {
            Hackney.awaitNotice(story, leila, id, "referral-arrived");
        }

        story.step("Leila Haddad", "connects again, from the last event that she had");
        var after = listen(leila, STREAM, heard.position(), missed);
        story.must(after.stream().noneMatch(event -> isAbout(event, first)), "what she had is not told again");
        for (var id : missed) {
            story.must(after.stream().filter(event -> isAbout(event, id)).count() == 1, "each missed one is told once");
        }
        story.tell("told what she had missed, each once");

        story.step("Leila Haddad", "connects from there a third time, and nothing is told again");
        var fresh = hackney.refer(story).text("/id");
        var third = listen(leila, STREAM, after.getLast().position(), List.of(fresh));
        story.must(
                third.stream().noneMatch(event -> missed.stream().anyMatch(id -> isAbout(event, id))), "once is once");
        story.clause("HAC-17", "a break costs no notice");
    }

    private static boolean isAbout(Heard heard, String referral) {
        return heard.notice().at("/about/id").asString().equals(referral);
    }

    /** Listens until the arrival of each of these has been told. */
    private static List<Heard> listen(Person who, String path, String lastEventId, List<String> referrals) {
        var heard = new ArrayList<Heard>();
        try (var lines = who.stream(path, Optional.of(lastEventId).filter(id -> !id.isEmpty()))) {
            var position = "";
            for (var line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("id:")) {
                    position = line.substring("id:".length()).strip();
                } else if (line.startsWith("data:")) {
                    heard.add(new Heard(position, JsonMapper.shared().readTree(line.substring("data:".length()))));
                    if (referrals.stream().allMatch(id -> heard.stream().anyMatch(event -> isAbout(event, id)))) {
                        return heard;
                    }
                }
            }
        }
        throw new NotAsTheProtocolWants("the stream ended before it told everything");
    }
}
