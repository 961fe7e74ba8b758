package uk.kinbridge.notification.delivery;

import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/** Who may see what became of deliveries; to everybody else, those of other agencies above all, they do not exist. */
public final class DeliveryAccess {

    private DeliveryAccess() {}

    /** The agency's administrator, manager and auditor. */
    public static AccessDecision list(Caller caller) {
        return !caller.isService() && caller.hasAnyRole(Role.AGENCY_ADMIN, Role.MANAGER, Role.AUDITOR)
                ? AccessDecision.granted()
                : AccessDecision.denied("Your agency's administrator, managers and auditors see its deliveries.");
    }

    /** The same, and the person to whom it goes. */
    public static AccessDecision read(Caller caller, Delivery delivery) {
        if (!caller.worksFor(delivery.to().agency()) || caller.isService()) {
            return AccessDecision.concealed();
        }
        boolean own = delivery.to().kind() == Addressee.Kind.PERSON
                && delivery.to().id().equals(caller.subject());
        return own || list(caller).isGranted() ? AccessDecision.granted() : AccessDecision.concealed();
    }

    /** The agency's administrator only: the provider, or the other system, is theirs to talk to. */
    public static AccessDecision decide(Caller caller, Delivery delivery) {
        if (!read(caller, delivery).isGranted()) {
            return AccessDecision.concealed();
        }
        return caller.hasRole(Role.AGENCY_ADMIN)
                ? AccessDecision.granted()
                : AccessDecision.denied("Your agency's administrator decides whether it is sent again.");
    }

    /** How much waits on each channel tells nothing of any case: administrators of agencies and of the suite. */
    public static AccessDecision backlog(Caller caller) {
        return caller.hasAnyRole(Role.AGENCY_ADMIN, Role.DIRECTORY_ADMIN, Role.PROTOCOL_ADMIN, Role.SERVICE)
                ? AccessDecision.granted()
                : AccessDecision.denied("Administrators see how much waits on each channel.");
    }
}
