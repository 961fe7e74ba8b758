package uk.kinbridge.assessment.kept;

import java.util.List;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/** The person who acts, as the record keeps them. */
public record Actor(String person, String name, String agency, List<String> roles) {

    public Actor {
        roles = List.copyOf(roles);
    }

    /** The signed-in person. */
    public static Actor of(Caller caller) {
        return new Actor(
                caller.subject(),
                caller.name(),
                caller.agency(),
                caller.roles().stream().map(Role::kebab).sorted().toList());
    }
}
