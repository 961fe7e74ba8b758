package uk.kinbridge.assessment.lost;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.family.Shield;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.kept.Happening;
import uk.kinbridge.assessment.kept.Pinned;
import uk.kinbridge.assessment.news.About;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocked;
import uk.kinbridge.platform.clock.Clocks;

/**
 * A family has lost contact and its whereabouts are not known: the protocol's checklist is worked through, and when
 * nobody knows, the front door of Children's Social Care is told (SAL-21). Only finding the family ends it.
 *
 * @param worker who of the agency searches: the recovery coordinator or key worker
 * @param agencies those that work with the family
 * @param found null while it is lost
 */
public record Search(
        String id,
        String reference,
        Pinned protocol,
        String agency,
        Actor worker,
        String family,
        List<String> agencies,
        List<Shield> shields,
        List<Line> checklist,
        FrontDoor frontDoor,
        @Nullable Found found,
        Instant begunAt,
        List<Clock> clocks,
        List<Happening> history)
        implements Clocked {

    static final String FIND = "find-the-family";
    static final String INFORM = "inform-front-door";

    public Search {
        agencies = List.copyOf(agencies);
        shields = List.copyOf(shields);
        checklist = List.copyOf(checklist);
        clocks = List.copyOf(clocks);
        history = List.copyOf(history);
    }

    /** That the family was found. No place is kept here: it belongs in the family record, which guards it. */
    public record Found(Actor by, Instant at, String words) {}

    /** How a command ends. */
    public sealed interface Ruling {
        record Done(Change<Search, SearchEvent> change) implements Ruling {}

        record Against(Why why) implements Ruling {}
    }

    /** Why something cannot be done. */
    public enum Why {
        FOUND_ALREADY,
        NO_SUCH_LINE,
        /** Somebody of the front door has confirmed it already. */
        INFORMED_ALREADY
    }

    public boolean isOpen() {
        return found == null;
    }

    /** The agencies that may know of it; the front door from when it was asked to. */
    public List<String> parties() {
        return Stream.of(
                        Stream.of(agency),
                        agencies.stream(),
                        frontDoor.askedAt() == null ? Stream.<String>empty() : frontDoor.agencies().stream())
                .flatMap(all -> all)
                .distinct()
                .toList();
    }

    public Optional<Instant> wakeAt() {
        return isOpen() ? new Clocks(clocks).wakeAt() : Optional.empty();
    }

    About about() {
        return new About("lost-to-contact", id, reference, "/api/lost-to-contact/" + id);
    }

    /** It begins with the checklist of the protocol, and its clocks run at once. */
    static Change<Search, SearchEvent> begun(
            String id,
            String reference,
            String family,
            List<String> agencies,
            List<Shield> shields,
            Actor by,
            SearchRules rules,
            Instant now) {
        var lines = new ArrayList<Line>();
        for (var role : rules.checklist()) {
            lines.add(new Line(lines.size() + 1, role.word(), role.word().replace('-', ' '), List.of()));
        }
        var draft = new SearchDraft(
                new Search(
                        id,
                        reference,
                        rules.pinned(),
                        by.agency(),
                        by,
                        family,
                        agencies,
                        shields,
                        lines,
                        rules.frontDoor(by.agency()),
                        null,
                        now,
                        List.of(),
                        List.of()),
                rules,
                now);
        draft.begin();
        return draft.change();
    }

    /** Somebody of the checklist was asked. When the last one does not know either, the front door is told at once. */
    public Ruling asked(int line, Line.Asked asked, SearchRules rules, Instant now) {
        if (checklist.stream().noneMatch(l -> l.number() == line)) {
            return new Ruling.Against(Why.NO_SUCH_LINE);
        }
        return whileLost(rules, now, draft -> draft.asked(line, asked));
    }

    /** Somebody else who may know. */
    public Ruling add(String words, Actor by, SearchRules rules, Instant now) {
        return whileLost(rules, now, draft -> draft.add(words, by));
    }

    /** A person of the front door was told, by telephone for example. */
    public Ruling informed(FrontDoor.Informed how, SearchRules rules, Instant now) {
        return frontDoor.informed() != null
                ? new Ruling.Against(Why.INFORMED_ALREADY)
                : whileLost(rules, now, draft -> draft.informed(how));
    }

    /** The family has been found: everything that runs ends, and all who were told hear of it. */
    public Ruling found(Found how, SearchRules rules, Instant now) {
        return whileLost(rules, now, draft -> draft.found(how));
    }

    /** A person of the front door has acknowledged the notice: they know. */
    public Optional<Change<Search, SearchEvent>> acknowledged(
            String purpose, Actor by, Instant at, SearchRules rules, Instant now) {
        if (!isOpen()
                || !purpose.equals(INFORM)
                || frontDoor.informed() != null
                || !frontDoor.agencies().contains(by.agency())) {
            return Optional.empty();
        }
        var draft = new SearchDraft(this, rules, now);
        draft.informed(new FrontDoor.Informed(by, at, "Acknowledged by a person of " + by.agency()));
        return Optional.of(draft.change());
    }

    /** What newly published bank holidays make of its clocks; empty when none was computed with an older list. */
    public Optional<Change<Search, SearchEvent>> brought(Instant now, SearchRules rules) {
        return new SearchDraft(this, rules, now).brought();
    }

    /** Time goes on: who searches is warned; when the family is not found in time, the front door is told without them. */
    public Change<Search, SearchEvent> elapse(Instant now, SearchRules rules) {
        var draft = new SearchDraft(this, rules, now);
        draft.elapse();
        return draft.change();
    }

    private Ruling whileLost(SearchRules rules, Instant now, java.util.function.Consumer<SearchDraft> command) {
        if (!isOpen()) {
            return new Ruling.Against(Why.FOUND_ALREADY);
        }
        var draft = new SearchDraft(this, rules, now);
        command.accept(draft);
        return new Ruling.Done(draft.change());
    }
}
