package uk.kinbridge.notification.notice.rabbit;

import java.time.InstantSource;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.kinbridge.notification.notice.About;
import uk.kinbridge.notification.notice.DeliverNotice;
import uk.kinbridge.notification.notice.Notice;
import uk.kinbridge.notification.notice.Recipient;
import uk.kinbridge.notification.notice.Urgency;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;

/** Another service asks that somebody be told. */
@Component
class NoticesRequested implements EventHandler {

    private final DeliverNotice deliver;
    private final InstantSource time;

    NoticesRequested(DeliverNotice deliver, InstantSource time) {
        this.deliver = deliver;
        this.time = time;
    }

    @Override
    public Set<String> types() {
        return Set.of("uk.kinbridge.notice.requested.v1");
    }

    @Override
    public void handle(IncomingEvent event) {
        deliver.deliver(request(new Members(event.data())), event.messageId(), time.instant());
    }

    private static Notice.Request request(Members data) {
        var about = data.within("about");
        var recipient = data.within("recipient");
        return new Notice.Request(
                new About(about.text("type"), about.text("id"), about.text("reference"), about.text("link")),
                data.text("purpose"),
                new Recipient(recipient.text("agency"), recipient.text("role"), recipient.textOrNull("person")),
                data.text("words"),
                data.textOrNull("action"),
                data.text("obligation"),
                Urgency.of(data.text("urgency")),
                data.timeOrNull("acknowledgeBy"),
                data.time("requestedAt"));
    }
}
