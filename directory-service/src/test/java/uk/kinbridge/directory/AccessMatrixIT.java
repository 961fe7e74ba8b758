package uk.kinbridge.directory;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import uk.kinbridge.directory.agency.AgencyEntry;
import uk.kinbridge.directory.calendar.HolidaysForTests;
import uk.kinbridge.directory.practitioner.People;
import uk.kinbridge.directory.practitioner.Practitioners;
import uk.kinbridge.directory.protocol.DraftForTests;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.OwnQueues;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.platform.testing.access.AccessMatrix;
import uk.kinbridge.platform.testing.access.Ask;
import uk.kinbridge.platform.testing.access.Operation;

@SpringBootTest(properties = "kinbridge.security.client.token-uri=http://localhost:1/token")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class, OwnQueues.class})
class AccessMatrixIT {

    private static final String AGENCY = "hackney-drug-treatment";
    private static final String BASICS = """
            {"name": "Hackney drug treatment service", "role": "treatment-provider", "areas": ["hackney"]}""";
    private static final String NEW_AGENCY = """
            {"id": "hackney-family-service", "name": "Family Service", "role": "family-service",
             "areas": ["hackney"]}""";

    @Autowired
    MockMvc http;

    @Autowired
    ApplicationContext context;

    @Autowired
    MongoOperations mongo;

    @Autowired
    Practitioners practitioners;

    @BeforeEach
    void people() {
        People.are(practitioners, People.inAgency(AGENCY, "tom.brandt", "practitioner"));
    }

    @TestFactory
    Stream<DynamicTest> everybody_meets_what_the_matrix_says() {
        return AccessMatrix.of("uk.kinbridge.directory", context, http, this::ask)
                .tests();
    }

    private Ask ask(Operation operation) {
        Ask ask = Ask.plainly()
                .with("agency", AGENCY)
                .with("version", operation.pattern().startsWith("/api/calendars") ? "2026-08-21" : "1")
                .with("id", idFor(operation.pattern()))
                .query(query(operation.pattern()));
        if (operation.pattern().startsWith("/api/protocols/drafts")) {
            DraftForTests.put(mongo);
            return ask.header("If-Match", "\"1\"").json("{\"pack\": \"pack: none\"}");
        }
        if (operation.method().equals("GET")) {
            return ask;
        }
        if (operation.pattern().endsWith("/import")) {
            return ask.json("{\"items\": []}");
        }
        if (operation.pattern().endsWith("/import.csv")) {
            return ask.json("id,name,role,areas,openingHours\r\n");
        }
        if (operation.pattern().startsWith("/api/calendars")) {
            return ask.json(HolidaysForTests.asGovUkGivesThem());
        }
        if (operation.method().equals("POST")) {
            return ask.json(NEW_AGENCY);
        }
        AgencyEntry agency = mongo.findById(AGENCY, AgencyEntry.class);
        long version = agency == null ? mongo.count(new Query(), AgencyEntry.class) : agency.version();
        String body = operation.pattern().equals("/api/agencies/{id}") ? BASICS : "{\"items\": []}";
        return ask.header("If-Match", "\"" + version + "\"").json(body);
    }

    private static String idFor(String pattern) {
        if (pattern.startsWith("/api/protocols/drafts")) {
            return DraftForTests.ID;
        }
        return pattern.startsWith("/api/protocols") ? "hackney" : AGENCY;
    }

    private static String query(String pattern) {
        if (pattern.endsWith("/answering") || pattern.endsWith("/on-duty")) {
            return "role=manager";
        }
        if (pattern.endsWith("/opposite-numbers")) {
            return "role=manager&of=hackney-childrens-social-care";
        }
        if (pattern.endsWith("/link-practitioners")) {
            return "to=hackney-childrens-social-care";
        }
        if (pattern.endsWith("/acting-for")) {
            return "person=somebody";
        }
        return pattern.endsWith("/versions/{version}/differences") ? "from=1" : "";
    }
}
