package uk.kinbridge.platform.document.gridfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.gridfs.GridFsTemplate;
import uk.kinbridge.platform.document.StoredDocument;
import uk.kinbridge.platform.mongo.CollectionIndexes;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;

/** A document comes back byte for byte, and one whose process died half way stands in nobody's way, on every database. */
@OnEachDatabase
class GridFsDocumentsTest {

    private static final Instant MONDAY_TEN = Instant.parse("2026-11-23T10:00:00Z");

    private final MongoTemplate mongo;
    private final GridFsTemplate gridFs;
    private final GridFsDocuments documents;

    GridFsDocumentsTest(TestDatabase database) {
        var factory = new SimpleMongoClientDatabaseFactory(database.client(), database.name());
        this.mongo = new MongoTemplate(factory);
        this.gridFs = new GridFsTemplate(factory, mongo.getConverter());
        this.documents = new GridFsDocuments(gridFs, mongo, null);
    }

    @BeforeEach
    void empty() {
        for (var collection : List.of("fs.files", "fs.chunks", GridFsDocuments.ATTEMPTS)) {
            mongo.getCollection(collection).deleteMany(new Document());
        }
        ensure(GridFsDocuments.indexOfFiles());
        ensure(GridFsDocuments.indexOfAttempts());
    }

    private void ensure(CollectionIndexes wanted) {
        wanted.indexes().forEach(index -> mongo.indexOps(wanted.collection()).createIndex(index));
    }

    @Test
    void a_document_of_several_chunks_comes_back_as_it_was() throws IOException {
        var content = bytes(700_000);
        var document = document("d-whole", content.length, MONDAY_TEN);

        assertThat(documents.add(document, new ByteArrayInputStream(content))).isEqualTo(document);

        assertThat(documents.find("d-whole")).contains(document);
        assertThat(read("d-whole")).isEqualTo(content);
        assertThat(attempts()).isZero();
    }

    @Test
    void what_was_never_uploaded_is_not_there() {
        assertThat(documents.find("nothing")).isEmpty();
        assertThatThrownBy(() -> documents.open("nothing")).isInstanceOf(IOException.class);
    }

    @Test
    void an_upload_whose_process_died_half_way_is_no_document_and_can_be_sent_again() throws IOException {
        var content = bytes(700_000);
        var document = document("d-half", content.length, MONDAY_TEN);
        dieHalfWay(document, content);

        assertThat(documents.find("d-half")).isEmpty();
        documents.add(document, new ByteArrayInputStream(content));

        assertThat(read("d-half")).isEqualTo(content);
    }

    @Test
    void what_a_dead_process_left_is_taken_away_after_a_day_and_nothing_else_is() throws IOException {
        var content = bytes(700_000);
        dieHalfWay(document("d-dead", content.length, MONDAY_TEN), content);
        long half = chunks();
        assertThat(half).as("the dead process left something").isPositive();

        var later = MONDAY_TEN.plus(Duration.ofHours(23));
        documents.add(document("d-soon", 1, later), new ByteArrayInputStream(bytes(1)));
        assertThat(chunks()).as("it may still be under way").isEqualTo(half + 1);

        var nextDay = MONDAY_TEN.plus(Duration.ofHours(25));
        documents.add(document("d-late", 1, nextDay), new ByteArrayInputStream(bytes(1)));
        assertThat(chunks()).isEqualTo(2);
        assertThat(attempts()).isZero();
        assertThat(read("d-soon")).isEqualTo(bytes(1));
    }

    @Test
    void one_that_was_kept_but_not_ticked_off_stays() throws IOException {
        documents.add(document("d-kept", 1, MONDAY_TEN), new ByteArrayInputStream(bytes(1)));
        var entry = Objects.requireNonNull(
                mongo.<Document>execute("fs.files", c -> c.find().first()));
        mongo.execute(
                GridFsDocuments.ATTEMPTS,
                c -> c.insertOne(new Document("_id", entry.getString("_id")).append("at", Date.from(MONDAY_TEN))));

        var nextDay = MONDAY_TEN.plus(Duration.ofDays(2));
        documents.add(document("d-other", 1, nextDay), new ByteArrayInputStream(bytes(1)));

        assertThat(read("d-kept")).isEqualTo(bytes(1));
        assertThat(attempts()).isZero();
    }

