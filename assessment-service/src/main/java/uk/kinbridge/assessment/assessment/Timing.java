package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.assessment.AssessmentEvent.Addressee;
import uk.kinbridge.assessment.assessment.AssessmentEvent.ClockBreached;
import uk.kinbridge.assessment.assessment.Draft.Telling;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.clock.Clocks.Elapsed;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.protocols.chasing.ChasePlan;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.Party;
import uk.kinbridge.protocols.pack.PersonRole;
import uk.kinbridge.protocols.pack.Side;
import uk.kinbridge.protocols.published.Brought;
import uk.kinbridge.protocols.published.RunningClock;
import uk.kinbridge.protocols.time.Within;

/** The clocks of an assessment, and whom time and the pack's notice rules have told. */
final class Timing {

    /** Where a protocol names no time for looking again after a change; ours to discuss. */
    private static final Within AFTER_CHANGE = Within.workingDays(5);

    /** Until the referral of a child that may come to significant harm is linked; ours to discuss. */
    static final Within UNTIL_REFERRED = Within.elapsedHours(4);

    /** Until what an assessment brings with it is settled; ours to discuss. */
    private static final Within UNTIL_SETTLED = Within.workingDays(5);

    static final String REVIEW = "review";
    static final String AFTER = "review-after-change";

    private Timing() {}

    static void elapse(Draft draft, Rules rules, Instant now) {
        var tick = draft.clocks.elapse(now);
        draft.clocks = tick.clocks();
        for (var elapsed : tick.elapsed()) {
            switch (elapsed) {
                case Elapsed.Warned(Clock clock) -> {
                    var words = words(clock, rules) + ", due " + Words.spoken(clock.dueAt());
                    draft.write(now, "clock.warned", words, null, clock.obligations());
                    draft.tell(
                            telling(clock, "-warning" + RunningClock.again(clock), words), worker(draft, clock), now);
                }
                case Elapsed.Breached(Clock clock) -> breached(draft, clock, rules, now);
            }
        }
    }

    /** Newly published bank holidays move what they move in sight of who owes it. */
    static Optional<Change<Assessment, AssessmentEvent>> brought(Draft draft, Rules rules, Instant now) {
        return Brought.of(
                        draft.clocks.all(),
                        clock -> rules.calendarOf(clock.owner().agency()),
                        now)
                .map(brought -> {
                    draft.clocks = new Clocks(brought.clocks());
                    brought.moved().forEach(move -> moved(draft, move, rules, now));
                    return draft.change();
                });
    }

    private static void moved(Draft draft, Brought.Moved move, Rules rules, Instant now) {
        var clock = move.clock();
        var words = words(clock, rules);
        draft.write(now, "clock.moved", words + ": " + move.words(), null, clock.obligations());
        draft.tell(
                telling(clock, "-moved-" + clock.calendar(), move.told("this is due") + ": " + words),
                worker(draft, clock),
                now);
    }

    private static void breached(Draft draft, Clock clock, Rules rules, Instant now) {
        var words = "Overdue: " + words(clock, rules);
        draft.write(now, "clock.breached", words, null, clock.obligations());
        draft.tell(telling(clock, "-overdue", words), worker(draft, clock), now);
        for (var role : List.of("safeguarding-lead", "manager")) {
            draft.tell(
                    telling(clock, "-overdue-" + role, words),
                    new Addressee(clock.owner().agency(), role, null),
                    now);
        }
        draft.announce(new ClockBreached(draft.before(), clock, words(clock, rules)));
    }

    private static Telling telling(Clock clock, String suffix, String words) {
        var telling = Telling.of(
                clock.kind() + "-" + clock.startedAt().toEpochMilli() + suffix,
                words,
                clock.obligations().getFirst());
        return clock.kind().startsWith("child-protection") ? telling.atOnce() : telling;
    }

    private static Addressee worker(Draft draft, Clock clock) {
        var worker = draft.before().worker();
        return worker.agency().equals(clock.owner().agency())
                ? new Addressee(worker.agency(), "practitioner", worker.person())
                : new Addressee(clock.owner().agency(), clock.owner().role(), null);
    }

    /** What a clock asks for, in the words of the pack where it is the pack's. */
    static String words(Clock clock, Rules rules) {
        return rules.pack().clocks().stream()
                .filter(rule -> rule.id().value().equals(clock.kind()))
                .map(rule -> rule.words())
                .findFirst()
                .orElseGet(() -> ours(clock.kind()));
    }

