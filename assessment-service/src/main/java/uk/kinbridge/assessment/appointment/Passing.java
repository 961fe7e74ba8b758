package uk.kinbridge.assessment.appointment;

import java.util.ArrayList;
import java.util.Optional;
import uk.kinbridge.assessment.kept.Spoken;
import uk.kinbridge.assessment.news.Addressee;
import uk.kinbridge.assessment.news.News;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.clock.Clocks.Elapsed;
import uk.kinbridge.protocols.published.Brought;
import uk.kinbridge.protocols.published.RunningClock;

/** What time does to a course of appointments. */
record Passing(Draft draft) {

    void elapse() {
        draft.offers.stream()
                .filter(o -> {
                    var at = o.remindAt();
                    return at != null && !draft.now.isBefore(at);
                })
                .toList()
                .forEach(this::remind);
        var tick = draft.clocks.elapse(draft.now);
        draft.clocks = tick.clocks();
        for (var elapsed : tick.elapsed()) {
            switch (elapsed) {
                case Elapsed.Warned(Clock clock) -> warn(clock);
                case Elapsed.Breached(Clock clock) -> breach(clock);
            }
        }
    }

    /** Newly published bank holidays move what they move in sight of who is in charge; what the referral keeps is told there. */
    Optional<Change<Course, CourseEvent>> brought() {
        return Brought.of(
                        draft.clocks.all(),
                        clock -> draft.rules.calendarOf(clock.owner().agency()),
                        draft.now)
                .map(brought -> {
                    draft.clocks = new Clocks(brought.clocks());
                    brought.moved().forEach(this::moved);
                    return draft.change();
                });
    }

    private void moved(Brought.Moved move) {
        var clock = move.clock();
        var words = draft.wordsOf(clock.kind());
        draft.write("clock.moved", words + ": " + move.words(), null, clock.obligations());
        if (!draft.referralKeeps(clock.kind())) {
            draft.tell(
                    move.purpose(),
                    draft.worker(),
                    move.told("this is due") + ": " + words,
                    words,
                    clock.obligations(),
                    "priority",
                    null);
        }
    }

    /** Those of the services who come; nobody of the family is written to from here. */
    private void remind(Offer offer) {
        draft.put(offer.reminded());
        if (offer.outcome().isPresent() || !draft.now.isBefore(offer.at())) {
            return;
        }
        for (var attendee : offer.who()) {
            if (attendee.person() != null) {
                draft.tell(
                        "reminder-" + offer.number(),
                        new Addressee(attendee.agency(), "practitioner", attendee.person()),
                        "Appointment on " + Spoken.of(offer.at()),
                        null,
                        draft.rules.obligations(),
                        "routine",
                        null);
            }
        }
    }

    private void warn(Clock clock) {
        draft.tell(
                clock.kind() + "-due-soon" + RunningClock.again(clock),
                draft.worker(),
                "Not done yet and due on " + Spoken.of(clock.dueAt()) + ": " + draft.wordsOf(clock.kind()),
                draft.wordsOf(clock.kind()),
                clock.obligations(),
                "priority",
                null);
    }

    /** It ends with people: the agency's manager and safeguarding lead, and for a telling the managers of those untold. */
    private void breach(Clock clock) {
        var words = "Overdue since " + Spoken.of(clock.dueAt()) + ": " + draft.wordsOf(clock.kind());
        draft.write("clock.breached", words, null, clock.obligations());
        if (draft.referralKeeps(clock.kind())) {
            return;
        }
        var course = draft.course();
        var told = new ArrayList<Addressee>();
        told.add(new Addressee(course.agency(), "manager", null));
        told.add(new Addressee(course.agency(), "safeguarding-lead", null));
        draft.duties().stream()
                .filter(d -> d.id().equals(clock.kind()))
                .flatMap(d -> d.told().stream())
                .filter(to -> !to.agency().equals(course.agency()))
                .map(to -> new Addressee(to.agency(), "manager", null))
                .distinct()
                .forEach(told::add);
        told.forEach(to -> draft.tell(
                clock.kind() + "-overdue",
                to,
                words,
                draft.wordsOf(clock.kind()),
                clock.obligations(),
                "priority",
                null));
        draft.announce(new CourseEvent.Told(new News.Overdue(
                course.about(), clock, draft.wordsOf(clock.kind()), draft.others(), course.protocol(), null)));
    }
}
