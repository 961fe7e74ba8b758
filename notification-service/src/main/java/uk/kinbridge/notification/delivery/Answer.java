package uk.kinbridge.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of handing something to a provider. */
public sealed interface Answer {

    /**
     * The provider has it.
     *
     * @param providerId what the provider calls it; null when it gave no name
     */
    record Accepted(@Nullable String providerId) implements Answer {}

    /**
     * Certainly not handed over, and worth another try.
     *
     * @param notBefore when the provider said to come again; null to try as the plan says
     * @param away whether it is the provider that fails, so that others meet the same
     */
    record NotNow(String why, @Nullable Instant notBefore, boolean away) implements Answer {

        /** The provider does not do its work. */
        public static NotNow away(String why) {
            return new NotNow(why, null, true);
        }

        /** Only this one cannot go now. */
        public static NotNow thisOne(String why) {
            return new NotNow(why, null, false);
        }
    }

    /** Certainly not handed over, and the same would be refused again. */
    record Refused(String why) implements Answer {}

    /** Handed over perhaps: the connection broke between our last word and the provider's. */
    record Unanswered(String why) implements Answer {}

    /** Not tried at all, because the provider is known to be away; it does not count as a try. */
    record NotTried(Instant until) implements Answer {}
}
