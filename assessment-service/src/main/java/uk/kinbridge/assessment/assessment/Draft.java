package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.assessment.Assessment.State;
import uk.kinbridge.assessment.assessment.AssessmentEvent.Addressee;
import uk.kinbridge.assessment.assessment.AssessmentEvent.ClockMet;
import uk.kinbridge.assessment.assessment.AssessmentEvent.Happened;
import uk.kinbridge.assessment.assessment.AssessmentEvent.NoticeRequested;
import uk.kinbridge.assessment.assessment.AssessmentEvent.What;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.protocols.chasing.ChasePlan;

/** An assessment while one command changes it; it never leaves the command. */
final class Draft {

    private final Assessment before;
    private final List<AssessmentEvent> events = new ArrayList<>();
    private final List<Happening> history;
    private final List<Late> late = new ArrayList<>();
    private @Nullable Told happened;
    final List<Side> sides;
    final List<Part> parts;
    final List<Owed> owed;
    final List<Harm> harms;
    final List<String> reopened;
    final List<SharedOutcome> outcomes;
    final List<Edition> editions;

    Pinned protocol;
    String title;
    KnownFamily family;
    State state;
    Joint joint;

    @Nullable
    Closed closed;

    @Nullable
    RiskDecision risk;

    @Nullable
    String referral;

    Clocks clocks;

    private record Late(uk.kinbridge.platform.clock.Clock clock, String words, Instant at) {}

    private record Told(
            What what, Actor by, Instant at, @Nullable Instant appointmentAt) {}

    Draft(Assessment before) {
        this.before = before;
        this.protocol = before.protocol();
        this.title = before.title();
        this.family = before.family();
        this.referral = before.referral();
        this.sides = new ArrayList<>(before.sides());
        this.state = before.state();
        this.parts = new ArrayList<>(before.parts());
        this.joint = before.joint();
        this.risk = before.risk();
        this.owed = new ArrayList<>(before.owed());
        this.harms = new ArrayList<>(before.harms());
        this.reopened = new ArrayList<>(before.reopened());
        this.outcomes = new ArrayList<>(before.outcomes());
        this.editions = new ArrayList<>(before.editions());
        this.closed = before.closed();
        this.clocks = new Clocks(before.clocks());
        this.history = new ArrayList<>(before.history());
    }

    Assessment before() {
        return before;
    }

    void write(Instant at, String what, String words, @Nullable Actor by, List<String> obligations) {
        history.add(new Happening(at, what, words, by, obligations));
    }

    void tell(Telling telling, Addressee to, Instant at) {
        events.add(new NoticeRequested(
                before.id(),
                before.reference(),
                telling.purpose(),
                to,
                telling.words() + " (" + before.reference() + ").",
                telling.action(),
                telling.obligation(),
                telling.urgency(),
                telling.acknowledgeBy(),
                telling.sender(),
                telling.chase(),
                protocol.pack(),
                at));
    }

    void announce(AssessmentEvent event) {
        events.add(event);
    }

    /** Others hear of it with the assessment as it is after the command. */
    void happened(What what, Actor by, Instant at, @Nullable Instant appointmentAt) {
        happened = new Told(what, by, at, appointmentAt);
    }

    /** Meets the open clock of that kind; one that had been told as overdue is told as met. */
    void met(String kind, String words, Instant at) {
        clocks.running(kind)
                .filter(clock -> clock.breachedAt() != null)
                .ifPresent(clock -> late.add(new Late(clock, words, at)));
        clocks = clocks.met(kind, at);
    }

    Change<Assessment, AssessmentEvent> change() {
        var next = next();
        var all = new ArrayList<AssessmentEvent>();
        var told = happened;
        if (told != null) {
            all.add(new Happened(told.what(), next, told.by(), told.at(), told.appointmentAt()));
        }
        events.forEach(event -> all.add(
                event instanceof AssessmentEvent.ClockBreached b
                        ? new AssessmentEvent.ClockBreached(next, b.clock(), b.words())
                        : event));
        late.forEach(l -> all.add(new ClockMet(next, l.clock(), l.words(), l.at())));
        return new Change<>(next, all);
    }

    private Assessment next() {
        return new Assessment(
                before.id(),
                before.reference(),
                protocol,
                before.area(),
                before.kind(),
                title,
                family,
                before.person(),
                referral,
                sides,
                state,
                parts,
                joint,
                risk,
                owed,
                harms,
                reopened,
                outcomes,
                editions,
                closed,
                before.worker(),
                before.begunAt(),
                clocks.all(),
                history);
    }

    /** What is told, to whomever. */
    record Telling(
            String purpose,
            String words,
            @Nullable String action,
            String obligation,
            String urgency,
            @Nullable Instant acknowledgeBy,
            @Nullable Actor sender,
            @Nullable ChasePlan<Addressee> chase) {

        static Telling of(String purpose, String words, String obligation) {
            return new Telling(purpose, words, null, obligation, "priority", null, null, null);
        }

        Telling asking(String toDo) {
            return new Telling(purpose, words, toDo, obligation, urgency, acknowledgeBy, sender, chase);
        }

        Telling acknowledgedBy(@Nullable Instant time) {
            return new Telling(purpose, words, action, obligation, urgency, time, sender, chase);
        }

        /** On that person's behalf; while nobody acknowledges it, it is chased like that (HAC-17). */
        Telling pursued(Actor by, ChasePlan<Addressee> plan) {
            return new Telling(purpose, words, action, obligation, urgency, plan.acknowledgeBy(), by, plan);
        }

        Telling atOnce() {
            return new Telling(purpose, words, action, obligation, "immediate", acknowledgeBy, sender, chase);
        }
    }
}
