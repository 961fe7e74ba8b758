package uk.kinbridge.referral.contact.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.referral.contact.Contact;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.Worker;

/** A talk or an alert, for those who told and those who were told. */
record ContactView(
        String id,
        String reference,
        String family,
        Contact.Kind kind,
        KeptDecision.Protocol protocol,
        String route,
        List<String> situation,
        String recipient,
        String withWhom,
        Instant at,
        String words,
        @Nullable String advice,
        List<String> obligations,
        @Nullable String decisionId,
        Worker by,
        Instant recordedAt,
        Links _links) {

    static ContactView of(Contact contact) {
        var all = "/api/families/" + contact.family() + "/contacts";
        return new ContactView(
                contact.id(),
                contact.reference(),
                contact.family(),
                contact.kind(),
                contact.protocol(),
                contact.route(),
                contact.situation(),
                contact.recipient(),
                contact.withWhom(),
                contact.at(),
                contact.words(),
                contact.advice(),
                contact.obligations(),
                contact.decisionId(),
                contact.by(),
                contact.recordedAt(),
                Links.self(all).and("accessLog", all + "/" + contact.id() + "/access-log"));
    }
}
