package uk.kinbridge.notification.notice;

import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/** Who may do what with a notice; to everybody else it does not exist. */
public final class NoticeAccess {

    private NoticeAccess() {}

    /** Its recipients, and those who answer for the agency that it went to. */
    public static AccessDecision read(Caller caller, Notice notice) {
        var oversees = caller.worksFor(notice.recipient().agency())
                && caller.hasAnyRole(Role.MANAGER, Role.AUDITOR)
                && !caller.isService();
        return oversees || Inbox.of(caller).receives(notice) ? AccessDecision.granted() : AccessDecision.concealed();
    }

    /** Its recipients only: a receipt by somebody else would say that the recipient knows, who does not (HAC-17). */
    public static AccessDecision acknowledge(Caller caller, Notice notice) {
        return asRecipient(caller, notice, "acknowledge it");
    }

    /** Its recipients only: that a manager has looked does not tell that the recipient has. */
    public static AccessDecision see(Caller caller, Notice notice) {
        return asRecipient(caller, notice, "mark it as seen");
    }

    private static AccessDecision asRecipient(Caller caller, Notice notice, String act) {
        if (Inbox.of(caller).receives(notice)) {
            return AccessDecision.granted();
        }
        if (!read(caller, notice).isGranted()) {
            return AccessDecision.concealed();
        }
        var recipient = notice.recipient().person() == null
                ? "somebody with the role " + notice.recipient().role()
                : "the person to whom it is addressed";
        return AccessDecision.denied("You may read this notice, but only " + recipient + " can " + act + ".", "HAC-17");
    }
}
