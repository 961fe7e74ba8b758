package uk.kinbridge.notification.notice.rabbit;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.kinbridge.notification.notice.Actor;
import uk.kinbridge.notification.notice.FulfilNotices;
import uk.kinbridge.notification.notice.Fulfilment;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;

/** What notices asked for was done elsewhere. */
@Component
class NoticesFulfilled implements EventHandler {

    private final FulfilNotices fulfil;
    private final InstantSource time;

    NoticesFulfilled(FulfilNotices fulfil, InstantSource time) {
        this.fulfil = fulfil;
        this.time = time;
    }

    @Override
    public Set<String> types() {
        return Set.of("uk.kinbridge.notice.fulfilled.v1");
    }

    @Override
    public void handle(IncomingEvent event) {
        fulfil.fulfil(fulfilment(new Members(event.data())), event.messageId(), time.instant());
    }

    private static Fulfilment fulfilment(Members data) {
        var about = data.within("about");
        var by = data.within("by");
        return new Fulfilment(
                about.text("type"),
                about.text("id"),
                data.text("purpose"),
                new Actor(by.text("person"), by.text("name"), by.text("agency"), List.of()),
                data.time("at"));
    }
}
