package uk.kinbridge.assessment.engagement;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.appointment.Rules;
import uk.kinbridge.assessment.family.Shield;
import uk.kinbridge.assessment.kept.Happening;
import uk.kinbridge.assessment.kept.Pinned;
import uk.kinbridge.assessment.kept.Spoken;
import uk.kinbridge.assessment.news.About;
import uk.kinbridge.assessment.news.News;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocked;
import uk.kinbridge.platform.clock.Clocks;

/**
 * How one family takes up what services offer it, over all services and members, and the reviews of risk that patterns
 * in it have asked for (FAP-12). No place is kept here, and no name.
 *
 * @param id of the family
 * @param agencies those that work with it
 * @param protocol under which something was seen the last time; null before
 */
public record Engagement(
        String id,
        String reference,
        List<Seen> seen,
        List<String> agencies,
        List<Shield> shields,
        @Nullable Pinned protocol,
        List<RiskReview> reviews,
        List<Clock> clocks,
        List<Happening> history)
        implements Clocked {

    /** Longer than any protocol looks back. */
    private static final Period KEPT = Period.ofMonths(18);

    public Engagement {
        seen = List.copyOf(seen);
        agencies = List.copyOf(agencies);
        shields = List.copyOf(shields);
        reviews = List.copyOf(reviews);
        clocks = List.copyOf(clocks);
        history = List.copyOf(history);
    }

    /** Nothing has been seen yet. */
    static Engagement of(String family, String reference) {
        return new Engagement(
                family, reference, List.of(), List.of(), List.of(), null, List.of(), List.of(), List.of());
    }

    /** The agencies that may know of it: those that work with the family, and those that saw something. */
    public List<String> parties() {
        return Stream.concat(agencies.stream(), seen.stream().map(Seen::agency))
                .distinct()
                .toList();
    }

    public Optional<Instant> wakeAt() {
        return new Clocks(clocks).wakeAt();
    }

    public List<RiskReview> open() {
        return reviews.stream().filter(RiskReview::isOpen).toList();
    }

    About about() {
        return new About("engagement", id, reference, "/api/engagement/" + id);
    }

    /** How a conclusion ends. */
    public sealed interface Ruling {
        record Done(Change<Engagement, News> change) implements Ruling {}

        /** There is no such review, or it has ended. */
        record NotOpen() implements Ruling {}
    }

    /**
     * Something was seen. News that is older than what is known changes nothing, so that messages may come late and
     * twice; a correction takes the place of what it corrects.
     */
    public Optional<Change<Engagement, News>> saw(
            Seen news, List<String> workingWithIt, List<Shield> known, Rules rules, Instant now) {
        return noted(news, workingWithIt, known, rules, now).map(next -> new Reviewing(next, rules, now).look(news));
    }

    /** The same without looking for patterns: in a record that is part of another one these are not whole. */
    Optional<Engagement> noted(Seen news, List<String> workingWithIt, List<Shield> known, Rules rules, Instant now) {
        boolean older =
                seen.stream().anyMatch(s -> s.source().equals(news.source()) && s.revision() >= news.revision());
        if (older) {
            return Optional.empty();
        }
        var all = new ArrayList<>(seen.stream()
                .filter(s -> !s.source().equals(news.source()))
                .filter(s ->
                        s.at().isAfter(now.atZone(Spoken.LONDON).minus(KEPT).toInstant()))
                .toList());
        all.add(news);
        return Optional.of(new Engagement(
                id,
                reference,
                all,
                workingWithIt.isEmpty() ? agencies : workingWithIt,
                Shield.after(shields, known),
                Pinned.to(rules.pack()),
                reviews,
                clocks,
                history));
    }

    /**
     * With what was seen of the family under its other records, whose members are named as here. It is only looked at:
     * each record keeps what is its own, so that a merge can be undone.
     */
    public Engagement with(List<Engagement> others) {
        return new Engagement(
                id,
                reference,
                joined(others, Engagement::seen),
                joined(others, Engagement::agencies),
                joined(others, Engagement::shields),
                protocol,
                reviews,
                clocks,
                history);
    }

    private <T> List<T> joined(List<Engagement> others, Function<Engagement, List<T>> what) {
        return Stream.concat(Stream.of(this), others.stream())
                .flatMap(each -> what.apply(each).stream())
                .distinct()
                .toList();
    }

    /** The same with the ids that its members have on the kept record. */
    Engagement naming(UnaryOperator<String> member) {
        return new Engagement(
                id,
                reference,
                seen.stream().map(s -> s.of(member)).toList(),
                agencies,
                shields.stream().map(s -> s.of(member)).toList(),
                protocol,
                reviews,
                clocks,
                history);
    }

    /** Looks for patterns in what was seen under all records of the family; empty when there is nothing new in them. */
    Optional<Change<Engagement, News>> lookedAtWith(List<Engagement> others, Rules rules, Instant now) {
        var whole = with(others);
        var last = whole.seen().stream().max(Comparator.comparing(Seen::at));
        return last.map(seen -> new Reviewing(whole, rules, now).look(seen))
                .filter(change -> !change.next().reviews().equals(reviews))
                .map(change -> new Change<>(
                        new Engagement(
                                id,
                                reference,
                                seen,
                                agencies,
                                shields,
                                protocol,
                                change.next().reviews(),
                                change.next().clocks(),
                                change.next().history()),
                        change.events()));
    }

    /** A person has reviewed the risk. */
    public Ruling conclude(String review, RiskReview.Concluded how, Rules rules, Instant now) {
        return reviews.stream().noneMatch(r -> r.id().equals(review) && r.isOpen())
                ? new Ruling.NotOpen()
                : new Ruling.Done(new Reviewing(this, rules, now).conclude(review, how));
    }

    /**
     * What newly published bank holidays make of its clocks; empty when none was computed with an older list.
     *
     * @param rules of the version that a review has pinned
     */
    public Optional<Change<Engagement, News>> brought(Function<Pinned, Rules> rules, Instant now) {
        return Reviewing.brought(this, rules, now);
    }

    Engagement with(List<Clock> nextClocks, List<Happening> nextHistory) {
        return new Engagement(id, reference, seen, agencies, shields, protocol, reviews, nextClocks, nextHistory);
    }

    /** Time goes on: a review that nobody makes becomes a manager's. */
    public Change<Engagement, News> elapse(Instant now) {
        return Reviewing.elapse(this, now);
    }
}
