package uk.kinbridge.referral.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/** The person who acts, as the record keeps them. */
public record Actor(
        String person,
        String name,
        String agency,
        List<String> roles,
        @Nullable List<String> teams) {

    public Actor {
        roles = List.copyOf(roles);
        teams = teams == null ? List.of() : List.copyOf(teams);
    }

    public Actor(String person, String name, String agency, List<String> roles) {
        this(person, name, agency, roles, List.of());
    }

    /** Those inside the agency with whom they work; empty where nobody knows. */
    @Override
    public List<String> teams() {
        return teams == null ? List.of() : teams;
    }

    /** The same person, working with those. */
    Actor of(List<String> theirTeams) {
        return new Actor(person, name, agency, roles, theirTeams);
    }

    /** The signed-in person. */
    public static Actor of(Caller caller) {
        return new Actor(
                caller.subject(),
                caller.name(),
                caller.agency(),
                caller.roles().stream().map(Role::kebab).sorted().toList(),
                caller.teams().stream().sorted().toList());
    }
}
