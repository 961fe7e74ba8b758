package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.assessment.Assessment.State;
import uk.kinbridge.assessment.assessment.AssessmentEvent.Addressee;
import uk.kinbridge.assessment.assessment.AssessmentEvent.What;
import uk.kinbridge.assessment.assessment.Draft.Telling;
import uk.kinbridge.assessment.assessment.Ruling.Why;
import uk.kinbridge.protocols.answering.AnswerCheck;
import uk.kinbridge.protocols.assessing.RiskPicture;
import uk.kinbridge.protocols.chasing.ChasePlan;
import uk.kinbridge.protocols.pack.Acknowledgement;
import uk.kinbridge.protocols.pack.AssessmentRule.Kind;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.RiskModel.Level;
import uk.kinbridge.protocols.time.Within;

/** Deciding on the risk, completing, telling the outcome, and opening again: an assessment is a live document. */
public final class Finishing {

    /** Where an area has no risk model, and nobody says sooner; ours to discuss. */
    private static final Within REVIEW_WITHOUT_A_MODEL = Within.parse("3 calendar months");

    /** By when the outcome is acknowledged where no pathway says so; ours to discuss. */
    private static final Acknowledgement UNTIL_RECEIVED =
            new Acknowledgement(Within.workingDays(2), Within.workingDays(1), List.of());

    private Finishing() {}

    /** A person decides on the risk that the model has proposed a level for, and says why (HAC-12, FAP-01). */
    static Ruling decideRisk(
            Assessment a, String level, @Nullable Within sooner, String reason, Actor by, Rules rules, Instant now) {
        if (!a.isOpen()) {
            return new Ruling.Against(Why.NOT_OPEN, "It is complete. Open it again for a review first.", List.of());
        }
        var picture = rules.picture(a);
        if (picture.isEmpty()) {
            return new Ruling.Unknown("level", "This protocol has no risk model.");
        }
        var found = rules.pack().riskModel().stream()
                .flatMap(model -> model.levels().stream())
                .filter(one -> one.id().value().equals(level))
                .findFirst();
        if (found.isEmpty()) {
            return new Ruling.Unknown("level", "The area's model has no such level.");
        }
        var draft = new Draft(a);
        draft.risk = decision(picture.get(), found.get(), sooner, reason, by, now);
        draft.write(
                now,
                "risk.decided",
                "Decided on the risk: %s (proposed: %s)"
                        .formatted(level, picture.get().level().id()),
                by,
                Stream.concat(
                                Stream.of("HAC-12"),
                                Rules.ids(picture.get().level().obligations()).stream())
                        .distinct()
                        .toList());
        return new Ruling.Done(draft.change());
    }

    /** A person may ask for an earlier look than the level, the proposal or the factors do, never for a later one. */
    private static RiskDecision decision(
            RiskPicture picture, Level level, @Nullable Within sooner, String reason, Actor by, Instant now) {
        var within = Rules.shortest(
                picture.reviewEvery(),
                Stream.concat(Stream.of(level.reviewEvery()), sooner == null ? Stream.of() : Stream.of(sooner)));
        return new RiskDecision(
                level.id().value(),
                picture.level().id().value(),
                picture.factors().stream().map(factor -> factor.id().value()).toList(),
                picture.reasons().stream().map(RiskPicture.Reason::words).toList(),
                within.toString(),
                reason,
                by,
                now);
    }

    /**
     * Completes it, for the first time or after a review. Everything that stands against it is named with its question,
     * its reason and its obligation; nothing that was typed is lost by a refusal.
     */
    static Ruling complete(Assessment a, Actor by, Rules rules, Instant now) {
        if (!a.isOpen()) {
            return new Ruling.Before();
        }
        var against = against(a, rules);
        if (against != null) {
            return against;
        }
        var reviewed = !a.editions().isEmpty();
        var draft = new Draft(a);
        draft.editions.add(edition(a, by, rules, now));
        draft.reopened.clear();
        draft.state = State.COMPLETE;
        var event = reviewed ? CaseEvent.ASSESSMENT_REVIEWED : CaseEvent.ASSESSMENT_COMPLETED;
        var cited = Rules.ids(rules.form().obligations());
        draft.write(
                now,
                event.word(),
                reviewed ? "Looked at again: version " + (a.editions().size() + 1) : "Completed",
                by,
                cited.isEmpty() ? List.of("HAC-15") : cited);
        draft.met(Timing.REVIEW, "The assessment is looked at again", now);
        draft.met(Timing.AFTER, "The assessment is looked at again after a change", now);
        if (!a.kind().standsBeside()) {
            Timing.review(draft, rules, event, within(a.risk()), List.of("HAC-15", "JWP-13"), now);
            Beside.add(draft, rules, now);
            draft.owed.stream()
                    .filter(owed -> !owed.isSettled())
                    .forEach(owed -> Timing.settle(draft, rules, owed, now));
        }
        Timing.notices(draft, rules, event, rules.interview(a).facts(), now);
        draft.happened(reviewed ? What.REVIEWED : What.COMPLETED, by, now, null);
        return new Ruling.Done(draft.change());
    }

