package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.sharing.FieldGroup;

/** What another service knows of families. Each answer says when it could not be asked: no assessment waits for it. */
public interface FamilyRecords {

    /**
     * The record as the one who asks may see it; where only a referral has told their agency of the family, what that
     * referral disclosed.
     *
     * @param person the member of the family whom the assessment is about
     * @param referral the referral on which the assessment rests; null without one
     */
    Seen see(String family, String person, @Nullable String referral, Instant now);

    /** What asking leads to. */
    sealed interface Seen {

        /** So it is; facts are those about the person. */
        record Known(KnownFamily family) implements Seen {}

        /** There is no such family for whoever asks. */
        record NotForYou() implements Seen {}

        /** Nobody answers; the last good answer counts. */
        record Unreachable() implements Seen {}
    }

    /** What decisions on sharing let through to the agency of whoever asks. */
    Sharing shared(String family);

    /** What may be seen of the other agencies' part. */
    sealed interface Sharing {

        /** The decisions on record. */
        record Decided(List<Let> lets) implements Sharing {

            public Decided {
                lets = List.copyOf(lets);
            }
        }

        /** Nobody answers, so no more than the minimum is shown. */
        record Unreachable() implements Sharing {}
    }

    /** Of that person these fields go from one agency to another. */
    record Let(String from, String to, String person, Set<FieldGroup> fields) {

        public Let {
            fields = Set.copyOf(fields);
        }
    }
}
