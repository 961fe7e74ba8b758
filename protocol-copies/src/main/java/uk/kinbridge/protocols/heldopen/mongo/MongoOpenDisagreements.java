package uk.kinbridge.protocols.heldopen.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import uk.kinbridge.protocols.heldopen.OpenDisagreements;

/** One small document for each; beginning and end write different fields, so that their order does not matter. */
class MongoOpenDisagreements implements OpenDisagreements {

    static final String COLLECTION = "disagreements";

    private final MongoOperations mongo;

    MongoOpenDisagreements(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void opened(Open d) {
        mongo.execute(
                COLLECTION,
                c -> c.updateOne(
                        Filters.eq("_id", d.id()),
                        Updates.combine(
                                Updates.set("reference", d.reference()),
                                Updates.set("link", d.link()),
                                Updates.set("subject", d.subject()),
                                Updates.set("agencies", d.agencies())),
                        new UpdateOptions().upsert(true)));
    }

    @Override
    public void closed(String id) {
        mongo.execute(
                COLLECTION,
                c -> c.updateOne(Filters.eq("_id", id), Updates.set("closed", true), new UpdateOptions().upsert(true)));
    }

    @Override
    public List<Open> about(String subject) {
        return Objects.requireNonNull(mongo.<List<Open>>execute(COLLECTION, c -> {
            var open = new ArrayList<Open>();
            c.find(Filters.and(Filters.eq("subject", subject), Filters.ne("closed", true)))
                    .forEach(document -> open.add(read(document)));
            return open;
        }));
    }

    private static Open read(Document document) {
        return new Open(
                document.getString("_id"),
                document.getString("reference"),
                document.getString("link"),
                document.getString("subject"),
                document.getList("agencies", String.class));
    }
}
