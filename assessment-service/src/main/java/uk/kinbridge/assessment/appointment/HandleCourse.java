package uk.kinbridge.assessment.appointment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.kinbridge.assessment.appointment.Courses.Held;
import uk.kinbridge.assessment.appointment.Courses.Saved;
import uk.kinbridge.assessment.family.FamilyRecords;
import uk.kinbridge.assessment.family.FamilyRecords.Answer;
import uk.kinbridge.assessment.family.KnownFamily;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.heldopen.OpenDisagreements;
import uk.kinbridge.protocols.heldopen.OpenDisagreements.Open;

/** What people do with a course of appointments. */
public class HandleCourse {

    /** How it ends. */
    public sealed interface Outcome {
        /** Done: the course as it is now. */
        record Done(Held held) implements Outcome {}

        record NotPermitted(AccessDecision.Refused refused) implements Outcome {}

        /** Somebody else has changed it since the caller read it. */
        record Stale() implements Outcome {}

        /** A business reason against it. */
        record Against(Ruling.Why why, Course course) implements Outcome {}

        /**
         * Agencies disagree about it, so it goes on (SAL-27).
         *
         * @param obligations those of the area's ladder
         */
        record HeldOpen(List<Open> by, List<String> obligations) implements Outcome {}
    }

    private final Courses courses;
    private final PinnedRules rules;
    private final FamilyRecords families;
    private final OpenDisagreements disagreements;

    public HandleCourse(Courses courses, PinnedRules rules, FamilyRecords families, OpenDisagreements disagreements) {
        this.courses = courses;
        this.rules = rules;
        this.families = families;
        this.disagreements = disagreements;
    }

    /** Who does it, to which course, in the version that they have read. */
    public record Act(String id, long version, Caller caller, Instant now) {}

    /** The course for this caller; what is known of the family is what was last learned. */
    public Optional<Held> read(String id, Caller caller) {
        return courses.find(id)
                .filter(held -> CourseAccess.read(caller, held.course()).isGranted());
    }

    public Outcome offer(Act act, Offer.Wanted wanted) {
        return change(
                act, CourseAccess::keep, (course, applicable) -> course.offer(wanted, by(act), applicable, act.now()));
    }

    public Outcome record(Act act, int number, Offer.Recorded outcome) {
        return change(
                act,
                (caller, course) -> CourseAccess.record(caller, course, number),
                (course, applicable) -> course.record(number, outcome, applicable, act.now()));
    }

    public Outcome correct(Act act, int number, Offer.Recorded outcome) {
        return change(
                act,
                (caller, course) -> CourseAccess.record(caller, course, number),
                (course, applicable) -> course.correct(number, outcome, applicable, act.now()));
    }

    public Outcome told(Act act, String duty, String words) {
        return change(
                act,
                CourseAccess::keep,
                (course, applicable) -> course.told(duty, by(act), words, applicable, act.now()));
    }

    public Outcome discussed(Act act, String duty, Discussion discussion) {
        return change(
                act,
                CourseAccess::discuss,
                (course, applicable) -> course.discussed(duty, discussion, applicable, act.now()));
    }

    /** Open disagreements between the agencies of a course about it: meanwhile nothing owed is left, nothing ends (SAL-27). */
    public List<Open> holding(Course course) {
        return disagreements.between(course.parties(), course.id());
    }

    /** Leaves what would be offered next undone; not while agencies disagree about it (SAL-27). */
    public Outcome leave(Act act, String duty, String reason) {
        return change(
                act,
                CourseAccess::keep,
                this::holding,
                (course, applicable) -> course.leave(duty, by(act), reason, applicable, act.now()));
    }

    /** Ends it; not while agencies disagree about it (SAL-27). */
    public Outcome end(Act act, String reason) {
        return change(
                act,
                CourseAccess::keep,
                this::holding,
                (course, applicable) -> course.end(by(act), reason, applicable, act.now()));
    }

    /** A person has acknowledged a notice of it; the moment of the act counts, not that of the news. */
    public void acknowledged(String id, String purpose, Actor by, Instant at, Instant now, String messageId) {
        Saved saved;
        do {
            var found = courses.find(id);
            if (found.isEmpty()) {
                return;
            }
            var course = found.get().course();
            var change = course.acknowledged(purpose, by, at, rules.of(course.protocol()), now);
            if (change.isEmpty()) {
                return;
            }
            saved = courses.saveOnce(found.get().version(), change.get(), now, messageId);
        } while (saved == Saved.STALE);
    }

    private static Actor by(Act act) {
        return Actor.of(act.caller());
    }

    private interface Access {
        AccessDecision of(Caller caller, Course course);
    }

    private interface Command {
        Ruling on(Course course, Rules rules);
    }

    private Outcome change(Act act, Access access, Command command) {
        return change(act, access, _ -> List.of(), command);
    }

    private Outcome change(Act act, Access access, Function<Course, List<Open>> holding, Command command) {
        var found = courses.find(act.id());
        if (found.isEmpty()) {
            return new Outcome.NotPermitted(new AccessDecision.Concealed());
        }
        var held = found.get();
        if (access.of(act.caller(), held.course()) instanceof AccessDecision.Refused refused) {
            return new Outcome.NotPermitted(refused);
        }
        if (held.version() != act.version()) {
            return new Outcome.Stale();
        }
        var course = refreshed(held.course(), act.caller());
        var holders = holding.apply(course);
        if (!holders.isEmpty()) {
            return new Outcome.HeldOpen(holders, rules.of(course.protocol()).obligationsOfTheLadder());
        }
        return switch (command.on(course, rules.of(course.protocol()))) {
            case Ruling.Against(Ruling.Why why) -> new Outcome.Against(why, course);
            case Ruling.Done(var change) ->
                courses.save(act.version(), caughtUp(held.course(), change), act.now()) == Saved.DONE
                        ? new Outcome.Done(new Held(change.next(), act.version() + 1))
                        : new Outcome.Stale();
        };
    }

    private static Change<Course, CourseEvent> caughtUp(Course before, Change<Course, CourseEvent> change) {
        return before.work().confirmedAt() != null || change.next().work().confirmedAt() == null
                ? change
                : new Change<>(
                        change.next(),
                        Stream.concat(change.events().stream(), change.next().signsSoFar().stream())
                                .toList());
    }

    /** Who works with the family may have changed; where referral-service does not say, what was known goes on. */
    private Course refreshed(Course course, Caller caller) {
        return families.family(course.work().family(), caller)
                        instanceof Answer.Known<KnownFamily>(KnownFamily known, Instant asOf)
                ? course.with(course.work().confirmed(known, asOf))
                : course;
    }
}
