package uk.kinbridge.assessment.assessment;

import java.time.Instant;

/**
 * That an assessment was closed for good. It stays in the record when somebody opens the assessment again.
 *
 * @param reason which all agencies that take part are told (SAL-24)
 */
public record Closed(String reason, Actor by, Instant at) {}
