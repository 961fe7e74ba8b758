package uk.kinbridge.acceptance.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bson.Document;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** The running suite with the servers behind it, as a benchmark needs them: to seed, and to see what waits. */
final class SuiteUnderLoad {

    private static final String REFERRAL = "-referral";
    private static final String ASSESSMENT = "-assessment";

    private final Map<String, String> environment;

    private SuiteUnderLoad(Map<String, String> environment) {
        this.environment = environment;
    }

    static SuiteUnderLoad of(Map<String, String> environment) {
        return new SuiteUnderLoad(environment);
    }

    RunningSuite suite() {
        return RunningSuite.of(environment);
    }

    String gateway() {
        return environment.getOrDefault("KINBRIDGE_GATEWAY_URL", "http://localhost:8080");
    }

    /** The processes whose work counts, by name. */
    Consumption consumption() {
        return Consumption.of(environment.getOrDefault("KINBRIDGE_BENCH_PROCESSES", ""));
    }

    String mongoUri() {
        String uri = environment.get("KINBRIDGE_BENCH_MONGODB_URI");
        if (uri == null) {
            throw new NotMeasurable("it is not said which database the suite runs on. Run it as ./kinbridge bench.");
        }
        return uri;
    }

    /** What the embedded server cannot show it must not be asked for. */
    void needsARealDatabase() {
        if ("embedded".equals(environment.get("KINBRIDGE_BENCH_MONGODB_KIND"))) {
            throw new NotMeasurable("the embedded database ignores indexes and is no measure of speed. Start the suite"
                    + " with MONGODB_URI of a real one.");
        }
    }

    /** The driver as the services use it: writes wait for the majority and the journal. */
    MongoClient client() {
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongoUri()))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true).withWTimeout(30, TimeUnit.SECONDS))
                .retryWrites(false)
                .build();
        try {
            MongoClient client = MongoClients.create(settings);
            client.getDatabase(database()).runCommand(new Document("ping", 1));
            return client;
        } catch (MongoException away) {
            throw new NotMeasurable("the database does not answer: " + away.getMessage());
        }
    }

    /** The database of referral-service. */
    String database() {
        return prefix() + REFERRAL;
    }

    /** The database of assessment-service. */
    String assessments() {
        return prefix() + ASSESSMENT;
    }

    private String prefix() {
        return environment.getOrDefault("KINBRIDGE_DATABASE_PREFIX", "kinbridge");
    }

    /** Documents of referral-service whose events have not all been confirmed. */
    static long outboxes(MongoDatabase database) {
        long waiting = 0;
        for (String collection : List.of("referrals", "sharingDecisions", "consentRecords", "families")) {
            waiting += database.getCollection(collection).countDocuments(Filters.exists("relayAt"));
        }
        return waiting;
    }

    /** Events that wait in the queues of the services. */
    long queues() {
        var factory = new ConnectionFactory();
        try {
            factory.setUri(
                    environment.getOrDefault("KINBRIDGE_BENCH_RABBITMQ_URI", "amqp://guest:guest@localhost:5672"));
            try (var connection = factory.newConnection();
                    var channel = connection.createChannel()) {
                String prefix = environment.getOrDefault("KINBRIDGE_MESSAGING_PREFIX", "kinbridge");
                long waiting = 0;
                for (String service : List.of("referral-service", "notification-service", "escalation-service")) {
                    waiting +=
                            channel.queueDeclarePassive(prefix + "." + service).getMessageCount();
                }
                return waiting;
            }
        } catch (IOException | TimeoutException | URISyntaxException | GeneralSecurityException away) {
            throw new NotMeasurable("the queues cannot be looked at: " + away);
        }
    }

    /** How busy the machine is, also with the work of others. */
    static String loadAverages() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).strip();
        } catch (IOException unknown) {
            return "not known";
        }
    }
}
