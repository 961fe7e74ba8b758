package uk.kinbridge.referral.treatment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocked;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.clock.Clocks.Elapsed;
import uk.kinbridge.protocols.pack.PackReference;
import uk.kinbridge.protocols.published.Brought;
import uk.kinbridge.protocols.published.PinnedCalendars;
import uk.kinbridge.protocols.published.RunningClock;
import uk.kinbridge.referral.information.Worker;
import uk.kinbridge.referral.notice.Addressee;

/**
 * A member of a family has entered treatment (SAL-16): who has been told of it, and who outside has still to be told.
 *
 * @param member who is treated
 * @param by the worker of the treating agency, who recorded it
 * @param others the agencies that work with the family too
 * @param told whom the suite has told, or why nobody; what is said later takes its place
 */
public record Treatment(
        String id,
        String reference,
        String family,
        String member,
        Worker by,
        PackReference protocol,
        LocalDate enteredOn,
        Instant at,
        List<String> others,
        Told told,
        List<Outside> outside,
        List<Clock> clocks)
        implements Clocked {

    public Treatment {
        others = List.copyOf(others);
        outside = List.copyOf(outside);
        clocks = List.copyOf(clocks);
    }

    /**
     * What came of the question who may be told.
     *
     * @param agencies those that were told; empty for none
     * @param consent the consent on which that rests; null where nobody was told
     */
    public record Told(
            List<String> agencies, String words, @Nullable String consent, Instant at) {

        public Told {
            agencies = List.copyOf(agencies);
        }

        static Told nobody(String why, Instant at) {
            return new Told(List.of(), why, null, at);
        }

        /** Nobody is told any more; those who were, were. */
        Told noFurther(String why, Instant when) {
            return new Told(agencies, why, null, when);
        }
    }

    /**
     * Somebody without an account here who has to know, such as the school nurse.
     *
     * @param id what kind of agency, such as {@code school-nursing}
     * @param children members about whom they have to know
     * @param owner who tells them
     * @param onBreach who hears when that is not done in time
     * @param done null until they have been told, or a good reason stands against it
     */
    public record Outside(
            String id,
            String words,
            List<String> children,
            List<String> obligations,
            Addressee owner,
            List<Addressee> onBreach,
            @Nullable Done done) {

        public Outside {
            children = List.copyOf(children);
            obligations = List.copyOf(obligations);
            onBreach = List.copyOf(onBreach);
        }

        /** Its clock, and the notice that asks for it. */
        String kind() {
            return "tell-" + id;
        }

        String dueSoon(Clock clock) {
            return kind() + "-due-soon" + RunningClock.again(clock);
        }

        String overdue() {
            return kind() + "-overdue";
        }

        /** The notice that says that it must not be done any more. */
        String stop() {
            return "stop-" + id;
        }

        /** The notice that waits for it now. */
        String asked() {
            return isStopped() ? stop() : kind();
        }

        /** Whether nobody was told because the consent to it ended. */
        boolean isStopped() {
            return done != null && done.consentEnded() != null;
        }

        Outside done(Done how) {
            return new Outside(id, words, children, obligations, owner, onBreach, how);
        }
    }

    /**
     * How it ended.
     *
     * @param told false where there was a good reason to tell nobody
     * @param whom who was told
     * @param how in which way; or why nobody was told
     * @param consentEnded the consent whose end stopped it; null where a person says how it ended
     */
    public record Done(
            boolean told,
            String whom,
            String how,
            Worker by,
            Instant at,
            @Nullable String consentEnded) {

        /** As a person says. */
        public Done(boolean told, String whom, String how, Worker by, Instant at) {
            this(told, whom, how, by, at, null);
        }

        static Done stopped(String consent, Worker by, Instant at) {
            return new Done(
                    false, "Nobody", "The person did not consent any more before they were told", by, at, consent);
        }
    }

    /** When time next matters. */
    public Optional<Instant> wakeAt() {
        return new Clocks(clocks).wakeAt();
    }

    public String agency() {
        return by.agency();
    }

    /** Whether the other services know of it. */
    public boolean isTold() {
        return told.consent() != null;
    }

    Optional<Outside> owed(String outsideId) {
        return outside.stream()
                .filter(one -> one.id().equals(outsideId) && one.done() == null)
                .findFirst();
    }

    /** Who was told before the news came that the consent had ended was told: that is a fact, and can be recorded. */
    Optional<Outside> stopped(String outsideId) {
        return outside.stream()
                .filter(one -> one.id().equals(outsideId) && one.isStopped())
                .findFirst();
    }

    Treatment with(Told next, List<Outside> asked, List<Clock> running) {
        return new Treatment(id, reference, family, member, by, protocol, enteredOn, at, others, next, asked, running);
    }

    /** Somebody outside has been told, or for a good reason has not. */
    Change<Treatment, TreatmentEvent> toldOutside(Outside owed, Done how) {
        var late = new Clocks(clocks).running(owed.kind()).filter(clock -> clock.breachedAt() != null);
        var next = with(
                told,
                outside.stream()
                        .map(one -> one.equals(owed) ? one.done(how) : one)
                        .toList(),
                new Clocks(clocks).met(owed.kind(), how.at()).all());
        return new Change<>(
                next,
                Stream.concat(
                                Stream.<TreatmentEvent>of(
                                        new TreatmentEvent.NoticeFulfilled(next, owed.asked(), how.by(), how.at())),
                                late.stream()
                                        .<TreatmentEvent>map(clock ->
                                                new TreatmentEvent.ClockMet(next, clock, owed.words(), how.at())))
                        .toList());
    }

    /**
     * The consent on which others are told has ended (SAL-03). What was told is not called back; whoever outside has not
     * been told must not be, and those who owe that hear why. All of it rests on that consent alone (ADR 0016).
     */
    Change<Treatment, TreatmentEvent> consentEnded(String consent, Worker by, Instant when) {
        if (!consent.equals(told.consent())) {
            return Change.silent(this);
        }
        var stopped = outside.stream().filter(one -> one.done() == null).toList();
        var left = new Clocks(clocks);
        for (var one : stopped) {
            left = left.cancelled(one.kind(), when);
        }
        var next = with(
                told.noFurther("The person does not consent any more; whoever was told by then knows", when),
                outside.stream()
                        .map(one -> stopped.contains(one) ? one.done(Done.stopped(consent, by, when)) : one)
                        .toList(),
                left.all());
        return new Change<>(
                next, stopped.stream().flatMap(one -> stop(next, one, by, when)).toList());
    }

    /** Nobody goes on asking for what must not be done, and nothing counts as overdue that is not owed. */
    private Stream<TreatmentEvent> stop(Treatment next, Outside one, Worker by, Instant when) {
        var clock = new Clocks(clocks).running(one.kind());
        var asked = Stream.of(
                        Stream.of(one.kind()),
                        clock.filter(c -> c.warnedAt() != null).map(one::dueSoon).stream(),
                        clock.filter(c -> c.breachedAt() != null).map(_ -> one.overdue()).stream())
                .flatMap(purposes -> purposes)
                .<TreatmentEvent>map(purpose -> new TreatmentEvent.NoticeFulfilled(next, purpose, by, when));
        var over = clock.filter(c -> c.breachedAt() != null).stream()
                .<TreatmentEvent>map(c -> new TreatmentEvent.ClockMet(next, c, one.words(), when));
        return Stream.of(asked, over, Stream.of(TreatmentEvent.NoticeRequested.stopped(next, one, when)))
                .flatMap(events -> events);
    }

    /** Time goes on: whoever owes it is warned, and others hear that it was not done. */
    public Change<Treatment, TreatmentEvent> elapse(Instant now) {
        var tick = new Clocks(clocks).elapse(now);
        var next = with(told, outside, tick.clocks().all());
        var events = new ArrayList<TreatmentEvent>();
        for (var elapsed : tick.elapsed()) {
            outside.stream()
                    .filter(one -> one.done() == null
                            && one.kind().equals(elapsed.clock().kind()))
                    .forEach(one -> events.addAll(late(next, one, elapsed, now)));
        }
        return new Change<>(next, events);
    }

    /** Newly published bank holidays give the time that the protocol means, in sight of who has to tell somebody. */
    public Optional<Change<Treatment, TreatmentEvent>> brought(PinnedCalendars calendars, Instant now) {
        return Brought.of(clocks, clock -> calendars.of(protocol, clock.owner().agency()), now)
                .map(brought -> {
                    var next = with(told, outside, brought.clocks());
                    return new Change<>(
                            next,
                            brought.moved().stream()
                                    .flatMap(move -> toOwner(next, move, now))
                                    .toList());
                });
    }

    private static Stream<TreatmentEvent> toOwner(Treatment next, Brought.Moved move, Instant now) {
        return next.outside().stream()
                .filter(one -> one.kind().equals(move.clock().kind()))
                .map(one -> TreatmentEvent.NoticeRequested.plain(
                        next, move.purpose(), one.owner(), move.told("this is due") + ": " + one.words(), one, now));
    }

    private static List<TreatmentEvent> late(Treatment next, Outside one, Elapsed elapsed, Instant now) {
        return switch (elapsed) {
            case Elapsed.Warned(Clock clock) ->
                List.of(TreatmentEvent.NoticeRequested.plain(
                        next, one.dueSoon(clock), one.owner(), "Not done yet: " + one.words(), one, now));
            case Elapsed.Breached(Clock clock) ->
                Stream.concat(
                                Stream.concat(Stream.of(one.owner()), one.onBreach().stream())
                                        .distinct()
                                        .<TreatmentEvent>map(to -> TreatmentEvent.NoticeRequested.plain(
                                                next, one.overdue(), to, "Overdue: " + one.words(), one, now)),
                                Stream.<TreatmentEvent>of(
                                        new TreatmentEvent.ClockBreached(next, clock, one.words(), one.onBreach())))
                        .toList();
        };
    }
}
