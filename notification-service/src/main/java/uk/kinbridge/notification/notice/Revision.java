package uk.kinbridge.notification.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import uk.kinbridge.notification.notice.Notices.Kept;

/** Decides on the present state of a notice, and again on the next one when somebody has been faster. */
final class Revision {

    /** Each round is lost only to a change that has happened, and a notice changes a handful of times in its life. */
    private static final int ROUNDS = 50;

    private Revision() {}

    /** The notice afterwards, and whether this revision has changed it. */
    record Result(Kept kept, boolean changed) {}

    /** @return empty when there is no such notice */
    static Optional<Result> of(Notices notices, String id, Function<Notice, Notice.Outcome> command, Instant now) {
        for (int round = 0; round < ROUNDS; round++) {
            var present = notices.find(id).orElse(null);
            if (present == null) {
                return Optional.empty();
            }
            switch (command.apply(present.notice())) {
                case Notice.Outcome.Stands() -> {
                    return Optional.of(new Result(present, false));
                }
                case Notice.Outcome.Changed(var change) -> {
                    if (notices.save(present.version(), change, now)) {
                        return Optional.of(new Result(new Kept(change.next(), present.version() + 1), true));
                    }
                }
            }
        }
        throw new IllegalStateException("somebody was faster " + ROUNDS + " times at notice " + id);
    }
}
