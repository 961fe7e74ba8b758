package uk.kinbridge.acceptance.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** The way of one notice, as its sender follows it in a journey. */
final class NoticeLife {

    private final Story story;
    private final Person sender;
    private final String id;

    private NoticeLife(Story story, Person sender, String id) {
        this.story = story;
        this.sender = sender;
        this.id = id;
    }

    /** Finds what the sender has sent about that record to people of that role. */
    static NoticeLife ofSent(Story story, Person sender, String about, String purpose, String role) {
        var sent = story.await("a sent notice '" + purpose + "'", () -> {
            for (var item :
                    sender.get("/api/notifications/sent?limit=100").body().path("items")) {
                if (item.at("/about/id").asString().equals(about)
                        && item.path("purpose").asString().equals(purpose)
                        && item.at("/recipient/role").asString().equals(role)) {
                    return Optional.of(item);
                }
            }
            return Optional.<JsonNode>empty();
        });
        return new NoticeLife(story, sender, sent.path("id").asString());
    }

    String id() {
        return id;
    }

    /** The line as it is now. */
    Answer read() {
        return story.expect(sender.get("/api/notifications/" + id + "/life"), 200, "the life of the notice");
    }

    /** Goes on once that has happened. */
    JsonNode await(String what) {
        return story.await("'" + what + "' in the life of the notice", () -> moment(read(), what));
    }

    boolean has(String what) {
        return moment(read(), what).isPresent();
    }

    private static Optional<JsonNode> moment(Answer life, String what) {
        for (var moment : life.body().path("line")) {
            if (moment.path("what").asString().equals(what)) {
                return Optional.of(moment);
            }
        }
        return Optional.empty();
    }

    /** Lets time go on until the next step is due. */
    void advanceToNextStep(RunningSuite suite) {
        var next = Instant.parse(read().text("/next/at"));
        var left = Duration.between(now(sender), next);
        if (left.isPositive()) {
            suite.advance(left.toMinutes() + 1 + "m");
        }
    }

    /** The suite's time, as the directory says it. */
    static Instant now(Person anybody) {
        return Instant.parse(onDuty(anybody).text("/at"));
    }

    static Answer onDuty(Person anybody) {
        return anybody.get("/api/agencies/" + Hackney.TREATMENT + "/on-duty?role=safeguarding-lead");
    }

    void tell() {
        read().body()
                .path("line")
                .forEach(moment ->
                        story.tell("  " + Story.spoken(moment.path("at").asString()) + "  "
                                + moment.path("words").asString()));
    }

    /** To everybody but the sender and the sender's manager it is none of their business. */
    void hiddenFrom(Person somebody, int status) {
        story.expect(somebody.get("/api/notifications/" + id + "/life"), status, "the life for " + somebody.username());
    }

    static void acknowledge(Story story, Person who, JsonNode notice) {
        var path = "/api/notifications/" + notice.path("id").asString();
        story.expect(who.act(path + "/seen"), 200, "opening the notice");
        story.expect(who.act(path + "/acknowledgement"), 200, "acknowledging the notice");
    }

    /** Somebody acts on the referral as it is now. */
    static Answer act(Story story, Person who, String referral, String act, Map<String, ?> said) {
        var seen = story.expect(who.get("/api/referrals/" + referral), 200, "reading the referral");
        return story.expect(
                who.change("/api/referrals/" + referral + "/" + act, seen.etag(), said), 200, act.replace('-', ' '));
    }
}
