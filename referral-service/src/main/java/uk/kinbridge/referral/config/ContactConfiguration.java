package uk.kinbridge.referral.config;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.kinbridge.platform.reference.HumanReference;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.referral.contact.Contacts;
import uk.kinbridge.referral.contact.MakeContact;
import uk.kinbridge.referral.information.AskAboutSharing;
import uk.kinbridge.referral.information.FamilyFacts;

/** Puts talks and alerts together. */
@Configuration(proxyBeanMethods = false)
class ContactConfiguration {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Bean
    MakeContact makeContact(FamilyFacts families, Protocols protocols, AskAboutSharing sharing, Contacts contacts) {
        return new MakeContact(
                families,
                protocols,
                sharing,
                contacts,
                () -> HumanReference.random('T', RANDOM).value());
    }
}
