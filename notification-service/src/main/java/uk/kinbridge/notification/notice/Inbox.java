package uk.kinbridge.notification.notice;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.kinbridge.platform.security.Caller;

/**
 * The notices that one person receives: those of their roles in their agency, and those to themselves while they work
 * there. The list, the stream and the receipts all ask this one rule.
 */
public record Inbox(Set<String> addresses) {

    public Inbox {
        addresses = Set.copyOf(addresses);
    }

    /** A service has none: only people receive notices (HAC-17). */
    public static Inbox of(Caller caller) {
        if (caller.isService()) {
            return new Inbox(Set.of());
        }
        var roles = caller.roles().stream().map(role -> ofRole(caller.agency(), role.kebab()));
        return new Inbox(Stream.concat(roles, Stream.of(ofPerson(caller.agency(), caller.subject())))
                .collect(Collectors.toUnmodifiableSet()));
    }

    public boolean receives(Notice notice) {
        return addresses.contains(notice.recipient().address());
    }

    static String ofRole(String agency, String role) {
        return "role:" + agency + "/" + role;
    }

    static String ofPerson(String agency, String person) {
        return "person:" + agency + "/" + person;
    }
}
