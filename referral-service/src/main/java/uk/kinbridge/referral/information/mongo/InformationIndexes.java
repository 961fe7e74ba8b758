package uk.kinbridge.referral.information.mongo;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import uk.kinbridge.platform.mongo.CollectionIndexes;

/** An index for each question that is asked of all decisions; consent records are found by their family. */
@Configuration(proxyBeanMethods = false)
class InformationIndexes {

    @Bean
    CollectionIndexes indexesOfSharingDecisions() {
        return new CollectionIndexes(
                MongoSharingDecisions.COLLECTION,
                List.of(
                        new Index()
                                .on("reference", Direction.ASC)
                                .named("reference")
                                .unique(),
                        new Index()
                                .on("find.family", Direction.ASC)
                                .on("find.parties", Direction.ASC)
                                .on("find.at", Direction.DESC)
                                .on("_id", Direction.DESC)
                                .named("family"),
                        new Index().on("find.reliesOn", Direction.ASC).named("reliesOn")));
    }
}
