package uk.kinbridge.protocols.sharing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose information would be shared.
 *
 * @param subject whether it is about them; others come along because they belong to the family
 * @param age in whole years; null when not known, and for an unborn child
 * @param protectedFrom ids of people who must never learn where this one is
 */
public record PersonConcerned(
        String id,
        Part part,
        boolean subject,
        @Nullable Integer age,
        Consent consent,
        Competence competence,
        BestInterests bestInterests,
        Set<String> protectedFrom) {

    private static final int OF_AGE_FOR_THIS = 16;

    public PersonConcerned {
        protectedFrom = Set.copyOf(protectedFrom);
    }

    /** What they are in the family. */
    public enum Part {
        ADULT,
        CHILD,
        UNBORN
    }

    boolean sixteenOrOver() {
        return age == null ? part == Part.ADULT : age >= OF_AGE_FOR_THIS;
    }

    /** Where they stand on the question, once it is clear whose word counts. */
    Standing standing() {
        if (part == Part.UNBORN) {
            return byWord(consent);
        }
        return sixteenOrOver() ? fromSixteen() : underSixteen();
    }

    /** Presumed able; no parent answers for them (FAP-11). */
    private Standing fromSixteen() {
        if (competence == Competence.FOUND_WANTING) {
            return inBestInterests();
        }
        return consent.givenBy() == Consent.GivenBy.SELF ? byWord(consent) : Standing.NOT_ASKED;
    }

    /** A child who understands the decision makes it; otherwise somebody with parental responsibility does. */
    private Standing underSixteen() {
        var own = consent.givenBy() == Consent.GivenBy.SELF;
        if (own == (competence == Competence.COMPETENT)) {
            return byWord(consent);
        }
        return consent.answer() == Consent.Answer.NOT_SOUGHT ? byWord(consent) : Standing.NOT_ASKED;
    }

    private static Standing byWord(Consent consent) {
        return switch (consent.answer()) {
            case GIVEN -> Standing.CONSENTS;
            case REFUSED -> Standing.REFUSES;
            // Without a finding the law presumes that they can decide, so they still have to be asked.
            case CANNOT_BE_GIVEN -> Standing.NOT_ASKED;
            case NOT_SOUGHT ->
                consent.because() == Consent.NotSought.NOT_YET ? Standing.NOT_ASKED : Standing.NOT_ASKED_WITH_REASON;
        };
    }

    private Standing inBestInterests() {
        return switch (bestInterests) {
            case NOT_DECIDED -> Standing.BEST_INTERESTS_OPEN;
            case SHARE -> Standing.BEST_INTERESTS_FOR;
            case DO_NOT_SHARE -> Standing.BEST_INTERESTS_AGAINST;
        };
    }

    /** The answer that counts. */
    enum Standing {
        CONSENTS,
        REFUSES,
        NOT_ASKED,
        NOT_ASKED_WITH_REASON,
        BEST_INTERESTS_OPEN,
        BEST_INTERESTS_FOR,
        BEST_INTERESTS_AGAINST;

        boolean agrees() {
            return this == CONSENTS || this == BEST_INTERESTS_FOR;
        }

        boolean cannotGive() {
            return this == BEST_INTERESTS_OPEN || this == BEST_INTERESTS_FOR || this == BEST_INTERESTS_AGAINST;
        }
    }
}
