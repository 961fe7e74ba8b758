package uk.kinbridge.escalation.overdue.rabbit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.escalation.disagreement.Pinned;
import uk.kinbridge.escalation.overdue.KeepConcerns;
import uk.kinbridge.escalation.overdue.Overdue;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;

/** A clock of another service was breached, or what was overdue has been done (JWP-14). */
@Component
class ClockNews implements EventHandler {

    static final String BREACHED = "uk.kinbridge.clock.breached.v1";
    static final String MET = "uk.kinbridge.clock.met.v1";

    private final KeepConcerns keep;
    private final InstantSource time;

    ClockNews(KeepConcerns keep, InstantSource time) {
        this.keep = keep;
        this.time = time;
    }

    @Override
    public Set<String> types() {
        return Set.of(BREACHED, MET);
    }

    @Override
    public void handle(IncomingEvent event) {
        var overdue = overdue(event.data());
        if (event.type().equals(BREACHED)) {
            keep.breached(overdue, told(event.data()), time.instant(), event.messageId());
        } else {
            keep.met(overdue, at(event.data(), "metAt"), time.instant(), event.messageId());
        }
    }

    static Overdue overdue(JsonNode data) {
        var about = data.path("about");
        var owner = data.path("owner");
        var protocol = data.path("protocol");
        return new Overdue(
                new Overdue.Source(
                        text(about, "type"), text(about, "id"), text(about, "reference"), text(about, "link")),
                text(data, "clock"),
                text(data, "words"),
                texts(data.path("obligations")),
                new Owner(text(owner, "agency"), text(owner, "role")),
                texts(data.path("others")),
                at(data, "startedAt"),
                at(data, "dueAt"),
                at(data, "breachedAt"),
                new Pinned(text(protocol, "pack"), protocol.path("version").asInt(), text(protocol, "hash")));
    }

    /** One person of a role is not that role: whoever else has it has heard nothing yet. */
    static Set<Owner> told(JsonNode data) {
        var told = new HashSet<Owner>();
        for (var one : data.path("told")) {
            if (!one.has("person")) {
                told.add(new Owner(text(one, "agency"), text(one, "role")));
            }
        }
        return told;
    }

    private static Instant at(JsonNode node, String member) {
        return Instant.parse(text(node, member));
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static String text(JsonNode node, String member) {
        var value = node.path(member).asString("");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the event lacks " + member);
        }
        return value;
    }
}
