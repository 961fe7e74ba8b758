package uk.kinbridge.protocols.published.feign;

import feign.Request;
import feign.RequestInterceptor;
import feign.Retryer;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import uk.kinbridge.platform.security.peer.PeerTokens;

/** How the directory is asked: as this service, briefly; following it again is left to the next round. */
class AskingTheDirectory {

    @Bean
    RequestInterceptor asThisService(PeerTokens tokens) {
        return request -> request.header("Authorization", tokens.ofService());
    }

    @Bean
    Request.Options timeouts() {
        return new Request.Options(Duration.ofSeconds(1), Duration.ofSeconds(3), true);
    }

    @Bean
    Retryer noRetry() {
        return Retryer.NEVER_RETRY;
    }
}
