package uk.kinbridge.assessment.assessment.feign;

import feign.Request;
import feign.RequestInterceptor;
import feign.Retryer;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import uk.kinbridge.platform.security.peer.PeerTokens;

/** How referral-service is asked: with the token of the person, so that its own access rules hold, and briefly. */
class AskingForThePerson {

    @Bean
    RequestInterceptor asThePerson(PeerTokens tokens) {
        return request -> request.header("Authorization", tokens.ofCaller());
    }

    @Bean
    Request.Options timeouts() {
        return new Request.Options(Duration.ofMillis(500), Duration.ofMillis(1500), true);
    }

    @Bean
    Retryer noRetry() {
        return Retryer.NEVER_RETRY;
    }
}
