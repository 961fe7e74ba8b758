package uk.kinbridge.referral.config;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.kinbridge.platform.reference.HumanReference;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.information.ConsentRecords;
import uk.kinbridge.referral.information.Decide;
import uk.kinbridge.referral.information.SharingDecisions;
import uk.kinbridge.referral.treatment.RecordTreatment;
import uk.kinbridge.referral.treatment.Treatments;

/** Puts treatments together. */
@Configuration(proxyBeanMethods = false)
class TreatmentConfiguration {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Bean
    RecordTreatment recordTreatment(
            Families families,
            ConsentRecords consents,
            Decide decide,
            SharingDecisions decisions,
            Protocols protocols,
            Calendars calendars,
            Treatments treatments) {
        return new RecordTreatment(
                families,
                consents,
                decide,
                decisions,
                protocols,
                treatments,
                calendars::newest,
                () -> HumanReference.random('T', RANDOM).value());
    }
}
