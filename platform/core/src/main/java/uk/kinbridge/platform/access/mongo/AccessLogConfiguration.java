package uk.kinbridge.platform.access.mongo;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.mongo.CollectionIndexes;

/** The access log, for a service whose records several agencies read. A record's log is read by time, the latest first. */
@Configuration(proxyBeanMethods = false)
public class AccessLogConfiguration {

    @Bean
    AccessLog accessLog(MongoOperations mongo) {
        return new MongoAccessLog(mongo);
    }

    @Bean
    CollectionIndexes indexesOfAccessLog() {
        return new CollectionIndexes(
                MongoAccessLog.COLLECTION,
                List.of(new Index()
                        .on("record", Direction.ASC)
                        .on("at", Direction.DESC)
                        .on("_id", Direction.DESC)
                        .named("record")));
    }
}
