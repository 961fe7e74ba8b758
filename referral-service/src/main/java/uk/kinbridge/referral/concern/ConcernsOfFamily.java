package uk.kinbridge.referral.concern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocked;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.protocols.published.Brought;
import uk.kinbridge.protocols.published.PinnedCalendars;
import uk.kinbridge.protocols.published.RunningClock;
import uk.kinbridge.referral.information.Worker;

/**
 * All concerns about one family and what has become of them, in one document: a concern and the picture that it makes
 * are one write.
 *
 * @param id that of the family
 * @param holder the agency that keeps the family's record
 */
public record ConcernsOfFamily(
        String id, String holder, List<Concern> concerns, List<Picture> pictures, List<Clock> clocks)
        implements Clocked {

    public ConcernsOfFamily {
        concerns = List.copyOf(concerns);
        pictures = List.copyOf(pictures);
        clocks = List.copyOf(clocks);
    }

    static ConcernsOfFamily of(String familyId, String holder) {
        return new ConcernsOfFamily(familyId, holder, List.of(), List.of(), List.of());
    }

    /** When time next matters. */
    public Optional<Instant> wakeAt() {
        return new Clocks(clocks).wakeAt();
    }

    public Optional<Picture> picture(String pictureId) {
        return pictures.stream().filter(p -> p.id().equals(pictureId)).findFirst();
    }

    /** Pictures in which that concern counts: its contributor sees them. */
    public List<Picture> countedIn(Concern concern) {
        return pictures.stream()
                .filter(p -> p.concerns().contains(concern.id()))
                .toList();
    }

    Optional<Picture> open(String rule) {
        return pictures.stream()
                .filter(p -> p.rule().equals(rule) && p.isOpen())
                .findFirst();
    }

    /** One more concern; the rules of the protocol say what it adds up to (JWP-08, JWP-10, ENG-12). */
    Change<ConcernsOfFamily, ConcernEvent> add(Concern concern, AddingUp rules) {
        return rules.after(and(concern), concern);
    }

    ConcernsOfFamily and(Concern concern) {
        var more = new ArrayList<>(concerns);
        more.add(concern);
        return new ConcernsOfFamily(id, holder, more, pictures, clocks);
    }

    /**
     * The same with the concerns of records that have become part of this one, and without those of records that are
     * their own again. Each stays where it was recorded; what is here of them is what counts here.
     */
    ConcernsOfFamily with(List<ConcernsOfFamily> absorbed) {
        var all = new ArrayList<>(own());
        absorbed.forEach(file -> file.own().forEach(concern -> all.add(concern.from(file.id))));
        return new ConcernsOfFamily(id, holder, all, pictures, clocks);
    }

    private List<Concern> own() {
        return concerns.stream().filter(Concern::isOwn).toList();
    }

    /** Those that were not there before. */
    List<Concern> since(ConcernsOfFamily before) {
        var known = before.concerns.stream().map(Concern::id).toList();
        return concerns.stream().filter(c -> !known.contains(c.id())).toList();
    }

    /** Somebody who can act says what is done. */
    Change<ConcernsOfFamily, ConcernEvent> answer(String pictureId, Picture.Answer answer) {
        var picture = picture(pictureId).orElseThrow();
        var answered = picture.answered(answer);
        var late = late(picture);
        var next = new ConcernsOfFamily(
                id,
                holder,
                concerns,
                pictures.stream()
                        .map(p -> p.id().equals(pictureId) ? answered : p)
                        .toList(),
                new Clocks(clocks).met(picture.clockKind(), answer.at()).all());
        var told = contributors(answered).stream()
                .<ConcernEvent>map(worker -> toContributor(
                        answered,
                        worker,
                        "picture-answered",
                        "Somebody has said what is done about the concerns that you and others recorded ("
                                + answered.reference() + ").",
                        answer.at()));
        // Whoever was asked to look at it, and has not said so, need not any more.
        var settled = Stream.<ConcernEvent>of(
                new ConcernEvent.NoticeFulfilled(answered, Picture.RAISED, answer.by(), answer.at()));
        var met = late.stream().map(clock -> met(answered, clock, answer.at()));
        return new Change<>(
                next, Stream.of(told, settled, met).flatMap(events -> events).toList());
    }

    /** The clock of a picture that nobody has answered in time. */
    Optional<Clock> late(Picture picture) {
        return new Clocks(clocks).running(picture.clockKind()).filter(clock -> clock.breachedAt() != null);
    }

    /** What had been told as overdue is told as over. */
    ConcernEvent met(Picture picture, Clock clock, Instant at) {
        return new ConcernEvent.ClockMet(id, picture, clock, others(picture, clock), at);
    }

    /** Whose people contributed, but for the agency that owes the answer. */
    private List<String> others(Picture picture, Clock clock) {
        return contributors(picture).stream()
                .map(Worker::agency)
                .distinct()
                .filter(agency -> !agency.equals(clock.owner().agency()))
                .toList();
    }

    /** Nobody has answered in time: the people whom the pack names are told. */
    public Change<ConcernsOfFamily, ConcernEvent> elapse(Instant now) {
        var tick = new Clocks(clocks).elapse(now);
        var next = new ConcernsOfFamily(
                id, holder, concerns, pictures, tick.clocks().all());
        var told = new ArrayList<ConcernEvent>();
        for (var elapsed : tick.elapsed()) {
            pictures.stream()
                    .filter(p ->
                            p.isOpen() && p.clockKind().equals(elapsed.clock().kind()))
                    .forEach(p -> told.addAll(late(elapsed, p, now)));
        }
        return new Change<>(next, told);
    }

    /** Newly published bank holidays give the time that the protocol means, in sight of who owes the answer. */
    public Optional<Change<ConcernsOfFamily, ConcernEvent>> brought(PinnedCalendars calendars, Instant now) {
        return Brought.of(
                        clocks,
                        clock -> calendars.of(
                                waitingFor(clock).protocol(), clock.owner().agency()),
                        now)
                .map(brought -> new Change<>(
                        with(pictures, brought.clocks()),
                        brought.moved().stream().map(move -> toOwner(move, now)).toList()));
    }

    private Picture waitingFor(Clock clock) {
        return pictures.stream()
                .filter(p -> p.isOpen() && p.clockKind().equals(clock.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no picture waits on the clock " + clock.kind()));
    }

    private ConcernEvent toOwner(Brought.Moved move, Instant now) {
        var clock = move.clock();
        var picture = waitingFor(clock);
        return new ConcernEvent.NoticeRequested(
                id,
                picture,
                "picture-moved-" + clock.calendar(),
                clock.owner().agency(),
                clock.owner().role(),
                null,
                move.told("it is to be said what is done about a growing picture") + " (" + picture.reference() + ").",
                clock.obligations(),
                false,
                now);
    }

    private List<ConcernEvent> late(Clocks.Elapsed elapsed, Picture picture, Instant now) {
        boolean breached = elapsed instanceof Clocks.Elapsed.Breached;
        var owner = elapsed.clock().owner();
        var to = breached ? picture.onBreach() : List.of(new Picture.Addressee(owner.agency(), owner.role()));
        var notices = to.stream()
                .<ConcernEvent>map(one -> new ConcernEvent.NoticeRequested(
                        id,
                        picture,
                        breached ? "picture-overdue" : "picture-due-soon" + RunningClock.again(elapsed.clock()),
                        one.agency(),
                        one.role(),
                        null,
                        (breached ? "Nobody has said what is done" : "It has to be said soon what is done")
                                + " about a growing picture (" + picture.reference() + ").",
                        elapsed.clock().obligations(),
                        breached,
                        now));
        var news = breached
                ? Stream.<ConcernEvent>of(new ConcernEvent.ClockBreached(
                        id, picture, elapsed.clock(), others(picture, elapsed.clock()), to))
                : Stream.<ConcernEvent>empty();
        return Stream.concat(notices, news).toList();
    }

    List<Worker> contributors(Picture picture) {
        return concerns.stream()
                .filter(c -> picture.concerns().contains(c.id()))
                .map(Concern::by)
                .distinct()
                .toList();
    }

    ConcernEvent toContributor(Picture picture, Worker worker, String purpose, String words, Instant at) {
        return new ConcernEvent.NoticeRequested(
                id,
                picture,
                purpose,
                worker.agency(),
                "practitioner",
                worker.person(),
                words,
                picture.obligations(),
                false,
                at);
    }

    ConcernEvent toRole(Picture picture, Picture.Addressee to, String purpose, String words, Instant at) {
        return new ConcernEvent.NoticeRequested(
                id,
                picture,
                purpose,
                to.agency(),
                to.role(),
                null,
                words + " (" + picture.reference() + ").",
                picture.obligations(),
                false,
                at);
    }

    ConcernsOfFamily with(List<Picture> nextPictures, List<Clock> nextClocks) {
        return new ConcernsOfFamily(id, holder, concerns, nextPictures, nextClocks);
    }
}
