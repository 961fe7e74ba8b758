package uk.kinbridge.directory.practitioner;

import java.util.List;
import java.util.Set;

/** People for tests. */
public final class People {

    private People() {}

    public static Practitioner inAgency(String agency, String username, String... roles) {
        return new Practitioner(
                "id-" + username,
                username,
                username.replace('.', ' '),
                username + "@example.org",
                true,
                agency,
                List.of(),
                List.of(roles));
    }

    /** From now on these are all that the sign-in service knows. */
    public static void are(Practitioners practitioners, Practitioner... people) {
        practitioners.replaceWith(Set.of(people));
    }
}
