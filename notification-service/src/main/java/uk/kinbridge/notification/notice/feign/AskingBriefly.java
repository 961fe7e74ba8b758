package uk.kinbridge.notification.notice.feign;

import feign.Request;
import feign.RequestInterceptor;
import feign.Retryer;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import uk.kinbridge.platform.security.peer.PeerTokens;

/** How the directory is asked: as this service, and so briefly that no notice waits for it. */
class AskingBriefly {

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
