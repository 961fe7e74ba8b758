package uk.kinbridge.assessment.appointment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.appointment.CourseEvent.Subject;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.kept.Happening;
import uk.kinbridge.assessment.kept.Pinned;
import uk.kinbridge.assessment.news.About;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocked;
import uk.kinbridge.platform.clock.Clocks;

/**
 * The appointments that one agency offers one person for one purpose, with what the protocol asks for when the person
 * does not come. What it owes has a clock each and ends with people.
 *
 * @param worker the person of the agency who is in charge of it: the recovery coordinator, key worker or practitioner
 * @param countedFrom missed appointments count in a row from then on: a joint decision begins the count anew
 * @param failingSince since when appointments are regularly missed; null when they are not (SAL-20)
 * @param endedAt null while it goes on
 */
public record Course(
        String id,
        String reference,
        Pinned protocol,
        Purpose purpose,
        String agency,
        Actor worker,
        FamilyWork work,
        List<Offer> offers,
        List<Duty> duties,
        List<Discussion> discussions,
        @Nullable Instant countedFrom,
        @Nullable Instant failingSince,
        @Nullable Instant endedAt,
        Instant begunAt,
        List<Clock> clocks,
        List<Happening> history)
        implements Clocked {

    static final int MOST_OFFERS = 300;

    public Course {
        offers = List.copyOf(offers);
        duties = List.copyOf(duties);
        discussions = List.copyOf(discussions);
        clocks = List.copyOf(clocks);
        history = List.copyOf(history);
    }

    public boolean isOpen() {
        return endedAt == null;
    }

    /** The agencies that may know of it: those that work with the family, who referred, and who comes along. */
    public List<String> parties() {
        var referral = work.referral();
        return Stream.of(
                        Stream.of(agency),
                        work.agencies().stream(),
                        referral == null ? Stream.<String>empty() : Stream.of(referral.agency()),
                        offers.stream().flatMap(Offer::agencies))
                .flatMap(agencies -> agencies)
                .distinct()
                .toList();
    }

    /** Subject ids of those of the services whom it concerns by name. */
    public List<String> people() {
        return Stream.concat(Stream.of(worker.person()), offers.stream().flatMap(Offer::people))
                .distinct()
                .toList();
    }

    /** What is owed now. */
    public List<Duty> owed() {
        return duties.stream().filter(Duty::isOwed).toList();
    }

    public Optional<Offer> offer(int number) {
        return offers.stream().filter(o -> o.number() == number).findFirst();
    }

    /** When time next matters to it: a clock, or a reminder. */
    public Optional<Instant> wakeAt() {
        return isOpen()
                ? Stream.concat(
                                new Clocks(clocks).wakeAt().stream(),
                                offers.stream().map(Offer::remindAt).filter(Objects::nonNull))
                        .min(Instant::compareTo)
                : Optional.empty();
    }

    /** How many appointments in a row the person has missed, up to now; what was cancelled neither counts nor resets. */
    int missedInARow() {
        int missed = 0;
        for (var offer : inOrder()) {
            var from = countedFrom;
            if (from != null && !offer.at().isAfter(from)) {
                continue;
            }
            if (offer.came()) {
                missed = 0;
            } else if (offer.isMissed()) {
                missed++;
            }
        }
        return missed;
    }

    /** So many were missed since that moment. */
    int missedSince(Instant from) {
        return (int) offers.stream()
                .filter(o -> o.isMissed() && o.at().isAfter(from))
                .count();
    }

    private List<Offer> inOrder() {
        return offers.stream().sorted((a, b) -> a.at().compareTo(b.at())).toList();
    }

    /**
     * What became of an appointment, for the picture of the whole family. What a service cancelled says nothing of it; nor
     * does anything while nobody has confirmed that this agency works with the family.
     */
    Optional<CourseEvent.OutcomeRecorded> sign(Offer offer) {
        if (work.confirmedAt() == null && work.referral() == null) {
            return Optional.empty();
        }
        return offer.outcome().map(outcome -> {
            var by = outcome.cancelledBy();
            return new CourseEvent.OutcomeRecorded(
                    subject(),
                    offer.number(),
                    offer.at(),
                    by == null || by.isFamily() ? outcome.attendance().sign(offer.mode()) : null,
                    offer.outcomes().size(),
                    work,
                    protocol,
                    outcome.by(),
                    outcome.at());
        });
    }

    /** Once it is confirmed who works with the family, what was seen before joins the picture. */
    List<CourseEvent> signsSoFar() {
        return offers.stream().<CourseEvent>flatMap(o -> sign(o).stream()).toList();
    }

    About about() {
        return new About("appointment", id, reference, "/api/appointments/" + id);
    }

    Subject subject() {
        var referral = work.referral();
        return new Subject(
                id, reference, agency, work.family(), work.member(), referral == null ? null : referral.id());
    }

    /** A course with its first appointment. */
    static Change<Course, CourseEvent> begun(
            String id,
            String reference,
            Purpose purpose,
            FamilyWork work,
            Offer.Wanted first,
            Actor by,
            Rules rules,
            Instant now) {
        var draft = new Draft(
                new Course(
                        id,
                        reference,
                        rules.pinned(),
                        purpose,
                        by.agency(),
                        by,
                        work,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        now,
                        List.of(),
                        List.of()),
                rules,
                now);
        draft.write("appointment.begun", "Appointments begin", by, List.of());
        new Offering(draft).offer(first, by);
        return draft.change();
    }

    /** Another appointment is offered; what waited for that is met (HAC-06, SAL-20). */
    public Ruling offer(Offer.Wanted wanted, Actor by, Rules rules, Instant now) {
        if (offers.size() >= MOST_OFFERS) {
            return new Ruling.Against(Ruling.Why.TOO_MANY);
        }
        if (!wanted.at().isAfter(now)) {
            return new Ruling.Against(Ruling.Why.IN_THE_PAST);
        }
        if (offers.stream()
                .anyMatch(o -> o.at().equals(wanted.at()) && o.outcome().isEmpty())) {
            return new Ruling.Against(Ruling.Why.SAME_TIME);
        }
        return whileOpen(rules, now, draft -> new Offering(draft).offer(wanted, by));
    }

    /** An invitation on the referral is an appointment too, however late its news comes; the same one is one (HAC-03). */
    Optional<Change<Course, CourseEvent>> invited(
            Offer.Wanted wanted, Actor by, LinkedReferral referral, Rules rules, Instant now) {
        var linked = with(work.from(referral));
        if (offers.stream().anyMatch(o -> o.at().equals(wanted.at()))) {
            return work.referral() == null ? Optional.of(Change.silent(linked)) : Optional.empty();
        }
        return linked.whileOpen(rules, now, draft -> new Offering(draft).offer(wanted, by))
                        instanceof Ruling.Done(var change)
                ? Optional.of(change)
                : Optional.empty();
    }

    /** Somebody says what became of an appointment. */
    public Ruling record(int number, Offer.Recorded outcome, Rules rules, Instant now) {
        var offer = offer(number);
        if (offer.isEmpty()) {
            return new Ruling.Against(Ruling.Why.NO_SUCH_APPOINTMENT);
        }
        if (offer.get().outcome().isPresent()) {
            return new Ruling.Against(Ruling.Why.HAS_AN_OUTCOME);
        }
        var why = Outcomes.against(outcome, offer.get(), work, now);
        return why != null
                ? new Ruling.Against(why)
                : whileOpen(rules, now, draft -> new Outcomes(draft).record(offer.get(), outcome));
    }

    /** A wrong outcome is put right: the old one stays in the record, and what followed from it is taken back. */
    public Ruling correct(int number, Offer.Recorded outcome, Rules rules, Instant now) {
        var offer = offer(number);
        if (offer.isEmpty()) {
            return new Ruling.Against(Ruling.Why.NO_SUCH_APPOINTMENT);
        }
        var before = offer.get().outcome();
        if (before.isEmpty()
                || (before.get().attendance() == outcome.attendance()
                        && before.get().cancelledBy() == outcome.cancelledBy())) {
            return new Ruling.Against(Ruling.Why.NOTHING_TO_CORRECT);
        }
        var why = Outcomes.against(outcome, offer.get(), work, now);
        if (why != null) {
            return new Ruling.Against(why);
        }
        var draft = new Draft(this, rules, now);
        new Outcomes(draft).correct(offer.get(), before.get(), outcome);
        return new Ruling.Done(draft.change());
    }

    /** Somebody was told in person, by telephone for example: as good as a notice that was acknowledged (HAC-05). */
    public Ruling told(String duty, Actor by, String words, Rules rules, Instant now) {
        return owed(duty, Duty.Kind.TELL, rules, now, draft -> draft.end(duty, Duty.How.DONE, by, now, words));
    }

    /** Both services have decided together (HAC-06); missed appointments are counted anew from here. */
    public Ruling discussed(String duty, Discussion discussion, Rules rules, Instant now) {
        return owed(duty, Duty.Kind.DISCUSS_JOINTLY, rules, now, draft -> {
            draft.discussions.add(discussion);
            draft.countedFrom = now;
            draft.end(
                    duty,
                    Duty.How.DONE,
                    discussion.by(),
                    now,
                    "Both services decided together: " + discussion.decision().name());
            draft.write(
                    "appointment.next-steps-agreed",
                    "Both services have decided how to go on",
                    discussion.by(),
                    List.of());
            draft.announce(new CourseEvent.NextStepsAgreed(subject(), discussion.decision(), discussion.by(), now));
            new Offering(draft).next(discussion);
        });
    }

    /** The next step is not taken, for a reason; telling somebody cannot be left undone. */
    public Ruling leave(String duty, Actor by, String reason, Rules rules, Instant now) {
        return duties.stream()
                        .filter(d -> d.id().equals(duty) && d.isOwed())
                        .noneMatch(d -> d.kind() == Duty.Kind.OFFER_ANOTHER || d.kind() == Duty.Kind.OFFER_HOME_VISIT)
                ? new Ruling.Against(Ruling.Why.NOTHING_OWED)
                : whileOpen(rules, now, draft -> draft.end(duty, Duty.How.NOT_DONE, by, now, reason));
    }

    /** The course ends, for a reason. What must be told and decided stays owed until it is. */
    public Ruling end(Actor by, String reason, Rules rules, Instant now) {
        if (owed().stream().anyMatch(d -> d.kind() == Duty.Kind.TELL || d.kind() == Duty.Kind.DISCUSS_JOINTLY)) {
            return new Ruling.Against(Ruling.Why.SOMETHING_OWED);
        }
        return whileOpen(rules, now, draft -> {
            owed().forEach(d -> draft.end(d.id(), Duty.How.NOT_DONE, by, now, reason));
            draft.endedAt = now;
            draft.write("appointment.ended", "Appointments end: " + reason, by, List.of());
        });
    }

    /** A person has acknowledged the notice of a duty to tell: that is the telling. The moment of the act counts. */
    public Optional<Change<Course, CourseEvent>> acknowledged(
            String purpose, Actor by, Instant at, Rules rules, Instant now) {
        return duties.stream()
                .filter(d -> d.id().equals(purpose) && d.isOwed() && d.kind() == Duty.Kind.TELL)
                .filter(d -> isFor(d, by.agency()))
                .findFirst()
                .map(d -> {
                    var draft = new Draft(this, rules, now);
                    draft.end(d.id(), Duty.How.DONE, by, at, "Acknowledged by a person of " + by.agency());
                    return draft.change();
                });
    }

    /** The other side has to know: one's own colleague's receipt is not enough where others are told too. */
    private boolean isFor(Duty duty, String acknowledging) {
        boolean others = duty.told().stream().anyMatch(to -> !to.agency().equals(agency));
        return others ? !acknowledging.equals(agency) : acknowledging.equals(agency);
    }

    /** What newly published bank holidays make of its clocks; empty when none was computed with an older list. */
    public Optional<Change<Course, CourseEvent>> brought(Instant now, Rules rules) {
        return new Passing(new Draft(this, rules, now)).brought();
    }

    /** Time goes on: those who come are reminded, owners warned, and people told of what is overdue. */
    public Change<Course, CourseEvent> elapse(Instant now, Rules rules) {
        var draft = new Draft(this, rules, now);
        new Passing(draft).elapse();
        return draft.change();
    }

    /** What is known of the family now. */
    Course with(FamilyWork known) {
        return new Course(
                id,
                reference,
                protocol,
                purpose,
                agency,
                worker,
                known,
                offers,
                duties,
                discussions,
                countedFrom,
                failingSince,
                endedAt,
                begunAt,
                clocks,
                history);
    }

    private Ruling owed(
            String duty, Duty.Kind kind, Rules rules, Instant now, java.util.function.Consumer<Draft> command) {
        if (duties.stream().noneMatch(d -> d.id().equals(duty) && d.isOwed() && d.kind() == kind)) {
            return new Ruling.Against(Ruling.Why.NOTHING_OWED);
        }
        return whileOpen(rules, now, command);
    }

    private Ruling whileOpen(Rules rules, Instant now, java.util.function.Consumer<Draft> command) {
        if (!isOpen()) {
            return new Ruling.Against(Ruling.Why.ENDED);
        }
        var draft = new Draft(this, rules, now);
        command.accept(draft);
        return new Ruling.Done(draft.change());
    }
}
