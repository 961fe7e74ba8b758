package uk.kinbridge.referral.family;

import java.util.Optional;

/** All families. */
public interface Families {

    /** Adds a family. */
    void add(Family family);

    /** The family of that id, whoever registered it; the caller decides who may see it. */
    Optional<Family> find(String id);
}
