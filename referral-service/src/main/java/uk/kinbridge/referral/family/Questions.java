package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Condition;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackReference;
import uk.kinbridge.protocols.pack.Prompt;
import uk.kinbridge.protocols.pack.RecordRule;
import uk.kinbridge.protocols.pack.Recorded;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Deadline;
import uk.kinbridge.protocols.time.Deadlines;

/** What the protocols ask about a family: what is not known yet, what is stale, and what to be curious about. Pure. */
public record Questions(Family family, List<Pack> packs, BankHolidays bankHolidays, Instant now) {

    /** A rule on the record that applies to this family, and why (SAL-01). */
    public record Applying(String protocol, String words, List<String> because, List<String> obligations) {}

    /** A prompt for professional curiosity (FAP-05). */
    public record Curiosity(String protocol, String words, List<String> questions, List<String> obligations) {}

    /** What a protocol wants on record and nobody has said yet (JWP-05, HAC-08, HAC-09, SAL-14, SAL-30). */
    public List<OpenQuestion> open() {
        var answers = new Answers(family, Checks.today(now));
        return rules().flatMap(at -> at.rule.holds().stream().flatMap(recorded -> open(at, recorded, answers)))
                .distinct()
                .toList();
    }

    private Stream<OpenQuestion> open(At at, Recorded recorded, Answers answers) {
        var before = at.rule.before();
        return answers.missing(recorded).stream()
                .map(about -> new OpenQuestion(
                        at.pack.pack().value(),
                        recorded.word(),
                        about,
                        at.rule.words(),
                        ids(at.rule.obligations()),
                        before == null ? null : before.word()));
    }

    /** What stands between this adult's case and its intake (JWP-01, JWP-05). */
    public List<OpenQuestion> beforeIntake(String adult) {
        return open().stream()
                .filter(q -> CaseEvent.INTAKE_PASSED.word().equals(q.before()))
                .filter(q -> q.about().equals(adult) || q.about().equals(OpenQuestion.FAMILY))
                .toList();
    }

    /** What is known of the children and was said too long ago (SAL-17). */
    public List<Stale> stale() {
        var stale = new ArrayList<Stale>();
        rules().filter(at -> at.rule.staleAfter() != null).forEach(at -> {
            for (var member : family.people()) {
                member.facts().forEach((kind, said) -> {
                    if (isOfChildren(member, kind) && isStale(at, said)) {
                        stale.add(new Stale(
                                at.pack.pack().value(),
                                member.id(),
                                kind,
                                said.at(),
                                at.rule.words(),
                                ids(at.rule.obligations())));
                    }
                });
            }
        });
        return stale.stream()
                .sorted(Comparator.comparing(Stale::said)
                        .thenComparing(Stale::about)
                        .thenComparing(Stale::fact))
                .toList();
    }

    private boolean isStale(At at, Said said) {
        return staleAt(at, said).isBreachedAt(now);
    }

    private Deadline staleAt(At at, Said said) {
        var within = Objects.requireNonNull(at.rule.staleAfter());
        var calendar = at.pack.calendarOf(new AgencyId(family.agency()), bankHolidays);
        return Deadlines.compute(within, said.at(), calendar);
    }

    /**
     * When the first thing that is known becomes stale, or became so.
     *
     * @param due counted from when it was said
     */
    record Check(Deadline due, List<String> obligations) {}

    /** The next check that is due; empty where no protocol asks for one (SAL-17). */
    Optional<Check> nextCheck() {
        return rules().filter(at -> at.rule.staleAfter() != null)
                .flatMap(at -> family.people().stream()
                        .flatMap(member -> member.facts().entrySet().stream()
                                .filter(fact -> isOfChildren(member, fact.getKey()))
                                .map(fact -> new Check(staleAt(at, fact.getValue()), ids(at.rule.obligations())))))
                .min(Comparator.comparing(check -> check.due().due()));
    }

    /** The protocol whose rule asks for checks; another of the agency's where none does any more (SAL-17). */
    Optional<PackReference> asking() {
        return Stream.concat(rules().filter(at -> at.rule.staleAfter() != null).map(At::pack), packs.stream())
                .map(Pack::reference)
                .findFirst();
    }

    /** When what is known of the children has to be checked again; null where no protocol asks for that (SAL-17). */
    public @Nullable Instant checkDueAt() {
        return nextCheck().map(check -> check.due().due()).orElse(null);
    }

    private static boolean isOfChildren(Member member, FactKind kind) {
        return !member.isAdult() || kind == FactKind.CHILDREN;
    }

    /** Which rules on the record apply, and because of what; so a family's scope is never a matter of memory. */
    public List<Applying> applying() {
        var holding = Situation.of(family);
        return rules().flatMap(at -> Stream.ofNullable(at.rule.when())
                        .map(when -> new Applying(
                                at.pack.pack().value(),
                                at.rule.words(),
                                because(when, holding),
                                ids(at.rule.obligations()))))
                .toList();
    }

    private static List<String> because(Condition when, Set<Fact> holding) {
        return when.facts().stream().filter(holding::contains).map(Fact::spoken).toList();
    }

    /** Prompts of the protocols for whoever looks at the record (FAP-05). */
    public List<Curiosity> curiosity() {
        var holding = Situation.of(family);
        return packs.stream()
                .flatMap(pack -> pack.practice().prompts().stream()
                        .filter(prompt -> prompt.at() == Prompt.At.FAMILY_RECORD)
                        .filter(prompt -> holds(prompt.when(), holding))
                        .map(prompt -> new Curiosity(
                                pack.pack().value(), prompt.words(), prompt.questions(), ids(prompt.obligations()))))
                .toList();
    }

    private record At(Pack pack, RecordRule rule) {}

    private Stream<At> rules() {
        var holding = Situation.of(family);
        return packs.stream()
                .flatMap(pack -> pack.practice().records().stream()
                        .filter(rule -> holds(rule.when(), holding))
                        .map(rule -> new At(pack, rule)));
    }

    private static boolean holds(@Nullable Condition when, Set<Fact> holding) {
        return when == null || when.holds(holding);
    }

    private static List<String> ids(List<ObligationId> obligations) {
        return obligations.stream().map(ObligationId::value).toList();
    }
}
