package uk.kinbridge.referral.information.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.protocols.sharing.SharingDecision.HeldBack;
import uk.kinbridge.protocols.sharing.SharingDecision.Kind;
import uk.kinbridge.protocols.sharing.SharingDecision.Lets;
import uk.kinbridge.referral.information.InformationAccess;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.Worker;

/** A decision as this caller may see it: what was known stays with those who decided. */
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

    static DecisionView of(KeptDecision d, Caller caller) {
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
                d.lets(),
                own ? d.heldBack() : null,
                own ? d.overruled() : null,
                own ? d.record() : null,
                d.obligations(),
                own ? d.words() : null,
                own ? d.reliesOn() : null,
                own ? d.inputs() : null,
                d.shown(),
                d.by(),
                d.at(),
                d.occasion(),
                Links.self("/api/families/" + d.family() + "/sharing-decisions/" + d.id()));
    }
}