    private static String ours(String kind) {
        if (kind.startsWith("child-protection")) {
            return "The referral of a child who may come to significant harm is made and linked";
        }
        if (kind.startsWith("owed-")) {
            return "What the assessment brings with it is settled: "
                    + kind.substring("owed-".length()).replace('-', ' ');
        }
        return "The assessment is looked at again";
    }

    /** The worker of the agency whose assessment it is owes it. */
    static Owner ownerOf(Draft draft) {
        return new Owner(draft.before().holder().agency(), "practitioner");
    }

    /**
     * When it is looked at again: within what the decided risk asks for, or what the protocol asks of every assessment,
     * whichever comes first (HAC-15, FAP-01).
     */
    static void review(Draft draft, Rules rules, CaseEvent after, Within decided, List<String> cited, Instant now) {
        var named = rules.reviewClocks(after);
        var within = Rules.shortest(decided, named.stream().map(uk.kinbridge.protocols.pack.Clock::within));
        var obligations = Stream.concat(
                        cited.stream(), named.stream().flatMap(clock -> Rules.ids(clock.obligations()).stream()))
                .distinct()
                .toList();
        draft.clocks = draft.clocks.with(rules.clock(REVIEW, obligations, ownerOf(draft), within, now));
    }

    /** Something has changed that could affect the children: looked at again soon, not when the turn comes (JWP-13). */
    static void afterChange(Draft draft, Rules rules, Instant now) {
        if (draft.clocks.running(AFTER).isPresent()) {
            return;
        }
        var named = rules.reviewClocks(CaseEvent.CIRCUMSTANCES_CHANGED);
        var within = Rules.shortest(AFTER_CHANGE, named.stream().map(uk.kinbridge.protocols.pack.Clock::within));
        var obligations = named.stream()
                .flatMap(clock -> Rules.ids(clock.obligations()).stream())
                .distinct()
                .toList();
        draft.clocks = draft.clocks.with(rules.clock(
                AFTER, obligations.isEmpty() ? List.of("JWP-13") : obligations, ownerOf(draft), within, now));
    }

    static void settle(Draft draft, Rules rules, Owed owed, Instant now) {
        if (draft.clocks.running(owed.clock()).isEmpty()) {
            draft.clocks = draft.clocks.with(
                    rules.clock(owed.clock(), owed.obligations(), ownerOf(draft), UNTIL_SETTLED, now));
        }
    }

    /** Tells whomever the pack's notice rules have told when that happens. */
    static void notices(Draft draft, Rules rules, CaseEvent event, Set<Fact> facts, Instant now) {
        for (var notice : rules.notices(event, facts)) {
            for (var party : notice.to()) {
                addressees(draft, rules, party).forEach(to -> draft.tell(told(draft, notice, to, rules, now), to, now));
            }
        }
    }

    private static Telling told(Draft draft, Notice notice, Addressee to, Rules rules, Instant now) {
        // a live document tells anew each time, so the moment is part of the purpose
        var telling = Telling.of(
                notice.id().value() + "-" + now.toEpochMilli(),
                notice.words(),
                Rules.ids(notice.obligations()).getFirst());
        var acknowledge = notice.acknowledge();
        if (acknowledge == null) {
            return telling;
        }
        var worker = draft.before().worker();
        var sender = new Addressee(worker.agency(), "practitioner", worker.person());
        var thenTell = acknowledge.thenTell().stream()
                .flatMap(party -> addressees(draft, rules, party).stream())
                .filter(other ->
                        other.agency().equals(to.agency()) || other.agency().equals(worker.agency()))
                .toList();
        return telling.asking("Confirm that you know")
                .pursued(worker, rules.chase(acknowledge, new ChasePlan.People<>(to, thenTell, sender), now));
    }

    private static List<Addressee> addressees(Draft draft, Rules rules, Party party) {
        var holder = draft.before().holder().agency();
        if (party.side() != Side.OTHER) {
            return List.of(to(draft, holder, party.role()));
        }
        return Stream.concat(
                        draft.sides.stream().map(uk.kinbridge.assessment.assessment.Side::agency),
                        draft.family.parties().stream())
                .distinct()
                .filter(agency -> !agency.equals(holder) && rules.agency(agency).isPresent())
                .map(agency -> to(draft, agency, party.role()))
                .toList();
    }

    private static Addressee to(Draft draft, String agency, PersonRole role) {
        var worker = draft.before().worker();
        if (role.ofTheCase() || role == PersonRole.PRACTITIONER) {
            return new Addressee(agency, "practitioner", agency.equals(worker.agency()) ? worker.person() : null);
        }
        return new Addressee(agency, role.word(), (@Nullable String) null);
    }
}
