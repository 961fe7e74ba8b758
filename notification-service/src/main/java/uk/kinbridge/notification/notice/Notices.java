package uk.kinbridge.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;

/** All notices. */
public interface Notices {

    /** The name of the list in its cursors; a position in it begins with what the list shows. */
    String LIST = "notifications";

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
    record Listing(Inbox inbox, Shown shown, @Nullable String about) {}

    /**
     * Adds what a message asked for.
     *
     * @return false when the notice is there already, from an earlier delivery of that message
     */
    boolean addOnce(Change<Notice, Notice.Event> born, Instant now, String messageId);

    Optional<Kept> find(String id);

    /** @return false when somebody has been faster; nothing is changed then */
    boolean save(long version, Change<Notice, Notice.Event> change, Instant now);

    /** The waiting notices that the act answers. */
    List<Kept> waitingFor(Fulfilment act);

    /** One page of a list. */
    Page<Kept> list(Listing listing, PageRequest page);
}
