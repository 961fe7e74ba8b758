package uk.kinbridge.notification.notice.rabbit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.kinbridge.notification.notice.About;
import uk.kinbridge.notification.notice.Chase;
import uk.kinbridge.notification.notice.DeliverNotice;
import uk.kinbridge.notification.notice.Dispatch;
import uk.kinbridge.notification.notice.Notice;
import uk.kinbridge.notification.notice.Recipient;
import uk.kinbridge.notification.notice.Sender;
import uk.kinbridge.notification.notice.Urgency;
import uk.kinbridge.platform.background.Together;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;

/** Another service asks that somebody be told. */
@Component
class NoticesRequested implements EventHandler {

    /** No person notices so short a wait, and what comes within it costs the database hardly more than one notice. */
    private static final Duration GATHERING = Duration.ofMillis(25);

    /** What comes at the same time is written at the same time: a queue that has grown long is soon short again. */
    private final Together<DeliverNotice.Asked, Boolean> deliver;

    NoticesRequested(DeliverNotice deliver, InstantSource time) {
        this.deliver = Together.doing(GATHERING, asked -> deliver.deliverAll(asked, time.instant()));
    }

    @Override
    public Set<String> types() {
        return Set.of("uk.kinbridge.notice.requested.v1");
    }

    @Override
    public void handle(IncomingEvent event) {
        deliver.take(new DeliverNotice.Asked(request(new Members(event.data())), event.messageId()));
    }

    private static Notice.Request request(Members data) {
        var about = data.within("about");
        var recipient = data.within("recipient");
        return new Notice.Request(
                new About(about.text("type"), about.text("id"), about.text("reference"), about.text("link")),
                data.text("purpose"),
                recipient(recipient),
                data.text("words"),
                data.textOrNull("action"),
                data.text("obligation"),
                Urgency.of(data.text("urgency")),
                data.timeOrNull("acknowledgeBy"),
                data.time("requestedAt"),
                new Dispatch(sender(data), chase(data), data.textOrNull("follows"), null, data.textOrNull("protocol")));
    }

    private static Recipient recipient(Members of) {
        return new Recipient(of.text("agency"), of.text("role"), of.textOrNull("person"), of.textOrNull("team"));
    }

    private static @Nullable Sender sender(Members data) {
        if (!data.has("sender")) {
            return null;
        }
        var sender = data.within("sender");
        return new Sender(sender.text("agency"), sender.textOrNull("person"), sender.textOrNull("name"));
    }

    private static @Nullable Chase chase(Members data) {
        if (!data.has("chase")) {
            return null;
        }
        var chase = data.within("chase");
        return new Chase(
                chase.text("every"),
                chase.each("steps").stream().map(NoticesRequested::step).toList());
    }

    private static Chase.Step step(Members step) {
        return new Chase.Step(
                step.time("at"),
                Chase.Turn.valueOf(step.text("turn").toUpperCase(Locale.ROOT)),
                step.has("to") ? recipient(step.within("to")) : null,
                step.textOrNull("toldBy"));
    }
}
