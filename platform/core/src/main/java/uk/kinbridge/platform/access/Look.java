package uk.kinbridge.platform.access;

import java.time.Instant;
import java.util.List;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/**
 * Somebody looked at a record.
 *
 * @param record which one, type and id: {@code family/…}
 * @param what they did: {@code read}, {@code changed}, {@code possible-match}
 */
public record Look(
        String record, Instant at, String person, String name, String agency, List<String> roles, String what) {

    public Look {
        roles = List.copyOf(roles);
    }

    public static Look of(String type, String id, Caller caller, String what, Instant at) {
        return new Look(
                recordOf(type, id),
                at,
                caller.subject(),
                caller.name(),
                caller.agency(),
                caller.roles().stream().map(Role::kebab).sorted().toList(),
                what);
    }

    /** How a record is named in the log. */
    public static String recordOf(String type, String id) {
        return type + "/" + id;
    }
}
