package uk.kinbridge.notification.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Requests of notices for tests: what another service asks for. */
public record RequestBuilder(
        String about,
        String purpose,
        Recipient recipient,
        Urgency urgency,
        @Nullable Instant acknowledgeBy,
        Instant requestedAt,
        Dispatch dispatch) {

    public static final Instant MONDAY_TEN = Instant.parse("2026-11-23T10:00:00Z");

    /** The priority referral of the first pathway, to the Safeguarding Lead of drug treatment. */
    public static RequestBuilder aRequest() {
        return new RequestBuilder(
                "referral-1",
                "acknowledge-receipt",
                Recipient.role(People.DRUG_TREATMENT, "safeguarding-lead"),
                Urgency.PRIORITY,
                Instant.parse("2026-11-24T10:00:00Z"),
                MONDAY_TEN,
                Dispatch.PLAIN);
    }

    public RequestBuilder about(String id) {
        return new RequestBuilder(id, purpose, recipient, urgency, acknowledgeBy, requestedAt, dispatch);
    }

    public RequestBuilder purpose(String other) {
        return new RequestBuilder(about, other, recipient, urgency, acknowledgeBy, requestedAt, dispatch);
    }

    public RequestBuilder to(String agency, String role) {
        return to(Recipient.role(agency, role));
    }

    public RequestBuilder to(Recipient other) {
        return new RequestBuilder(about, purpose, other, urgency, acknowledgeBy, requestedAt, dispatch);
    }

    public RequestBuilder urgency(Urgency other) {
        return new RequestBuilder(about, purpose, recipient, other, acknowledgeBy, requestedAt, dispatch);
    }

    public RequestBuilder requestedAt(Instant at) {
        return new RequestBuilder(about, purpose, recipient, urgency, acknowledgeBy, at, dispatch);
    }

    public Notice.Request build() {
        return new Notice.Request(
                new About("referral", about, "R-7KQ4-M2XC", "/api/referrals/" + about),
                purpose,
                recipient,
                "Priority referral R-7KQ4-M2XC has arrived. Please acknowledge it within 24 hours.",
                "Acknowledge the referral",
                "HAC-17",
                urgency,
                acknowledgeBy,
                requestedAt,
                dispatch);
    }

    /** From that sender, chased like that. */
    public RequestBuilder dispatch(Dispatch other) {
        return new RequestBuilder(about, purpose, recipient, urgency, acknowledgeBy, requestedAt, other);
    }

    /** The notice that it becomes. */
    public Notice delivered(String id) {
        return Notice.delivered(id, build(), new Duty.Answer.Whoever(), requestedAt.plusSeconds(1))
                .next();
    }

    /** The act at the source that answers it. */
    public Fulfilment fulfilledAt(Instant at) {
        return new Fulfilment("referral", about, purpose, Actor.of(People.leila()), at);
    }
}
