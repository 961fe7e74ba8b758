package uk.kinbridge.escalation.disagreement.mongo;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import uk.kinbridge.platform.mongo.CollectionIndexes;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.mongo.FollowingRecords;

/** An index for each question that is asked of all disagreements. */
@Configuration(proxyBeanMethods = false)
class DisagreementIndexes {

    @Bean
    CollectionIndexes indexesOfDisagreements() {
        return new CollectionIndexes(
                MongoDisagreements.COLLECTION,
                List.of(
                        new Index()
                                .on("reference", Direction.ASC)
                                .named("reference")
                                .unique(),
                        list("find.parties").named("agency"),
                        list("find.told").named("told"),
                        list("find.raiser").named("raiser"),
                        list("find.owed").named("owed"),
                        new Index().on("find.subject", Direction.ASC).named("subject"),
                        FollowingRecords.index(),
                        new Index()
                                .on("area", Direction.ASC)
                                .on("raisedAt", Direction.ASC)
                                .named("area")));
    }

    @Bean
    FollowsCalendars<?> disagreementsFollowCalendars(MongoDisagreements disagreements) {
        return disagreements.following();
    }

    private static Index list(String whose) {
        return new Index()
                .on(whose, Direction.ASC)
                .on("find.nextDueAt", Direction.ASC)
                .on("_id", Direction.ASC);
    }
}
