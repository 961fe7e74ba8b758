package uk.kinbridge.assessment.config;

import java.security.SecureRandom;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.kinbridge.assessment.appointment.Courses;
import uk.kinbridge.assessment.appointment.HandleCourse;
import uk.kinbridge.assessment.appointment.OfferAppointment;
import uk.kinbridge.assessment.appointment.PinnedRules;
import uk.kinbridge.assessment.assessment.HearNews;
import uk.kinbridge.assessment.engagement.Engagements;
import uk.kinbridge.assessment.engagement.KeepEngagement;
import uk.kinbridge.assessment.family.FamilyRecords;
import uk.kinbridge.assessment.family.FollowMerges;
import uk.kinbridge.assessment.family.MergedFamilies;
import uk.kinbridge.assessment.family.Merges;
import uk.kinbridge.assessment.lost.KeepSearches;
import uk.kinbridge.assessment.lost.Searches;
import uk.kinbridge.platform.reference.HumanReference;
import uk.kinbridge.protocols.heldopen.OpenDisagreements;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.Protocols;

/** Puts the use cases of appointments together. */
@Configuration(proxyBeanMethods = false)
class AppointmentConfiguration {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static String reference(char prefix) {
        return HumanReference.random(prefix, RANDOM).value();
    }

    @Bean
    PinnedRules appointmentRules(Protocols protocols, Calendars calendars) {
        return new PinnedRules(protocols, calendars::newest);
    }

    @Bean
    OfferAppointment offerAppointment(
            Courses courses, FamilyRecords families, Protocols protocols, PinnedRules rules, MergedFamilies merged) {
        return new OfferAppointment(courses, families, protocols, rules, merged, () -> reference('A'));
    }

    @Bean
    HandleCourse handleCourse(
            Courses courses, PinnedRules rules, FamilyRecords families, OpenDisagreements disagreements) {
        return new HandleCourse(courses, rules, families, disagreements);
    }

    @Bean
    KeepSearches keepSearches(Searches searches, FamilyRecords families, Protocols protocols, PinnedRules rules) {
        return new KeepSearches(searches, families, protocols, rules, () -> reference('L'));
    }

    @Bean
    KeepEngagement keepEngagement(
            Engagements engagements,
            PinnedRules rules,
            FamilyRecords families,
            uk.kinbridge.assessment.assessment.FamilyRecords decisions,
            Protocols protocols,
            MergedFamilies merged) {
        return new KeepEngagement(engagements, rules, families, decisions, protocols, merged, () -> reference('E'));
    }

    /** Assessments first: a family whose picture has changed is looked at by those who assess it. */
    @Bean
    FollowMerges followMerges(Merges merges, HearNews assessments, KeepEngagement engagement) {
        return new FollowMerges(merges, List.of(assessments, engagement));
    }
}
