package uk.kinbridge.protocols.heldopen;

import java.util.List;

/**
 * Disagreements that escalation-service keeps. While one is open the original protection measures go on: whoever would
 * close what it is about is told so, and does not (SAL-27, JWP-14).
 */
public interface OpenDisagreements {

    /**
     * One that is open.
     *
     * @param subject id of the record that it is about
     * @param agencies the two that disagree: only the record's own parties hold it open
     */
    record Open(String id, String reference, String link, String subject, List<String> agencies) {
        public Open {
            agencies = List.copyOf(agencies);
        }
    }

    /** It was raised. News of its end may have come before: then it stays ended. */
    void opened(Open disagreement);

    /** It was resolved, whether or not news of its beginning has come. */
    void closed(String id);

    /** Those that hold a record open now. */
    List<Open> about(String subject);

    /** Those that hold a record open now and are between its own parties: nobody else can hold it. */
    default List<Open> between(List<String> parties, String subject) {
        return about(subject).stream()
                .filter(open -> parties.containsAll(open.agencies()))
                .toList();
    }
}
