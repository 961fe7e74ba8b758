package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.escalation.disagreement.Disagreements.CalendarPosition;
import uk.kinbridge.escalation.disagreement.Disagreements.Saved;
import uk.kinbridge.protocols.time.BankHolidays;

/**
 * Brings the running level of every open disagreement up to the newest bank holidays. What is left to do is read off the
 * disagreements themselves, so it may be interrupted, repeated, and done by several instances at once.
 */
public class FollowCalendar {

    private static final int BATCH = 200;

    private final Disagreements disagreements;
    private final PinnedRules rules;
    private final Supplier<BankHolidays> bankHolidays;

    public FollowCalendar(Disagreements disagreements, PinnedRules rules, Supplier<BankHolidays> bankHolidays) {
        this.disagreements = disagreements;
        this.rules = rules;
        this.bankHolidays = bankHolidays;
    }

    /**
     * Goes through all that are behind.
     *
     * @return how many were brought up to the newest list; 0 costs one look into an index
     */
    public int follow(Instant now) {
        var newest = bankHolidays.get().version();
        var brought = 0;
        @Nullable CalendarPosition after = null;
        while (true) {
            var batch = disagreements.behind(newest, after, BATCH);
            if (batch.isEmpty()) {
                return brought;
            }
            for (var held : batch) {
                var d = held.disagreement();
                // Whoever was first has changed it under rules of their own; the next round looks at it again.
                var saved = new NewHolidays(d, rules.of(d), now)
                        .brought()
                        .map(change -> disagreements.save(held.version(), change, now) == Saved.DONE);
                brought += saved.orElse(false) ? 1 : 0;
            }
            var last = batch.getLast().disagreement();
            after = new CalendarPosition(last.oldestCalendar().orElseThrow(), last.id());
        }
    }
}
