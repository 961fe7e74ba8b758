package uk.kinbridge.assessment.engagement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.appointment.Rules;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.kept.Happening;
import uk.kinbridge.assessment.kept.Pinned;
import uk.kinbridge.assessment.kept.Spoken;
import uk.kinbridge.assessment.news.Addressee;
import uk.kinbridge.assessment.news.News;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.clock.Clocks.Elapsed;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.protocols.pack.AppointmentRule;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Party;
import uk.kinbridge.protocols.published.Brought;
import uk.kinbridge.protocols.published.RunningClock;
import uk.kinbridge.protocols.time.Within;

/** What patterns lead to: a review of the risk is asked for, told, waited for, concluded. */
final class Reviewing {

    private static final Within OTHERWISE = Within.workingDays(5);
    private static final Within WARN_BEFORE = Within.workingHours(4);

    private final Engagement before;
    private final Rules rules;
    private final Instant now;
    private final List<RiskReview> reviews;
    private final List<Happening> history;
    private final List<News> news = new ArrayList<>();
    private Clocks clocks;

    Reviewing(Engagement before, Rules rules, Instant now) {
        this.before = before;
        this.rules = rules;
        this.now = now;
        this.reviews = new ArrayList<>(before.reviews());
        this.history = new ArrayList<>(before.history());
        this.clocks = new Clocks(before.clocks());
    }

    private Change<Engagement, News> change() {
        return new Change<>(
                new Engagement(
                        before.id(),
                        before.reference(),
                        before.seen(),
                        before.agencies(),
                        before.shields(),
                        before.protocol(),
                        reviews,
                        clocks.all(),
                        history),
                news);
    }

    Change<Engagement, News> look(Seen last) {
        for (var rule : patternRules()) {
            var found = Patterns.in(before.seen(), rule.patterns(), now);
            takeBack(rule, found);
            found.stream().filter(this::isNew).forEach(f -> raise(rule, f, last));
        }
        return change();
    }

    private List<AppointmentRule> patternRules() {
        return rules.pack().practice().appointments().stream()
                .filter(rule -> rule.on() == AppointmentRule.On.DISENGAGEMENT_PATTERN)
                .toList();
    }

    /** Asked once for what was seen: again only when something has been seen that no review has looked at. */
    private boolean isNew(Patterns.Found found) {
        var word = found.pattern().kind().word();
        var same = reviews.stream().filter(r -> r.pattern().equals(word)).toList();
        return same.stream().noneMatch(RiskReview::isOpen)
                && found.evidence().stream()
                        .anyMatch(e -> same.stream().noneMatch(r -> r.sources().contains(e.source())));
    }

    private void raise(AppointmentRule rule, Patterns.Found found, Seen last) {
        var obligations = rule.obligations().stream().map(ObligationId::value).toList();
        var id = "review-" + (reviews.size() + 1);
        var to = addressees(rule.tell(), last);
        var within = rule.thenWithin();
        var deadline = rules.deadline(within == null ? OTHERWISE : within, now, last.agency());
        var tellWithin = rule.within();
        var acknowledgeBy = tellWithin == null
                ? deadline.due()
                : rules.deadline(tellWithin, now, last.agency()).due();
        reviews.add(new RiskReview(
                id,
                found.pattern().kind().word(),
                found.reasons(),
                found.evidence().stream().map(Seen::source).toList(),
                Pinned.to(rules.pack()),
                obligations,
                last.agency(),
                to,
                now,
                null,
                null));
        clocks = clocks.with(
                RunningClock.started(id, obligations, new Owner(last.agency(), "practitioner"), deadline, WARN_BEFORE));
        write("engagement.pattern-seen", "A pattern is seen: " + found.pattern().words(), null, obligations);
        to.forEach(addressee -> tell(
                id,
                addressee,
                "A pattern is seen in how a family takes up its appointments: "
                        + found.pattern().words(),
                "Review the risk together",
                obligations,
                acknowledgeBy,
                Pinned.to(rules.pack())));
    }

