package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.assessment.Assessments.Held;
import uk.kinbridge.assessment.assessment.Assessments.Saved;
import uk.kinbridge.assessment.assessment.FamilyRecords.Seen;
import uk.kinbridge.assessment.assessment.FamilyRecords.Sharing;
import uk.kinbridge.assessment.assessment.Joint.Meeting;
import uk.kinbridge.assessment.assessment.Part.Attachment;
import uk.kinbridge.assessment.assessment.Writing.Typed;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.assessing.Finding;
import uk.kinbridge.protocols.heldopen.OpenDisagreements;
import uk.kinbridge.protocols.heldopen.OpenDisagreements.Open;
import uk.kinbridge.protocols.time.Within;

/** What people do with an assessment that has been begun. */
public class HandleAssessment {

    /** So often a save is decided anew when others save other parts of the same assessment meanwhile. */
    private static final int TRIES = 20;

    private final Assessments assessments;
    private final FamilyRecords families;
    private final PinnedRules pinnedRules;
    private final BeginAssessment begin;
    private final OpenDisagreements disagreements;

    public HandleAssessment(
            Assessments assessments,
            FamilyRecords families,
            PinnedRules pinnedRules,
            BeginAssessment begin,
            OpenDisagreements disagreements) {
        this.assessments = assessments;
        this.families = families;
        this.pinnedRules = pinnedRules;
        this.begin = begin;
        this.disagreements = disagreements;
    }

    /** How it ends. */
    public sealed interface Outcome {

        /** Done, or done before: the assessment as it is now. */
        record Done(Held held, Rules rules) implements Outcome {}

        /** Not for this caller. */
        record NotPermitted(AccessDecision.Refused refused) implements Outcome {}

        /** Somebody else has changed it since the caller read it. */
        record Stale() implements Outcome {}

        /** What stands against it; see {@link Ruling}. */
        record Refused(Ruling ruling) implements Outcome {}
    }

    /** Who does it, to which assessment, in the version that they have read; null where the version does not matter. */
    public record Act(String id, @Nullable Long version, Caller caller, Instant now) {

        Actor by() {
            return Actor.of(caller);
        }
    }

    /**
     * What a reader is shown.
     *
     * @param holding open disagreements between its own agencies, while which it is not closed
     */
    public record Reading(Held held, Rules rules, Seen seen, Sharing sharing, List<Open> holding) {}

    /** Shows it; empty when there is none for this caller. */
    public Optional<Reading> read(String id, Caller caller, Instant now) {
        return assessments.find(id).flatMap(held -> {
            var a = held.assessment();
            var seen = seen(a, caller, now);
            if (!AssessmentAccess.read(caller, a, seen).isGranted()) {
                return Optional.empty();
            }
            var others = a.parts().stream().anyMatch(part -> !caller.worksFor(part.agency()));
            var sharing = others ? families.shared(a.family().id()) : new Sharing.Decided(List.of());
            return Optional.of(new Reading(held, pinnedRules.of(a), seen, sharing, holding(a)));
        });
    }

    /** Those between agencies that take part, got the outcome or work with the family: nobody else can hold it. */
    private List<Open> holding(Assessment a) {
        var parties = Stream.concat(a.readers().stream(), a.family().parties().stream())
                .toList();
        return disagreements.between(parties, a.id());
    }

    private Seen seen(Assessment a, Caller caller, Instant now) {
        return AssessmentAccess.worksWithFamilies(caller)
                ? families.see(a.family().id(), a.person(), a.referral(), now)
                : new Seen.NotForYou();
    }

    /**
     * Saves what was typed in one section, as one types. Others who write in other sections meanwhile do not matter: it
     * is decided anew on what they saved. What follows from it, such as another assessment beside it, is opened.
     */
    public Outcome type(Act act, Typed typed) {
        return change(
                act, writing(act, typed.section()), (a, rules) -> Writing.save(a, typed, act.by(), rules, act.now()));
    }

    /** What is different from the last version, in words; nothing before there is one. */
    public List<String> changesSinceTheLast(Assessment a, Rules rules) {
        if (a.editions().isEmpty()) {
            return List.of();
        }
        var last = a.editions().getLast();
        // until somebody has decided anew, the level that was decided last is no change
        var risk = a.risk() == null ? last.risk() : a.risk();
        return Differences.between(last.parts(), last.risk(), a.parts(), risk, rules);
    }

