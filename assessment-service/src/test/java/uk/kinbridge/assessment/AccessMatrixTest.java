package uk.kinbridge.assessment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import uk.kinbridge.assessment.assessment.AssessmentMother;
import uk.kinbridge.assessment.assessment.Assessments;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.document.Documents;
import uk.kinbridge.platform.document.StoredDocument;
import uk.kinbridge.platform.testing.Brokers;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.platform.testing.access.AccessMatrix;
import uk.kinbridge.platform.testing.access.Ask;
import uk.kinbridge.platform.testing.access.Operation;

/**
 * JWP-03, SAL-16: every operation, for every role, of the agency whose assessment it is, of one that works with the
 * family, and of a third. The family's record cannot be asked here, so its last good answer decides.
 */
@SpringBootTest(
        properties = {
            "kinbridge.messaging.prefix=test-access-assessment",
            "kinbridge.peers.directory=http://localhost:9",
            "kinbridge.peers.referral=http://localhost:9"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class, Brokers.ForContext.class})
class AccessMatrixTest {

    private static final byte[] NOTE = "A note.".getBytes(StandardCharsets.UTF_8);
    private static final String NOTE_OF_TOM = UUID.randomUUID().toString();

    @Autowired
    MockMvc http;

    @Autowired
    ApplicationContext context;

    @Autowired
    Assessments assessments;

    @Autowired
    InstantSource time;

    @Autowired
    Documents documents;

    @TestFactory
    Stream<DynamicTest> everybody_meets_what_the_matrix_says() throws IOException {
        var read = withANote(begun());
        var appointments = new AppointmentScenes(context, time.instant());
        return AccessMatrix.of(
                        "uk.kinbridge.assessment", context, http, operation -> ask(operation, read, appointments))
                .tests();
    }

    private Ask ask(Operation operation, Assessments.Held read, AppointmentScenes appointments) {
        var marker = read.assessment().reference();
        return switch (operation.toString()) {
            case "GET /api/forms" -> Ask.plainly();
            case "GET /api/forms/{form}", "GET /api/forms/{form}/schema" ->
                Ask.plainly().with("form", "hackney-parental-needs@1");
            case "POST /api/assessments" -> Ask.plainly().json("""
                {"protocol": "hackney", "kind": "triage", "family": "f-9", "person": "m-1"}\
                """);
            case "GET /api/assessments" -> Ask.plainly().query("limit=100").marker(marker);
            case "GET /api/assessments/{id}" ->
                Ask.plainly().with("id", read.assessment().id()).marker(marker);
            case "GET /api/assessments/{id}/form",
                    "GET /api/assessments/{id}/versions",
                    "GET /api/assessments/{id}/changes",
                    "GET /api/assessments/{id}/access-log",
                    "GET /api/assessments/{id}/questionnaire-response" ->
                Ask.plainly().with("id", read.assessment().id());
            case "PATCH /api/assessments/{id}/sections/{section}" ->
                Ask.plainly()
                        .with("id", begun().assessment().id())
                        .with("section", "caring")
                        .header("If-Match", "\"0\"")
                        .json("{\"answers\": {\"who-cares\": \"A\"}}");
            case "POST /api/assessments/{id}/sections/{section}/attachments" ->
                Ask.plainly()
                        .with("id", begun().assessment().id())
                        .with("section", "caring")
                        .part("file", "note.txt", "text/plain", NOTE);
            case "GET /api/assessments/{id}/sections/{section}/attachments/{document}/content" ->
                Ask.plainly()
                        .with("id", read.assessment().id())
                        .with("section", "caring")
                        .with("document", NOTE_OF_TOM);
            case "POST /api/assessments/{id}/joint-plan",
                    "POST /api/assessments/{id}/urgency",
                    "POST /api/assessments/{id}/full-information" ->
                change(begun()).json("{\"words\": \"A\"}");
            case "POST /api/assessments/{id}/meetings" -> change(begun()).json("""
                {"kind": "MEETING", "heldAt": "2026-11-23T10:00:00Z", "words": "A", "agencies": ["a"]}\
                """);
            case "POST /api/assessments/{id}/signatures", "POST /api/assessments/{id}/completion" -> change(begun());
            case "POST /api/assessments/{id}/reviews",
                    "POST /api/assessments/{id}/closure",
                    "POST /api/assessments/{id}/form-version" -> change(begun()).json("{\"reason\": \"A\"}");
            case "POST /api/assessments/{id}/owed/{rule}" ->
                change(begun()).with("rule", "none").json("{\"words\": \"A\"}");
            case "POST /api/assessments/{id}/owed/{rule}/referral" ->
                Ask.plainly()
                        .with("id", begun().assessment().id())
                        .with("rule", "none")
                        .json("{\"about\": [\"m-2\"], \"words\": \"A\"}");
            case "POST /api/assessments/{id}/harm" -> change(begun()).json("{\"words\": \"A\", \"about\": [\"m-2\"]}");
            case "POST /api/assessments/{id}/harm/{number}/referral" ->
                change(begun()).with("number", "1").json("{\"referral\": \"r-1\"}");
            case "POST /api/assessments/{id}/agencies" ->
                change(begun()).json("{\"agency\": \"hackney-alcohol-treatment\", \"basis\": \"A\"}");
            case "POST /api/assessments/{id}/risk-decision" ->
                change(begun()).json("{\"level\": \"universal\", \"reason\": \"A\"}");
            case "POST /api/assessments/{id}/outcomes" -> change(begun()).json("""
                {"to": "hackney-childrens-social-care", "outcome": "A", "goesOn": true}\
                """);
            case "POST /api/assessments/{id}/invitation" ->
                change(begun()).json("{\"appointmentAt\": \"2126-11-23T10:00:00Z\"}");
            default -> appointments.ask(operation);
        };
    }

    private static Ask change(Assessments.Held held) {
        return Ask.plainly().with("id", held.assessment().id()).header("If-Match", "\"" + held.version() + "\"");
    }

    /** Tom's agency has attached something, and no decision on sharing is known. */
    private Assessments.Held withANote(Assessments.Held begun) throws IOException {
        var id = begun.assessment().id();
        documents.add(
                new StoredDocument(
                        NOTE_OF_TOM,
                        "hackney-drug-treatment",
                        "p-tom",
                        time.instant(),
                        "note.txt",
                        "text/plain",
                        NOTE.length,
                        "ab"),
                new ByteArrayInputStream(NOTE));
        var noted = AssessmentMother.withAttachment(begun.assessment(), "caring", NOTE_OF_TOM);
        assessments.save(begun.version(), Change.silent(noted), time.instant());
        return assessments.find(id).orElseThrow();
    }

    private Assessments.Held begun() {
        return assessments.add(AssessmentMother.begunAs(UUID.randomUUID().toString()), time.instant());
    }
}
