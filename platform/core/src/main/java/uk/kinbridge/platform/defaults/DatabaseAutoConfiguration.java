package uk.kinbridge.platform.defaults;

import com.mongodb.WriteConcern;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** How long the database is waited for, and what counts as written. */
@AutoConfiguration(before = MongoAutoConfiguration.class)
public class DatabaseAutoConfiguration {

    /**
     * The driver's own patience is 30 s; a person with a concern for a child's safety is told within 3 s to use the
     * telephone. What is answered as saved is on the disks of a majority. Retried writes need sessions, which the
     * embedded database does not have.
     */
    @Bean
    MongoClientSettingsBuilderCustomizer patience(
            @Value("${kinbridge.mongodb.patience:2s}") Duration patience,
            @Value("${kinbridge.mongodb.read-timeout:5s}") Duration readTimeout) {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .retryWrites(false)
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(patience.toMillis(), TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(patience.toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .readTimeout(readTimeout.toMillis(), TimeUnit.MILLISECONDS));
    }
}
