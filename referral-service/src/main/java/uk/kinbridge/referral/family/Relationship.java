package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one member is to another, and who cares for whom (JWP-05). A child can be the one who cares.
 *
 * @param id of the pair
 * @param from who is something to the other, usually the adult
 * @param said who said so
 * @param earlier what was recorded of the same two before and was otherwise, the oldest first (SAL-17)
 */
public record Relationship(
        String id,
        String from,
        String to,
        Kind kind,
        Care care,
        Contact contact,
        String said,
        Author recordedBy,
        Instant at,
        @Nullable List<Relationship> earlier) {

    public Relationship(
            String id,
            String from,
            String to,
            Kind kind,
            Care care,
            Contact contact,
            String said,
            Author recordedBy,
            Instant at) {
        this(id, from, to, kind, care, contact, said, recordedBy, at, List.of());
    }

    /** Records of before this was kept have none. */
    public Relationship {
        earlier = earlier == null ? List.of() : List.copyOf(earlier);
    }

    @Override
    public List<Relationship> earlier() {
        return earlier == null ? List.of() : earlier;
    }

    /** What is known now, with all that was known of the two before. */
    Relationship after(Relationship before) {
        boolean same = kind == before.kind && care == before.care && contact == before.contact;
        return with(same ? before.earlier() : and(before.earlier(), before.with(List.of())));
    }

    /** As that agency wrote it down: what others did tells where to look for them. */
    Relationship writtenBy(String agency) {
        return with(earlier().stream()
                .filter(one -> one.recordedBy.agency().equals(agency))
                .toList());
    }

    Relationship with(List<Relationship> others) {
        return new Relationship(id, from, to, kind, care, contact, said, recordedBy, at, others);
    }

    private static List<Relationship> and(List<Relationship> before, Relationship one) {
        return Stream.concat(before.stream(), Stream.of(one)).toList();
    }

    /** What {@code from} is to {@code to}. */
    public enum Kind {
        PARENT,
        STEP_PARENT,
        GRANDPARENT,
        SIBLING,
        PARTNER,
        FORMER_PARTNER,
        FOSTER_CARER,
        OTHER_RELATIVE,
        OTHER
    }

    /** How much {@code from} cares for {@code to}. */
    public enum Care {
        /** Nobody has said: no "no" (JWP-01). */
        NOT_SAID,
        NONE,
        SOME,
        SHARED,
        SOLE
    }

    /** How they are in touch. */
    public enum Contact {
        /** Nobody has said: no "no" (JWP-01). */
        NOT_SAID,
        NONE,
        OCCASIONAL,
        REGULAR,
        LIVES_WITH
    }

    /** One for each pair: a second answer takes the place of the first, which is kept with it. */
    static String idOf(String from, String to) {
        return from + ":" + to;
    }
}
