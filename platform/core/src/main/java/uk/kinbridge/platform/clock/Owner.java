package uk.kinbridge.platform.clock;

/**
 * Who owes what a clock measures: a role in an agency, never nobody.
 *
 * @param agency the agency's id
 * @param role the role inside the agency, in the realm's spelling
 */
public record Owner(String agency, String role) {}
