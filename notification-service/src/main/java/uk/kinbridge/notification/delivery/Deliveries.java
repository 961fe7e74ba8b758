package uk.kinbridge.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;

/** All deliveries. */
public interface Deliveries {

    /** The name of the list in its cursors. */
    String LIST = "deliveries";

    /** A delivery and the version that a change of it must name. */
    record Kept(Delivery delivery, long version) {}

    /**
     * A list of an agency's deliveries, the newest first.
     *
     * @param state only those; null for all
     * @param channel only those; null for all
     */
    record Listing(
            String agency,
            Delivery.@Nullable State state,
            @Nullable Channel channel) {}

    /**
     * What a channel has before it.
     *
     * @param due how many should have been handed over by now
     * @param oldestDueAt since when the oldest of them is due; null when there is none
     * @param later how many wait for their time
     * @param inDoubt how many wait for a person who decides
     * @param dead how many were given up
     */
    record Backlog(long due, @Nullable Instant oldestDueAt, long later, long inDoubt, long dead) {}

    /** @return false when it is there already; nothing is changed then */
    boolean addOnce(Delivery planned, Instant now);

    /** Those of them that are not there already. */
    default void addAllOnce(List<Delivery> planned, Instant now) {
        planned.forEach(one -> addOnce(one, now));
    }

    Optional<Kept> find(String id);

    /** @return false when somebody has been faster; nothing is changed then */
    boolean save(long version, Delivery next, Instant now);

    /** The one of this channel that has been due longest; nobody else is given it for the lease. */
    Optional<Kept> claimDue(Channel channel, Instant now, Duration lease);

    /** The same for several, so many at most, those first that have been due longest. */
    default List<Kept> claimDue(Channel channel, Instant now, Duration lease, int atMost) {
        var claimed = new ArrayList<Kept>();
        for (var next = claimDue(channel, now, lease); next.isPresent(); next = claimDue(channel, now, lease)) {
            claimed.add(next.get());
            if (claimed.size() == atMost) {
                break;
            }
        }
        return claimed;
    }

    /** Those about a notice, whatever came of them. */
    List<Kept> about(String notice);

    Page<Kept> list(Listing listing, PageRequest page);

    /** One for each channel. */
    Map<Channel, Backlog> backlog(Instant now);
}
