package uk.kinbridge.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;

/** All notices. */
public interface Notices {

    /** The name of the list in its cursors; a position in it begins with what the list shows. */
    String LIST = "notifications";

    /** The name of the list of sent notices in its cursors. */
    String SENT = "sent-notifications";

    /** A notice and the version that a change of it must name. */
    record Kept(Notice notice, long version) {}

    /** Which notices of an inbox to list. */
    enum Shown {
        /** Nobody has acknowledged them: the most urgent first, then the newest. */
        WAITING,
        /** The newest first. */
        ACKNOWLEDGED,
        /** The newest first. */
        ALL
    }

    /**
     * A list of notices.
     *
     * @param about only those about this; null for all
     */
    record Listing(Inbox inbox, Shown shown, @Nullable String about) {

        /** Where to look. */
        public Set<String> places() {
            return about == null ? inbox.addresses() : inbox.withBundles();
        }
    }

    /**
     * Whose sent notices to list.
     *
     * @param person subject id; null for the whole agency
     */
    record SentBy(String agency, @Nullable String person) {}

    /**
     * Adds what a message asked for.
     *
     * @return false when the notice is there already, from an earlier delivery of that message
     */
    boolean addOnce(Change<Notice, Notice.Event> born, Instant now, String messageId);

    /** What a message asked for. */
    record Born(Change<Notice, Notice.Event> change, String messageId) {}

    /**
     * Adds what several messages asked for.
     *
     * @return the ids of those that were not there already
     */
    default Set<String> addAllOnce(List<Born> born, Instant now) {
        return born.stream()
                .filter(one -> addOnce(one.change(), now, one.messageId()))
                .map(one -> one.change().next().id())
                .collect(Collectors.toSet());
    }

    Optional<Kept> find(String id);

    /** Those of these notices that somebody has acknowledged. */
    default Set<String> acknowledgedOf(Set<String> ids) {
        return ids.stream()
                .filter(id -> find(id).map(kept -> kept.notice().acknowledged() != null)
                        .orElse(false))
                .collect(Collectors.toSet());
    }

    /** @return false when somebody has been faster; nothing is changed then */
    boolean save(long version, Change<Notice, Notice.Event> change, Instant now);

    /** The notices that the act answers and that no act has answered before. */
    List<Kept> waitingFor(Fulfilment act);

    /** One page of a list. */
    Page<Kept> list(Listing listing, PageRequest page);

    /** One page of what was sent, the newest first. */
    Page<Kept> sent(SentBy by, PageRequest page);

    /** The notices which say that nobody has acknowledged that one, in the order of their requests. */
    List<Kept> following(String id);

    /** How many of an inbox wait. */
    long countWaiting(Inbox inbox);
}
