package uk.kinbridge.assessment.assessment.feign;

import feign.Request;
import feign.Retryer;
import java.time.Duration;
import org.springframework.context.annotation.Bean;

/** So briefly that nobody who needs a number waits for it. */
class AskingForANumber {

    @Bean
    Request.Options timeouts() {
        return new Request.Options(Duration.ofMillis(300), Duration.ofMillis(500), true);
    }

    @Bean
    Retryer noRetry() {
        return Retryer.NEVER_RETRY;
    }
}
