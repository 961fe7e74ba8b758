package uk.kinbridge.protocols.lint;

import java.util.HashSet;
import java.util.Set;
import uk.kinbridge.protocols.obligation.Obligation;
import uk.kinbridge.protocols.pack.Entries;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Pack;

/** An obligation to tell somebody is kept by a notice and by nothing else: any other entry would tell nobody. */
final class WhoMustBeToldIsTold implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        Pack own = subject.own();
        Set<ObligationId> told = new HashSet<>();
        for (Entries.Placed placed : Entries.of(own)) {
            if (placed.entry() instanceof Notice notice) {
                told.addAll(notice.obligations());
            }
        }
        subject.obligations().of(own.protocol()).stream()
                .filter(obligation -> obligation.kind() == Obligation.Kind.NOTIFY)
                .map(Obligation::id)
                .filter(id -> !told.contains(id))
                .forEach(id -> findings.add(
                        own, "'%s' obliges to tell somebody, but no notice serves it: add one.".formatted(id)));
    }
}
