package uk.kinbridge.referral.referral.rabbit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.referral.referral.Actor;
import uk.kinbridge.referral.referral.FollowAppointments;
import uk.kinbridge.referral.referral.FollowAppointments.Heard;

/** What assessment-service tells of appointments and of families that cannot be found (HAC-05, HAC-06, SAL-20, SAL-21). */
@Component
class AppointmentNews implements EventHandler {

    private static final String OF_APPOINTMENTS = "uk.kinbridge.appointment.";
    private static final String TAKEN_BACK = OF_APPOINTMENTS + "missed-taken-back.v1";
    private static final Map<String, CaseEvent> EVENTS = Map.of(
            OF_APPOINTMENTS + "missed.v1",
            CaseEvent.APPOINTMENT_MISSED,
            OF_APPOINTMENTS + "offers-used-up.v1",
            CaseEvent.OFFERS_USED_UP,
            OF_APPOINTMENTS + "next-steps-agreed.v1",
            CaseEvent.NEXT_STEPS_AGREED,
            OF_APPOINTMENTS + "attendance-failing.v1",
            CaseEvent.ATTENDANCE_FAILING,
            "uk.kinbridge.family.lost-to-contact.v1",
            CaseEvent.LOST_TO_CONTACT,
            "uk.kinbridge.family.found.v1",
            CaseEvent.FAMILY_FOUND);

    private final FollowAppointments follow;
    private final InstantSource time;

    AppointmentNews(FollowAppointments follow, InstantSource time) {
        this.follow = follow;
        this.time = time;
    }

    @Override
    public Set<String> types() {
        var types = new java.util.HashSet<>(EVENTS.keySet());
        types.add(TAKEN_BACK);
        return types;
    }

    @Override
    public void handle(IncomingEvent event) {
        var data = event.data();
        var now = time.instant();
        if (event.type().equals(TAKEN_BACK)) {
            follow.corrected(
                    data.required("appointment").path("referral").asString(""),
                    data.path("offersLeft").asBoolean(false),
                    actor(data),
                    at(data),
                    event.messageId(),
                    now);
            return;
        }
        var heard = heard(event.type(), data);
        if (data.has("appointment")) {
            follow.onReferral(
                    data.required("appointment").path("referral").asString(""), heard, event.messageId(), now);
        } else {
            follow.onFamily(data.required("family").asString(), heard, event.messageId(), now);
        }
    }

    static Heard heard(String type, JsonNode data) {
        var event = EVENTS.get(type);
        if (event == null) {
            throw new IllegalArgumentException("not an event of appointments: " + type);
        }
        var said = data.has("decision")
                ? Map.of("decision", data.required("decision").asString())
                : data.has("outcome")
                        ? Map.of("outcome", data.required("outcome").asString())
                        : Map.<String, String>of();
        return new Heard(event, said, actor(data), at(data));
    }

    private static Instant at(JsonNode data) {
        return Instant.parse(data.required("at").asString());
    }

    private static Actor actor(JsonNode data) {
        var by = data.required("by");
        return new Actor(
                by.required("person").asString(),
                by.required("name").asString(),
                by.required("agency").asString(),
                List.of());
    }
}
