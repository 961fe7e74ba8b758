package uk.kinbridge.platform.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The outboxes of one collection's documents, as the relay works through them. */
public interface Outbox {

    /**
     * A document's waiting events, leased to the one who claimed them.
     *
     * @param version of the document that held exactly these
     */
    record Claim(String documentId, long version, List<OutboxEntry> entries) {

        List<String> ids() {
            return entries.stream().map(OutboxEntry::id).toList();
        }
    }

    /** The collection's name, for logs and meters. */
    String name();

    /** Ids of documents whose events are due at {@code now}, in no order. */
    List<String> withEventsDue(Instant now, int limit);

    /** Claims this document if its events are due at {@code now}; others leave it alone for the lease. */
    Optional<Claim> claim(String documentId, Instant now, Duration lease);

    /**
     * Takes confirmed events out.
     *
     * @return what has been added meanwhile and still waits, under the same lease; empty when the lease is over
     */
    Optional<Claim> settle(String documentId, Collection<String> confirmedIds);

    /**
     * Takes all events of several claims out, in as few round trips as it can.
     *
     * @return what has been added to some meanwhile and still waits; nothing of a document whose lease is over
     */
    List<Claim> settleAll(List<Claim> confirmed);

    /** Gives a claim back before its lease is over, to be tried again from {@code until} on. */
    void postpone(String documentId, Instant until);

    /** How many documents hold events that are due: the backlog. */
    long backlog(Instant now);
}
