package uk.kinbridge.platform.mongo;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import uk.kinbridge.platform.time.TimeAutoConfiguration;

/** The document side of every service: aggregates, their indexes, their clocks. */
@AutoConfiguration(after = {DataMongoAutoConfiguration.class, TimeAutoConfiguration.class})
public class MongoAutoConfiguration {

    @Bean
    Aggregates aggregates(MongoOperations mongo) {
        return new Aggregates(mongo);
    }

    @Bean
    Sweeper sweeper(
            Aggregates aggregates,
            InstantSource time,
            @Value("${kinbridge.clocks.sweep-interval:1s}") Duration interval) {
        return new Sweeper(aggregates, time, interval);
    }

    @Bean
    IndexKeeper indexKeeper(MongoOperations mongo, Aggregates aggregates, List<CollectionIndexes> indexes) {
        return new IndexKeeper(mongo, aggregates, indexes);
    }
}
