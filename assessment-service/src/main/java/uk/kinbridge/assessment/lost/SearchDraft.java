package uk.kinbridge.assessment.lost;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.kept.Happening;
import uk.kinbridge.assessment.kept.Spoken;
import uk.kinbridge.assessment.news.Addressee;
import uk.kinbridge.assessment.news.News;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.clock.Clocks.Elapsed;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.protocols.pack.AppointmentRule;
import uk.kinbridge.protocols.published.Brought;
import uk.kinbridge.protocols.published.RunningClock;
import uk.kinbridge.protocols.time.Within;

/** A search while one command changes it; it never leaves the command. */
final class SearchDraft {

    private static final Within WARN_BEFORE = Within.workingHours(2);
    private static final Within INFORMED_WITHIN = new Within.SameWorkingDay();

    private final Search before;
    private final SearchRules rules;
    private final Instant now;
    private final List<SearchEvent> events = new ArrayList<>();
    private final List<Line> checklist;
    private final List<Happening> history;
    private FrontDoor frontDoor;
    private Search.@Nullable Found found;
    private Clocks clocks;

    SearchDraft(Search before, SearchRules rules, Instant now) {
        this.before = before;
        this.rules = rules;
        this.now = now;
        this.checklist = new ArrayList<>(before.checklist());
        this.history = new ArrayList<>(before.history());
        this.frontDoor = before.frontDoor();
        this.found = before.found();
        this.clocks = new Clocks(before.clocks());
    }

    Change<Search, SearchEvent> change() {
        return new Change<>(
                new Search(
                        before.id(),
                        before.reference(),
                        before.protocol(),
                        before.agency(),
                        before.worker(),
                        before.family(),
                        before.agencies(),
                        before.shields(),
                        checklist,
                        frontDoor,
                        found,
                        before.begunAt(),
                        clocks.all(),
                        history),
                events);
    }

    void begin() {
        var rule = rules.clock();
        start(Search.FIND, rule.map(c -> c.within()).orElse(SearchRules.FOUND_OTHERWISE));
        write("family.lost-to-contact", "The family cannot be found; everybody on the list is asked", before.worker());
        var within = rules.rule().map(AppointmentRule::within).orElse(INFORMED_WITHIN);
        tell(
                "lost-to-contact",
                worker(),
                "A family has lost contact. Ask everybody on the list, and record who was asked",
                "Work through the checklist",
                rules.deadline(within == null ? INFORMED_WITHIN : within, now, before.agency())
                        .due());
        others().forEach(agency -> tell(
                "lost-to-contact",
                new Addressee(agency, "safeguarding-lead", null),
                "A family that your agency works with has lost contact. Say so if you know where it is",
                "Say whether you know",
                null));
        events.add(new SearchEvent.Lost(
                before.id(),
                before.reference(),
                before.agency(),
                before.family(),
                before.worker(),
                now,
                rules.obligations()));
    }

    void asked(int number, Line.Asked asked) {
        checklist.replaceAll(line -> line.number() == number ? line.with(asked) : line);
        write("family.asked", line(number) + " was asked", asked.by());
        boolean nobodyKnows = checklist.stream().allMatch(Line::isAnswered)
                && checklist.stream().noneMatch(Line::knows);
        if (nobodyKnows) {
            askFrontDoor("Everybody on the list was asked, and nobody knows where the family is");
        }
    }

    private String line(int number) {
        return checklist.stream()
                .filter(line -> line.number() == number)
                .map(Line::words)
                .findFirst()
                .orElse("Somebody");
    }

    void add(String words, Actor by) {
        checklist.add(new Line(checklist.size() + 1, null, words, List.of()));
        write("family.line-added", "Somebody else is asked", by);
    }

    /** A notice that a person has to confirm, a number to call, and a clock; once (SAL-21). */
    private void askFrontDoor(String why) {
        if (frontDoor.askedAt() != null) {
            return;
        }
        frontDoor = frontDoor.asked(now);
        write("front-door.asked", why, null);
        var due = start(Search.INFORM, INFORMED_WITHIN);
        frontDoor
                .agencies()
                .forEach(agency -> tell(
                        Search.INFORM,
                        new Addressee(agency, "duty-worker", null),
                        "A family has lost contact and cannot be found. " + why,
                        "Confirm that you know, and what you do",
                        due));
        tell(
                Search.INFORM + "-call",
                worker(),
                why + ". Call " + frontDoor.spoken() + " now",
                "Call, and record the call",
                null);
    }

    void informed(FrontDoor.Informed how) {
        frontDoor = frontDoor.informed(how);
        meet(Search.INFORM, how.at());
        meet(Search.FIND, how.at());
        write("front-door.informed", "The front door of Children's Social Care knows", how.by());
        events.add(new SearchEvent.Told(new News.NoticeFulfilled(before.about(), Search.INFORM, how.by(), how.at())));
        events.add(new SearchEvent.Told(
                new News.NoticeFulfilled(before.about(), Search.INFORM + "-call", how.by(), how.at())));
    }

