package uk.kinbridge.referral.config;

import java.security.SecureRandom;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.kinbridge.platform.reference.HumanReference;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.referral.concern.ConcernFiles;
import uk.kinbridge.referral.concern.ConcernsOverMerges;
import uk.kinbridge.referral.concern.RecordConcern;
import uk.kinbridge.referral.information.FamilyFacts;
import uk.kinbridge.referral.information.SharingDecisions;

/** Puts concerns together. */
@Configuration(proxyBeanMethods = false)
class ConcernConfiguration {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Bean
    RecordConcern recordConcern(
            FamilyFacts families,
            SharingDecisions sharing,
            Protocols protocols,
            ConcernFiles files,
            ConcernsOverMerges concerns) {
        return new RecordConcern(families, sharing, protocols, files, concerns);
    }

    @Bean
    ConcernsOverMerges concernsOverMerges(
            FamilyFacts families, Protocols protocols, Calendars calendars, ConcernFiles files) {
        return new ConcernsOverMerges(
                families,
                protocols,
                files,
                calendars::newest,
                () -> UUID.randomUUID().toString(),
                () -> HumanReference.random('C', RANDOM).value());
    }
}
