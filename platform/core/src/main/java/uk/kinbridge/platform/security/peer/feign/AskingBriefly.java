package uk.kinbridge.platform.security.peer.feign;

import feign.Request;
import feign.RequestInterceptor;
import feign.Retryer;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import uk.kinbridge.platform.security.peer.PeerTokens;

/**
 * For a Feign client whose answer must not be waited for: it asks as this service, once, and so briefly that whoever needs
 * the answer goes on without it instead.
 */
public class AskingBriefly {

    @Bean
    RequestInterceptor asThisService(PeerTokens tokens) {
        return request -> request.header("Authorization", tokens.ofService());
    }

    @Bean
    Request.Options timeouts() {
        return new Request.Options(Duration.ofMillis(500), Duration.ofSeconds(1), true);
    }

    @Bean
    Retryer noRetry() {
        return Retryer.NEVER_RETRY;
    }
}
