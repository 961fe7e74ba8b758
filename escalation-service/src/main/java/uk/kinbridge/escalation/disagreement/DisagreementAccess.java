package uk.kinbridge.escalation.disagreement;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.pack.PersonRole;

/** Who may do what with a disagreement. To a third agency it does not exist. */
public final class DisagreementAccess {

    private static final Set<Role> WITH_FAMILIES = Set.of(
            Role.PRACTITIONER,
            Role.SAFEGUARDING_LEAD,
            Role.MANAGER,
            Role.DUTY_WORKER,
            Role.NAMED_PROFESSIONAL,
            Role.SENIOR_MANAGER);

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
        if (isRaiser(caller, d) || isSpeaker(caller, d)) {
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

    /**
     * Only the one who raised it, or speaks for them, says whether it is resolved, and only as one of the agency that
     * raised it: whoever has gone over to the other side has left their voice behind. Nobody closes it quietly (DOR-12).
     */
    public static AccessDecision judge(Caller caller, Disagreement d, Rules rules) {
        if (isParty(caller, d) && caller.worksFor(d.sides().raising().agency()) && isSpeaker(caller, d)) {
            return AccessDecision.granted();
        }
        return visible(
                caller,
                d,
                "Only the person who raised it, or who speaks for them, says whether it is resolved.",
                rules);
    }

    /**
     * The raiser's own voice is theirs to give and to take back; where they have left or are away, those who answer for
     * their agency hand it over. The other agency never does (DOR-12).
     */
    public static AccessDecision handOver(Caller caller, Disagreement d, Rules rules) {
        if (!isParty(caller, d) || !caller.worksFor(d.sides().raising().agency())) {
            return visible(caller, d, "Who speaks for the one who raised it is for their own agency to say.", rules);
        }
        return ownsVoice(caller, d)
                        || caller.hasAnyRole(
                                Role.MANAGER, Role.SAFEGUARDING_LEAD, Role.NAMED_PROFESSIONAL, Role.SENIOR_MANAGER)
                ? AccessDecision.granted()
                : AccessDecision.denied(
                        "The one who raised it hands it over, or a manager or safeguarding lead of their agency.",
                        rules.obligations().getFirst());
    }

    /** Whether it is the caller's own voice, which they need nobody's leave to hand over. */
    static boolean ownsVoice(Caller caller, Disagreement d) {
        return isRaiser(caller, d) || isSpeaker(caller, d);
    }

    /** The agency that undertook it. */
    public static AccessDecision fulfil(Caller caller, Disagreement d, int number, Rules rules) {
        var resolution = d.resolution();
        var others = resolution != null
                && resolution.owes(number)
                && !caller.worksFor(
                        resolution.proposal().undertakings().get(number - 1).agency());
        return isParty(caller, d) && !others
                ? AccessDecision.granted()
                : visible(caller, d, "The agency that undertook it says when it is done.", rules);
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

    private static boolean isSpeaker(Caller caller, Disagreement d) {
        return caller.subject().equals(d.sides().speaker().person());
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

    /** Whether one of these roles works with families. */
    static boolean worksWithFamilies(Collection<String> roles) {
        return roles.stream().flatMap(word -> Role.named(word).stream()).anyMatch(WITH_FAMILIES::contains);
    }

    /** Whether the caller's role works with families at all. */
    public static boolean worksWithFamilies(Caller caller) {
        return !caller.isService() && caller.roles().stream().anyMatch(WITH_FAMILIES::contains);
    }
}
