package uk.kinbridge.referral.treatment.mongo;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import uk.kinbridge.platform.mongo.CollectionIndexes;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.mongo.FollowingRecords;

/** Treatments are listed by family, the last first, and found by the consent on which others were told. */
@Configuration(proxyBeanMethods = false)
class TreatmentIndexes {

    @Bean
    CollectionIndexes indexesOfTreatments() {
        return new CollectionIndexes(
                MongoTreatments.COLLECTION,
                List.of(
                        new Index()
                                .on("reference", Direction.ASC)
                                .named("reference")
                                .unique(),
                        new Index()
                                .on("find.family", Direction.ASC)
                                .on("find.at", Direction.DESC)
                                .on("_id", Direction.DESC)
                                .named("family"),
                        new Index()
                                .on(MongoTreatments.CONSENT, Direction.ASC)
                                .on("_id", Direction.ASC)
                                .named("consent"),
                        FollowingRecords.index()));
    }

    @Bean
    FollowsCalendars<?> treatmentsFollowCalendars(MongoTreatments treatments) {
        return treatments.following();
    }
}
