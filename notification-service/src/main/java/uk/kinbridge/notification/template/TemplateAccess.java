package uk.kinbridge.notification.template;

import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/** Who may look at templates: those who answer for what they say. */
public final class TemplateAccess {

    private TemplateAccess() {}

    public static AccessDecision look(Caller caller) {
        return caller.hasAnyRole(Role.PROTOCOL_ADMIN, Role.AGENCY_ADMIN, Role.DIRECTORY_ADMIN)
                ? AccessDecision.granted()
                : AccessDecision.denied("Administrators of protocols, agencies and the directory look at templates.");
    }
}
