package uk.kinbridge.escalation.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.ACHIEVE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.BRIDGE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.CARLTON;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.JOEL;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.LORNA;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MAEVE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.matter;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.rules;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.sides;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.NoticeRequested;
import uk.kinbridge.escalation.disagreement.Proposal.Undertaking;
import uk.kinbridge.escalation.disagreement.Resolution.ChildSafety;
import uk.kinbridge.escalation.post.Holder;
import uk.kinbridge.escalation.post.Holders;
import uk.kinbridge.escalation.post.Posts;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.protocols.pack.Fact;

/**
 * JWP-14, SAL-27, FAP-07, DOR-12, ENG-08: whatever people do and whenever, in whichever area and with whichever posts
 * vacant, the ladder never goes down, never stays without an owner and a clock, and always reaches a person.
 */
class LadderPropertyTest {

    enum Act {
        RAISER_DISCUSSES,
        OTHER_DISCUSSES,
        ADVISE,
        CLIMB,
        PROPOSE,
        DECLINE,
        CONFIRM_UNSAFE,
        RISK,
        NOTE,
        HAND_OVER,
        ASK,
        ONLY_TIME,
        ONLY_TIME_AGAIN
    }

    /** An act after some minutes, with who is in post derived from a number. */
    record Move(int minutes, Act act, int posts) {}

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6000),
                        Arbitraries.of(Act.values()),
                        Arbitraries.integers().between(0, 1 << 20))
                .as(Move::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<String> packs() {
        return Arbitraries.of("salford", "hackney", "dorset", "joint-working", "family-approach");
    }

    @Property(tries = 400)
    void never_down_never_without_owner_and_clock_always_to_a_person(
            @ForAll("packs") String pack, @ForAll("moves") List<Move> moves, @ForAll boolean urgent) {
        var rules = rules(pack);
        var risks = urgent ? new Fact[] {Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM} : new Fact[0];
        var now = MONDAY_TEN;
        var born =
                Disagreement.raised("d-1", "D-1", "salford", matter(rules, now, risks), sides(), rules, posts(0), now);
        check(born.next(), 0, born, rules, now);
        var d = born.next();
        for (var move : moves) {
            now = now.plus(Duration.ofMinutes(move.minutes()));
            var posts = posts(move.posts());
            d = checked(d, d.elapse(now, rules, posts), rules, now);
            if (act(d, move.act(), rules, posts, now) instanceof Ruling.Done(var change)) {
                d = checked(d, change, rules, now);
            }
        }
    }

    private static Ruling act(Disagreement d, Act act, Rules rules, Posts posts, Instant now) {
        return switch (act) {
            case RAISER_DISCUSSES -> d.discuss(JOEL, "Not seen.", null, false, now);
            case OTHER_DISCUSSES -> d.discuss(MAEVE, "Seen.", "A note", true, now);
            case ADVISE -> d.advise(JOEL, rules, posts, now);
            case CLIMB -> d.climb(JOEL, "No answer.", rules, posts, now);
            case PROPOSE ->
                d.propose(
                        LORNA,
                        "A visit.",
                        List.of(new Undertaking(BRIDGE, "Maeve Torrance", "Visit", now.plusSeconds(60))),
                        now,
                        rules,
                        posts);
            case HAND_OVER -> d.handOver(JOEL, CARLTON, "I am leaving.", rules, now);
            case ASK ->
                d.inquire(
                        CARLTON,
                        rules.ladder().guidance().stream()
                                .findFirst()
                                .map(o -> o.id().value())
                                .orElse("none"),
                        "How?",
                        rules,
                        posts,
                        now);
            case DECLINE -> d.decline(JOEL, "No.", rules, now);
            case CONFIRM_UNSAFE -> d.confirm(JOEL, ChildSafety.NOT_SAFER, "No.", rules, now);
            case RISK -> d.declareRisk(MAEVE, List.of(Fact.CHILD_HOME_ALONE), "A call.", rules, posts, now);
            case NOTE -> d.note(MAEVE, "To myself.", now);
            case ONLY_TIME, ONLY_TIME_AGAIN -> new Ruling.Against(Ruling.Why.NOT_OFFERED);
        };
    }

    private static Disagreement checked(
            Disagreement before, Change<Disagreement, DisagreementEvent> change, Rules rules, Instant now) {
        check(before, before.steps().size(), change, rules, now);
        return change.next();
    }

    private static void check(
            Disagreement before,
            int reached,
            Change<Disagreement, DisagreementEvent> change,
            Rules rules,
            Instant now) {
        var after = change.next();
        assertThat(after.stage().level())
                .as("never down")
                .isGreaterThanOrEqualTo(before.stage().level());
        assertThat(after.isOpen()).as("nobody but the raiser ends it").isTrue();

        var clock = after.clock().orElseThrow(() -> new AssertionError("no clock on " + after.stage()));
        assertThat(clock.breachedAt()).as("the clock runs").isNull();
        assertThat(clock.dueAt()).isAfter(now);
        assertThat(clock.owner().agency()).isNotBlank();
        assertThat(clock.owner().role()).isNotBlank();
        assertThat(after.wakeAt()).isPresent();
        assertThat(after.clocks().stream().filter(c -> c.isOpen() && c.breachedAt() == null))
                .as("one clock at a time")
                .extracting(Clock::kind)
                .containsExactly(after.stage().clock());

        levelsFollowOneAnother(after, rules);
        for (var step : after.steps().subList(reached, after.steps().size())) {
            reachesPeople(step, change);
        }
    }

    private static void levelsFollowOneAnother(Disagreement d, Rules rules) {
        for (int i = 1; i < d.steps().size(); i++) {
            var from = d.steps().get(i - 1);
            var to = d.steps().get(i);
            if (from.level() == rules.top()) {
                assertThat(to.level()).isEqualTo(from.level());
                assertThat(to.round()).isEqualTo(from.round() + 1);
            } else {
                assertThat(to.level()).as("no level is skipped").isEqualTo(from.level() + 1);
            }
        }
    }

    /** Somebody at the other agency is told of every level, and where nobody is in post there, somebody else too. */
    private static void reachesPeople(Step step, Change<Disagreement, DisagreementEvent> change) {
        var purpose = Stage.clockOf(step.level(), step.round());
        var notices = change.events().stream()
                .filter(NoticeRequested.class::isInstance)
                .map(NoticeRequested.class::cast)
                .toList();
        assertThat(notices).anySatisfy(n -> {
            assertThat(n.purpose()).isEqualTo(purpose + "-answering");
            assertThat(n.to().agency()).isEqualTo(BRIDGE);
        });
        if (step.answering().nobody()) {
            assertThat(notices).anySatisfy(n -> assertThat(n.purpose()).startsWith(purpose + "-vacant-" + BRIDGE));
        }
        if (step.how() != Step.How.RAISED) {
            assertThat(notices).anySatisfy(n -> {
                assertThat(n.purpose()).isEqualTo(purpose + "-raising");
                assertThat(n.to().agency()).isEqualTo(ACHIEVE);
            });
        }
    }

    /** Two bits for each post of each agency: held, vacant, unknown, held. */
    private static Posts posts(int seed) {
        return (agency, role, _) -> {
            int shift = (agency.equals(BRIDGE) ? 0 : 10) + 2 * (role.word().length() % 5);
            return switch ((seed >> shift) & 3) {
                case 1 -> new Holders.Vacant();
                case 2 -> new Holders.Unknown();
                default -> new Holders.Held(List.of(new Holder("p", "A Person")));
            };
        };
    }
}
