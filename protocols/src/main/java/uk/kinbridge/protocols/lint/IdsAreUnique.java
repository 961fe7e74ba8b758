package uk.kinbridge.protocols.lint;

import java.util.HashSet;
import java.util.Set;
import uk.kinbridge.protocols.pack.Agency;
import uk.kinbridge.protocols.pack.Entries;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.PathwayState;

/** Within its section an id names one thing. */
final class IdsAreUnique implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (Entries.Placed placed : Entries.of(subject.own())) {
            once(seen, placed.path(), placed.entry(), placed.entry().id().value(), findings);
        }
        for (Agency agency : subject.own().agencies()) {
            once(seen, "agencies/" + agency.id(), agency, agency.id().value(), findings);
        }
        for (Pathway pathway : subject.own().pathways()) {
            for (PathwayState state : pathway.states()) {
                once(
                        seen,
                        pathway.id() + "/states/" + state.id(),
                        state,
                        state.id().value(),
                        findings);
            }
        }
    }

    private static void once(Set<String> seen, String path, Object part, String id, Findings findings) {
        if (!seen.add(path)) {
            findings.add(
                    part, "The id '%s' is used twice in the same section; give one of them another.".formatted(id));
        }
    }
}
