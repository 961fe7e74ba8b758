package uk.kinbridge.assessment.appointment.rabbit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.assessment.appointment.LinkedReferral;
import uk.kinbridge.assessment.appointment.OfferAppointment;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.kept.Pinned;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;

/** The person referred was invited: their first appointment is kept without anybody writing it down again (HAC-03). */
@Component
class Invitations implements EventHandler {

    static final String INVITED = "uk.kinbridge.referral.invited.v1";

    private final OfferAppointment offer;
    private final InstantSource time;

    Invitations(OfferAppointment offer, InstantSource time) {
        this.offer = offer;
        this.time = time;
    }

    @Override
    public Set<String> types() {
        return Set.of(INVITED);
    }

    @Override
    public void handle(IncomingEvent event) {
        offer.invited(invited(event.data()), time.instant(), event.messageId());
    }

    static OfferAppointment.Invited invited(JsonNode data) {
        var by = data.required("by");
        var referrer = data.required("referrer");
        var protocol = data.required("protocol");
        return new OfferAppointment.Invited(
                new LinkedReferral(
                        text(data, "referral"),
                        text(data, "reference"),
                        text(data, "pathway"),
                        text(referrer, "agency"),
                        text(referrer, "person")),
                new Pinned(text(protocol, "pack"), protocol.required("version").asInt(), text(protocol, "hash")),
                text(data, "family"),
                text(data, "member"),
                new Actor(text(by, "person"), text(by, "name"), text(by, "agency"), List.of()),
                Instant.parse(text(data, "appointmentAt")));
    }

    private static String text(JsonNode node, String member) {
        return node.required(member).asString();
    }
}
