package uk.kinbridge.protocols.sharing;

import org.jspecify.annotations.Nullable;

/**
 * What somebody has said about sharing, for one purpose.
 *
 * @param because why it was not sought; only with {@link Answer#NOT_SOUGHT}
 * @param givenBy whose word it is
 */
public record Consent(Answer answer, @Nullable NotSought because, GivenBy givenBy) {

    /** Nobody has been asked, and nobody has said why. */
    public static final Consent NOT_YET = new Consent(Answer.NOT_SOUGHT, NotSought.NOT_YET, GivenBy.SELF);

    public Consent {
        if (answer == Answer.NOT_SOUGHT && because == null) {
            because = NotSought.NOT_YET;
        }
        if (answer != Answer.NOT_SOUGHT && because != null) {
            throw new IllegalArgumentException("a reason for not asking belongs to consent that was not sought");
        }
    }

    public static Consent given() {
        return new Consent(Answer.GIVEN, null, GivenBy.SELF);
    }

    public static Consent refused() {
        return new Consent(Answer.REFUSED, null, GivenBy.SELF);
    }

    public static Consent notSought(NotSought because) {
        return new Consent(Answer.NOT_SOUGHT, because, GivenBy.SELF);
    }

    public static Consent cannotBeGiven() {
        return new Consent(Answer.CANNOT_BE_GIVEN, null, GivenBy.SELF);
    }

    /** The same, said by somebody with parental responsibility. */
    public Consent byParent() {
        return new Consent(answer, because, GivenBy.PARENTAL_RESPONSIBILITY);
    }

    /** What the answer was. */
    public enum Answer {
        GIVEN,
        REFUSED,
        NOT_SOUGHT,
        /** Counts only with a finding of no capacity for this decision (FAP-11). */
        CANNOT_BE_GIVEN
    }

    /** Why nobody was asked. That it might strain the therapeutic relationship is not among them (HAC-16). */
    public enum NotSought {
        NOT_YET,
        WOULD_RAISE_RISK,
        TOO_URGENT,
        CANNOT_BE_REACHED
    }

    /** Who may answer depends on age and competence. */
    public enum GivenBy {
        SELF,
        PARENTAL_RESPONSIBILITY
    }
}
