package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.List;

/**
 * Something that was said so long ago that the protocol wants it checked again (SAL-17).
 *
 * @param said when it was said last
 */
public record Stale(
        String protocol, String about, FactKind fact, Instant said, String words, List<String> obligations) {}
