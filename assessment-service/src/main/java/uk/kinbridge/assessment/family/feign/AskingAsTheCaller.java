package uk.kinbridge.assessment.family.feign;

import feign.Request;
import feign.RequestInterceptor;
import feign.Retryer;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import uk.kinbridge.platform.security.peer.PeerTokens;

/** How referral-service is asked: with the caller's own token, so that its access rules hold, and briefly. */
class AskingAsTheCaller {

    @Bean
    RequestInterceptor asTheCaller(PeerTokens tokens) {
        return request -> request.header("Authorization", tokens.ofCaller());
    }

    @Bean
    Request.Options timeouts() {
        return new Request.Options(Duration.ofMillis(500), Duration.ofSeconds(2), true);
    }

    /** Once more at once: reading is idempotent, and most faults are a connection that was just closed. */
    @Bean
    Retryer retryOnce() {
        return new Retryer.Default(50, 50, 2);
    }
}
