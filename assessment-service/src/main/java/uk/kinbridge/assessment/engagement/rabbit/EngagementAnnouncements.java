package uk.kinbridge.assessment.engagement.rabbit;

import java.time.Instant;
import org.springframework.stereotype.Component;
import uk.kinbridge.assessment.news.News;
import uk.kinbridge.platform.messaging.CloudEvents;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Announcement;
import uk.kinbridge.platform.mongo.OutboxEntry;

/** Notices and overdue reviews, as the contracts have them. */
@Component
class EngagementAnnouncements implements EventEncoder<News> {

    private final CloudEvents events;

    EngagementAnnouncements(CloudEvents events) {
        this.events = events;
    }

    @Override
    public OutboxEntry encode(String id, News news, Instant now) {
        return events.encode(id, new Announcement(news.type(), news.about().id(), news.payload()), now);
    }
}
