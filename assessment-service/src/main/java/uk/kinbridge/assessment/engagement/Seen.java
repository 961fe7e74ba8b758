package uk.kinbridge.assessment.engagement;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.EngagementPattern.Sign;

/**
 * One thing that was seen: what became of an appointment, or what happened without one.
 *
 * @param source where it comes from: the same for every message about it
 * @param revision grows with every correction of the source
 * @param worker subject id of who works with the member there
 * @param sign null when it says nothing any more
 * @param at when it took place
 */
public record Seen(
        String source,
        int revision,
        String member,
        String agency,
        String worker,
        @Nullable Sign sign,
        Instant at) {

    /** The same of the member as another record of the family names them. */
    Seen of(UnaryOperator<String> itsMember) {
        return new Seen(source, revision, itsMember.apply(member), agency, worker, sign, at);
    }

    boolean came() {
        return sign != null && sign.came();
    }
}
