package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import uk.kinbridge.protocols.sharing.FieldGroup;

/** What another service knows of families. Each answer says when it could not be asked: no assessment waits for it. */
public interface FamilyRecords {

    /** The record as the person who asks may see it. */
    Seen see(String family, String person, Instant now);

    /** The record as this service may know it, after an event; see {@link Seen}. */
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
