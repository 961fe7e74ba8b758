package uk.kinbridge.referral.information;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.SharingRule.Objection;
import uk.kinbridge.protocols.sharing.AdultConcern;
import uk.kinbridge.protocols.sharing.ChildConcern;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.Purpose;

/**
 * What a practitioner states about sharing, beside what the family's consent record holds.
 *
 * @param purpose null for what the recipient is usually there for
 * @param childConcern never counts for less than what {@code facts} say; null for just that
 * @param adultConcern the same for an adult
 * @param answers what people were asked just now; kept in the consent record when it is new
 * @param talk the discussion with the family, or the reason against it (JWP-06)
 * @param discussionId a discussion that is in the consent record already
 * @param reason why it is shared, or why it is not
 * @param reasonWithoutConsent why it is shared without consent under the agency's own policy (SAL-03)
 */
public record SharingStatement(
        @Nullable Purpose purpose,
        @Nullable ChildConcern childConcern,
        @Nullable AdultConcern adultConcern,
        boolean immediateDanger,
        boolean askingRaisesRisk,
        boolean wouldHarmChild,
        Set<Fact> facts,
        List<Answered> answers,
        @Nullable Talk talk,
        @Nullable String discussionId,
        Set<Objection> objections,
        @Nullable String reason,
        @Nullable String reasonWithoutConsent) {

    public SharingStatement {
        facts = Set.copyOf(facts);
        answers = List.copyOf(answers);
        objections = Set.copyOf(objections);
    }

    /** What one person answered, or why they were not asked. */
    public record Answered(String person, Consent consent, String how) {}

    /** Held, with what was said; or not, with the reason. */
    public record Talk(boolean held, String words) {}

    SharingStatement with(Set<Fact> others) {
        return new SharingStatement(
                purpose,
                childConcern,
                adultConcern,
                immediateDanger,
                askingRaisesRisk,
                wouldHarmChild,
                others,
                answers,
                talk,
                discussionId,
                objections,
                reason,
                reasonWithoutConsent);
    }

    /** The facts, and the one that the stated level of concern amounts to. */
    public Set<Fact> allFacts() {
        var all = new HashSet<>(facts);
        if (childConcern == ChildConcern.SIGNIFICANT_HARM) {
            all.add(Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM);
        }
        return all;
    }

    /** What is stated or what the facts say, whichever is worse: no lower word takes a danger back (JWP-07, HAC-16). */
    ChildConcern childConcernOrFacts() {
        var said = ofFacts();
        return childConcern == null || childConcern.compareTo(said) < 0 ? said : childConcern;
    }

    /** Whether anybody has said how worried they are for a child: that there is no worry is what is assumed otherwise. */
    public boolean saysHowWorried() {
        return childConcernOrFacts() != ChildConcern.NONE;
    }

    private ChildConcern ofFacts() {
        if (facts.contains(Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM)
                || facts.contains(Fact.DELUSION_INVOLVES_CHILD)
                || facts.contains(Fact.CHILD_IN_SUICIDE_PLAN)
                || facts.contains(Fact.CHILD_HOME_ALONE)) {
            return ChildConcern.SIGNIFICANT_HARM;
        }
        return facts.contains(Fact.CHILD_WELFARE_CONCERN) || facts.contains(Fact.UNBORN_CHILD_CONCERN)
                ? ChildConcern.LOWER
                : ChildConcern.NONE;
    }

    /**
     * Whether somebody from whom a member of the family is protected may state it: danger is told by everybody (JWP-07,
     * SAL-02, HAC-16), but that one neither answers for the family nor has anything go that waits for an answer.
     */
    public boolean isForAnybody() {
        return answers.stream().allMatch(one -> one.consent().answer() == Consent.Answer.REFUSED)
                && (inDanger() || childConcernOrFacts() == ChildConcern.SIGNIFICANT_HARM);
    }

    AdultConcern adultConcernOrFacts() {
        var said = ofFactsForAnAdult();
        return adultConcern == null || adultConcern.compareTo(said) < 0 ? said : adultConcern;
    }

    private AdultConcern ofFactsForAnAdult() {
        if (facts.contains(Fact.ADULT_AT_RISK)) {
            return AdultConcern.AT_RISK;
        }
        return facts.contains(Fact.ADULT_WITH_UNMET_NEEDS) ? AdultConcern.UNMET_NEEDS : AdultConcern.NONE;
    }

    boolean inDanger() {
        return immediateDanger || facts.contains(Fact.IMMEDIATE_DANGER);
    }

    boolean asksRisk() {
        return askingRaisesRisk || facts.contains(Fact.ASKING_RAISES_RISK) || (talk != null && !talk.held());
    }
}
