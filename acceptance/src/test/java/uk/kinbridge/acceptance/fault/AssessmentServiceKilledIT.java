package uk.kinbridge.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import uk.kinbridge.acceptance.journey.Hackney;
import uk.kinbridge.acceptance.stage.Stage;
import uk.kinbridge.acceptance.suite.Person;

/** HAC-05: {@code kill -9} between the outcome and the telling, and the message twice: Children's Social Care is told once. */
class AssessmentServiceKilledIT {

    private static final String SERVICE = "assessment-service";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Stage stage = Stage.set();
    private final Person sade = stage.suite().person("sade.okafor");
    private final Person leila = stage.suite().person("leila.haddad");
    private List<Document> waiting = List.of();

    @Test
    void between_the_outcome_and_the_telling() {
        var course = missedWhileTheBrokerIsAway();

        awaitPublished(course);
        awaitTold(course);
        publishAgain(course);
        awaitPublished(course);

        Awaitility.await("still told once")
                .during(Duration.ofSeconds(5))
                .atMost(PATIENCE)
                .until(() -> tellings(course).size() == 1);
    }

    private String missedWhileTheBrokerIsAway() {
        var family = new Hackney(stage.suite()).registerFamily(sade);
        var involved = sade.change(
                "/api/families/" + family.text("/id") + "/agencies",
                family.etag(),
                Map.of("agency", "hackney-drug-treatment", "basis", "PUBLIC_TASK", "words", "Treats the parent."));
        assertThat(involved.status()).as(involved.body().toString()).isEqualTo(200);
        var offered = leila.create(
                "/api/appointments",
                Map.of(
                        "family", family.text("/id"),
                        "member", family.text("/members/0/id"),
                        "protocol", "hackney",
                        "purpose", "ASSESSMENT",
                        "first",
                                Map.of(
                                        "at",
                                        Instant.parse(family.text("/registeredAt"))
                                                .plus(Duration.ofDays(2))
                                                .toString(),
                                        "mode",
                                        "IN_PERSON")),
                UUID.randomUUID().toString());
        assertThat(offered.status()).as(offered.body().toString()).isEqualTo(201);
        var id = offered.text("/id");
        // The broker is away, so the outcome is kept and the telling still waits inside the document.
        stage.killServer("rabbitmq");
        try {
            var refused = leila.change(
                    "/api/appointments/" + id + "/offers/1/outcome",
                    leila.get("/api/appointments/" + id).etag(),
                    Map.of("attendance", "REFUSED"));
            assertThat(refused.status()).as(refused.body().toString()).isEqualTo(200);
            waiting = document(id).getList("outbox", Document.class);
            assertThat(waiting).isNotEmpty();
            stage.kill(SERVICE);
        } finally {
            stage.startServer("rabbitmq");
            stage.start(SERVICE);
        }
        return id;
    }

    private void awaitPublished(String id) {
        Awaitility.await("the outbox of " + id + " is empty")
                .atMost(PATIENCE)
                .until(() -> document(id).getList("outbox", Document.class).isEmpty());
    }

    private void awaitTold(String id) {
        Awaitility.await("the notice of the missed appointment")
                .atMost(PATIENCE)
                .until(() -> !tellings(id).isEmpty());
    }

    /** The same events once more, as from a relay that died after the broker's confirmation and before it noted it. */
    private void publishAgain(String id) {
        try (var mongo = MongoClients.create(stage.mongoUri())) {
            mongo.getDatabase(stage.database("assessment"))
                    .getCollection("appointments")
                    .updateOne(
                            Filters.eq("_id", id),
                            Updates.combine(
                                    Updates.pushEach("outbox", waiting), Updates.set("relayAt", Instant.EPOCH)));
        }
    }

    private List<String> tellings(String id) {
        try (var mongo = MongoClients.create(stage.mongoUri())) {
            return mongo
                    .getDatabase(stage.database("notification"))
                    .getCollection("notices")
                    .find(Filters.eq("find.about", id))
                    .map(notice -> notice.getString("purpose"))
                    .into(new ArrayList<>())
                    .stream()
                    .filter(purpose -> purpose.startsWith("tell-"))
                    .toList();
        }
    }

    private Document document(String id) {
        try (var mongo = MongoClients.create(stage.mongoUri())) {
            var found = mongo.getDatabase(stage.database("assessment"))
                    .getCollection("appointments")
                    .find(Filters.eq("_id", id))
                    .first();
            return java.util.Objects.requireNonNull(found, "appointments " + id);
        }
    }
}
