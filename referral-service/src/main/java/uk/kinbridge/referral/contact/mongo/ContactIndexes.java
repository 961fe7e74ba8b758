package uk.kinbridge.referral.contact.mongo;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import uk.kinbridge.platform.mongo.CollectionIndexes;

/** Talks and alerts are listed by family and agency, the last one first. */
@Configuration(proxyBeanMethods = false)
class ContactIndexes {

    @Bean
    CollectionIndexes indexesOfContacts() {
        return new CollectionIndexes(
                MongoContacts.COLLECTION,
                List.of(new Index()
                        .on("find.family", Direction.ASC)
                        .on("find.parties", Direction.ASC)
                        .on("find.at", Direction.DESC)
                        .on("_id", Direction.DESC)
                        .named("family")));
    }
}
