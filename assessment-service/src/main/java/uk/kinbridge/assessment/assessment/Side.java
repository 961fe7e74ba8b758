package uk.kinbridge.assessment.assessment;

import java.time.Instant;

/**
 * An agency that takes part in an assessment, and why it may (the basis of its work with the family).
 *
 * @param basis in words, for the record
 */
public record Side(String agency, String name, String basis, Instant since) {}
