package uk.kinbridge.referral.information.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.protocols.sharing.FieldGroup;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.protocols.sharing.SharingDecision.HeldBack;
import uk.kinbridge.protocols.sharing.SharingDecision.Kind;
import uk.kinbridge.protocols.sharing.SharingDecision.Lets;
import uk.kinbridge.referral.information.InformationAccess;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.Worker;

/**
 * A decision as this caller may see it: what was known stays with those who decided, and whereabouts are kept from those
 * whom somebody is protected from, whatever their role, without a trace that they are. What was told in free words is kept
 * from them too, but to those who wrote it: nobody knows whether it says where somebody is.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionView(
        String id,
        String reference,
        String family,
        String familyReference,
        String agency,
        String recipient,
        Purpose purpose,
        KeptDecision.Protocol protocol,
        Kind outcome,
        boolean shares,
        @Nullable String reason,
        @Nullable String why,
        @Nullable List<String> askFirst,
        List<Lets> lets,
        @Nullable List<HeldBack> heldBack,
        @Nullable List<String> overruled,
        @Nullable List<String> record,
        List<String> obligations,
        @Nullable List<String> words,
        @Nullable List<String> reliesOn,
        KeptDecision.@Nullable Inputs inputs,
        KeptDecision.@Nullable Shown shown,
        Worker by,
        Instant at,
        KeptDecision.@Nullable Occasion occasion,
        Links _links) {

    private static final Set<FieldGroup> PLACE = Set.of(FieldGroup.WHEREABOUTS);

    /** @param hidden whether somebody of the family is protected from the caller */
    static DecisionView of(KeptDecision d, Caller caller, boolean hidden) {
        boolean own = InformationAccess.seesInputs(caller, d);
        return new DecisionView(
                d.id(),
                d.reference(),
                d.family(),
                d.familyReference(),
                d.agency(),
                d.recipient(),
                d.purpose(),
                d.protocol(),
                d.outcome(),
                d.shares(),
                own ? d.reason() : null,
                own ? d.why() : null,
                own ? d.askFirst() : null,
                hidden ? withoutPlace(d.lets()) : d.lets(),
                own ? (hidden ? notPlace(d.heldBack()) : d.heldBack()) : null,
                own ? d.overruled() : null,
                own ? d.record() : null,
                d.obligations(),
                own ? d.words() : null,
                own ? d.reliesOn() : null,
                own ? d.inputs() : null,
                hidden ? withoutPlace(d.shown(), wroteIt(caller, d)) : d.shown(),
                d.by(),
                d.at(),
                d.occasion(),
                Links.self("/api/families/" + d.family() + "/sharing-decisions/" + d.id()));
    }

    private static List<Lets> withoutPlace(List<Lets> lets) {
        return lets.stream()
                .map(one -> new Lets(
                        one.person(),
                        one.fields().stream()
                                .filter(field -> !PLACE.contains(field))
                                .collect(Collectors.toUnmodifiableSet())))
                .toList();
    }

    private static List<HeldBack> notPlace(List<HeldBack> heldBack) {
        return heldBack.stream().filter(one -> !one.fields().equals(PLACE)).toList();
    }

    private static KeptDecision.@Nullable Shown withoutPlace(KeptDecision.@Nullable Shown shown, boolean theirWords) {
        return shown == null ? null : new KeptDecision.Shown(shown.people(), null, theirWords ? shown.message() : null);
    }

    private static boolean wroteIt(Caller caller, KeptDecision decision) {
        return decision.by().person().equals(caller.subject());
    }
}