    /** A review rests on what was seen: where that was corrected and nobody has concluded yet, it is taken back. */
    private void takeBack(AppointmentRule rule, List<Patterns.Found> found) {
        for (var review : before.open()) {
            boolean ofThisRule =
                    rule.patterns().stream().anyMatch(p -> p.kind().word().equals(review.pattern()));
            boolean holds =
                    found.stream().anyMatch(f -> f.pattern().kind().word().equals(review.pattern()));
            boolean corrected =
                    before.seen().stream().anyMatch(s -> review.sources().contains(s.source()) && s.revision() > 1);
            if (ofThisRule && !holds && corrected) {
                reviews.replaceAll(r -> r.id().equals(review.id()) ? r.withdrawn(now) : r);
                ended(review, now);
                write(
                        "engagement.pattern-taken-back",
                        "An outcome was corrected; the pattern is not there",
                        null,
                        review.obligations());
                review.told()
                        .forEach(to -> tell(
                                review.id() + "-taken-back",
                                to,
                                "An outcome was corrected, and the pattern that you were told of is not there",
                                null,
                                review.obligations(),
                                null,
                                review.protocol()));
            }
        }
    }

    Change<Engagement, News> conclude(String id, RiskReview.Concluded how) {
        for (var review : before.open()) {
            if (review.id().equals(id)) {
                reviews.replaceAll(r -> r.id().equals(id) ? r.concluded(how) : r);
                ended(review, how.at());
                news.add(new News.NoticeFulfilled(before.about(), id, how.by(), how.at()));
                write("engagement.risk-reviewed", "The risk was reviewed", how.by(), review.obligations());
                review.told()
                        .forEach(to -> tell(
                                id + "-concluded",
                                to,
                                "The risk was reviewed after a pattern in a family's appointments",
                                null,
                                review.obligations(),
                                null,
                                review.protocol()));
            }
        }
        return change();
    }

    private void ended(RiskReview review, Instant at) {
        clocks.running(review.id())
                .filter(c -> c.breachedAt() != null)
                .ifPresent(c -> news.add(new News.Overdue(
                        before.about(), c, words(review), others(before, review), review.protocol(), at)));
        clocks = clocks.met(review.id(), at);
    }

    static Change<Engagement, News> elapse(Engagement engagement, Instant now) {
        var tick = new Clocks(engagement.clocks()).elapse(now);
        var news = new ArrayList<News>();
        var lines = new ArrayList<>(engagement.history());
        for (var elapsed : tick.elapsed()) {
            engagement.reviews().stream()
                    .filter(r -> r.id().equals(elapsed.clock().kind()))
                    .forEach(review -> news.addAll(late(engagement, review, elapsed, lines, now)));
        }
        return new Change<>(engagement.with(tick.clocks().all(), lines), news);
    }

    /** Newly published bank holidays move what they move in sight of who was asked for the review in the agency that owes it. */
    static Optional<Change<Engagement, News>> brought(
            Engagement engagement, Function<Pinned, Rules> rules, Instant now) {
        return Brought.of(
                        engagement.clocks(),
                        clock -> rules.apply(review(engagement, clock).protocol())
                                .calendarOf(clock.owner().agency()),
                        now)
                .map(brought -> moved(engagement, brought, now));
    }

    private static Change<Engagement, News> moved(Engagement engagement, Brought brought, Instant now) {
        var lines = new ArrayList<>(engagement.history());
        var news = new ArrayList<News>();
        for (var move : brought.moved()) {
            var review = review(engagement, move.clock());
            lines.add(
                    new Happening(now, "clock.moved", words(review) + ": " + move.words(), null, review.obligations()));
            toldAtItsAgency(review)
                    .map(to -> notice(
                            engagement,
                            move.purpose(),
                            to,
                            move.told("this is due") + ": " + words(review),
                            "Review the risk together",
                            review.obligations(),
                            null,
                            review.protocol(),
                            now))
                    .forEach(news::add);
        }
        return new Change<>(engagement.with(brought.clocks(), lines), news);
    }

