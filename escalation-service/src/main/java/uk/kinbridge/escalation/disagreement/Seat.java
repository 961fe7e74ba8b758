package uk.kinbridge.escalation.disagreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.escalation.post.Holder;

/**
 * Who takes a side's part on a rung.
 *
 * @param roles who is addressed, in the realm's spelling
 * @param people their names, where the directory knew them
 * @param vacant the rung's own roles when nobody holds them and the next in line stands in; null when somebody does
 * @param nobody nobody of the whole ladder is in post there
 */
public record Seat(
        String agency,
        List<String> roles,
        List<Holder> people,
        @Nullable String vacant,
        boolean nobody) {

    public Seat {
        roles = List.copyOf(roles);
        people = List.copyOf(people);
    }
}