    /** What is wrong with what was typed, and what may not be kept like that. */
    public List<Finding> findings(Held held, Typed typed, Rules rules) {
        var answers = new java.util.LinkedHashMap<String, Object>();
        typed.typed().forEach((question, answer) -> {
            if (answer != null) {
                answers.put(question, answer);
            }
        });
        return Writing.findings(
                held.assessment(), new uk.kinbridge.protocols.assessing.Answers(answers), typed.section(), rules);
    }

    /** A document that has been taken in goes with a section. */
    Outcome attach(Act act, String section, Attachment attachment) {
        return change(
                act, writing(act, section), (a, rules) -> Writing.attach(a, section, attachment, rules, act.now()));
    }

    /** Why the caller may attach nothing to that section now; empty when they may. */
    Optional<Outcome> againstAttaching(Act act, String section) {
        var found = assessments.find(act.id());
        if (found.isEmpty()) {
            return Optional.of(new Outcome.NotPermitted(new AccessDecision.Concealed()));
        }
        var a = found.get().assessment();
        return allowed(writing(act, section), found.get(), seen(a, act.caller(), act.now()))
                .or(() ->
                        Writing.againstAttaching(a, section, pinnedRules.of(a)).map(Outcome.Refused::new));
    }

    /** Whoever writes in a section; that there is none of that name, those who take part may know. */
    private static Access writing(Act act, String section) {
        return (a, seen, rules) -> {
            var found = Writing.section(rules, section);
            return found == null
                    ? AssessmentAccess.takePart(act.caller(), a, seen)
                    : AssessmentAccess.write(act.caller(), a, seen, found, rules);
        };
    }

    /** Another agency takes part. */
    public Outcome join(Act act, String agency, String basis) {
        return change(act, holder(act), (a, rules) -> Jointly.join(a, agency, basis, act.by(), rules, act.now()));
    }

    public Outcome plan(Act act, String words) {
        return change(act, part(act), (a, _) -> Jointly.plan(a, words, act.by(), act.now()));
    }

    public Outcome urgent(Act act, String because) {
        return change(act, part(act), (a, _) -> Jointly.urgent(a, because, act.by(), act.now()));
    }

    public Outcome inform(Act act, String words) {
        return change(act, part(act), (a, _) -> Jointly.inform(a, words, act.by(), act.now()));
    }

    /** A meeting or a joint visit. */
    public Outcome meet(Act act, Meeting.Kind kind, Instant heldAt, String words, List<String> agencies) {
        return change(
                act,
                part(act),
                (a, _) -> Jointly.meet(a, new Meeting(kind, heldAt, words, agencies, act.by(), act.now()), act.now()));
    }

    public Outcome sign(Act act) {
        return change(act, part(act), (a, _) -> Jointly.sign(a, act.by(), act.now()));
    }

    public Outcome decideRisk(Act act, String level, @Nullable Within sooner, String reason) {
        return change(
                act,
                holder(act),
                (a, rules) -> Finishing.decideRisk(a, level, sooner, reason, act.by(), rules, act.now()));
    }

    public Outcome complete(Act act) {
        return change(act, holder(act), (a, rules) -> Finishing.complete(a, act.by(), rules, act.now()));
    }

    public Outcome reopen(Act act, String why) {
        return change(act, part(act), (a, rules) -> Finishing.reopen(a, why, act.by(), rules, act.now()));
    }

    /** Closes it for good, unless agencies disagree about it (SAL-27). */
    public Outcome close(Act act, String reason) {
        return change(
                act,
                holder(act),
                (a, rules) -> unlessHeldOpen(a, rules, () -> Closing.close(a, reason, act.by(), rules, act.now())));
    }

    /** The outcome goes to who asked; one that ends the work waits while agencies disagree about it (SAL-27). */
    public Outcome share(Act act, Finishing.Outcome outcome) {
        return change(
                act,
                holder(act),
                (a, rules) -> outcome.goesOn()
                        ? Finishing.share(a, outcome, act.by(), rules, act.now())
                        : unlessHeldOpen(a, rules, () -> Finishing.share(a, outcome, act.by(), rules, act.now())));
    }

    private Ruling unlessHeldOpen(Assessment a, Rules rules, Supplier<Ruling> ending) {
        var holding = holding(a);
        return holding.isEmpty() ? ending.get() : new Ruling.HeldOpen(holding, rules.obligationsOfTheLadder());
    }