    private static @Nullable Ruling against(Assessment a, Rules rules) {
        if (!a.family().isKnown()) {
            return new Ruling.Against(
                    Why.FAMILY_NOT_KNOWN,
                    "The family's record could not be asked yet which children there are. Everything typed is kept; it"
                            + " is asked again at the next try.",
                    List.of("JWP-16"));
        }
        var findings = AnswerCheck.ofComplete(
                rules.pack(), rules.form(), a.answers(), a.family().situation());
        if (!findings.isEmpty()) {
            return new Ruling.Incomplete(findings);
        }
        var unready = Jointly.unready(a);
        if (unready != null) {
            return unready;
        }
        if (a.risk() == null && !a.kind().standsBeside() && rules.picture(a).isPresent()) {
            return new Ruling.Against(
                    Why.NOT_DECIDED,
                    "The model proposes a level of risk; a person decides on it and says why.",
                    List.of("HAC-12"));
        }
        return null;
    }

    private static Within within(@Nullable RiskDecision risk) {
        return risk == null ? REVIEW_WITHOUT_A_MODEL : Within.parse(risk.reviewEvery());
    }

    private static Edition edition(Assessment a, Actor by, Rules rules, Instant now) {
        var last = a.editions().isEmpty() ? null : a.editions().getLast();
        return new Edition(
                a.editions().size() + 1,
                a.reopened().isEmpty()
                        ? (last == null ? "First completed" : "Review")
                        : String.join("; ", a.reopened()),
                a.protocol().form(),
                a.parts(),
                a.risk(),
                last == null ? List.of() : Differences.between(last.parts(), last.risk(), a.parts(), a.risk(), rules),
                by,
                now);
    }

    /**
     * A person opens it again for a review, on its clock or before (HAC-15); also a closed one, for whoever sees a risk
     * must not be kept from having it looked at. Whoever holds it is told when somebody else does.
     */
    static Ruling reopen(Assessment a, String why, Actor by, Rules rules, Instant now) {
        if (a.isOpen()) {
            return new Ruling.Before();
        }
        var draft = new Draft(a);
        open(draft, why);
        draft.write(now, "assessment.reopened", "Opened again for a review", by, List.of("HAC-15"));
        if (a.state() == State.CLOSED) {
            // its clocks ended when it was closed, and nothing that is open has none
            Timing.afterChange(draft, rules, now);
        }
        var worker = a.worker();
        if (!by.person().equals(worker.person())) {
            draft.tell(
                    Telling.of(
                                    "opened-again-" + now.toEpochMilli(),
                                    "Somebody who works with the family has opened an assessment again",
                                    "HAC-15")
                            .asking("Look at the risk to the children again"),
                    new Addressee(worker.agency(), "practitioner", worker.person()),
                    now);
        }
        return new Ruling.Done(draft.change());
    }

    private static void open(Draft draft, String why) {
        draft.state = State.REOPENED;
        draft.reopened.add(why);
        draft.joint = new Joint(
                draft.joint.planned(),
                draft.joint.urgentBecause(),
                draft.joint.informed(),
                draft.joint.meetings(),
                List.of());
        // the level that was decided on is shown as the last one; it is decided anew
        draft.risk = null;
    }

    /**
     * The family's circumstances have changed: it is opened again by itself, says what changed, and is looked at soon
     * (JWP-13, HAC-15). One that is open already says it too; of a closed one, those who held it are told.
     */
    static Ruling circumstancesChanged(
            Assessment a, List<String> what, KnownFamily family, Rules rules, Instant at, Instant now) {
        if (a.kind().standsBeside()) {
            return new Ruling.Before();
        }
        if (a.state() == State.CLOSED) {
            return Closing.circumstancesChanged(a, what, rules, at, now);
        }
        var draft = new Draft(a);
        draft.family = family;
        var words = "The family's circumstances changed on " + Words.spoken(at) + ": " + String.join("; ", what);
        var began = a.state() == State.COMPLETE;
        if (began) {
            open(draft, words);
        } else {
            draft.reopened.add(words);
        }
        draft.write(now, "circumstances.changed", words, null, List.of("JWP-13", "HAC-15"));
        if (!a.editions().isEmpty()) {
            Timing.afterChange(draft, rules, now);
        }
        if (began) {
            var worker = a.worker();
            draft.tell(
                    Telling.of(
                                    "reopened-" + at.toEpochMilli(),
                                    "An assessment is open again, as the family's circumstances changed",
                                    "JWP-13")
                            .asking("Look at the risk to the children again"),
                    new Addressee(worker.agency(), "practitioner", worker.person()),
                    now);
        }
        return new Ruling.Done(draft.change());
    }

