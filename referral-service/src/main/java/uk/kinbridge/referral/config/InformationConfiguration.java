package uk.kinbridge.referral.config;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import uk.kinbridge.platform.reference.HumanReference;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.sharing.Law;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.information.AskAboutSharing;
import uk.kinbridge.referral.information.ConsentRecords;
import uk.kinbridge.referral.information.ConsentsOverMerges;
import uk.kinbridge.referral.information.Decide;
import uk.kinbridge.referral.information.DecideAgain;
import uk.kinbridge.referral.information.DecideForReferral;
import uk.kinbridge.referral.information.FactsOfFamilies;
import uk.kinbridge.referral.information.FamilyFacts;
import uk.kinbridge.referral.information.KeepAnswers;
import uk.kinbridge.referral.information.KeepConsent;
import uk.kinbridge.referral.information.SharingDecisions;

/** Puts consent and sharing together. */
@Configuration(proxyBeanMethods = false)
class InformationConfiguration {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** ENG-13: the duty to share begins on the day that is set; on none as long as nothing is. */
    @Bean
    Law law(@Value("${kinbridge.law.duty-to-share-from:}") String from) {
        @Nullable LocalDate day = from.isBlank() ? null : LocalDate.parse(from.strip());
        return new Law(day);
    }

    @Bean
    FamilyFacts familyFacts(Families families) {
        return new FactsOfFamilies(families);
    }

    /** Everybody asks for consents over merges; how they are kept knows nothing of those. */
    @Bean
    @Primary
    ConsentsOverMerges consentsOverMerges(@Qualifier("mongoConsentRecords") ConsentRecords kept, Families families) {
        return new ConsentsOverMerges(kept, families);
    }

    @Bean
    KeepConsent keepConsent(FamilyFacts families, ConsentRecords records, SharingDecisions decisions) {
        return new KeepConsent(families, records, decisions);
    }

    @Bean
    Decide decideOnSharing(ConsentRecords records, Law law) {
        Supplier<String> references = () -> HumanReference.random('D', RANDOM).value();
        return new Decide(records, new KeepAnswers(records), law, references);
    }

    @Bean
    AskAboutSharing askAboutSharing(
            FamilyFacts families, Protocols protocols, Decide decide, SharingDecisions decisions, Calendars calendars) {
        return new AskAboutSharing(families, protocols, decide, decisions, calendars::newest);
    }

    @Bean
    DecideAgain decideAgain(FamilyFacts families, Decide decide, SharingDecisions decisions) {
        return new DecideAgain(families, decide, decisions);
    }

    @Bean
    DecideForReferral decideForReferral(Decide decide, SharingDecisions decisions) {
        return new DecideForReferral(decide, decisions);
    }
}
