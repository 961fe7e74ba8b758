package uk.kinbridge.referral.family.mongo;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import uk.kinbridge.platform.mongo.CollectionIndexes;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.mongo.FollowingRecords;

/** An index for each question that is asked of all families. */
@Configuration(proxyBeanMethods = false)
class FamilyIndexes {

    @Bean
    CollectionIndexes indexesOfFamilies() {
        return new CollectionIndexes(
                MongoFamilies.COLLECTION,
                List.of(
                        new Index()
                                .on("reference", Direction.ASC)
                                .named("reference")
                                .unique(),
                        new Index().on("find.keys", Direction.ASC).named("keys"),
                        new Index()
                                .on("find.terms", Direction.ASC)
                                .on("_id", Direction.ASC)
                                .named("terms"),
                        FollowingRecords.index()));
    }

    @Bean
    FollowsCalendars<?> familiesFollowCalendars(MongoFamilies families) {
        return families.following();
    }
}
