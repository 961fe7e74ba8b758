package uk.kinbridge.assessment.engagement;

import uk.kinbridge.assessment.appointment.CourseAccess;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;

/** Who sees how a family takes up its appointments: those who work with it (FAP-12). */
public final class EngagementAccess {

    private EngagementAccess() {}

    public static AccessDecision list(Caller caller) {
        return CourseAccess.worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.denied("Patterns are for those who work with families.");
    }

    /** To whom a member is protected from by name it does not exist. */
    public static AccessDecision read(Caller caller, Engagement engagement) {
        return CourseAccess.worksWithFamilies(caller)
                        && engagement.parties().contains(caller.agency())
                        && !isKeptFrom(caller, engagement)
                ? AccessDecision.granted()
                : AccessDecision.concealed();
    }

    /** Whether a member is protected from this caller by name. */
    static boolean isKeptFrom(Caller caller, Engagement engagement) {
        return engagement.shields().stream().anyMatch(s -> s.isFromPerson(caller));
    }

    /** Anybody who works with the family may review the risk: it is made together. */
    public static AccessDecision conclude(Caller caller, Engagement engagement) {
        return read(caller, engagement);
    }

    /**
     * Where and when a member is seen tells where they are to be found: an agency that they are protected from sees only
     * what it saw itself.
     */
    public static boolean sees(Caller caller, Engagement engagement, Seen seen) {
        return seen.agency().equals(caller.agency())
                || engagement.shields().stream()
                        .noneMatch(s -> s.memberId().equals(seen.member()) && s.isFromAgency(caller.agency()));
    }
}
