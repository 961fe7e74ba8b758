package uk.kinbridge.notification.notice;

import java.util.List;

/**
 * Hears of everybody who has to be told, so as to reach them outside the inbox as well. Every bean of this type is
 * called after the telling is a saved fact: at least once for each, also when the process dies in between, and possibly
 * again whenever the notice changes. {@code notice.id()} and {@code telling.number()} name a telling for good, so
 * whoever hears keeps what it does under that name, does it once, and hands over to nobody in here: the inboxes wait.
 *
 * <p>Only tellings that {@link Telling#reachesOut reach out} are heard, and none of a notice that lies in a bundle but
 * chases: for the rest of it the bundle speaks. What throws is told again, with a pause, until it does not.
 */
public interface Hearing {

    /** @param notice as it is now: it may have been acknowledged since it was told */
    record News(Notice notice, Telling telling) {}

    /** Hears of several at once; when that throws, each of them is told again by itself. */
    default void hearAll(List<News> news) {
        news.forEach(one -> hear(one.notice(), one.telling()));
    }

    /** @param notice as it is now: it may have been acknowledged since it was told */
    void hear(Notice notice, Telling telling);
}