    public Outcome invite(Act act, Instant appointmentAt) {
        return change(act, holder(act), (a, _) -> Finishing.invite(a, appointmentAt, act.by(), act.now()));
    }

    public Outcome settle(Act act, String rule, @Nullable String referral, String words) {
        return change(act, part(act), (a, _) -> Beside.settle(a, rule, referral, words, act.by(), act.now()));
    }

    /**
     * What is owed under a rule, for those who can do it. It says what the referral can say already; only naming the one
     * that was made settles it.
     */
    public Outcome owed(Act act, String rule) {
        return change(
                act,
                part(act),
                (a, _) -> a.owed().stream()
                                .anyMatch(one ->
                                        one.rule().equals(rule) && one.pathway().isPresent() && !one.isSettled())
                        ? new Ruling.Before()
                        : new Ruling.Unknown("rule", "No referral of that name is owed here."));
    }

    /** Significant harm is indicated (SAL-08). No version is asked: nothing may stand in its way. */
    public Outcome harm(Act act, String words, List<String> about) {
        return change(act, part(act), (a, rules) -> Beside.harm(a, words, about, act.by(), rules, act.now()));
    }

    public Outcome harmReferred(Act act, int number, String referral) {
        return change(act, part(act), (a, _) -> Beside.harmReferred(a, number, referral, act.by(), act.now()));
    }

    /** Moves it to the newest form. */
    public Outcome move(Act act, String reason) {
        return change(
                act,
                holder(act),
                (a, rules) -> pinnedRules
                        .inForce(a.protocol().pack(), a.kind(), act.now())
                        .map(newest -> Writing.move(a, newest, act.by(), reason, act.now()))
                        .orElseGet(Ruling.Before::new));
    }

    private interface Access {
        AccessDecision of(Assessment assessment, Seen seen, Rules rules);
    }

    private interface Command {
        Ruling on(Assessment assessment, Rules rules);
    }

    private static Access holder(Act act) {
        return (a, seen, _) -> AssessmentAccess.answerFor(act.caller(), a, seen);
    }

    private static Access part(Act act) {
        return (a, seen, _) -> AssessmentAccess.takePart(act.caller(), a, seen);
    }

    private Outcome change(Act act, Access access, Command command) {
        var found = assessments.find(act.id());
        if (found.isEmpty()) {
            return new Outcome.NotPermitted(new AccessDecision.Concealed());
        }
        var seen = seen(found.get().assessment(), act.caller(), act.now());
        Outcome outcome = new Outcome.Stale();
        for (int tries = 0; tries < TRIES && outcome instanceof Outcome.Stale; tries++) {
            var held = assessments.find(act.id()).orElse(found.get());
            if (act.version() != null && held.version() != act.version()) {
                return allowed(access, held, seen).orElseGet(Outcome.Stale::new);
            }
            outcome = once(act, held, seen, access, command);
        }
        return outcome;
    }

    private Optional<Outcome> allowed(Access access, Held held, Seen seen) {
        return access.of(held.assessment(), seen, pinnedRules.of(held.assessment()))
                        instanceof AccessDecision.Refused refused
                ? Optional.of(new Outcome.NotPermitted(refused))
                : Optional.empty();
    }

    private Outcome once(Act act, Held held, Seen seen, Access access, Command command) {
        var rules = pinnedRules.of(held.assessment());
        if (access.of(held.assessment(), seen, rules) instanceof AccessDecision.Refused refused) {
            return new Outcome.NotPermitted(refused);
        }
        var fresh = Standing.fresh(held.assessment(), seen, act.by(), rules, act.now());
        return switch (command.on(fresh, rules)) {
            case Ruling.Before _ -> new Outcome.Done(held, rules);
            case Ruling.Done(Change<Assessment, AssessmentEvent> change) ->
                saved(act, held, Standing.withWhatFollows(change, rules, act.now()));
            case Ruling refused -> new Outcome.Refused(refused);
        };
    }

    private Outcome saved(Act act, Held held, Change<Assessment, AssessmentEvent> change) {
        if (assessments.save(held.version(), change, act.now()) != Saved.DONE) {
            return new Outcome.Stale();
        }
        var now = begin.openBeside(new Held(change.next(), held.version() + 1), act.now());
        return new Outcome.Done(now, pinnedRules.of(now.assessment()));
    }
}
