package uk.kinbridge.referral.document.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.gridfs.GridFsTemplate;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.referral.document.StoredDocument;

/** HAC-02: the paperwork comes back byte for byte, on every database. */
@OnEachDatabase
class GridFsDocumentsTest {

    private final GridFsDocuments documents;

    GridFsDocumentsTest(TestDatabase database) {
        var factory = new SimpleMongoClientDatabaseFactory(database.client(), database.name());
        this.documents = new GridFsDocuments(new GridFsTemplate(factory, new MongoTemplate(factory).getConverter()));
    }

    @Test
    void a_document_of_several_chunks_comes_back_as_it_was() throws IOException {
        var content = new byte[700_000];
        new Random(1).nextBytes(content);
        var document = new StoredDocument(
                "d-1",
                "hackney-childrens-social-care",
                "p-sade",
                Instant.parse("2026-11-23T10:00:00Z"),
                "assessment.pdf",
                "application/pdf",
                content.length,
                "ab");

        documents.add(document, new ByteArrayInputStream(content));

        assertThat(documents.find("d-1")).contains(document);
        try (var stored = documents.open("d-1")) {
            assertThat(stored.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void what_was_never_uploaded_is_not_there() {
        assertThat(documents.find("nothing")).isEmpty();
    }
}
