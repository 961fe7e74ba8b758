package uk.kinbridge.platform.mongo;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;

/** Takes the document that has been due longest, so that nobody else is given it for the lease. */
record Leases(MongoOperations mongo, String collection) {

    /** @param field the time that the lease pushes forward */
    Optional<Document> take(Bson due, String field, Instant now, Duration lease) {
        return Optional.ofNullable(mongo.execute(
                collection,
                c -> c.findOneAndUpdate(
                        due,
                        Updates.set(field, Date.from(now.plus(lease))),
                        new FindOneAndUpdateOptions()
                                .sort(Sorts.ascending(field))
                                .returnDocument(ReturnDocument.AFTER))));
    }
}
