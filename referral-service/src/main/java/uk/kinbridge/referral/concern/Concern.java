package uk.kinbridge.referral.concern;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.referral.information.Worker;

/**
 * Something that worried somebody, below the threshold of a referral.
 *
 * @param factors what is so, in the words of the packs
 * @param words for the agency that recorded it; others see who, when and which factors, and ask
 * @param from the record under which it is kept, where that has become part of this family's; null for its own
 */
public record Concern(
        String id,
        Worker by,
        Instant at,
        List<String> factors,
        String words,
        @Nullable String from) {

    public Concern {
        factors = List.copyOf(factors);
    }

    static Concern recorded(String id, Worker by, Instant at, List<String> factors, String words) {
        return new Concern(id, by, at, factors, words, null);
    }

    Concern from(String record) {
        return new Concern(id, by, at, factors, words, record);
    }

    boolean isOwn() {
        return from == null;
    }
}
