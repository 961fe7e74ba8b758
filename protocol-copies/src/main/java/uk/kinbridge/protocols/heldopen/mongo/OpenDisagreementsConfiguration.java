package uk.kinbridge.protocols.heldopen.mongo;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import uk.kinbridge.platform.mongo.CollectionIndexes;
import uk.kinbridge.protocols.heldopen.OpenDisagreements;

/** Keeps open disagreements, for a service that imports it. */
@Configuration(proxyBeanMethods = false)
public class OpenDisagreementsConfiguration {

    @Bean
    public OpenDisagreements openDisagreements(MongoOperations mongo) {
        return new MongoOpenDisagreements(mongo);
    }

    /** The one question that is asked: what holds a record open. */
    @Bean
    CollectionIndexes indexesOfOpenDisagreements() {
        return new CollectionIndexes(
                MongoOpenDisagreements.COLLECTION,
                List.of(new Index().on("subject", Direction.ASC).named("subject")));
    }
}
