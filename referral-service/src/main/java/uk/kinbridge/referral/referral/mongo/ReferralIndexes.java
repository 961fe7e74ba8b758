package uk.kinbridge.referral.referral.mongo;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import uk.kinbridge.platform.mongo.AggregateCollection;
import uk.kinbridge.platform.mongo.CollectionIndexes;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.mongo.FollowingRecords;

/** An index for each question that is asked of all referrals. */
@Configuration(proxyBeanMethods = false)
class ReferralIndexes {

    @Bean
    CollectionIndexes indexesOfReferrals() {
        var indexes = new ArrayList<IndexDefinition>(List.of(
                new Index().on("reference", Direction.ASC).named("reference").unique(),
                new Index()
                        .on("find.lists", Direction.ASC)
                        .on("find.nextDueAt", Direction.ASC)
                        .on("_id", Direction.ASC)
                        .named("lists"),
                new Index()
                        .on("find.terms", Direction.ASC)
                        .on("_id", Direction.ASC)
                        .named("terms"),
                new Index().on("find.carried", Direction.ASC).named("carried"),
                new Index()
                        .on(AggregateCollection.HANDLED_MESSAGE, Direction.ASC)
                        .named("handledMessage")
                        .sparse(),
                new Index().on("find.family", Direction.ASC).named("family"),
                FollowingRecords.index()));
        indexes.addAll(DuePlaces.indexes());
        return new CollectionIndexes(MongoReferrals.COLLECTION, indexes);
    }

    @Bean
    FollowsCalendars<?> referralsFollowCalendars(MongoReferrals referrals) {
        return referrals.following();
    }
}
