package uk.kinbridge.protocols.heldopen.rabbit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.kinbridge.protocols.heldopen.OpenDisagreements;

/** Hears of disagreements, for a service that imports it and is bound to their news. */
@Configuration(proxyBeanMethods = false)
public class DisagreementNewsConfiguration {

    @Bean
    DisagreementNews disagreementNews(OpenDisagreements disagreements) {
        return new DisagreementNews(disagreements);
    }
}
