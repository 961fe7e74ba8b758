package uk.kinbridge.assessment.appointment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.appointment.CourseEvent.AttendanceFailing;
import uk.kinbridge.assessment.appointment.CourseEvent.Missed;
import uk.kinbridge.assessment.appointment.CourseEvent.OffersUsedUp;
import uk.kinbridge.assessment.appointment.CourseEvent.TakenBack;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.news.Addressee;
import uk.kinbridge.protocols.pack.AppointmentRule;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.time.Lookback;
import uk.kinbridge.protocols.time.Within;

/** What follows from the outcome of an appointment: who is told, by when, and what comes next. */
record Outcomes(Draft draft) {

    private static final Within TOLD_OTHERWISE = Within.elapsedHours(24);

    /** Why that cannot be the outcome; null when it can. */
    static Ruling.@Nullable Why against(Offer.Recorded outcome, Offer offer, FamilyWork work, Instant now) {
        var attendance = outcome.attendance();
        if ((attendance == Attendance.CANCELLED) != (outcome.cancelledBy() != null)) {
            return Ruling.Why.CANCELLED_BY_WHOM;
        }
        boolean saidBefore = attendance == Attendance.CANCELLED || attendance == Attendance.REFUSED;
        if (!saidBefore && now.isBefore(offer.at())) {
            return Ruling.Why.NOT_YET;
        }
        return attendance == Attendance.DID_NOT_ATTEND && work.dependsOnOthers(now)
                ? Ruling.Why.A_CHILD_IS_BROUGHT
                : null;
    }

    void record(Offer offer, Offer.Recorded outcome) {
        draft.put(offer.recorded(outcome));
        draft.write(
                "appointment.outcome-recorded",
                "Appointment %d: %s"
                        .formatted(offer.number(), outcome.attendance().words()),
                outcome.by(),
                List.of());
        draft.course().owed().stream()
                .filter(d -> d.kind() == Duty.Kind.RECORD_OUTCOME && d.offer() == offer.number())
                .forEach(d -> draft.end(
                        d.id(),
                        Duty.How.DONE,
                        outcome.by(),
                        draft.now,
                        outcome.attendance().words()));
        follow(offer, outcome);
    }

    void correct(Offer offer, Offer.Recorded before, Offer.Recorded outcome) {
        takeBack(offer, outcome.by());
        draft.put(offer.recorded(outcome));
        draft.write(
                "appointment.outcome-corrected",
                "Appointment %d: %s, and not as recorded before: %s"
                        .formatted(
                                offer.number(),
                                outcome.attendance().words(),
                                before.attendance().words()),
                outcome.by(),
                List.of());
        if (before.attendance().isMissed()) {
            missedTakenBack(offer, outcome.by());
        }
        follow(offer, outcome);
    }

    /** Where it leaves appointments to be offered, the next one is, and there is nothing to decide together (HAC-06). */
    private void missedTakenBack(Offer offer, Actor by) {
        int inARow = draft.course().missedInARow();
        boolean offersLeft = !draft.rules.offersUsedUp(inARow);
        if (offersLeft) {
            draft.duties().stream()
                    .filter(d -> d.kind() == Duty.Kind.DISCUSS_JOINTLY && d.isOwed())
                    .toList()
                    .forEach(d -> draft.end(d.id(), Duty.How.TAKEN_BACK, by, draft.now, "There are offers left"));
            draft.rules
                    .missed(inARow)
                    .ifPresent(rule -> then(rule, draft.course().offers().getLast()));
        }
        draft.announce(new TakenBack(draft.course().subject(), offer.number(), offersLeft, by, draft.now));
        draft.failingSince = null;
    }

    private void follow(Offer offer, Offer.Recorded outcome) {
        var course = draft.course();
        course.offer(offer.number()).flatMap(course::sign).ifPresent(draft::announce);
        if (outcome.attendance().isMissed()) {
            missed(offer, outcome);
        } else if (outcome.attendance().came()) {
            draft.failingSince = null;
        }
    }

    /** The obligation runs from the appointment itself, not from when somebody wrote it down (HAC-05). */
    private void missed(Offer offer, Offer.Recorded outcome) {
        var since = offer.at().isBefore(draft.now) ? offer.at() : draft.now;
        var course = draft.course();
        int inARow = course.missedInARow();
        draft.announce(new Missed(course.subject(), offer.number(), inARow, outcome.attendance(), outcome.by(), since));
        var told = new ArrayList<Addressee>();
        draft.rules.missed(inARow).ifPresent(rule -> {
            told.addAll(tell(rule, offer, since, rule.words()));
            then(rule, offer);
            if (rule.then().contains(AppointmentRule.Next.DISCUSS_JOINTLY)) {
                draft.announce(new OffersUsedUp(course.subject(), inARow, outcome.by(), draft.now));
            }
        });
        regularly(offer, outcome.by(), since, told);
        besides(CaseEvent.APPOINTMENT_MISSED, offer, told);
    }

