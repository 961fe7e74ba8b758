package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.assessment.AssessmentEvent.Addressee;
import uk.kinbridge.assessment.assessment.AssessmentEvent.What;
import uk.kinbridge.assessment.assessment.Draft.Telling;
import uk.kinbridge.assessment.assessment.Joint.Said;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.protocols.assessing.FollowUp;
import uk.kinbridge.protocols.pack.AssessmentRule.Kind;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Route.Take;

/** What goes on beside an assessment: what it brings with it, and what cannot wait for its end. */
public final class Beside {

    private Beside() {}

    /** Adds what the protocol's rules say follows from what is known now; what was owed once stays owed. */
    static void add(Draft draft, Rules rules, Instant now) {
        var a = draft.change().next();
        for (var follow : FollowUp.of(rules.pack(), a.kind(), rules.interview(a).facts())) {
            var owed = owed(follow, now);
            if (owed != null && draft.owed.stream().noneMatch(owed::isSameAs)) {
                draft.owed.add(owed);
                draft.write(now, "owed", owed.words(), null, owed.obligations());
            }
        }
    }

    private static @Nullable Owed owed(FollowUp follow, Instant now) {
        return switch (follow) {
            case FollowUp.Assess f ->
                Owed.still(f.rule().value(), f.kind().word(), null, f.words(), Rules.ids(f.obligations()), now);
            case FollowUp.Go f ->
                Owed.still(f.rule().value(), null, words(f.take()), f.words(), Rules.ids(f.obligations()), now);
            // planning together is asked for where it is completed, not settled by a link
            case FollowUp.Join _ -> null;
        };
    }

    private static String words(Take take) {
        return switch (take) {
            case Take.Refer refer -> "refer " + refer.pathway().value();
            case Take.Discuss discuss -> "discuss " + discuss.need().word();
            case Take.Alert alert ->
                "alert "
                        + String.join(
                                " ",
                                alert.agencies().stream()
                                        .map(role -> role.word())
                                        .toList());
            case Take.Liaise liaise ->
                "liaise "
                        + String.join(
                                " ",
                                liaise.people().stream()
                                        .map(role -> role.word())
                                        .toList());
            case Take.KeepReviewing keep -> "keep-reviewing " + keep.clock().value();
        };
    }

    /** The kinds of assessment that are owed beside one of this kind in this situation (HAC-07). */
    public static List<Kind> kinds(Assessment a) {
        return a.owed().stream()
                .filter(owed -> owed.assess() != null && !owed.isSettled())
                .flatMap(owed -> List.of(Kind.values()).stream()
                        .filter(kind -> kind.word().equals(owed.assess())))
                .distinct()
                .toList();
    }

    /** The other assessment is there. */
    static Ruling opened(Assessment a, Kind kind, String other, Instant now) {
        var draft = new Draft(a);
        boolean changed = false;
        for (int i = 0; i < draft.owed.size(); i++) {
            var owed = draft.owed.get(i);
            if (kind.word().equals(owed.assess()) && !owed.isSettled()) {
                draft.owed.set(i, owed.settled(other, null));
                draft.met(owed.clock(), owed.words(), now);
                changed = true;
            }
        }
        return changed ? new Ruling.Done(draft.change()) : new Ruling.Before();
    }

    /**
     * What is owed has been done: the referral was made, the duty team was consulted, or why not.
     *
     * @param referral the referral that settles it; null when words do
     */
    static Ruling settle(Assessment a, String rule, @Nullable String referral, String words, Actor by, Instant now) {
        var found = a.owed().stream()
                .filter(owed -> owed.rule().equals(rule) && owed.take() != null)
                .findFirst();
        if (found.isEmpty()) {
            return new Ruling.Unknown("rule", "Nothing of that name is owed here.");
        }
        var owed = found.get();
        if (owed.pathway().isPresent() && referral == null) {
            return new Ruling.Unknown("referral", owed.words() + ": name the referral that was made.");
        }
        var draft = new Draft(a);
        draft.owed.set(a.owed().indexOf(owed), owed.settled(referral, new Said(words, by, now)));
        draft.met(owed.clock(), owed.words(), now);
        draft.write(now, "owed.settled", "Settled: " + owed.words(), by, owed.obligations());
        return new Ruling.Done(draft.change());
    }

    /**
     * Significant harm is indicated: the child-protection route starts now, whatever the assessment still lacks, and the
     * assessment goes on beside it (SAL-08).
     */
    static Ruling harm(Assessment a, String words, List<String> about, Actor by, Rules rules, Instant now) {
        var draft = new Draft(a);
        var harm = new Harm(a.harms().size() + 1, words, about, by, now, null, null);
        draft.harms.add(harm);
        draft.clocks = draft.clocks.with(rules.clock(
                harm.clock(), List.of("SAL-08"), new Owner(by.agency(), "practitioner"), Timing.UNTIL_REFERRED, now));
        draft.write(
                now,
                "assessment.harm-indicated",
                "Significant harm is indicated; child protection starts at once",
                by,
                List.of("SAL-08"));
        for (var role : List.of("safeguarding-lead", "manager")) {
            draft.tell(
                    Telling.of("harm-" + harm.number(), "An assessment indicates significant harm", "SAL-08")
                            .asking("See that child protection was called and the referral is made")
                            .atOnce()
                            .acknowledgedBy(now.plus(java.time.Duration.ofHours(1))),
                    new Addressee(by.agency(), role, null),
                    now);
        }
        Timing.notices(draft, rules, CaseEvent.HARM_INDICATED, harmful(rules, a), now);
        draft.happened(What.HARM_INDICATED, by, now, null);
        return new Ruling.Done(draft.change());
    }

    private static Set<Fact> harmful(Rules rules, Assessment a) {
        var facts = java.util.EnumSet.of(Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM);
        facts.addAll(rules.interview(a).facts());
        return facts;
    }

    /** The referral was made: its clock is met. */
    static Ruling harmReferred(Assessment a, int number, String referral, Actor by, Instant now) {
        var found = a.harms().stream().filter(h -> h.number() == number).findFirst();
        if (found.isEmpty()) {
            return new Ruling.Unknown("number", "Nothing of that number was recorded here.");
        }
        if (found.get().referral() != null) {
            return new Ruling.Before();
        }
        var draft = new Draft(a);
        draft.harms.set(a.harms().indexOf(found.get()), found.get().linked(referral, now));
        draft.met(
                found.get().clock(),
                "The referral of a child who may come to significant harm is made and linked",
                now);
        draft.write(now, "harm.referred", "The referral to child protection is linked", by, List.of("SAL-08"));
        return new Ruling.Done(draft.change());
    }
}
