package uk.kinbridge.protocols.sharing;

import java.util.List;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.SharingRule.Outcome;
import uk.kinbridge.protocols.sharing.PersonConcerned.Standing;

/**
 * Whether information may go, under the law and the local protocol. Protection comes before consent (SAL-02, JWP-07,
 * HAC-16), consent before convenience, and each answer says why.
 */
public final class DecideOnSharing {

    private final SharingQuestion question;
    private final FittingRules rules;
    private final boolean duty;
    private final Reasons reasons;

    private DecideOnSharing(SharingQuestion question, Pack pack, Law law) {
        this.question = question;
        this.rules = FittingRules.of(pack, question.facts(law), question.purpose());
        this.duty = law.dutyInForce(question.on());
        this.reasons = new Reasons(question, rules);
    }

    /**
     * @param pack the protocol that the case runs under, together with what it extends
     * @param law what is in force on the day of the question
     */
    public static SharingDecision of(SharingQuestion question, Pack pack, Law law) {
        return new DecideOnSharing(question, pack, law).decide();
    }

    private SharingDecision decide() {
        if (required()) {
            return mustAskBefore()
                    ? new SharingDecision.AskFirst(
                            whom(Standing.NOT_ASKED),
                            reasons.askFirst(
                                    "They are asked, or it is recorded why not; then it is shared whatever they"
                                            + " answer"))
                    : new SharingDecision.ShareRequired(reasons.required());
        }
        if (question.sameAgency()) {
            return withoutConsent("It stays within one agency or integrated team");
        }
        if (question.anySubject(Standing.BEST_INTERESTS_AGAINST)) {
            return stays("A decision in the person's best interests is against it");
        }
        if (rules.say(Outcome.SHARE_WITHOUT_CONSENT) && !question.anySubject(Standing.REFUSES)) {
            return withoutConsent("The local protocol allows it in this case");
        }
        return byConsent();
    }

    /** The floor under every protocol: no pack can take protection away. */
    private boolean required() {
        return question.childAtRisk() || question.immediateDanger() || rules.say(Outcome.SHARE_REQUIRED);
    }

    /** Nothing that protects waits for a question that nobody can or should put now. */
    private boolean mustAskBefore() {
        return rules.wantAskingFirst()
                && question.anySubject(Standing.NOT_ASKED)
                && question.subjects().stream().noneMatch(DecideOnSharing::saidToBeUnable)
                && !question.familyTold()
                && !question.askingRaisesRisk()
                && !question.immediateDanger()
                && !question.reasonWithoutConsent()
                && !question.sameAgency()
                && !duty;
    }

    private static boolean saidToBeUnable(PersonConcerned person) {
        return person.consent().answer() == Consent.Answer.CANNOT_BE_GIVEN;
    }

    private SharingDecision byConsent() {
        boolean mayForAReason = rules.leaveItToAReason() && question.reasonWithoutConsent();
        if (question.anySubject(Standing.REFUSES)) {
            return mayForAReason ? forAReason() : stays("Consent was refused, and nothing here overrides that");
        }
        if (question.anySubject(Standing.BEST_INTERESTS_OPEN)) {
            return new SharingDecision.AskFirst(
                    whom(Standing.BEST_INTERESTS_OPEN),
                    reasons.bestInterestsFirst(
                            "They cannot decide this themselves; it is decided in their best interests first"));
        }
        if (question.subjects().stream().allMatch(person -> person.standing().agrees())) {
            return question.anySubject(Standing.BEST_INTERESTS_FOR)
                    ? withoutConsent("It was decided in the person's best interests")
                    : new SharingDecision.ShareWithConsent(reasons.withConsent());
        }
        if (mayForAReason) {
            return forAReason();
        }
        return question.askingRaisesRisk()
                ? stays("Nobody has consented, and asking would raise the risk; look again at how serious it is")
                : new SharingDecision.AskFirst(
                        whom(Standing.NOT_ASKED, Standing.NOT_ASKED_WITH_REASON),
                        reasons.askFirst("At this level of concern it is shared with consent only"));
    }

    private SharingDecision forAReason() {
        return withoutConsent("The agency's own policy allows it for the reason recorded");
    }

    private SharingDecision withoutConsent(String why) {
        return new SharingDecision.ShareWithoutConsent(why, reasons.withoutConsent(why));
    }

    private SharingDecision stays(String why) {
        return new SharingDecision.DoNotShare(why, reasons.stays(why));
    }

    private List<String> whom(Standing... standings) {
        var asked = List.of(standings);
        return question.subjects().stream()
                .filter(person -> asked.contains(person.standing()))
                .map(PersonConcerned::id)
                .toList();
    }
}
