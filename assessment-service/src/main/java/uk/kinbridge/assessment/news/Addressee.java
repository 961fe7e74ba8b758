package uk.kinbridge.assessment.news;

import org.jspecify.annotations.Nullable;

/**
 * Who is told: a role in an agency, or one person of it.
 *
 * @param role in the realm's spelling
 * @param person subject id; null for whoever holds the role
 */
public record Addressee(
        String agency, String role, @Nullable String person) {}
