package uk.kinbridge.directory.agency;

import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/** Who may change what in the directory. Reading is for everybody who is signed in. */
final class AgencyAccess {

    private AgencyAccess() {}

    /** Which agencies there are, what they are and where they work. */
    static AccessDecision maintain(Caller caller) {
        return caller.hasRole(Role.DIRECTORY_ADMIN)
                ? AccessDecision.granted()
                : AccessDecision.denied("Only a directory administrator adds agencies or changes what they are.");
    }

    /** What an agency says of itself: teams, services, contacts, who answers for what, who is on duty or away. */
    static AccessDecision describe(Caller caller, String agency) {
        boolean own = caller.hasRole(Role.AGENCY_ADMIN) && caller.worksFor(agency);
        return own || caller.hasRole(Role.DIRECTORY_ADMIN)
                ? AccessDecision.granted()
                : AccessDecision.denied(
                        "Only the agency's own administrator or a directory administrator changes its entry.");
    }

    /** Who changed what. */
    static AccessDecision audit(Caller caller, String agency) {
        boolean own = caller.hasRole(Role.AGENCY_ADMIN) && caller.worksFor(agency);
        return own || caller.hasAnyRole(Role.DIRECTORY_ADMIN, Role.AUDITOR)
                ? AccessDecision.granted()
                : AccessDecision.denied(
                        "Only an auditor, a directory administrator or the agency's own administrator sees its changes.");
    }

    /** Who is away: the colleagues and whoever keeps the directory; services, since they must find who acts instead. */
    static boolean seesAbsences(Caller caller, String agency) {
        return caller.worksFor(agency) || caller.isService() || caller.hasRole(Role.DIRECTORY_ADMIN);
    }
}
