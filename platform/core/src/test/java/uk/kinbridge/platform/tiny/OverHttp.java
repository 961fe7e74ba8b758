package uk.kinbridge.platform.tiny;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;

/** Runs {@link TinyService} on a real port, so that the container's own refusals are seen as well. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = TinyService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=tiny-service",
            "kinbridge.security.audience=referral-service",
            "kinbridge.safety.telephone-advice=Call 020 7946 0000 instead.",
            "spring.servlet.multipart.max-file-size=1KB"
        })
@AutoConfigureRestTestClient
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class})
public @interface OverHttp {}
