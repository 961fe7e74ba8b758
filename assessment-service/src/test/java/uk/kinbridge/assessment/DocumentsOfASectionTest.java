package uk.kinbridge.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.platform.document.Documents;
import uk.kinbridge.platform.testing.Bearer;

/**
 * JWP-03, SAL-16: a document of a section belongs to the agency that owns the section; another agency opens it where the
 * decision on sharing lets it, and nowhere else.
 */
class DocumentsOfASectionTest extends PeersPlayed {

    private static final byte[] LETTER = "%PDF-1.7\nA letter of the school.".getBytes(StandardCharsets.UTF_8);

    @Autowired
    MongoOperations mongo;

    @Autowired
    Documents documents;

    @Autowired
    InstantSource time;

    @BeforeEach
    void familyAnswers() {
        familyIsKnown();
        decisions("");
    }

    @Test
    void comes_back_to_its_own_agency_byte_for_byte() throws Exception {
        var id = begun();
        var scan = new byte[700_000];
        new Random(1).nextBytes(scan);
        System.arraycopy(LETTER, 0, scan, 0, LETTER.length);

        var attached = attachment(attach(TOM, id, "school.pdf", scan));

        assertThat(attached.path("name").asString()).isEqualTo("school.pdf");
        assertThat(attached.path("mediaType").asString()).isEqualTo("application/pdf");
        assertThat(attached.path("bytes").asInt()).isEqualTo(scan.length);
        var opened = open(TOM, attached);
        assertThat(opened.getResponse().getContentAsByteArray()).isEqualTo(scan);
        assertThat(opened.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("school.pdf");
        assertThat(opened.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void another_agency_finds_it_only_where_the_decision_lets_it_through() throws Exception {
        var id = begun();
        var attached = attachment(attach(TOM, id, "school.pdf", LETTER));

        assertThat(status(open(SADE, attached))).isEqualTo(404);
        assertThat(body(read(SADE, id)).toString()).doesNotContain("school.pdf");
        assertThat(body(read(SADE, id)).path("notShown").asString()).contains("has not decided to share");

        decisions("""
                {"agency": "hackney-drug-treatment", "recipient": "hackney-childrens-social-care", "shares": true,
                 "lets": [{"person": "m-1", "fields": ["CONCERN"]}]}""");
        assertThat(status(open(SADE, attached))).as("of other things").isEqualTo(404);

        decisions("""
                {"agency": "hackney-drug-treatment", "recipient": "hackney-childrens-social-care", "shares": true,
                 "lets": [{"person": "m-1", "fields": ["ASSESSMENT"]}]}""");
        assertThat(open(SADE, attached).getResponse().getContentAsByteArray()).isEqualTo(LETTER);
        assertThat(status(open(OWEN, attached))).as("it was let to another").isEqualTo(404);
    }

    @Test
    void whoever_looked_at_the_assessment_or_opened_a_document_of_it_stands_in_its_log_for_all_who_read_it()
            throws Exception {
        var id = begun();
        var attached = attachment(attach(TOM, id, "school.pdf", LETTER));
        read(SADE, id);
        open(TOM, attached);
        open(SADE, attached);
        read(OWEN, id);

        for (var party : List.of(TOM, SADE)) {
            assertThat(body(sent(party, MockMvcRequestBuilders.get("/api/assessments/{id}/access-log", id)))
                            .path("items")
                            .valueStream()
                            .map(look -> look.path("what").asString() + " by "
                                    + look.path("agency").asString()))
                    .as("nobody who was refused, the latest first")
                    .containsExactly(
                            "read-document by hackney-drug-treatment", "read by hackney-childrens-social-care");
        }
        assertThat(status(sent(OWEN, MockMvcRequestBuilders.get("/api/assessments/{id}/access-log", id))))
                .isEqualTo(404);
    }

    @Test
    void while_decisions_cannot_be_asked_another_agency_opens_nothing() throws Exception {
        var attached = attachment(attach(TOM, begun(), "school.pdf", LETTER));
        REFERRAL.resetAll();
        NoAnswer.UNAVAILABLE.by(REFERRAL);

        assertThat(status(open(SADE, attached))).isEqualTo(404);
        assertThat(open(TOM, attached).getResponse().getContentAsByteArray()).isEqualTo(LETTER);
    }

    @Test
    void of_another_section_or_another_assessment_or_none_it_is_not_found() throws Exception {
        var id = begun();
        var other = begun();
        var document =
                attachment(attach(TOM, id, "school.pdf", LETTER)).path("id").asString();

        assertThat(status(open(TOM, id, "caring", document))).isEqualTo(200);
        assertThat(status(open(TOM, id, "parents-needs", document))).isEqualTo(404);
        assertThat(status(open(TOM, other, "caring", document))).isEqualTo(404);
        assertThat(status(open(TOM, id, "caring", "no-such-document"))).isEqualTo(404);
    }

    @Test
    void what_its_content_does_not_bear_out_is_refused_and_nothing_is_kept() throws Exception {
        var id = begun();
        var program = new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0};
        long kept = kept();

        assertThat(status(attach(TOM, id, "letter.pdf", program))).isEqualTo(415);
        assertThat(status(attach(TOM, id, "letter.pdf", new byte[0]))).isEqualTo(422);
        assertThat(status(attach(TOM, id, "letter.pdf", big()))).isEqualTo(413);

        assertThat(kept()).isEqualTo(kept);
        assertThat(section(body(read(TOM, id))).path("attachments")).isEmpty();
    }

    @Test
    void whoever_may_not_write_there_sends_nothing_into_the_store() throws Exception {
        var id = begun();
        attachment(attach(TOM, id, "school.pdf", LETTER));
        long kept = kept();

        assertThat(status(attach(OWEN, id, "a.pdf", LETTER))).isEqualTo(404);
        assertThat(status(attach(SADE, id, "a.pdf", LETTER)))
                .as("the section belongs to the other agency")
                .isEqualTo(403);
        assertThat(status(attach(TOM, id, "no-such-section", "a.pdf", LETTER, key())))
                .isEqualTo(422);
        assertThat(kept()).isEqualTo(kept);
    }

    @Test
    void sent_again_it_is_attached_once_also_when_the_service_died_before_it_was_attached() throws Exception {
        var id = begun();
        var key = key();
        attachment(attach(TOM, id, "caring", "school.pdf", LETTER, key));
        // as a process leaves it that dies between storing the document and attaching it, before the answer is kept
        mongo.getCollection("assessments")
                .updateOne(new Document("_id", id), new Document("$set", new Document("parts", List.of())));
        forgetTheAnswer();
        long kept = kept();

        attachment(attach(TOM, id, "caring", "school.pdf", LETTER, key));
        forgetTheAnswer();
        attachment(attach(TOM, id, "caring", "school.pdf", LETTER, key));

        assertThat(section(body(read(TOM, id))).path("attachments")).hasSize(1);
        assertThat(kept()).isEqualTo(kept);
    }

    @Test
    void one_that_was_stored_and_never_attached_is_gone_a_day_later_and_what_is_attached_stays() throws Exception {
        var id = begun();
        var attached = attachment(attach(TOM, id, "school.pdf", LETTER));
        attach(TOM, id, "caring", "lost.pdf", LETTER, key());
        var lost = section(body(read(TOM, id)))
                .path("attachments")
                .path(1)
                .path("id")
                .asString();
        // as a process leaves it that dies before attaching the second one, a day and an hour ago
        mongo.getCollection("assessments")
                .updateOne(
                        new Document("_id", id),
                        Document.parse("{$pop: {'parts.0.attachments': 1, 'find.documents': 1}}"));
        mongo.getCollection("documentAttempts")
                .updateMany(
                        new Document(),
                        new Document(
                                "$set",
                                new Document("at", Date.from(time.instant().minus(Duration.ofHours(25))))));

        attachment(attach(TOM, begun(), "another.pdf", LETTER));

        assertThat(documents.find(lost)).isEmpty();
        assertThat(open(TOM, attached).getResponse().getContentAsByteArray()).isEqualTo(LETTER);
    }

    /** As if the process had died before it was kept, which happens a moment after the answer. */
    private void forgetTheAnswer() {
        var keys = mongo.getCollection("idempotencyKeys");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Optional.ofNullable(
                                keys.find().sort(new Document("firstSeen", -1)).first())
                        .filter(latest -> latest.containsKey("answer"))
                        .isPresent());
        keys.updateMany(
                new Document(),
                new Document("$unset", new Document("answer", 1))
                        .append("$set", new Document("leaseUntil", Date.from(Instant.EPOCH))));
    }

    private static byte[] big() {
        var content = new byte[10 * 1024 * 1024 + 1];
        System.arraycopy(LETTER, 0, content, 0, LETTER.length);
        return content;
    }

    private long kept() {
        return mongo.getCollection("fs.files").countDocuments();
    }

    private String begun() throws Exception {
        var begun = sent(
                TOM,
                MockMvcRequestBuilders.post("/api/assessments")
                        .header("Idempotency-Key", key())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"protocol": "hackney", "kind": "parental-needs", "family": "%s", "person": "m-1"}""".formatted(FAMILY)));
        assertThat(status(begun)).isEqualTo(201);
        return body(begun).path("id").asString();
    }

    private MvcResult read(Bearer by, String id) throws Exception {
        return sent(by, MockMvcRequestBuilders.get("/api/assessments/{id}", id));
    }

    private MvcResult attach(Bearer by, String id, String name, byte[] content) throws Exception {
        return attach(by, id, "caring", name, content, key());
    }

    private MvcResult attach(Bearer by, String id, String section, String name, byte[] content, String key)
            throws Exception {
        return sent(
                by,
                MockMvcRequestBuilders.multipart(
                                HttpMethod.POST, "/api/assessments/{id}/sections/{section}/attachments", id, section)
                        .file(new MockMultipartFile("file", name, "application/pdf", content))
                        .header("Idempotency-Key", key));
    }

    private MvcResult open(Bearer by, JsonNode attachment) throws Exception {
        return sent(
                by,
                MockMvcRequestBuilders.get(attachment.at("/_links/self/href").asString()));
    }

    private MvcResult open(Bearer by, String id, String section, String document) throws Exception {
        return sent(
                by,
                MockMvcRequestBuilders.get(
                        "/api/assessments/{id}/sections/{section}/attachments/{document}/content",
                        id,
                        section,
                        document));
    }

    private static JsonNode attachment(MvcResult attached) throws Exception {
        assertThat(status(attached))
                .as(attached.getResponse().getContentAsString())
                .isEqualTo(200);
        return section(body(attached)).path("attachments").path(0);
    }

    private static JsonNode section(JsonNode assessment) {
        return assessment
                .path("sections")
                .valueStream()
                .filter(section -> section.path("id").asString().equals("caring"))
                .findFirst()
                .orElseThrow();
    }
}
