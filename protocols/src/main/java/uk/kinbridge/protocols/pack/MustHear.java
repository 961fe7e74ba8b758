package uk.kinbridge.protocols.pack;

import static uk.kinbridge.protocols.pack.Side.NEXT;
import static uk.kinbridge.protocols.pack.Side.OTHER;
import static uk.kinbridge.protocols.pack.Side.RECIPIENT;
import static uk.kinbridge.protocols.pack.Side.REFERRER;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which agencies of a referral have to hear of what happens to it, so that nobody waits for what is over, or believes
 * that another has it (ENG-19, FAP-14, SAL-06, SAL-24, HAC-17). On every pathway a notice tells them; the linter sees to
 * it.
 */
public final class MustHear {

    /** What is said about a referral moves it nowhere, and may be said wherever it stands. */
    static final Set<CaseEvent> AT_ANY_TIME =
            EnumSet.of(CaseEvent.REFERRAL_CORRECTED, CaseEvent.REFERRAL_SITUATION_TOLD);

    private MustHear() {}

    /**
     * The agencies that have to hear of it on that pathway. Nobody has to be told of a talk in which both took part, nor
     * here of appointments, of which the rules on appointments tell.
     */
    public static Set<Side> of(CaseEvent event, Pathway pathway) {
        Set<Side> sides = of(event);
        sides.removeIf(side -> !canBeTold(side, pathway));
        return sides;
    }

    /** Nobody is asked to take a referral where the pathway knows no redirection. */
    static boolean canBeTold(Side side, Pathway pathway) {
        return side != NEXT || pathway.happening().contains(CaseEvent.REFERRAL_REDIRECTED);
    }

    private static Set<Side> of(CaseEvent event) {
        return switch (event) {
            case REFERRAL_SUBMITTED -> EnumSet.of(RECIPIENT);
            case REFERRAL_ACKNOWLEDGED,
                    REFERRAL_DECIDED,
                    REFERRAL_NOT_TAKEN_FURTHER,
                    REFERRAL_WAITLISTED,
                    PLACE_OFFERED,
                    REFERRAL_PROGRESSED,
                    REFERRAL_CLOSED,
                    ASSESSMENT_INVITED,
                    ASSESSMENT_COMPLETED,
                    ASSESSMENT_OUTCOME_SHARED,
                    HARM_INDICATED,
                    JOINT_PLAN_AGREED -> EnumSet.of(REFERRER);
            case REFERRAL_REDIRECTED -> EnumSet.of(REFERRER, NEXT);
            case REDIRECTION_ACCEPTED, REDIRECTION_DECLINED -> EnumSet.of(REFERRER, RECIPIENT);
            case REFERRAL_WITHDRAWN, REFERRAL_CORRECTED -> EnumSet.of(RECIPIENT, NEXT);
            case REFERRAL_SITUATION_TOLD -> EnumSet.of(REFERRER, RECIPIENT, NEXT);
            default -> EnumSet.noneOf(Side.class);
        };
    }

    /** Whether who is named by the one is meant by the other: a referral is held by the one who refers. */
    static boolean means(Side named, Side side, CaseEvent event) {
        return switch (named) {
            case OTHER -> side == other(event);
            case HOLDER -> side == REFERRER;
            case REFERRER, RECIPIENT, NEXT -> side == named;
        };
    }

    /** Who did not do it. What may be said by anybody tells no side for sure. */
    private static Side other(CaseEvent event) {
        var sides = of(event);
        if (sides.isEmpty() || AT_ANY_TIME.contains(event)) {
            return OTHER;
        }
        return sides.contains(RECIPIENT) ? RECIPIENT : REFERRER;
    }
}
