package uk.kinbridge.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.kinbridge.notification.notice.Telling.Kind;
import uk.kinbridge.platform.aggregate.Change;

/** What time does to a notice while nobody acknowledges it (HAC-17). */
final class Chasing {

    /** The directory is asked again after as long as the notice has waited for it, within these bounds. */
    private static final Duration SOONEST = Duration.ofSeconds(30);

    private static final Duration LATEST = Duration.ofMinutes(15);

    private final Notice before;
    private final Instant now;
    private final Duty duty;
    private final List<Notice.Event> events = new ArrayList<>();
    private Course course;

    Chasing(Notice before, Instant now, Duty duty) {
        this.before = before;
        this.now = now;
        this.duty = duty;
        this.course = before.course();
    }

    /** The way of a notice that has just been put into the inbox. */
    static Course delivered(Notice notice, Duty.Answer answer, Instant now) {
        var first = Course.NONE.and(number -> telling(number, Kind.DELIVERED, notice.recipient(), answer, now));
        return first.resolvingAt(isAnswered(answer) ? null : now.plus(SOONEST));
    }

    static Optional<Instant> wakeAt(Notice notice) {
        if (notice.acknowledged() != null) {
            return Optional.empty();
        }
        return Stream.concat(
                        Stream.ofNullable(notice.course().resolveAt()),
                        stepsLeft(notice, notice.course()).stream().limit(1).map(Chase.Step::at))
                .min(Instant::compareTo);
    }

    Change<Notice, Notice.Event> elapse() {
        if (before.acknowledged() != null) {
            return Change.silent(before);
        }
        var due = stepsLeft(before, course).stream()
                .filter(step -> !step.at().isAfter(now))
                .toList();
        // Whoever is chased now is looked up now; an open question about the first telling is answered by that.
        if (due.stream().anyMatch(step -> step.turn() == Chase.Turn.RECIPIENT)) {
            chase();
        } else if (course.resolveAt() != null && !now.isBefore(course.resolveAt())) {
            resolve();
        }
        due.forEach(this::tellOthers);
        course = course.steps(course.stepsTaken() + due.size());
        return new Change<>(before.on(course), events);
    }

    /** However many reminders were slept through, one is enough. */
    private void chase() {
        var answer = duty.answering(before.recipient(), before.urgency(), now);
        course = course.and(number -> telling(number, Kind.CHASED, before.recipient(), answer, now))
                .resolvingAt(isAnswered(answer) ? null : now.plus(pause()));
    }

    private void resolve() {
        var answer = duty.answering(before.recipient(), before.urgency(), now);
        if (isAnswered(answer)) {
            course = course.and(number -> telling(number, Kind.RESOLVED, before.recipient(), answer, now))
                    .resolvingAt(null);
        } else {
            course = course.resolvingAt(now.plus(pause()));
        }
    }

    private void tellOthers(Chase.Step step) {
        var to = addressee(step).orElse(null);
        if (to == null) {
            return;
        }
        if (step.toldBy() != null) {
            course = course.and(number -> new Telling(number, Kind.KNOWN, to, List.of(), false, step.toldBy(), now));
            return;
        }
        var kind = step.turn() == Chase.Turn.SENDER ? Kind.SENDER_TOLD : Kind.NEXT_TOLD;
        course = course.and(number -> new Telling(number, kind, to, List.of(), false, null, now));
        events.add(new Notice.Event.Unreceived(before, to, step.turn(), now));
    }

    private Optional<Recipient> addressee(Chase.Step step) {
        return switch (step.turn()) {
            case RECIPIENT -> Optional.empty();
            case NEXT, SENDER -> Optional.ofNullable(step.to());
        };
    }

    private Duration pause() {
        var waited = Duration.between(before.deliveredAt(), now);
        if (waited.compareTo(SOONEST) < 0) {
            return SOONEST;
        }
        return waited.compareTo(LATEST) > 0 ? LATEST : waited;
    }

    private static List<Chase.Step> stepsLeft(Notice notice, Course course) {
        var chase = notice.dispatch().chase();
        return chase == null
                ? List.of()
                : chase.steps().stream().skip(course.stepsTaken()).toList();
    }

    /** Nobody has to be looked for any more. */
    private static boolean isAnswered(Duty.Answer answer) {
        return switch (answer) {
            case Duty.Answer.Known(var people, var _) -> !people.isEmpty();
            case Duty.Answer.Whoever() -> true;
            case Duty.Answer.Unknown() -> false;
        };
    }

    private static Telling telling(int number, Kind kind, Recipient to, Duty.Answer answer, Instant now) {
        return switch (answer) {
            case Duty.Answer.Known(var people, var outOfHours) ->
                new Telling(number, kind, to, people, outOfHours, null, now);
            case Duty.Answer.Whoever(), Duty.Answer.Unknown() ->
                new Telling(number, kind, to, List.of(), false, null, now);
        };
    }
}
