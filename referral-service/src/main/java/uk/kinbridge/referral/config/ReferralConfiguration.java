package uk.kinbridge.referral.config;

import java.security.SecureRandom;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.access.mongo.AccessLogConfiguration;
import uk.kinbridge.platform.document.Documents;
import uk.kinbridge.platform.reference.HumanReference;
import uk.kinbridge.protocols.heldopen.OpenDisagreements;
import uk.kinbridge.protocols.heldopen.mongo.OpenDisagreementsConfiguration;
import uk.kinbridge.protocols.heldopen.rabbit.DisagreementNewsConfiguration;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.referral.draft.Drafts;
import uk.kinbridge.referral.draft.WriteDraft;
import uk.kinbridge.referral.family.ChangeFamily;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.FindMatches;
import uk.kinbridge.referral.family.Freshness;
import uk.kinbridge.referral.family.GoingApart;
import uk.kinbridge.referral.family.JoinFamily;
import uk.kinbridge.referral.family.MergeFamilies;
import uk.kinbridge.referral.family.NameSounds;
import uk.kinbridge.referral.family.ReadFamily;
import uk.kinbridge.referral.family.RegisterFamily;
import uk.kinbridge.referral.family.TellOfChanges;
import uk.kinbridge.referral.information.ConsentRecords;
import uk.kinbridge.referral.information.DecideAgain;
import uk.kinbridge.referral.information.DecideForReferral;
import uk.kinbridge.referral.information.JointWorkRefusals;
import uk.kinbridge.referral.referral.AmendReferral;
import uk.kinbridge.referral.referral.FindRoutes;
import uk.kinbridge.referral.referral.FollowAppointments;
import uk.kinbridge.referral.referral.FollowAssessment;
import uk.kinbridge.referral.referral.HandleReferral;
import uk.kinbridge.referral.referral.PinnedRules;
import uk.kinbridge.referral.referral.Places;
import uk.kinbridge.referral.referral.RedirectReferral;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.SubmitReferral;
import uk.kinbridge.referral.referral.TakeOver;
import uk.kinbridge.referral.referral.TellOthers;

/** Puts the use cases together. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import({AccessLogConfiguration.class, OpenDisagreementsConfiguration.class, DisagreementNewsConfiguration.class})
class ReferralConfiguration {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static String reference(char prefix) {
        return HumanReference.random(prefix, RANDOM).value();
    }

    @Bean
    PinnedRules pinnedRules(Protocols protocols, Calendars calendars) {
        return new PinnedRules(protocols, calendars);
    }

    @Bean
    RegisterFamily registerFamily(Families families) {
        return new RegisterFamily(families, ReferralConfiguration::id, () -> reference('F'));
    }

    @Bean
    ChangeFamily changeFamily(Families families, Protocols protocols, Calendars calendars) {
        return new ChangeFamily(families, new TellOfChanges(protocols, calendars::newest));
    }

    @Bean
    JoinFamily joinFamily(ChangeFamily change, ConsentRecords records) {
        return new JoinFamily(change, new JointWorkRefusals(records));
    }

    @Bean
    MergeFamilies mergeFamilies(Families families, ChangeFamily change, GoingApart apart) {
        return new MergeFamilies(families, change, apart);
    }

    @Bean
    FindMatches findMatches(Families families, Protocols protocols, NameSounds sounds, AccessLog log) {
        return new FindMatches(families, protocols, sounds, log);
    }

    @Bean
    Freshness freshness(Protocols protocols, Calendars calendars) {
        return new Freshness(protocols, calendars);
    }

    @Bean
    ReadFamily readFamily(Families families, Protocols protocols, Calendars calendars, AccessLog log) {
        return new ReadFamily(families, protocols, calendars, log);
    }

    @Bean
    SubmitReferral submitReferral(
            Families families,
            Documents documents,
            Protocols protocols,
            Referrals referrals,
            Calendars calendars,
            DecideForReferral sharing) {
        return new SubmitReferral(families, documents, protocols, referrals, calendars, () -> reference('R'), sharing);
    }

    @Bean
    WriteDraft writeDraft(Drafts drafts, SubmitReferral submit, Referrals referrals) {
        return new WriteDraft(drafts, submit, referrals, () -> reference('R'));
    }

    @Bean
    HandleReferral handleReferral(
            Referrals referrals,
            PinnedRules rules,
            Documents documents,
            Places places,
            OpenDisagreements disagreements,
            TellOthers tell) {
        return new HandleReferral(referrals, rules, documents, places, disagreements, tell);
    }

    @Bean
    FollowAssessment followAssessment(Referrals referrals, PinnedRules rules, TellOthers tell) {
        return new FollowAssessment(referrals, rules, tell);
    }

    @Bean
    RedirectReferral redirectReferral(Referrals referrals, PinnedRules rules, Places places, TellOthers tell) {
        return new RedirectReferral(referrals, rules, places, tell);
    }

    @Bean
    TellOthers tellOthers(DecideAgain decide) {
        return new TellOthers(decide);
    }

    @Bean
    AmendReferral amendReferral(Referrals referrals, PinnedRules rules, TellOthers tell) {
        return new AmendReferral(referrals, rules, tell);
    }

    @Bean
    FollowAppointments followAppointments(Referrals referrals, PinnedRules rules, Families families) {
        return new FollowAppointments(referrals, rules, families);
    }

    @Bean
    TakeOver takeOver(Referrals referrals, PinnedRules rules) {
        return new TakeOver(referrals, rules, () -> reference('R'));
    }

    @Bean
    FindRoutes findRoutes(Protocols protocols, Calendars calendars) {
        return new FindRoutes(protocols, calendars);
    }
}
