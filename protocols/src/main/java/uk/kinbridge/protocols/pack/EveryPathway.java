package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds on every pathway into such an agency without standing there: time limits, and who is told. A pathway's own
 * clock or notice with the same id stands in its place. Beyond that a notice of the pathway's own and one from here join:
 * the pathway's own words reach whom they name, and this one tells only the sides that would not hear of it otherwise.
 * So a protocol that has thought of an event says it its own way, and one that has not thought of somebody leaves
 * nobody out.
 *
 * @param to only on pathways into such an agency; on all of them when left out
 */
public record EveryPathway(@Nullable AgencyRole to, List<Clock> clocks, List<Notice> notices) {

    public boolean holdsOn(Pathway pathway) {
        return to == null || to == pathway.to().agency();
    }
}
