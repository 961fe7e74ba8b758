package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.MustHear;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.PathwayState;
import uk.kinbridge.protocols.pack.Side;
import uk.kinbridge.protocols.pack.StateId;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeRequested;

/**
 * JWP-02, JWP-04, JWP-09, SAL-04, SAL-09, SAL-10, SAL-19, SAL-22, HAC-03, HAC-14, FAP-14, DOR-01, DOR-02, DOR-04: every
 * pathway of every shipped protocol runs, whatever people do in whatever order, and is never left without a clock.
 */
class EveryPathwayRunsTest {

    private static final Set<CaseEvent> OF_LATER_SERVICES =
            EnumSet.of(CaseEvent.APPOINTMENT_MISSED, CaseEvent.OFFERS_USED_UP, CaseEvent.NEXT_STEPS_AGREED);

    @Provide
    Arbitrary<String> pathways() {
        return Arbitraries.of(all().stream().map(EveryPathwayRunsTest::name).toList());
    }

    private static String name(Rules rules) {
        return rules.pack().reference().id() + " " + rules.pathway().id();
    }

    private static Rules named(String name) {
        return all().stream()
                .filter(rules -> name(rules).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Rules> all() {
        return Packs.shipped().all().stream()
                .flatMap(pack ->
                        pack.pathways().stream().map(pathway -> new Rules(pack, pathway, BankHolidays.shipped())))
                .toList();
    }

    @Property(tries = 600)
    void never_waits_without_a_clock_and_never_ends_with_one(
            @ForAll("pathways") String name, @ForAll @Size(max = 12) List<@IntRange(max = 50) Integer> choices) {
        var rules = named(name);
        var referral = begun(rules);
        var at = MONDAY_TEN;
        for (int choice : choices) {
            isInOrder(referral, rules, at);
            at = at.plusSeconds(3600L * choice);
            referral = referral.elapse(at, rules).next();
            var possible = rules.possible(referral.state()).stream()
                    .filter(event -> !OF_LATER_SERVICES.contains(event))
                    .sorted()
                    .toList();
            if (possible.isEmpty()) {
                break;
            }
            var act = act(possible.get(choice % possible.size()), rules, referral);
            var acted = referral.act(act, actor(act, referral), at, rules);
            assertThat(acted).as("%s in %s", act, referral.state()).isInstanceOf(Acted.Done.class);
            var change = ((Acted.Done) acted).change();
            everybodyHears(act, referral, change, rules);
            referral = change.next();
        }
        isInOrder(referral, rules, at);
    }

    /** ENG-19, FAP-14, SAL-06, SAL-24: whatever is done, every agency that has to know of it is told, by its name. */
    private static void everybodyHears(Act act, Referral before, Change<Referral, ReferralEvent> change, Rules rules) {
        var told = change.events().stream()
                .filter(NoticeRequested.class::isInstance)
                .map(NoticeRequested.class::cast)
                .filter(notice -> rules.pathway().noticesOn(act.event()).stream()
                        .anyMatch(rule -> rule.id().value().equals(notice.purpose())))
                .map(notice -> notice.to().agency())
                .toList();
        for (var side : MustHear.of(act.event(), rules.pathway())) {
            assertThat(told)
                    .as("told of %s on %s", act.event().word(), rules.pathway().id())
                    .containsAll(agencies(side, before, change.next()));
        }
    }

    private static List<String> agencies(Side side, Referral before, Referral after) {
        return switch (side) {
            case REFERRER -> List.of(after.referrer().agency());
            case RECIPIENT -> List.of(after.recipient().agency());
            default ->
                Stream.of(after, before)
                        .map(referral -> referral.standing().redirectedTo())
                        .filter(java.util.Objects::nonNull)
                        .map(Receiver::agency)
                        .distinct()
                        .toList();
        };
    }

    private static void isInOrder(Referral referral, Rules rules, Instant at) {
        PathwayState here = rules.pathway().state(new StateId(referral.state())).orElseThrow();
        var open = referral.clocks().stream()
                .filter(clock -> clock.isOpen())
                .map(clock -> clock.kind())
                .toList();
        if (here.end()) {
            assertThat(open).as("clocks in the end state %s", here.id()).isEmpty();
        } else {
            assertThat(open)
                    .as("clocks in %s", here.id())
                    .contains(java.util.Objects.requireNonNull(here.clock()).value());
        }
        assertThat(referral.clocks())
                .as("a clock that is open and passed is a breach, told or not")
                .noneMatch(clock -> clock.isOpen()
                        && clock.breachedAt() == null
                        && !clock.dueAt().isAfter(at));
    }

    @Test
    void everything_that_a_pathway_lets_happen_can_be_done_here_or_belongs_to_a_later_service() {
        for (var rules : all()) {
            var referral = begun(rules);
            for (var state : rules.pathway().states()) {
                for (var event : state.on().keySet()) {
                    assertThat(OF_LATER_SERVICES.contains(event)
                                    || find(event, rules, referral).isPresent())
                            .as(
                                    "%s in %s of %s",
                                    event.word(), state.id(), rules.pathway().id())
                            .isTrue();
                }
            }
        }
    }

    static Referral begun(Rules rules) {
        return ((Submission.Outcome.Accepted) complete(rules).submit(rules, MONDAY_TEN))
                .change()
                .next();
    }

    /** With the call, and without what may follow it; else with all that is asked for. */
    static Submission complete(Rules rules) {
        Pathway pathway = rules.pathway();
        boolean callFirst = pathway.firstEvent() == CaseEvent.CALL_RECORDED;
        var to = rules.pack().agencies(pathway.to().agency()).getFirst();
        var from = rules.pack().agencies().stream()
                .filter(agency ->
                        pathway.mayComeFrom(agency.role()) && !agency.id().equals(to.id()))
                .findFirst()
                .orElse(to);
        var texts = new java.util.HashMap<String, String>();
        var documents = new ArrayList<Attachment>();
        if (!callFirst) {
            pathway.requires().forEach(item -> {
                texts.put(item.id().value(), "An answer.");
                documents.add(new Attachment(item.id().value(), "d", "d.pdf", "application/pdf", 1, "ab"));
            });
        }
        return new Submission(
                "r-1",
                "R-1",
                new Actor("p-1", "A Worker", from.id().value(), List.of()),
                new Sender(from.id().value(), from.name(), "p-1", "A Worker"),
                new Receiver(to.id().value(), to.name(), Rules.role(pathway.to().person())),
                new Content(
                        ReferralMother.family(),
                        texts,
                        documents,
                        callFirst ? new Call(MONDAY_TEN, "Duty desk", "Send the form", Call.Proceed.REFER) : null,
                        List.of(),
                        null));
    }

    private static Actor actor(Act act, Referral referral) {
        var next = referral.standing().redirectedTo();
        return switch (act) {
            case Act.Send _, Act.Withdraw _, Act.GiveAdvice _, Act.TellOutside _ ->
                new Actor("p-1", "A Worker", referral.referrer().agency(), List.of());
            case Act.AcceptRedirection _, Act.DeclineRedirection _
            when next != null -> new Actor("p-3", "Another", next.agency(), List.of());
            default -> new Actor("p-2", "A Receiver", referral.recipient().agency(), List.of());
        };
    }

    private static Act act(CaseEvent event, Rules rules, Referral referral) {
        return find(event, rules, referral).orElseThrow(() -> new AssertionError("no act for " + event.word()));
    }

    private static Optional<Act> find(CaseEvent event, Rules rules, Referral referral) {
        return Stream.<Act>of(
                        new Act.Acknowledge(),
                        new Act.Send(Map.of(), List.of()),
                        new Act.Invite(MONDAY_TEN.plusSeconds(1), null),
                        new Act.Decide("d"),
                        new Act.TakeNoFurther("r"),
                        new Act.GiveAdvice("a"),
                        new Act.ReportProgress("p"),
                        new Act.Redirect(another(rules.pack(), referral), "r"),
                        new Act.AcceptRedirection(),
                        new Act.DeclineRedirection("r"),
                        new Act.PutOnWaitingList("w"),
                        new Act.OfferPlace(null),
                        new Act.IndicateHarm("h"),
                        new Act.CompleteAssessment(),
                        new Act.ShareOutcome("o", null, null),
                        new Act.AgreeJointPlan("p"),
                        new Act.TellOutside(true, "w", "h"),
                        new Act.Withdraw("r"),
                        new Act.Close("r"))
                .filter(act -> act.event() == event)
                .findFirst();
    }

    private static Receiver another(Pack pack, Referral referral) {
        var agency = pack.agencies().stream()
                .filter(a -> !referral.parties().contains(a.id().value()))
                .findFirst()
                .orElse(pack.agencies().getFirst());
        return new Receiver(agency.id().value(), agency.name(), "duty-worker");
    }
}
