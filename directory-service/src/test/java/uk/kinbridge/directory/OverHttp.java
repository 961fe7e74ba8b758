package uk.kinbridge.directory;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.OwnQueues;
import uk.kinbridge.platform.testing.Tokens;

/** Runs the service on a real port with a database and queues of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "kinbridge.directory.refresh-interval=200ms",
            // nobody is there: the people of a test are those that it says
            "kinbridge.security.client.token-uri=http://localhost:1/token"
        })
@AutoConfigureRestTestClient
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class, OwnQueues.class})
public @interface OverHttp {}
