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

    /**
     * How it has gone its way: the sender and the sender's manager, to whom nobody else owes an account of it. Those
     * who may read the notice see in it what concerns them.
     */
    public static AccessDecision follow(Caller caller, Notice notice) {
        var sender = notice.dispatch().sender();
        var sends = sender != null
                && caller.worksFor(sender.agency())
                && !caller.isService()
                && (caller.subject().equals(sender.person()) || caller.hasRole(Role.MANAGER));
        if (sends) {
            return AccessDecision.granted();
        }
        return read(caller, notice).isGranted()
                ? AccessDecision.denied(
                        "Only the sender of a notice and the sender's manager follow its way.", "HAC-17")
                : AccessDecision.concealed();
    }

    /** What the caller's whole agency has sent: its managers. */
    public static AccessDecision followAgency(Caller caller) {
        return caller.hasRole(Role.MANAGER) && !caller.isService()
                ? AccessDecision.granted()
                : AccessDecision.denied("Only a manager sees what colleagues have sent.", "HAC-17");
    }

    /** How much waits, as numbers only: whoever keeps the directory, and an agency's administrator for that agency. */
    public static AccessDecision measure(Caller caller) {
        return caller.hasAnyRole(Role.DIRECTORY_ADMIN, Role.AGENCY_ADMIN)
                ? AccessDecision.granted()
                : AccessDecision.denied("Only an administrator sees how much waits.");
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
