package uk.kinbridge.assessment.appointment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.appointment.CourseEvent.Told;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.kept.Happening;
import uk.kinbridge.assessment.news.Addressee;
import uk.kinbridge.assessment.news.News;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.protocols.chasing.ChasePlan;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.published.RunningClock;
import uk.kinbridge.protocols.time.Deadline;
import uk.kinbridge.protocols.time.Within;

/** A course of appointments while one command changes it; it never leaves the command. */
final class Draft {

    private static final Within WARN_BEFORE = Within.workingHours(2);

    private final Course before;
    final Rules rules;
    final Instant now;
    private final List<CourseEvent> events = new ArrayList<>();
    private final List<Happening> history;
    private final List<Duty> duties;
    final List<Offer> offers;
    final List<Discussion> discussions;
    Clocks clocks;

    @Nullable
    Instant countedFrom;

    @Nullable
    Instant failingSince;

    @Nullable
    Instant endedAt;

    Draft(Course before, Rules rules, Instant now) {
        this.before = before;
        this.rules = rules;
        this.now = now;
        this.history = new ArrayList<>(before.history());
        this.duties = new ArrayList<>(before.duties());
        this.offers = new ArrayList<>(before.offers());
        this.discussions = new ArrayList<>(before.discussions());
        this.clocks = new Clocks(before.clocks());
        this.countedFrom = before.countedFrom();
        this.failingSince = before.failingSince();
        this.endedAt = before.endedAt();
    }

    /** The course as the command has left it so far. */
    Course course() {
        return new Course(
                before.id(),
                before.reference(),
                before.protocol(),
                before.purpose(),
                before.agency(),
                before.worker(),
                before.work(),
                offers,
                duties,
                discussions,
                countedFrom,
                failingSince,
                endedAt,
                before.begunAt(),
                clocks.all(),
                history);
    }

    Change<Course, CourseEvent> change() {
        return new Change<>(course(), events);
    }

    List<Duty> duties() {
        return List.copyOf(duties);
    }

    /** Who is told when the one in charge of the course is meant. */
    Addressee worker() {
        return new Addressee(before.agency(), "practitioner", before.worker().person());
    }

    void put(Offer offer) {
        offers.removeIf(o -> o.number() == offer.number());
        offers.add(offer);
        offers.sort((a, b) -> Integer.compare(a.number(), b.number()));
    }

    void write(String what, String words, @Nullable Actor by, List<String> obligations) {
        history.add(new Happening(now, what, words, by, obligations));
    }

    void announce(CourseEvent event) {
        events.add(event);
    }

    /** A duty with its clock; what it is called is unique however often an outcome is corrected. */
    Duty owe(
            Duty.Kind kind,
            int offer,
            String words,
            List<String> obligations,
            List<Addressee> told,
            Deadline deadline) {
        var name = kind.word() + "-" + offer;
        long earlier = duties.stream()
                .filter(d -> d.kind() == kind && d.offer() == offer)
                .count();
        var id = earlier == 0 ? name : name + "-again-" + earlier;
        var duty = new Duty(id, kind, offer, words, obligations, told, null);
        duties.add(duty);
        clocks = clocks.with(RunningClock.started(
                id, obligations, new Owner(before.agency(), "practitioner"), deadline, WARN_BEFORE));
        return duty;
    }

    /** The duty ends with its clock; what had been told as overdue is told as over. */
    void end(String id, Duty.How how, @Nullable Actor by, Instant at, String words) {
        duties.replaceAll(d -> d.id().equals(id) && d.isOwed() ? d.ended(new Duty.Ending(how, by, at, words)) : d);
        var running = clocks.running(id);
        if (how == Duty.How.DONE) {
            clocks = clocks.met(id, at);
        } else {
            clocks = new Clocks(clocks.all().stream()
                    .map(c -> c.kind().equals(id)
                            ? new Clocks(List.of(c)).cancelledAll(at).all().getFirst()
                            : c)
                    .toList());
        }
        running.filter(c -> c.breachedAt() != null && !referralKeeps(id))
                .ifPresent(c -> events.add(
                        new Told(new News.Overdue(before.about(), c, wordsOf(id), others(), before.protocol(), at))));
        if (by != null) {
            events.add(new Told(new News.NoticeFulfilled(before.about(), id, by, at)));
        }
    }

    /** The joint decision has a clock on the referral already, whose breach is told there. */
    boolean referralKeeps(String dutyId) {
        var referral = before.work().referral();
        return referral != null
                && rules.referralKeepsTheTalk(referral)
                && duties.stream().anyMatch(d -> d.id().equals(dutyId) && d.kind() == Duty.Kind.DISCUSS_JOINTLY);
    }

    String wordsOf(String dutyId) {
        return duties.stream()
                .filter(d -> d.id().equals(dutyId))
                .map(Duty::words)
                .findFirst()
                .orElse(dutyId);
    }

    List<String> others() {
        return before.parties().stream()
                .filter(agency -> !agency.equals(before.agency()))
                .toList();
    }

    /** Asks that somebody be told; what they need not confirm has no {@code acknowledgeBy}. */
    void tell(
            String purpose,
            Addressee to,
            String words,
            @Nullable String action,
            List<String> obligations,
            String urgency,
            @Nullable Instant acknowledgeBy) {
        tell(purpose, to, words, action, obligations, urgency, acknowledgeBy, null);
    }

    /** Tells by a rule of the pack, which says by when it is acknowledged, and who hears that it is not (HAC-17). */
    void tellBy(Notice rule, String purpose, Addressee to, List<Addressee> thenTell) {
        var chase = rules.chase(rule, new ChasePlan.People<>(to, thenTell, worker()), now);
        tell(
                purpose,
                to,
                rule.words(),
                chase == null ? null : "Confirm that you know",
                Rules.ids(rule.obligations()),
                chase == null ? "routine" : "priority",
                chase == null ? null : chase.acknowledgeBy(),
                chase == null ? null : new News.Pursued(before.worker(), chase));
    }

    private void tell(
            String purpose,
            Addressee to,
            String words,
            @Nullable String action,
            List<String> obligations,
            String urgency,
            @Nullable Instant acknowledgeBy,
            News.@Nullable Pursued pursued) {
        var cited = obligations.isEmpty() ? rules.obligations() : obligations;
        events.add(new Told(new News.NoticeRequested(
                before.about(),
                purpose,
                to,
                words + " (" + before.reference() + ").",
                action,
                cited.getFirst(),
                urgency,
                acknowledgeBy,
                pursued,
                before.protocol().pack(),
                now)));
    }
}
