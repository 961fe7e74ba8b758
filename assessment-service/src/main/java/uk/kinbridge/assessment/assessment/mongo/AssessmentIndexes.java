package uk.kinbridge.assessment.assessment.mongo;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import uk.kinbridge.platform.mongo.CollectionIndexes;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.protocols.published.mongo.FollowingRecords;

/** An index for each question that is asked of all assessments. */
@Configuration(proxyBeanMethods = false)
class AssessmentIndexes {

    @Bean
    CollectionIndexes indexesOfAssessments() {
        return new CollectionIndexes(
                MongoAssessments.COLLECTION,
                List.of(
                        new Index()
                                .on("reference", Direction.ASC)
                                .named("reference")
                                .unique(),
                        list("find.agencies").named("agency"),
                        list("find.workers").named("worker"),
                        list("find.withChildren").named("withChildren"),
                        list("find.closed").named("closed"),
                        list("find.families").named("families"),
                        new Index().on("find.family", Direction.ASC).named("family"),
                        new Index()
                                .on("find.documents", Direction.ASC)
                                .named("documents")
                                .sparse(),
                        new Index().on("find.referral", Direction.ASC).named("referral"),
                        FollowingRecords.index()));
    }

    @Bean
    FollowsCalendars<?> assessmentsFollowCalendars(MongoAssessments assessments) {
        return assessments.following();
    }

    private static Index list(String whose) {
        return new Index()
                .on(whose, Direction.ASC)
                .on("find.nextDueAt", Direction.ASC)
                .on("_id", Direction.ASC);
    }
}
