package uk.kinbridge.escalation.overdue.mongo;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import uk.kinbridge.platform.mongo.CollectionIndexes;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.mongo.FollowingRecords;

/** An index for each question that is asked of all concerns. */
@Configuration(proxyBeanMethods = false)
class ConcernIndexes {

    @Bean
    CollectionIndexes indexesOfConcerns() {
        return new CollectionIndexes(
                MongoOverdueConcerns.COLLECTION,
                List.of(
                        new Index()
                                .on("find.parties", Direction.ASC)
                                .on("find.dueAt", Direction.ASC)
                                .on("_id", Direction.ASC)
                                .named("agency"),
                        FollowingRecords.index()));
    }

    @Bean
    FollowsCalendars<?> concernsFollowCalendars(MongoOverdueConcerns concerns) {
        return concerns.following();
    }
}
