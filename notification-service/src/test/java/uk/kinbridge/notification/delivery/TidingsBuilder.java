package uk.kinbridge.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.notification.notice.Urgency;

/** Tidings for tests: what may be told of the priority referral of the first pathway. */
public record TidingsBuilder(
        String notice,
        Occasion occasion,
        Urgency urgency,
        @Nullable Instant answerBy,
        @Nullable String protocol) {

    public static final Instant MONDAY_TEN = Instant.parse("2026-11-23T10:00:00Z");
    public static final String AGENCY = "hackney-drug-treatment";
    public static final String REFERENCE = "R-7KQ4-M2X4";

    public static TidingsBuilder tidings() {
        return new TidingsBuilder("n1", Occasion.DELIVERED, Urgency.PRIORITY, MONDAY_TEN.plusSeconds(86_400), null);
    }

    public TidingsBuilder of(String other) {
        return new TidingsBuilder(other, occasion, urgency, answerBy, protocol);
    }

    public TidingsBuilder on(Occasion other) {
        return new TidingsBuilder(notice, other, urgency, answerBy, protocol);
    }

    public TidingsBuilder urgency(Urgency other) {
        return new TidingsBuilder(notice, occasion, other, answerBy, protocol);
    }

    public TidingsBuilder answerBy(@Nullable Instant other) {
        return new TidingsBuilder(notice, occasion, urgency, other, protocol);
    }

    public TidingsBuilder under(@Nullable String other) {
        return new TidingsBuilder(notice, occasion, urgency, answerBy, other);
    }

    public Tidings build() {
        return new Tidings(
                notice,
                occasion,
                urgency,
                "referral",
                REFERENCE,
                "acknowledge-receipt",
                "HAC-17",
                AGENCY,
                "safeguarding-lead",
                answerBy,
                MONDAY_TEN,
                protocol);
    }
}
