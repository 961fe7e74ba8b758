package uk.kinbridge.referral.config;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import uk.kinbridge.platform.reference.HumanReference;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.document.Documents;
import uk.kinbridge.referral.document.UploadDocument;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.RegisterFamily;
import uk.kinbridge.referral.information.DecideForReferral;
import uk.kinbridge.referral.protocol.ProtocolCopies;
import uk.kinbridge.referral.protocol.Protocols;
import uk.kinbridge.referral.protocol.PublishedProtocols;
import uk.kinbridge.referral.referral.HandleReferral;
import uk.kinbridge.referral.referral.PinnedRules;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.SubmitReferral;

/** Puts the use cases together. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ReferralConfiguration {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static String reference(char prefix) {
        return HumanReference.random(prefix, RANDOM).value();
    }

    @Bean
    Protocols protocols(ProtocolCopies copies) {
        return new PublishedProtocols(Packs.shipped(), copies);
    }

    @Bean
    PinnedRules pinnedRules(Protocols protocols) {
        return new PinnedRules(protocols, BankHolidays.shipped());
    }

    @Bean
    RegisterFamily registerFamily(Families families) {
        return new RegisterFamily(families, ReferralConfiguration::id, () -> reference('F'));
    }

    @Bean
    UploadDocument uploadDocument(Documents documents, BiFunction<byte[], String, String> contentType) {
        return new UploadDocument(documents, contentType);
    }

    @Bean
    SubmitReferral submitReferral(
            Families families,
            Documents documents,
            Protocols protocols,
            Referrals referrals,
            DecideForReferral sharing) {
        return new SubmitReferral(
                families, documents, protocols, referrals, BankHolidays.shipped(), () -> reference('R'), sharing);
    }

    @Bean
    HandleReferral handleReferral(Referrals referrals, PinnedRules rules) {
        return new HandleReferral(referrals, rules);
    }
}
