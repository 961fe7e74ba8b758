package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.stream.Stream;
import uk.kinbridge.assessment.assessment.FamilyRecords.Seen;
import uk.kinbridge.platform.aggregate.Change;

/** An assessment brought up to date with what other services and its own answers say, in the same write as an act. */
final class Standing {

    private Standing() {}

    /** With the family as its record says now, and with the agency of whoever acts among those who take part. */
    static Assessment fresh(Assessment a, Seen seen, Actor by, Rules rules, Instant now) {
        var draft = new Draft(a);
        if (seen instanceof Seen.Known(KnownFamily known)) {
            // what a worker stated at the beginning stays so until an answer or the record says more
            draft.family = new KnownFamily(
                    known.id(),
                    known.reference(),
                    known.members(),
                    Stream.concat(known.facts().stream(), a.family().facts().stream())
                            .distinct()
                            .toList(),
                    known.parties(),
                    known.asOf());
        }
        if (!a.agencies().contains(by.agency())) {
            Jointly.admit(draft, by.agency(), "Works with the family, as its record says", by, rules, now);
        }
        return draft.change().next();
    }

    /** With what the answers bring with them. */
    static Change<Assessment, AssessmentEvent> withWhatFollows(
            Change<Assessment, AssessmentEvent> change, Rules rules, Instant now) {
        if (!change.next().isOpen()) {
            return change;
        }
        var draft = new Draft(change.next());
        Beside.add(draft, rules, now);
        return new Change<>(draft.change().next(), change.events());
    }
}
