package uk.kinbridge.assessment.engagement.rabbit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.assessment.engagement.KeepEngagement;
import uk.kinbridge.assessment.engagement.Seen;
import uk.kinbridge.assessment.family.Shield;
import uk.kinbridge.assessment.kept.Pinned;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;
import uk.kinbridge.protocols.pack.EngagementPattern.Sign;

/** What became of an appointment goes into the picture of the whole family (FAP-12). */
@Component
class OutcomeHeard implements EventHandler {

    private final KeepEngagement keep;
    private final InstantSource time;

    OutcomeHeard(KeepEngagement keep, InstantSource time) {
        this.keep = keep;
        this.time = time;
    }

    @Override
    public Set<String> types() {
        return Set.of("uk.kinbridge.appointment.outcome-recorded.v1");
    }

    @Override
    public void handle(IncomingEvent event) {
        keep.saw(news(event.data()), time.instant(), event.messageId());
    }

    static KeepEngagement.News news(JsonNode data) {
        var appointment = data.required("appointment");
        var protocol = data.required("protocol");
        var word = data.path("sign").asString("");
        var sign = Arrays.stream(Sign.values())
                .filter(s -> s.word().equals(word))
                .findFirst()
                .orElse(null);
        var shields = new ArrayList<Shield>();
        data.path("shields")
                .forEach(s -> shields.add(new Shield(
                        text(s, "id"),
                        text(s, "member"),
                        texts(s.path("people")),
                        texts(s.path("agencies")),
                        s.path("lifted").asBoolean(false))));
        return new KeepEngagement.News(
                text(appointment, "family"),
                new Seen(
                        text(appointment, "id") + "/" + data.required("number").asInt(),
                        data.required("revision").asInt(),
                        text(appointment, "member"),
                        text(appointment, "agency"),
                        text(data.required("by"), "person"),
                        sign,
                        Instant.parse(text(data, "at"))),
                texts(data.path("agencies")),
                shields,
                new Pinned(
                        text(protocol, "pack"), protocol.required("version").asInt(), text(protocol, "hash")));
    }

    private static String text(JsonNode node, String member) {
        return node.required(member).asString();
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