    @Test
    void one_that_nothing_leads_to_is_taken_away_after_a_day_and_what_is_attached_stays() throws IOException {
        var content = bytes(700_000);
        var ofRecords = new GridFsDocuments(gridFs, mongo, Set.of("d-attached", "d-next")::contains);
        for (var id : List.of("d-attached", "d-lost")) {
            ofRecords.add(document(id, content.length, MONDAY_TEN), new ByteArrayInputStream(content));
        }

        var evening = MONDAY_TEN.plus(Duration.ofHours(23));
        ofRecords.add(document("d-next", 1, evening), new ByteArrayInputStream(bytes(1)));
        assertThat(documents.find("d-lost")).as("it may still be attached").isPresent();

        var nextDay = MONDAY_TEN.plus(Duration.ofHours(25));
        ofRecords.add(document("d-later", 1, nextDay), new ByteArrayInputStream(bytes(1)));

        assertThat(documents.find("d-lost")).isEmpty();
        assertThat(read("d-attached")).isEqualTo(content);
        assertThat(chunks()).as("nothing of the lost one is left").isEqualTo(3 + 1 + 1);
        assertThat(attempts()).as("of the evening's, and its own").isEqualTo(2);
    }

    @Test
    void where_documents_may_wait_to_be_attached_none_is_taken_away() throws IOException {
        documents.add(document("d-waiting", 1, MONDAY_TEN), new ByteArrayInputStream(bytes(1)));

        var muchLater = MONDAY_TEN.plus(Duration.ofDays(40));
        documents.add(document("d-other", 1, muchLater), new ByteArrayInputStream(bytes(1)));

        assertThat(read("d-waiting")).isEqualTo(bytes(1));
    }

    @Test
    void of_two_at_the_same_time_one_stands_and_leaves_nothing_of_the_other() throws IOException {
        var content = bytes(700_000);
        var first = document("d-twice", content.length, MONDAY_TEN);
        var second = new StoredDocument(
                "d-twice", "south-office", "p-ben", MONDAY_TEN, "b.pdf", "application/pdf", content.length, "cd");
        documents.add(first, new ByteArrayInputStream(content));
        long chunks = chunks();

        assertThat(documents.add(second, new ByteArrayInputStream(content))).isEqualTo(first);

        assertThat(chunks()).isEqualTo(chunks);
        assertThat(read("d-twice")).isEqualTo(content);
    }

    /** Chunks are written, the entry is not. */
    private void dieHalfWay(StoredDocument document, byte[] content) {
        var dying = new InputStream() {

            private int read;

            @Override
            public int read() {
                if (read > content.length * 2 / 3) {
                    throw new Killed();
                }
                return content[read++] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    into[offset + i] = (byte) read();
                }
                return length;
            }
        };
        assertThatThrownBy(() -> documents.add(document, dying)).isInstanceOf(Killed.class);
    }

    /** Nothing in between catches it, as nothing catches a kill. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private byte[] read(String id) throws IOException {
        try (var stored = documents.open(id)) {
            return stored.readAllBytes();
        }
    }

    private long chunks() {
        return mongo.getCollection("fs.chunks").countDocuments();
    }

    private long attempts() {
        return mongo.getCollection(GridFsDocuments.ATTEMPTS).countDocuments();
    }

    private static byte[] bytes(int length) {
        var content = new byte[length];
        new Random(1).nextBytes(content);
        return content;
    }

    private static StoredDocument document(String id, int length, Instant at) {
        return new StoredDocument(id, "north-office", "p-anne", at, "a.pdf", "application/pdf", length, "ab");
    }
}
