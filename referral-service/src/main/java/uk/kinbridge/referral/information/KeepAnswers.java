package uk.kinbridge.referral.information;

import java.time.Instant;
import java.util.Optional;
import uk.kinbridge.platform.aggregate.Change;

/** Keeps what people answered just now, when something about them was to be shared. */
public class KeepAnswers {

    private static final int TRIES = 20;

    private final ConsentRecords records;

    public KeepAnswers(ConsentRecords records) {
        this.records = records;
    }

    /** Answers that come with a question are kept like others, unless they say what is on record already. */
    Optional<ConsentRecord> of(String decisionId, Matter matter, Worker by, Instant now) {
        if (matter.statement().answers().isEmpty()) {
            return Optional.empty();
        }
        var familyId = matter.family().id();
        for (int i = 0; i < TRIES; i++) {
            var held = records.find(familyId).orElseGet(() -> new ConsentRecords.Held(ConsentRecord.of(familyId), 0));
            var next = withAnswers(held.record(), decisionId, matter, by, now);
            var ended = held.record().endedBy(next, by, now);
            if (next.equals(held.record()) || records.save(held.version(), new Change<>(next, ended), now)) {
                return Optional.of(next);
            }
        }
        throw new IllegalStateException("the consent record is changed by others all the time");
    }

    private static ConsentRecord withAnswers(
            ConsentRecord record, String decisionId, Matter matter, Worker by, Instant now) {
        var next = record;
        for (var answer : matter.statement().answers()) {
            var id = decisionId + "-" + answer.person();
            var asking =
                    new KeepConsent.Asking(answer.person(), matter.purpose(), answer.consent(), answer.how(), null);
            var kept = KeepConsent.kept(id, asking, by, now);
            var before = next.latest(answer.person(), matter.purpose());
            boolean known = next.holds(id)
                    || before.filter(b -> b.saysTheSameAs(kept) && b.stands(now))
                            .isPresent();
            next = known ? next : next.and(kept);
        }
        return next;
    }
}
