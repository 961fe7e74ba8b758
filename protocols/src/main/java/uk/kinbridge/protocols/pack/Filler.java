package uk.kinbridge.protocols.pack;

import org.jspecify.annotations.Nullable;

/**
 * Who may write in a section; whatever is left out may be anything.
 *
 * @param agency what the agency is in its area
 * @param side which agency of the case it is
 * @param role what the person is
 */
public record Filler(
        @Nullable AgencyRole agency,
        @Nullable Side side,
        @Nullable PersonRole role) {

    /** Whether somebody of such an agency, on that side of the case and in that role, is meant. */
    boolean fits(@Nullable AgencyRole ofAgency, @Nullable Side onSide, PersonRole inRole) {
        return (agency == null || agency == ofAgency)
                && (side == null || side == onSide)
                && (role == null || role == inRole);
    }

    /** It names nobody in particular, so nobody can say who is meant. */
    public boolean isEmpty() {
        return agency == null && side == null && role == null;
    }
}