    /** SAL-20: at once, when so many were missed in so much time; again only after the person has come. */
    private void regularly(Offer offer, Actor by, Instant since, List<Addressee> told) {
        var found = draft.rules.regularlyMissed();
        if (found.isEmpty() || draft.failingSince != null) {
            return;
        }
        var rule = found.get();
        var watch = rule.watch();
        int missed = watch == null ? 0 : draft.course().missedSince(Lookback.from(watch.during(), draft.now));
        if (watch == null || missed < watch.missed()) {
            return;
        }
        draft.failingSince = draft.now;
        draft.write("appointment.attendance-failing", rule.words(), by, Rules.ids(rule.obligations()));
        told.addAll(tell(rule, offer, since, rule.words()));
        then(rule, offer);
        besides(CaseEvent.ATTENDANCE_FAILING, offer, told);
        draft.announce(
                new AttendanceFailing(draft.course().subject(), missed, by, draft.now, Rules.ids(rule.obligations())));
    }

    /** A clock and not only a message: it runs until a person has confirmed it, or the telling is recorded (HAC-05). */
    private List<Addressee> tell(AppointmentRule rule, Offer offer, Instant since, String words) {
        var course = draft.course();
        var to = new Addressees(course, draft.rules).of(rule.tell());
        var obligations = Rules.ids(rule.obligations());
        if (to.isEmpty()) {
            draft.write(
                    "appointment.nobody-to-tell", "Nobody else is known to work with the family", null, obligations);
            return to;
        }
        var within = rule.within();
        var deadline = draft.rules.deadline(within == null ? TOLD_OTHERWISE : within, since, course.agency());
        var duty = draft.owe(Duty.Kind.TELL, offer.number(), words, obligations, to, deadline);
        to.forEach(addressee -> draft.tell(
                duty.id(), addressee, words, "Confirm that you know", obligations, "priority", deadline.due()));
        return to;
    }

    /** Offered by itself: it needs only a time, within a stated clock (HAC-06, SAL-20). */
    private void then(AppointmentRule rule, Offer offer) {
        for (var next : rule.then()) {
            var kind = switch (next) {
                case OFFER_ANOTHER -> Duty.Kind.OFFER_ANOTHER;
                case OFFER_HOME_VISIT -> Duty.Kind.OFFER_HOME_VISIT;
                case DISCUSS_JOINTLY -> Duty.Kind.DISCUSS_JOINTLY;
                case WORK_THROUGH_CHECKLIST, INFORM_FRONT_DOOR, REVIEW_RISK -> null;
            };
            if (kind != null && draft.course().owed().stream().noneMatch(d -> d.kind() == kind)) {
                var then = rule.thenWithin();
                var within = then == null ? rule.within() : then;
                var deadline = draft.rules.deadline(
                        within == null ? Offering.OTHERWISE : within,
                        draft.now,
                        draft.course().agency());
                var duty = draft.owe(
                        kind, offer.number(), asked(kind), Rules.ids(rule.obligations()), List.of(), deadline);
                draft.tell(
                        duty.id(),
                        draft.worker(),
                        rule.words(),
                        asked(kind),
                        Rules.ids(rule.obligations()),
                        "priority",
                        null);
            }
        }
    }

    private static String asked(Duty.Kind kind) {
        return switch (kind) {
            case OFFER_ANOTHER -> "Offer another appointment";
            case OFFER_HOME_VISIT -> "Offer a home visit, together with another service where that helps";
            case DISCUSS_JOINTLY -> "Contact the referrer and decide together what to do";
            case TELL -> "Tell those whom the protocol names";
            case RECORD_OUTCOME -> "Say what became of the appointment";
        };
    }

    /** What the protocol tells on such an event beside its appointment rules; nobody hears the same twice (SAL-24). */
    private void besides(CaseEvent event, Offer offer, List<Addressee> told) {
        var addressees = new Addressees(draft.course(), draft.rules);
        for (var notice : draft.rules.notices(event, facts())) {
            addressees.of(notice.to()).stream().filter(to -> !told.contains(to)).forEach(to -> {
                told.add(to);
                draft.tellBy(
                        notice,
                        notice.id().value() + "-" + offer.number() + "-"
                                + offer.outcomes().size(),
                        to,
                        addressees.thenTell(notice, to));
            });
        }
    }

    private Set<Fact> facts() {
        return draft.others().isEmpty() ? EnumSet.noneOf(Fact.class) : EnumSet.of(Fact.OPEN_TO_BOTH_SERVICES);
    }

    /** What followed from the wrong outcome ends; whoever was told hears that it was wrong. */
    private void takeBack(Offer offer, Actor by) {
        var followed = draft.duties().stream()
                .filter(d -> d.offer() == offer.number() && d.kind() != Duty.Kind.RECORD_OUTCOME)
                .toList();
        followed.stream()
                .filter(Duty::isOwed)
                .forEach(d -> draft.end(d.id(), Duty.How.TAKEN_BACK, by, draft.now, "The outcome was corrected"));
        followed.stream()
                .filter(d -> d.kind() == Duty.Kind.TELL)
                .forEach(d -> d.told()
                        .forEach(to -> draft.tell(
                                d.id() + "-corrected",
                                to,
                                "An outcome that you were told of was wrong and has been corrected",
                                null,
                                d.obligations(),
                                "priority",
                                null)));
    }
}
