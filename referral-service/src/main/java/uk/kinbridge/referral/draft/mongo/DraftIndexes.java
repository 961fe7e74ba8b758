package uk.kinbridge.referral.draft.mongo;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import uk.kinbridge.platform.mongo.CollectionIndexes;

/** Drafts are listed by person or agency, the last touched first. */
@Configuration(proxyBeanMethods = false)
class DraftIndexes {

    @Bean
    CollectionIndexes indexesOfDrafts() {
        return new CollectionIndexes(
                MongoDrafts.COLLECTION,
                List.of(
                        new Index()
                                .on("reference", Direction.ASC)
                                .named("reference")
                                .unique(),
                        new Index()
                                .on("find.lists", Direction.ASC)
                                .on("find.state", Direction.ASC)
                                .on("find.changedAt", Direction.DESC)
                                .on("_id", Direction.DESC)
                                .named("lists")));
    }
}
