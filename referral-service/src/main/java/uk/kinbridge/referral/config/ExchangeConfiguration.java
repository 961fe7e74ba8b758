package uk.kinbridge.referral.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.kinbridge.platform.document.UploadDocument;
import uk.kinbridge.referral.exchange.ReceiveLetter;
import uk.kinbridge.referral.family.ChangeFamily;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.RegisterFamily;
import uk.kinbridge.referral.information.DecideAgain;
import uk.kinbridge.referral.information.KeepConsent;
import uk.kinbridge.referral.referral.AmendReferral;
import uk.kinbridge.referral.referral.HandleReferral;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.SubmitReferral;

/** Puts the exchange with other systems together, from the use cases that people have. */
@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

    @Bean
    ReceiveLetter receiveLetter(
            Families families,
            RegisterFamily register,
            ChangeFamily change,
            UploadDocument documents,
            SubmitReferral submit,
            AmendReferral amend,
            HandleReferral handle,
            Referrals referrals,
            KeepConsent consents,
            DecideAgain decisions) {
        return new ReceiveLetter(
                families, register, change, documents, submit, amend, handle, referrals, consents, decisions);
    }
}
