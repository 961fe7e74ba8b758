package uk.kinbridge.platform.mongodb.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoDbTest {

    private final EmbeddedMongoDb server = EmbeddedMongoDb.start(null, 0);
    private final MongoClient client = MongoClients.create(server.uri());
    private final MongoDatabase database = client.getDatabase("kinbridge-test")
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
            .withReadConcern(ReadConcern.MAJORITY);
    private final MongoCollection<Document> referrals = database.getCollection("referrals");

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void says_hello_as_the_health_check_asks() {
        Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));

        assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
        assertThat(hello.getInteger("maxWireVersion")).isPositive();
    }

    @Test
    void keeps_finds_changes_and_removes_documents() {
        referrals.insertMany(List.of(referral("R-1"), referral("R-2")));

        assertThat(referrals.find(eq("_id", "R-1")).first()).containsEntry("version", 0);
        assertThat(referrals
                        .updateOne(eq("_id", "R-1"), set("state", "submitted"))
                        .getModifiedCount())
                .isEqualTo(1);
        assertThat(referrals.deleteOne(eq("_id", "R-2")).getDeletedCount()).isEqualTo(1);
        assertThat(referrals.find())
                .singleElement()
                .satisfies(left -> assertThat(left).containsEntry("state", "submitted"));
    }

    @Test
    void saves_state_and_events_in_one_update_only_at_the_expected_version() {
        referrals.insertOne(referral("R-1"));
        var save = combine(inc("version", 1), push("outbox", new Document("id", "E-1")), set("relayAt", 10L));

        assertThat(referrals
                        .updateOne(and(eq("_id", "R-1"), eq("version", 0)), save)
                        .getModifiedCount())
                .isEqualTo(1);
        assertThat(referrals
                        .updateOne(and(eq("_id", "R-1"), eq("version", 0)), save)
                        .getMatchedCount())
                .isZero();
        assertThat(outbox()).containsExactly("E-1");
    }

    @Test
    void claims_what_is_due_and_pulls_what_is_published() {
        referrals.insertOne(referral("R-1")
                .append("relayAt", 5L)
                .append("outbox", List.of(new Document("id", "E-1"), new Document("id", "E-2"))));

        Document claimed = referrals.findOneAndUpdate(
                lte("relayAt", 7L),
                set("relayAt", 60L),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        assertThat(claimed).containsEntry("relayAt", 60L);
        assertThat(referrals.findOneAndUpdate(lte("relayAt", 7L), set("relayAt", 60L)))
                .isNull();

        referrals.updateOne(eq("_id", "R-1"), pull("outbox", new Document("id", "E-1")));
        assertThat(outbox()).containsExactly("E-2");
    }

    @Test
    void handles_a_message_once() {
        referrals.insertOne(referral("R-1"));
        var handle = combine(push("inbox", new Document("id", "M-1")), inc("handled", 1));
        var unseen = and(eq("_id", "R-1"), ne("inbox.id", "M-1"));

        assertThat(referrals.updateOne(unseen, handle).getModifiedCount()).isEqualTo(1);
        assertThat(referrals.updateOne(unseen, handle).getModifiedCount()).isZero();
    }

    @Test
    void holds_a_unique_index() {
        referrals.createIndex(Indexes.ascending("reference"), new IndexOptions().unique(true));
        referrals.insertOne(new Document("_id", "R-1").append("reference", "HAC-A2"));

        assertThatThrownBy(() -> referrals.insertOne(new Document("_id", "R-2").append("reference", "HAC-A2")))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("duplicate key");
    }

    @Test
    void refuses_a_unique_partial_index_since_it_would_be_unique_for_all() {
        var options = new IndexOptions().unique(true).partialFilterExpression(eq("open", true));

        assertThatThrownBy(() -> referrals.createIndex(Indexes.ascending("reference"), options))
                .isInstanceOf(MongoCommandException.class)
                .hasMessageContaining("unique sparse index");
    }

    @Test
    void keeps_files() {
        byte[] paperwork = new byte[700_000];
        paperwork[699_999] = 42;
        var bucket = GridFSBuckets.create(database, "paperwork");

        ObjectId id = bucket.uploadFromStream("assessment.pdf", new ByteArrayInputStream(paperwork));
        var read = new ByteArrayOutputStream();
        bucket.downloadToStream(id, read);

        assertThat(read.toByteArray()).isEqualTo(paperwork);
    }

    @Test
    void keeps_documents_in_its_folder(@TempDir Path folder) {
        try (EmbeddedMongoDb first = EmbeddedMongoDb.start(folder, 0);
                MongoClient writer = MongoClients.create(first.uri())) {
            writer.getDatabase("kinbridge-test").getCollection("referrals").insertOne(referral("R-1"));
        }
        try (EmbeddedMongoDb second = EmbeddedMongoDb.start(folder, 0);
                MongoClient reader = MongoClients.create(second.uri())) {
            assertThat(reader.getDatabase("kinbridge-test")
                            .getCollection("referrals")
                            .countDocuments())
                    .isEqualTo(1);
        }
    }

    private List<String> outbox() {
        return Objects.requireNonNull(referrals.find().first()).getList("outbox", Document.class).stream()
                .map(event -> event.getString("id"))
                .toList();
    }

    private static Document referral(String id) {
        return new Document("_id", id).append("version", 0);
    }
}
