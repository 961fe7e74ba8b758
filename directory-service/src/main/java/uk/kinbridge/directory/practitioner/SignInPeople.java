package uk.kinbridge.directory.practitioner;

import java.util.List;

/** Where the people come from. */
@FunctionalInterface
interface SignInPeople {

    /** Everybody with an account; fails as a whole rather than answer in part. */
    List<Practitioner> all();
}
