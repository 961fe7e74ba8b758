package uk.kinbridge.notification.delivery.local;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door to the mail catcher, on the service's own port; it does not exist outside the profile {@code local}. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class LocalMailboxDoor {

    private static final String PATH = "/local/mailbox";

    /** Whoever can reach a local demonstration may read its mails; they go to people who do not exist. */
    @Bean
    WebSecurityCustomizer mailboxOpenToAnybody() {
        return security -> security.ignoring().requestMatchers(PATH);
    }

    /** Found by itself, so it says for itself where it exists. */
    @Hidden
    @RestController
    @Profile("local")
    static class Reading {

        private final MongoOperations mongo;

        Reading(MongoOperations mongo) {
            this.mongo = mongo;
        }

        @GetMapping(PATH)
        List<LocalMailbox.Caught> read(@RequestParam(defaultValue = "") String to) {
            return LocalMailbox.read(mongo, to);
        }
    }
}
