package uk.kinbridge.protocols.heldopen.rabbit;

import java.util.ArrayList;
import java.util.Set;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;
import uk.kinbridge.protocols.heldopen.OpenDisagreements;
import uk.kinbridge.protocols.heldopen.OpenDisagreements.Open;

/** A disagreement was raised or resolved. Writing the same news again changes nothing. */
class DisagreementNews implements EventHandler {

    static final String OPENED = "uk.kinbridge.disagreement.opened.v1";
    static final String CLOSED = "uk.kinbridge.disagreement.closed.v1";

    private final OpenDisagreements disagreements;

    DisagreementNews(OpenDisagreements disagreements) {
        this.disagreements = disagreements;
    }

    @Override
    public Set<String> types() {
        return Set.of(OPENED, CLOSED);
    }

    @Override
    public void handle(IncomingEvent event) {
        var about = event.data().path("disagreement");
        var subject = event.data().path("subject").path("id").asString("");
        if (subject.isEmpty()) {
            return; // it is about something that is kept outside the suite
        }
        var id = about.path("id").asString();
        if (event.type().equals(CLOSED)) {
            disagreements.closed(id);
            return;
        }
        var agencies = new ArrayList<String>();
        event.data().path("agencies").forEach(agency -> agencies.add(agency.asString()));
        disagreements.opened(new Open(
                id, about.path("reference").asString(), about.path("link").asString(), subject, agencies));
    }
}
