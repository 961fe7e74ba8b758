package uk.kinbridge.notification.delivery.local;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import uk.kinbridge.notification.delivery.Answer;
import uk.kinbridge.notification.delivery.Carrier;
import uk.kinbridge.notification.delivery.Channel;
import uk.kinbridge.notification.delivery.Parcel;

/**
 * The mail catcher of a local demonstration, which has no mail server: what would go out lies here to be read. It is no
 * stand-in for a real one: it never fails and never doubts.
 */
public final class LocalMailbox implements Carrier {

    static final String COLLECTION = "local-mailbox";
    private static final int SHOWN = 200;

    private final MongoOperations mongo;
    private final Channel channel;

    public LocalMailbox(MongoOperations mongo, Channel channel) {
        this.mongo = mongo;
        this.channel = channel;
    }

    /** Something that was caught. */
    record Caught(String id, String channel, String to, String subject, String body, Instant at) {}

    @Override
    public Repetition repetition() {
        return Repetition.RECOGNISED;
    }

    @Override
    public Answer handOver(Parcel parcel) {
        var caught = new Document("_id", parcel.id())
                .append("channel", channel.word())
                .append("to", parcel.address())
                .append("subject", parcel.letter().subject())
                .append("body", parcel.letter().body())
                .append("at", Date.from(parcel.at()));
        mongo.execute(
                COLLECTION,
                c -> c.replaceOne(Filters.eq("_id", parcel.id()), caught, new ReplaceOptions().upsert(true)));
        return new Answer.Accepted(parcel.id());
    }

    /** The newest first; of one address, or of all when it is blank. */
    static List<Caught> read(MongoOperations mongo, String to) {
        Bson whose = to.isBlank() ? Filters.empty() : Filters.eq("to", to);
        return Objects.requireNonNull(mongo.execute(
                COLLECTION,
                c -> c.find(whose).sort(Sorts.descending("at")).limit(SHOWN).into(new ArrayList<Document>()).stream()
                        .map(mail -> new Caught(
                                mail.getString("_id"),
                                mail.getString("channel"),
                                mail.getString("to"),
                                mail.getString("subject"),
                                mail.getString("body"),
                                mail.getDate("at").toInstant()))
                        .toList()));
    }
}
