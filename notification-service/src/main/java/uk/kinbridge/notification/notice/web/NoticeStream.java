package uk.kinbridge.notification.notice.web;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import uk.kinbridge.notification.notice.Feed;
import uk.kinbridge.notification.notice.Inbox;
import uk.kinbridge.platform.security.Caller;

/** One connected person: tells what is new in their inbox, in the feed's order, until one side ends it. */
final class NoticeStream {

    private static final Logger log = LoggerFactory.getLogger(NoticeStream.class);
    private static final Duration RECONNECT = Duration.ofSeconds(2);

    /**
     * How time goes in a stream.
     *
     * @param heartbeat so long a stream may be silent; proxies cut silent connections
     * @param allowed so long the token lasts from now on
     */
    record Pace(InstantSource time, Duration heartbeat, Duration allowed) {}

    private final Feed feed;
    private final Bundles bundles;
    private final Caller caller;
    private final Inbox inbox;
    private final Pace pace;
    private final SseEmitter emitter;
    private final long startedNanos = System.nanoTime();
    private final Semaphore news = new Semaphore(0);
    private long position;
    private volatile boolean ended;

    NoticeStream(Feed feed, Bundles bundles, Caller caller, long position, Pace pace, SseEmitter emitter) {
        this.feed = feed;
        this.bundles = bundles;
        this.caller = caller;
        this.inbox = Inbox.of(caller);
        this.pace = pace;
        this.emitter = emitter;
        this.position = position;
        emitter.onCompletion(this::end);
        emitter.onError(gone -> end());
    }

    boolean concerns(List<String> addresses) {
        return addresses.stream().anyMatch(inbox.addresses()::contains);
    }

    /** There may be something new. */
    void look() {
        news.release();
    }

    void end() {
        ended = true;
        news.release();
    }

    void run() {
        try {
            // An id from the start, so that a break before the first notice can be mended as well.
            emitter.send(SseEmitter.event()
                    .comment("connected")
                    .reconnectTime(RECONNECT.toMillis())
                    .id(Long.toString(position)));
            while (!ended && !left().isNegative() && !left().isZero()) {
                if (tellNews()) {
                    waitForNews();
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            // The client went away; the container has ended the request.
            log.debug("a stream ended: {}", gone.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (RuntimeException bug) {
            log.error("a stream broke; the client will connect again", bug);
            emitter.complete();
        }
    }

    /** @return whether there is nothing more to tell at the moment */
    private boolean tellNews() throws IOException {
        try {
            var stretch = feed.after(position, inbox);
            for (var item : stretch.items()) {
                emitter.send(SseEmitter.event()
                        .id(Long.toString(item.position()))
                        .name("notice")
                        .data(
                                NoticeView.of(item.kept(), caller, pace.time().instant(), bundles::in),
                                MediaType.APPLICATION_JSON));
            }
            position = stretch.position();
            return stretch.complete();
        } catch (DataAccessException away) {
            log.warn("a stream waits for the database: {}", away.getClass().getSimpleName());
            // Nothing is lost: the next look begins at the same position.
            return true;
        }
    }

    private void waitForNews() throws IOException, InterruptedException {
        var wait = left().compareTo(pace.heartbeat()) < 0 ? left() : pace.heartbeat();
        if (news.tryAcquire(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        } else {
            emitter.send(SseEmitter.event().comment("still here"));
        }
    }

    private Duration left() {
        return pace.allowed().minusNanos(System.nanoTime() - startedNanos);
    }
}
