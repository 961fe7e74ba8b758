package uk.kinbridge.referral.concern;

import java.time.Instant;
import java.util.List;
import uk.kinbridge.referral.information.Worker;

/**
 * Something that worried somebody, below the threshold of a referral.
 *
 * @param factors what is so, in the words of the packs
 * @param words for the agency that recorded it; others see who, when and which factors, and ask
 */
public record Concern(String id, Worker by, Instant at, List<String> factors, String words) {

    public Concern {
        factors = List.copyOf(factors);
    }
}
