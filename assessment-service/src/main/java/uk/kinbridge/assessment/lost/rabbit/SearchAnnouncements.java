package uk.kinbridge.assessment.lost.rabbit;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.lost.SearchEvent;
import uk.kinbridge.platform.messaging.CloudEvents;
import uk.kinbridge.platform.mongo.AggregateCollection.EventEncoder;
import uk.kinbridge.platform.mongo.Announcement;
import uk.kinbridge.platform.mongo.OutboxEntry;

/** The events of searches as {@code contracts/events} describes them: ids and facts, no place. */
@Component
class SearchAnnouncements implements EventEncoder<SearchEvent> {

    private final CloudEvents events;

    SearchAnnouncements(CloudEvents events) {
        this.events = events;
    }

    record By(String person, String name, String agency) {
        static By of(Actor actor) {
            return new By(actor.person(), actor.name(), actor.agency());
        }
    }

    record LostV1(
            String search, String reference, String agency, String family, By by, Instant at, List<String> obligations) {}

    record FoundV1(String search, String reference, String agency, String family, By by, Instant at) {}

    @Override
    public OutboxEntry encode(String id, SearchEvent event, Instant now) {
        return events.encode(id, announcement(event), now);
    }

    static Announcement announcement(SearchEvent event) {
        return switch (event) {
            case SearchEvent.Told(var news) -> new Announcement(news.type(), news.about().id(), news.payload());
            case SearchEvent.Lost l ->
                new Announcement(
                        "uk.kinbridge.family.lost-to-contact.v1",
                        l.id(),
                        new LostV1(
                                l.id(), l.reference(), l.agency(), l.family(), By.of(l.by()), l.at(), l.obligations()));
            case SearchEvent.Found f ->
                new Announcement(
                        "uk.kinbridge.family.found.v1",
                        f.id(),
                        new FoundV1(f.id(), f.reference(), f.agency(), f.family(), By.of(f.by()), f.at()));
        };
    }
}
