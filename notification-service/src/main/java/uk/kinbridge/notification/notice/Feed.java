package uk.kinbridge.notification.notice;

import java.util.List;

/**
 * What has changed in all inboxes, in one order that never changes afterwards: whoever has read up to a position has
 * missed nothing before it. Every saved change of a notice gets in, once, shortly after it was saved; of several quick
 * changes of one notice only the last may.
 */
public interface Feed {

    /** A change at its position. */
    record Item(long position, Notices.Kept kept) {}

    /**
     * A stretch of the feed.
     *
     * @param items what is new for the inbox, without what a later change has overtaken
     * @param position how far it reaches
     * @param complete whether that is all there is at the moment
     */
    record Stretch(List<Item> items, long position, boolean complete) {
        public Stretch {
            items = List.copyOf(items);
        }
    }

    /** That something has changed at these addresses. */
    record Stir(long position, List<String> addresses) {
        public Stir {
            addresses = List.copyOf(addresses);
        }
    }

    /** The position of the last change. */
    long latest();

    /** What comes after a position, for one inbox. */
    Stretch after(long position, Inbox inbox);

    /** What comes after a position, for anybody; not necessarily all of it. */
    List<Stir> stirsAfter(long position);

    /** From now on {@code listener} hears at once when this instance has put something into the feed. */
    void onAppended(Runnable listener);
}
