package uk.kinbridge.notification.delivery.mongo;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import uk.kinbridge.notification.delivery.Delivery;
import uk.kinbridge.notification.delivery.Tidings;
import uk.kinbridge.platform.mongo.CollectionIndexes;

/** What is asked of all deliveries, and the indexes that answer it. */
@Configuration(proxyBeanMethods = false)
class DeliveryIndexes {

    /** The channel, as long as something is left to do. */
    static final String LANE = "find.lane";

    /** When; a claim pushes it forward. */
    static final String DUE = "find.due";

    /** Of whoever has it in hand; a save takes it away. */
    static final String CLAIM = "find.claim";

    /** Channel and state of what only a person can move. */
    static final String STUCK = "find.stuck";

    static final String NOTICES = "find.notices";
    static final String NEWEST_FIRST = "find.newestFirst";

    /** Kept in the delivery's document, written in the same update as its state. */
    static Document findable(Delivery delivery) {
        var found = new Document("agency", delivery.to().agency())
                .append("state", delivery.state().name())
                .append(
                        "notices",
                        delivery.tidings().stream()
                                .map(Tidings::notice)
                                .distinct()
                                .toList())
                .append("newestFirst", newestFirst(delivery));
        if (delivery.dueAt() != null) {
            found.append("lane", delivery.channel().name()).append("due", Date.from(delivery.dueAt()));
        }
        return switch (delivery.state()) {
            case IN_DOUBT, DEAD ->
                found.append(
                        "stuck",
                        delivery.channel().name() + "/" + delivery.state().name());
            case WAITING, HANDING_OVER, HANDED_OVER, ARRIVED, DROPPED -> found;
        };
    }

    static String newestFirst(Delivery delivery) {
        return String.format(Locale.ROOT, "%014d-%s", delivery.createdAt().toEpochMilli(), delivery.id());
    }

    @Bean
    CollectionIndexes indexesOfDeliveries() {
        return new CollectionIndexes(
                MongoDeliveries.COLLECTION,
                List.of(
                        new Index()
                                .named("due")
                                .on(LANE, Direction.ASC)
                                .on(DUE, Direction.ASC)
                                .sparse(),
                        new Index().named("notices").on(NOTICES, Direction.ASC),
                        new Index().named("stuck").on(STUCK, Direction.ASC).sparse(),
                        new Index()
                                .named("byState")
                                .on("find.agency", Direction.ASC)
                                .on("find.state", Direction.ASC)
                                .on(NEWEST_FIRST, Direction.DESC),
                        new Index()
                                .named("all")
                                .on("find.agency", Direction.ASC)
                                .on(NEWEST_FIRST, Direction.DESC)));
    }
}
