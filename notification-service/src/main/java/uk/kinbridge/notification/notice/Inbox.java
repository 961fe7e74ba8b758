package uk.kinbridge.notification.notice;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.kinbridge.platform.security.Caller;

/**
 * The notices that one person receives: those of their roles in their agency and its teams, and those to themselves
 * while they work there. The list, the stream and the receipts all ask this one rule.
 */
public record Inbox(Set<String> addresses) {

    private static final String BUNDLE = "bundle:";
    private static final String WITHIN = "within:";

    public Inbox {
        addresses = Set.copyOf(addresses);
    }

    /** A service has none: only people receive notices (HAC-17). */
    public static Inbox of(Caller caller) {
        if (caller.isService()) {
            return new Inbox(Set.of());
        }
        var roles = caller.roles().stream().map(role -> ofRole(caller.agency(), role.kebab()));
        var teams = caller.teams().stream()
                .flatMap(team -> caller.roles().stream().map(role -> ofTeam(caller.agency(), team, role.kebab())));
        return new Inbox(Stream.of(roles, teams, Stream.of(ofPerson(caller.agency(), caller.subject())))
                .flatMap(addresses -> addresses)
                .collect(Collectors.toUnmodifiableSet()));
    }

    public boolean receives(Notice notice) {
        return notice.addresses().stream().anyMatch(addresses::contains);
    }

    /** What lies in that bundle. */
    public static Inbox ofBundle(String id) {
        return new Inbox(Set.of(BUNDLE + id));
    }

    /** Where a notice is found: in its inboxes, or in its bundle, which lies there for it. */
    public static List<String> placesOf(Notice notice) {
        var bundle = notice.dispatch().bundle();
        return bundle == null
                ? notice.addresses()
                : Stream.concat(
                                Stream.of(BUNDLE + bundle),
                                notice.addresses().stream().map(WITHIN::concat))
                        .toList();
    }

    /** These, and the bundles that lie in them: whoever looks for one matter must find it wherever it lies. */
    public Set<String> withBundles() {
        return Stream.concat(addresses.stream(), addresses.stream().map(WITHIN::concat))
                .collect(Collectors.toUnmodifiableSet());
    }

    static String ofRole(String agency, String role) {
        return "role:" + agency + "/" + role;
    }

    static String ofTeam(String agency, String team, String role) {
        return "team:" + agency + "/" + team + "/" + role;
    }

    static String ofPerson(String agency, String person) {
        return "person:" + agency + "/" + person;
    }
}