    void found(Search.Found how) {
        found = how;
        meet(Search.FIND, how.at());
        meet(Search.INFORM, how.at());
        write("family.found", "The family has been found", how.by());
        for (var purpose : List.of("lost-to-contact", Search.INFORM, Search.INFORM + "-call")) {
            events.add(new SearchEvent.Told(new News.NoticeFulfilled(before.about(), purpose, how.by(), how.at())));
        }
        var told = Stream.concat(
                        others().stream().map(agency -> new Addressee(agency, "safeguarding-lead", null)),
                        frontDoor.askedAt() == null
                                ? Stream.<Addressee>empty()
                                : frontDoor.agencies().stream().map(a -> new Addressee(a, "duty-worker", null)))
                .distinct();
        told.forEach(to -> tell("found", to, "The family that had lost contact has been found", null, null));
        events.add(new SearchEvent.Found(
                before.id(), before.reference(), before.agency(), before.family(), how.by(), how.at()));
    }

    /** Newly published bank holidays move what they move in sight of who searches. */
    Optional<Change<Search, SearchEvent>> brought() {
        return Brought.of(clocks.all(), clock -> rules.calendarOf(clock.owner().agency()), now)
                .map(brought -> {
                    clocks = new Clocks(brought.clocks());
                    brought.moved().forEach(this::moved);
                    return change();
                });
    }

    private void moved(Brought.Moved move) {
        var words = words(move.clock());
        write("clock.moved", words + ": " + move.words(), null);
        tell(move.purpose(), worker(), move.told("this is due") + ": " + words, words, null);
    }

    void elapse() {
        var tick = clocks.elapse(now);
        clocks = tick.clocks();
        for (var elapsed : tick.elapsed()) {
            switch (elapsed) {
                case Elapsed.Warned(Clock clock) ->
                    tell(
                            clock.kind() + "-due-soon" + RunningClock.again(clock),
                            worker(),
                            "Not done yet and due on " + Spoken.of(clock.dueAt()) + ": " + words(clock),
                            words(clock),
                            null);
                case Elapsed.Breached(Clock clock) -> breached(clock);
            }
        }
    }

    private void breached(Clock clock) {
        var words = "Overdue since " + Spoken.of(clock.dueAt()) + ": " + words(clock) + ". Call " + frontDoor.spoken();
        write("clock.breached", words, null);
        var told = new ArrayList<Addressee>();
        told.add(new Addressee(before.agency(), "manager", null));
        told.add(new Addressee(before.agency(), "safeguarding-lead", null));
        if (clock.kind().equals(Search.INFORM)) {
            frontDoor.agencies().forEach(agency -> told.add(new Addressee(agency, "manager", null)));
        }
        told.forEach(to -> tell(clock.kind() + "-overdue", to, words, words(clock), null));
        events.add(new SearchEvent.Told(
                new News.Overdue(before.about(), clock, words(clock), othersAndDoor(), before.protocol(), null)));
        if (clock.kind().equals(Search.FIND)) {
            askFrontDoor("The family was not found in the time that the protocol gives");
        }
    }

    private String words(Clock clock) {
        return clock.kind().equals(Search.INFORM)
                ? "Children's Social Care is told that the family cannot be found"
                : rules.clock().map(c -> c.words()).orElse("The family is found, or Children's Social Care is told");
    }

    private Instant start(String kind, Within within) {
        var deadline = rules.deadline(within, now, before.agency());
        clocks = clocks.with(RunningClock.started(
                kind, rules.obligations(), new Owner(before.agency(), "practitioner"), deadline, WARN_BEFORE));
        return deadline.due();
    }

    private void meet(String kind, Instant at) {
        clocks.running(kind)
                .filter(clock -> clock.breachedAt() != null)
                .ifPresent(clock -> events.add(new SearchEvent.Told(new News.Overdue(
                        before.about(), clock, words(clock), othersAndDoor(), before.protocol(), at))));
        clocks = clocks.met(kind, at);
    }

    private List<String> others() {
        return before.agencies().stream()
                .filter(agency -> !agency.equals(before.agency()))
                .toList();
    }

    private List<String> othersAndDoor() {
        return Stream.concat(others().stream(), frontDoor.agencies().stream())
                .distinct()
                .toList();
    }

    private Addressee worker() {
        return new Addressee(before.agency(), "practitioner", before.worker().person());
    }

    private void write(String what, String words, @Nullable Actor by) {
        history.add(new Happening(now, what, words, by, rules.obligations()));
    }

    private void tell(
            String purpose, Addressee to, String words, @Nullable String action, @Nullable Instant acknowledgeBy) {
        events.add(new SearchEvent.Told(new News.NoticeRequested(
                before.about(),
                purpose,
                to,
                words + " (" + before.reference() + ").",
                action,
                rules.obligations().getFirst(),
                "priority",
                acknowledgeBy,
                null,
                before.protocol().pack(),
                now)));
    }
}
