package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All families. */
public interface Families {

    /** A family and the version that a change must name. */
    record Held(Family family, long version) {}

    /** Adds a family. */
    Held add(Family family, Instant now);

    /** The family of that id, whoever registered it; the caller decides who may see it. */
    Optional<Held> find(String id);

    /**
     * The same family without its people, their facts, relationships and history: who may see it, who is protected, what
     * it has become part of. A case is shown with it at every look, so it has to be cheap.
     */
    default Optional<Family> outline(String id) {
        return find(id).map(Held::family);
    }

    /** @return false when somebody else was first */
    boolean save(long version, Family next, Instant now);

    /**
     * Saves it together with what others must hear of it.
     *
     * @return false when somebody else was first
     */
    default boolean save(long version, Family next, List<? extends FamilyEvent> told, Instant now) {
        return save(version, next, now);
    }

    /** Records that share one of the keys with another one (see {@link MatchKeys}), in no order. */
    List<Family> sharing(Collection<String> keys, int limit);

    /** One page of what an agency is party of and looks for, by id. */
    List<Held> search(Search search);

    /**
     * What is looked for.
     *
     * @param agency only what it is party of
     * @param terms every one of them must fit (see {@link SearchTerms}); none means all
     * @param after the last id of the page before; null for the first page
     */
    record Search(
            String agency, List<String> terms, @Nullable String after, int limit) {}
}
