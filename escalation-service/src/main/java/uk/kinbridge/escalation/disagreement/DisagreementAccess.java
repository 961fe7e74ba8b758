package uk.kinbridge.escalation.disagreement;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.pack.PersonRole;

/** Who may do what with a disagreement. To a third agency it does not exist. */
public final class DisagreementAccess {

    private DisagreementAccess() {}

    /** Everybody who works with families may challenge: it is normal, and safe (DOR-12, FAP-07). */
    public static AccessDecision raise(Caller caller) {
        return worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.denied("Disagreements are raised by those who work with families.", "DOR-12");
    }

    /** Lists of disagreements: those of the two agencies, and the partnership for what it was told of. */
    public static AccessDecision list(Caller caller) {
        return worksWithFamilies(caller) || isAnalyst(caller)
                ? AccessDecision.granted()
                : AccessDecision.denied("Disagreements are for those who work with families.");
    }

    /** Both agencies, and the partnership from the rung on from which it is told by name (SAL-27). */
    public static AccessDecision read(Caller caller, Disagreement d) {
        return isParty(caller, d) || isReader(caller, d) ? AccessDecision.granted() : AccessDecision.concealed();
    }

    /** The roles of the rung or above, whoever stands in for them, and the one who raised it. */
    public static AccessDecision speak(Caller caller, Disagreement d, Rules rules) {
        if (!isParty(caller, d)) {
            return visible(caller, d, "Only the two agencies settle a disagreement; you may read it.", rules);
        }
        if (isRaiser(caller, d)) {
            return AccessDecision.granted();
        }
        var voices = voices(caller, d, rules);
        return held(caller).anyMatch(voices::contains)
                ? AccessDecision.granted()
                : AccessDecision.denied(
                        "On level %d these speak for your service: %s, or those above them. You may read along."
                                .formatted(d.stage().level(), String.join(", ", voices)),
                        rules.obligation(d.stage().level()));
    }

    /** Only the one who raised it says whether it is resolved, so that nobody closes it quietly (DOR-12). */
    public static AccessDecision judge(Caller caller, Disagreement d, Rules rules) {
        if (isParty(caller, d) && isRaiser(caller, d)) {
            return AccessDecision.granted();
        }
        return visible(caller, d, "Only the person who raised it says whether it is resolved.", rules);
    }

    /** Everybody of the two agencies who works with families: a risk is said by whoever sees it. */
    public static AccessDecision declareRisk(Caller caller, Disagreement d, Rules rules) {
        return isParty(caller, d)
                ? AccessDecision.granted()
                : visible(caller, d, "Only the two agencies change a disagreement; you may read it.", rules);
    }

    /** A note of the caller's own agency. */
    public static AccessDecision note(Caller caller, Disagreement d, Rules rules) {
        return isParty(caller, d)
                ? AccessDecision.granted()
                : visible(caller, d, "Notes are kept by the two agencies.", rules);
    }

    /** Whoever may speak, and the roles that the ladder puts the question to (SAL-27). */
    public static AccessDecision inquire(Caller caller, Disagreement d, String kind, Rules rules) {
        var asked = rules.offer(kind)
                .map(offer -> offer.to().stream().map(PersonRole::word).collect(Collectors.toSet()))
                .orElse(Set.of());
        return isParty(caller, d) && held(caller).anyMatch(asked::contains)
                ? AccessDecision.granted()
                : speak(caller, d, rules);
    }

    /** The partnership that was asked. */
    public static AccessDecision reply(Caller caller, Disagreement d, Rules rules) {
        return isReader(caller, d)
                ? AccessDecision.granted()
                : visible(caller, d, "The safeguarding partnership answers.", rules);
    }

    private static AccessDecision visible(Caller caller, Disagreement d, String why, Rules rules) {
        return read(caller, d).isGranted()
                ? AccessDecision.denied(why, rules.obligations().getFirst())
                : AccessDecision.concealed();
    }

    private static Set<String> voices(Caller caller, Disagreement d, Rules rules) {
        var raising = d.sides().raising().agency().equals(caller.agency());
        var seat = d.steps().getLast().seatOf(caller.agency());
        return Stream.concat(rules.voices(d.stage().level(), raising).map(PersonRole::word), seat.roles().stream())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /** Today's duty worker is a practitioner too. */
    private static Stream<String> held(Caller caller) {
        return caller.roles().stream()
                .map(role -> role == Role.DUTY_WORKER ? Role.PRACTITIONER : role)
                .map(Role::kebab);
    }

    private static boolean isRaiser(Caller caller, Disagreement d) {
        return caller.subject().equals(d.sides().raisedBy().person());
    }

    private static boolean isParty(Caller caller, Disagreement d) {
        return d.sides().agencies().contains(caller.agency()) && worksWithFamilies(caller);
    }

    private static boolean isReader(Caller caller, Disagreement d) {
        return d.readers().contains(caller.agency()) && isAnalyst(caller);
    }

    private static boolean isAnalyst(Caller caller) {
        return caller.hasRole(Role.BOARD_ANALYST) && !caller.isService();
    }

    /** Whether the caller's role works with families at all. */
    public static boolean worksWithFamilies(Caller caller) {
        return !caller.isService()
                && caller.hasAnyRole(
                        Role.PRACTITIONER,
                        Role.SAFEGUARDING_LEAD,
                        Role.MANAGER,
                        Role.DUTY_WORKER,
                        Role.NAMED_PROFESSIONAL,
                        Role.SENIOR_MANAGER);
    }
}
