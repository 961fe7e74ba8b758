package uk.kinbridge.referral.disagreement.mongo;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import uk.kinbridge.platform.mongo.CollectionIndexes;

/** The one question that is asked: what holds a record open. */
@Configuration(proxyBeanMethods = false)
class OpenDisagreementIndexes {

    @Bean
    CollectionIndexes indexesOfOpenDisagreements() {
        return new CollectionIndexes(
                MongoOpenDisagreements.COLLECTION,
                List.of(new Index().on("subject", Direction.ASC).named("subject")));
    }
}
