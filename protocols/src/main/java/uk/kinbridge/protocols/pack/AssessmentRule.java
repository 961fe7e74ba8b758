package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.reading.Word;
import uk.kinbridge.protocols.time.Within;

/**
 * What an assessment has to hold, must never say, and how often it is looked at again.
 *
 * @param kind which assessment; any when left out
 * @param owed whoever meets the condition gets an assessment of that kind, beside any other
 * @param together the other service takes part
 */
public record AssessmentRule(
        RuleId id,
        @Nullable Kind kind,
        @Nullable Condition when,
        List<Recorded> holds,
        List<Never> never,
        @Nullable Within reviewEvery,
        @Nullable Basis basis,
        List<CaseEvent> reviewOn,
        boolean raisesRisk,
        boolean owed,
        boolean together,
        Route.@Nullable Take leadsTo,
        String words,
        List<ObligationId> obligations)
        implements Entry {

    /** Whether it is a rule for assessments of that kind; one that names no kind is for all that stand for themselves. */
    public boolean isFor(Kind other) {
        return kind == null ? !other.standsBeside() : kind == other;
    }

    /** The assessments that the protocols name. */
    public enum Kind implements Word {
        TRIAGE,
        COMPREHENSIVE,
        PARENTAL_NEEDS,
        CHILD_AND_FAMILY,
        PRE_BIRTH,
        ADULT_CARE,
        YOUNG_CARER,
        DOMESTIC_ABUSE,
        SUBSTANCE_SCREENING,
        SCREENING_TEST;

        /** A tool or a result that stands beside an assessment. */
        public boolean isInstrument() {
            return this == SUBSTANCE_SCREENING || this == SCREENING_TEST || this == DOMESTIC_ABUSE;
        }

        /** An instrument, or a first look: what is asked of every assessment is asked in the one beside it. */
        public boolean standsBeside() {
            return this == TRIAGE || isInstrument();
        }
    }

    /** What is never accepted. */
    public enum Never implements Word {
        CHILD_AS_PROTECTIVE_FACTOR,
        SUPPORT_NEED_AS_INABILITY_TO_PARENT,
        SCREENING_TEST_ALONE
    }
}
