package uk.kinbridge.protocols.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.kinbridge.protocols.obligation.Obligation;
import uk.kinbridge.protocols.pack.Entries;
import uk.kinbridge.protocols.pack.Entry;
import uk.kinbridge.protocols.pack.KeptElsewhere;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Question;

/** No entry without an obligation, no obligation of the protocol without an entry or a stated reason. */
final class ObligationsAreServed implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        Pack own = subject.own();
        Set<ObligationId> cited = new HashSet<>();
        List<String> protocols = Stream.concat(Stream.of(own), subject.ancestors())
                .map(Pack::protocol)
                .toList();
        for (Entries.Placed placed : Entries.of(own)) {
            entry(placed.entry(), protocols, subject, findings);
            cited.addAll(placed.entry().obligations());
        }
        if (subject.obligations().of(own.protocol()).isEmpty()) {
            findings.add(own, "The register of obligations knows no protocol '%s'.".formatted(own.protocol()));
        }
        elsewhere(subject, cited, findings);
    }

    private static void entry(Entry entry, List<String> protocols, Subject subject, Findings findings) {
        boolean stated = entry instanceof Question question && question.basis() != null;
        if (entry.obligations().isEmpty() && !stated) {
            findings.add(entry, "'%s' serves no obligation; cite one or leave it out.".formatted(entry.id()));
        }
        for (ObligationId id : entry.obligations()) {
            if (subject.obligations().find(id).isEmpty()) {
                findings.add(id, "The register knows no obligation '%s'.".formatted(id));
            } else if (!protocols.contains(id.protocol())) {
                findings.add(id, "'%s' is an obligation of another protocol.".formatted(id));
            }
        }
    }

    private static void elsewhere(Subject subject, Set<ObligationId> cited, Findings findings) {
        Pack own = subject.own();
        Set<ObligationId> stated = new HashSet<>();
        for (KeptElsewhere kept : own.keptElsewhere()) {
            stated.add(kept.obligation());
            if (cited.contains(kept.obligation())) {
                findings.add(
                        kept,
                        "'%s' has an entry in this pack, so it is not kept elsewhere.".formatted(kept.obligation()));
            }
            if (subject.obligations().find(kept.obligation()).isEmpty()) {
                findings.add(kept, "The register knows no obligation '%s'.".formatted(kept.obligation()));
            }
        }
        subject.obligations().of(own.protocol()).stream()
                .map(Obligation::id)
                .filter(id -> !cited.contains(id) && !stated.contains(id))
                .forEach(id -> findings.add(
                        own,
                        "No entry serves '%s': add one, or say under 'kept-elsewhere' why it is not pack data."
                                .formatted(id)));
    }
}
