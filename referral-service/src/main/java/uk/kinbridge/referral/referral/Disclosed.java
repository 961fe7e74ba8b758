package uk.kinbridge.referral.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.referral.family.Person;

/**
 * What of the family goes with a referral: the person referred and the children concerned, as they were known when it
 * was sent. The receiver sees this and not the family record.
 */
public record Disclosed(
        String familyId,
        String familyReference,
        Person subject,
        List<Person> children,
        @Nullable String address) {

    public Disclosed {
        children = List.copyOf(children);
    }

    /** For a reader from whom somebody of the family is protected. */
    public Disclosed withoutAddress() {
        return new Disclosed(familyId, familyReference, subject, children, null);
    }
}
