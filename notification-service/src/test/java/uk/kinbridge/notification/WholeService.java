package uk.kinbridge.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.OwnQueues;
import uk.kinbridge.platform.testing.Tokens;

/** Runs the service as it is, on a real broker with queues of its own and on the given database when there is one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = NotificationService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "kinbridge.messaging.delivery-limit=3",
            "kinbridge.notices.bundle-after=1000",
            "kinbridge.notices.stream-heartbeat=1s",
            "kinbridge.notices.stream-interval=200ms"
        })
@AutoConfigureRestTestClient
@Import(Events.class)
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class, OwnQueues.class})
public @interface WholeService {}
