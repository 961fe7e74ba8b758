package uk.kinbridge.referral.contact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All talks and alerts. */
public interface Contacts {

    /** Keeps one; one of that id that is there already stays as it is and is answered. */
    Contact add(Contact contact, Instant now);

    Optional<Contact> find(String id);

    /** One page of what an agency may know of those about a family, the last one first. */
    List<Contact> of(String familyId, String agency, @Nullable Place after, int limit);

    /** Where a page ended. */
    record Place(Instant at, String id) {}
}
