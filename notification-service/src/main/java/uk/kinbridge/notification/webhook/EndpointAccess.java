package uk.kinbridge.notification.webhook;

import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/** An agency's systems are its administrator's; to everybody else's administrator they do not exist. */
public final class EndpointAccess {

    private EndpointAccess() {}

    /** Whether the caller has anything to do with systems at all. */
    public static AccessDecision administer(Caller caller) {
        return caller.hasRole(Role.AGENCY_ADMIN) && !caller.isService()
                ? AccessDecision.granted()
                : AccessDecision.denied("Your agency's administrator registers its systems.");
    }

    /** Whether this one is the caller's. */
    public static AccessDecision of(Caller caller, Endpoint endpoint) {
        return administer(caller).isGranted() && caller.worksFor(endpoint.agency())
                ? AccessDecision.granted()
                : AccessDecision.concealed();
    }
}
