package uk.kinbridge.assessment;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import uk.kinbridge.platform.testing.Brokers;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.platform.testing.access.AccessMatrix;
import uk.kinbridge.platform.testing.access.Ask;

/** Every operation has its row, so that the first one that keeps something cannot come without its access rules. */
@SpringBootTest(
        properties = {
            "kinbridge.messaging.prefix=test-access-assessment",
            "kinbridge.peers.directory=http://localhost:9",
            "kinbridge.peers.referral=http://localhost:9"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class, Brokers.ForContext.class})
class AccessMatrixTest {

    @Autowired
    MockMvc http;

    @Autowired
    ApplicationContext context;

    @TestFactory
    Stream<DynamicTest> everybody_meets_what_the_matrix_says() {
        return AccessMatrix.of("uk.kinbridge.assessment", context, http, operation -> Ask.plainly())
                .tests();
    }
}