    /** What the outcome says. */
    public record Outcome(
            String to,
            String words,
            @Nullable String levelOfUse,
            @Nullable String riskToParenting,
            boolean goesOn,
            @Nullable String rationale) {}

    /**
     * The outcome goes to the referrer in writing (HAC-04, SAL-24). With a linked referral that one tells its referrer,
     * by its pathway's own notice; without one it is told from here, and a person acknowledges it.
     */
    static Ruling share(Assessment a, Outcome outcome, Actor by, Rules rules, Instant now) {
        if (a.editions().isEmpty()) {
            return new Ruling.Against(
                    Why.NOT_COMPLETE, "Complete it first; then its outcome is told.", List.of("HAC-04"));
        }
        if (!outcome.goesOn()
                && (outcome.rationale() == null || outcome.rationale().isBlank())) {
            return new Ruling.Against(
                    Why.NO_RATIONALE, "Nothing further is done: say clearly why.", List.of("SAL-24", "HAC-04"));
        }
        if (needsUse(a.kind()) && (outcome.levelOfUse() == null || outcome.riskToParenting() == null)) {
            return new Ruling.Against(
                    Why.NOT_THE_WHOLE_OUTCOME,
                    "The referrer gets the level of use and an assessment of the risk to parenting.",
                    List.of("HAC-04"));
        }
        var draft = new Draft(a);
        draft.outcomes.add(new SharedOutcome(
                outcome.to(),
                outcome.words(),
                outcome.levelOfUse(),
                outcome.riskToParenting(),
                outcome.goesOn(),
                outcome.rationale(),
                by,
                now,
                null,
                null));
        draft.write(
                now,
                "assessment.outcome-shared",
                rules.nameOf(outcome.to()) + " gets the outcome in writing",
                by,
                List.of("HAC-04", "SAL-24"));
        if (a.referral() == null) {
            var to = new Addressee(outcome.to(), "practitioner", null);
            draft.tell(
                    Telling.of(
                                    OUTCOME + "-" + (a.outcomes().size() + 1),
                                    "The outcome of an assessment has been shared in writing",
                                    "HAC-04")
                            .asking("Read the outcome and confirm that you have it")
                            .pursued(
                                    by,
                                    rules.chase(
                                            UNTIL_RECEIVED,
                                            new ChasePlan.People<>(
                                                    to,
                                                    List.of(new Addressee(outcome.to(), "manager", null)),
                                                    new Addressee(by.agency(), "practitioner", by.person())),
                                            now)),
                    to,
                    now);
        }
        draft.happened(What.OUTCOME_SHARED, by, now, null);
        return new Ruling.Done(draft.change());
    }

    static final String OUTCOME = "assessment-outcome";

    private static boolean needsUse(Kind kind) {
        return kind == Kind.COMPREHENSIVE;
    }

    /** A person of the other agency has confirmed that the outcome has reached them. */
    static Ruling received(Assessment a, Actor by, Instant at) {
        var waiting = a.outcomes().stream()
                .filter(o -> o.receivedBy() == null && o.to().equals(by.agency()))
                .findFirst();
        if (waiting.isEmpty()) {
            return new Ruling.Before();
        }
        var draft = new Draft(a);
        var all = new ArrayList<>(a.outcomes());
        all.replaceAll(o -> o.equals(waiting.get()) ? o.received(by, at) : o);
        draft.outcomes.clear();
        draft.outcomes.addAll(all);
        draft.write(at, "outcome.received", by.name() + " has the outcome", by, List.of("HAC-04"));
        return new Ruling.Done(draft.change());
    }

    /** The person is invited; the referral that asked for the assessment hears of it (HAC-03). */
    static Ruling invite(Assessment a, Instant appointmentAt, Actor by, Instant now) {
        if (a.state() == State.CLOSED) {
            return new Ruling.Against(Why.NOT_OPEN, "It is closed. Open it again first.", List.of("HAC-15"));
        }
        if (appointmentAt.isBefore(now)) {
            return new Ruling.Unknown("appointmentAt", "The appointment cannot lie before the invitation.");
        }
        var draft = new Draft(a);
        draft.write(
                now,
                "assessment.invited",
                "Invited to the assessment on " + Words.spoken(appointmentAt),
                by,
                List.of("HAC-03"));
        draft.happened(What.INVITED, by, now, appointmentAt);
        return new Ruling.Done(draft.change());
    }
}