    private static RiskReview review(Engagement engagement, Clock clock) {
        return engagement.reviews().stream()
                .filter(r -> r.id().equals(clock.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no review waits on the clock " + clock.kind()));
    }

    private static Stream<Addressee> toldAtItsAgency(RiskReview review) {
        return review.told().stream().filter(to -> to.agency().equals(review.agency()));
    }

    private static List<News> late(
            Engagement engagement, RiskReview review, Elapsed elapsed, List<Happening> lines, Instant now) {
        var clock = elapsed.clock();
        var due = Spoken.of(clock.dueAt());
        return switch (elapsed) {
            case Elapsed.Warned _ ->
                toldAtItsAgency(review)
                        .<News>map(to -> notice(
                                engagement,
                                review.id() + "-due-soon" + RunningClock.again(clock),
                                to,
                                "Not done yet and due on " + due + ": " + words(review),
                                "Review the risk together",
                                review.obligations(),
                                null,
                                review.protocol(),
                                now))
                        .toList();
            case Elapsed.Breached _ -> {
                var words = "Overdue since " + due + ": " + words(review);
                lines.add(new Happening(now, "clock.breached", words, null, review.obligations()));
                var managers = Stream.of("manager", "safeguarding-lead")
                        .<News>map(role -> notice(
                                engagement,
                                review.id() + "-overdue",
                                new Addressee(review.agency(), role, null),
                                words,
                                "Review the risk together",
                                review.obligations(),
                                null,
                                review.protocol(),
                                now));
                yield Stream.concat(
                                managers,
                                Stream.<News>of(new News.Overdue(
                                        engagement.about(),
                                        clock,
                                        words(review),
                                        others(engagement, review),
                                        review.protocol(),
                                        null)))
                        .toList();
            }
        };
    }

    private static List<String> others(Engagement engagement, RiskReview review) {
        return engagement.parties().stream()
                .filter(agency -> !agency.equals(review.agency()))
                .toList();
    }

    private static String words(RiskReview review) {
        return "The risk is reviewed after a pattern in a family's appointments (" + review.pattern() + ")";
    }

    /** Whoever works with the family where it was seen last, and everybody else who works with it. */
    private List<Addressee> addressees(List<Party> parties, Seen last) {
        return parties.stream()
                .flatMap(party -> switch (party.side()) {
                    case HOLDER, RECIPIENT -> Stream.of(at(last.agency(), party));
                    case OTHER, REFERRER, NEXT ->
                        before.parties().stream()
                                .filter(agency -> !agency.equals(last.agency()))
                                .map(agency -> at(agency, party));
                })
                .distinct()
                .toList();
    }

    private Addressee at(String agency, Party party) {
        if (!party.role().ofTheCase()) {
            return new Addressee(agency, party.role().word(), null);
        }
        return worker(agency)
                .map(person -> new Addressee(agency, "practitioner", person))
                .orElseGet(() -> new Addressee(agency, "safeguarding-lead", null));
    }

    private Optional<String> worker(String agency) {
        return before.seen().stream()
                .filter(s -> s.agency().equals(agency))
                .reduce((_, later) -> later)
                .map(Seen::worker);
    }

    private void write(String what, String words, @Nullable Actor by, List<String> obligations) {
        history.add(new Happening(now, what, words, by, obligations));
    }

    private void tell(
            String purpose,
            Addressee to,
            String words,
            @Nullable String action,
            List<String> obligations,
            @Nullable Instant acknowledgeBy,
            Pinned protocol) {
        news.add(notice(before, purpose, to, words, action, obligations, acknowledgeBy, protocol, now));
    }

    private static News.NoticeRequested notice(
            Engagement engagement,
            String purpose,
            Addressee to,
            String words,
            @Nullable String action,
            List<String> obligations,
            @Nullable Instant acknowledgeBy,
            Pinned protocol,
            Instant now) {
        return new News.NoticeRequested(
                engagement.about(),
                purpose,
                to,
                words + " (" + engagement.reference() + ").",
                action,
                obligations.getFirst(),
                "priority",
                acknowledgeBy,
                null,
                protocol.pack(),
                now);
    }
}
