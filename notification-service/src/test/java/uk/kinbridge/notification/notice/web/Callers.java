package uk.kinbridge.notification.notice.web;

import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.platform.testing.Bearer;
import uk.kinbridge.platform.testing.Tokens;

/** The people of the tests as those who send requests. */
public final class Callers {

    private Callers() {}

    public static Bearer of(Caller person) {
        return Tokens.of(person.username())
                .claim("sub", person.subject())
                .name(person.name())
                .agency(person.agency())
                .roles(person.roles().stream().map(Role::kebab).toArray(String[]::new));
    }
}
