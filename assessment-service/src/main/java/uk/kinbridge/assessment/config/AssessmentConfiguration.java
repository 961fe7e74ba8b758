package uk.kinbridge.assessment.config;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import uk.kinbridge.assessment.assessment.Assessments;
import uk.kinbridge.assessment.assessment.Attaching;
import uk.kinbridge.assessment.assessment.BeginAssessment;
import uk.kinbridge.assessment.assessment.FamilyRecords;
import uk.kinbridge.assessment.assessment.HandleAssessment;
import uk.kinbridge.assessment.assessment.HearNews;
import uk.kinbridge.assessment.assessment.PinnedRules;
import uk.kinbridge.platform.access.mongo.AccessLogConfiguration;
import uk.kinbridge.platform.document.Attached;
import uk.kinbridge.platform.document.Documents;
import uk.kinbridge.platform.document.UploadDocument;
import uk.kinbridge.platform.reference.HumanReference;
import uk.kinbridge.protocols.heldopen.OpenDisagreements;
import uk.kinbridge.protocols.heldopen.mongo.OpenDisagreementsConfiguration;
import uk.kinbridge.protocols.heldopen.rabbit.DisagreementNewsConfiguration;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.Protocols;

/** Puts the use cases of assessments together. */
@Configuration(proxyBeanMethods = false)
@Import({AccessLogConfiguration.class, OpenDisagreementsConfiguration.class, DisagreementNewsConfiguration.class})
class AssessmentConfiguration {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Bean
    PinnedRules assessmentRules(Protocols protocols, Calendars calendars) {
        return new PinnedRules(protocols, calendars::newest);
    }

    @Bean
    BeginAssessment beginAssessment(Assessments assessments, FamilyRecords families, PinnedRules assessmentRules) {
        return new BeginAssessment(
                assessments,
                families,
                assessmentRules,
                () -> HumanReference.random('A', RANDOM).value());
    }

    @Bean
    HandleAssessment handleAssessment(
            Assessments assessments,
            FamilyRecords families,
            PinnedRules assessmentRules,
            BeginAssessment begin,
            OpenDisagreements disagreements) {
        return new HandleAssessment(assessments, families, assessmentRules, begin, disagreements);
    }

    @Bean
    HearNews hearNews(Assessments assessments, PinnedRules assessmentRules) {
        return new HearNews(assessments, assessmentRules);
    }

    /** Each document is taken in for one section: what goes with none was never attached. */
    @Bean
    Attached attachedToSections(Assessments assessments) {
        return assessments::carry;
    }

    @Bean
    Attaching attaching(HandleAssessment handle, UploadDocument upload, Documents documents) {
        return new Attaching(handle, upload, documents);
    }
}
