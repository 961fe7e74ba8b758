package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.assessment.Assessment.State;
import uk.kinbridge.assessment.assessment.AssessmentEvent.Addressee;
import uk.kinbridge.assessment.assessment.Draft.Telling;
import uk.kinbridge.assessment.assessment.Ruling.Why;
import uk.kinbridge.protocols.time.Within;

/**
 * Closing an assessment for good. Only a complete one is closed: one that cannot be completed stays open where everybody
 * sees it, for closing it would be a way around the rules that no assessment gets around, and that a family could not be
 * assessed says something about it. What the assessment brought with it is settled, its review is not overdue, and
 * whoever got its outcome has confirmed it: nothing that somebody owes a child ends by a closure (HAC-04, HAC-15,
 * SAL-24).
 *
 * <p>A closed one has no clock, and no machine opens it again: it was a person's decision, with a reason, that the work
 * has ended. When the family's circumstances change, whoever closed it is told instead, confirms it, and decides: to open
 * it again, with all its versions, or to begin another (JWP-13).
 */
public final class Closing {

    /** By when those who held it have taken in that something has changed since; ours to discuss. */
    private static final Within UNTIL_TAKEN_IN = Within.workingDays(2);

    private Closing() {}

    /** Closes it; its review is not owed any more. */
    static Ruling close(Assessment a, String reason, Actor by, Rules rules, Instant now) {
        if (a.state() == State.CLOSED) {
            return new Ruling.Before();
        }
        var against = against(a, now);
        if (against != null) {
            return against;
        }
        var draft = new Draft(a);
        draft.state = State.CLOSED;
        draft.closed = new Closed(reason, by, now);
        draft.clocks = draft.clocks.cancelledAll(now);
        draft.write(now, "assessment.closed", "Closed for good; its reason is in the record", by, List.of("SAL-24"));
        others(a, rules)
                .forEach(agency -> draft.tell(
                        Telling.of(
                                        "closed-" + now.toEpochMilli(),
                                        "An assessment that your agency takes part in, or got the outcome of, is closed for good",
                                        "SAL-24")
                                .asking("Read the reason; if you disagree, say so"),
                        new Addressee(agency, "practitioner", null),
                        now));
        return new Ruling.Done(draft.change());
    }

    private static Stream<String> others(Assessment a, Rules rules) {
        return a.readers().stream()
                .filter(agency -> !agency.equals(a.holder().agency()))
                .filter(agency -> rules.agency(agency).isPresent());
    }

    private static @Nullable Ruling against(Assessment a, Instant now) {
        if (a.state() != State.COMPLETE) {
            return new Ruling.Against(
                    Why.NOT_COMPLETE,
                    "Complete it first: no rule of it is left aside by closing it.",
                    List.of("HAC-15"));
        }
        if (a.harms().stream().anyMatch(harm -> harm.referral() == null)) {
            return new Ruling.Against(
                    Why.NOT_SETTLED,
                    "Significant harm was indicated, and the referral to child protection is not linked yet.",
                    List.of("SAL-08"));
        }
        var owed = a.owed().stream().filter(one -> !one.isSettled()).findFirst();
        if (owed.isPresent()) {
            return new Ruling.Against(
                    Why.NOT_SETTLED,
                    "The assessment brought something with it that is not done yet: "
                            + owed.get().words(),
                    owed.get().obligations());
        }
        if (a.clocks().stream().anyMatch(clock -> clock.isOpen() && !now.isBefore(clock.dueAt()))) {
            return new Ruling.Against(
                    Why.NOT_REVIEWED,
                    "It is overdue to be looked at again. Look at it, then close it.",
                    List.of("HAC-15"));
        }
        return againstTheOutcome(a);
    }

    /** Who referred the family, and whoever else got an outcome, knows the last one and that nothing further is done. */
    private static @Nullable Ruling againstTheOutcome(Assessment a) {
        var last = new LinkedHashMap<String, SharedOutcome>();
        a.outcomes().forEach(outcome -> last.put(outcome.to(), outcome));
        var completed = a.editions().getLast().at();
        boolean told = last.values().stream()
                .allMatch(outcome -> !outcome.goesOn() && !outcome.at().isBefore(completed));
        // what stands beside another assessment is told with that one's outcome
        boolean awaited = a.referral() != null && !a.kind().standsBeside();
        if (!told || (awaited && last.isEmpty())) {
            return new Ruling.Against(
                    Why.OUTCOME_NOT_TOLD,
                    "Whoever got its outcome before, or referred the family, has not been told in writing that nothing"
                            + " further is done, and why.",
                    List.of("SAL-24", "HAC-04"));
        }
        if (a.outcomes().stream().anyMatch(outcome -> outcome.receivedBy() == null)) {
            return new Ruling.Against(
                    Why.OUTCOME_NOT_RECEIVED,
                    "Nobody has confirmed yet that the outcome has reached them.",
                    List.of("HAC-17", "HAC-04"));
        }
        return null;
    }

    /** Something has changed in the family of a closed assessment: whoever held it is told, and decides. */
    static Ruling circumstancesChanged(Assessment a, List<String> what, Rules rules, Instant at, Instant now) {
        var draft = new Draft(a);
        draft.write(
                now,
                "circumstances.changed",
                "The family's circumstances changed on %s, after it was closed: %s"
                        .formatted(Words.spoken(at), String.join("; ", what)),
                null,
                List.of("JWP-13", "HAC-15"));
        var holder = a.holder().agency();
        for (var to : List.of(
                new Addressee(holder, "practitioner", a.worker().person()),
                new Addressee(holder, "safeguarding-lead", null))) {
            draft.tell(
                    Telling.of(
                                    "changed-since-closed-" + at.toEpochMilli(),
                                    "The circumstances of a family have changed whose assessment is closed",
                                    "JWP-13")
                            .asking("Decide whether the risk to the children has to be looked at again")
                            .acknowledgedBy(rules.by(UNTIL_TAKEN_IN, holder, now)),
                    to,
                    now);
        }
        return new Ruling.Done(draft.change());
    }
}
