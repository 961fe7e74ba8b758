package uk.kinbridge.notification.notice.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import uk.kinbridge.notification.notice.Feed;
import uk.kinbridge.platform.background.Loop;
import uk.kinbridge.platform.security.Caller;

/**
 * The streams of the people who are connected to this instance. One look at the feed serves all of them, so its cost
 * does not grow with their number; changes that this instance has made itself wake it at once.
 */
@Component
class NoticeStreams implements SmartLifecycle {

    private final Feed feed;
    private final Bundles bundles;
    private final InstantSource time;
    private final Duration interval;
    private final Duration heartbeat;
    private final Set<NoticeStream> open = ConcurrentHashMap.newKeySet();
    private final Semaphore wake = new Semaphore(0);
    private final Loop loop;

    // Only the one that looks knows these.
    private long position;
    private boolean following;

    NoticeStreams(
            Feed feed,
            Bundles bundles,
            InstantSource time,
            @Value("${kinbridge.notices.stream-interval:500ms}") Duration interval,
            @Value("${kinbridge.notices.stream-heartbeat:15s}") Duration heartbeat) {
        this.feed = feed;
        this.bundles = bundles;
        this.time = time;
        this.interval = interval;
        this.heartbeat = heartbeat;
        this.loop = new Loop("the look for the streams", interval);
        feed.onAppended(wake::release);
    }

    @Override
    public void start() {
        loop.start();
        loop.round("streams", this::look);
    }

    /** Before the web server waits for open requests: a stream would never end by itself. */
    @Override
    public void stop() {
        loop.stop();
        wake.release();
        open.forEach(NoticeStream::end);
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    /**
     * Opens a stream.
     *
     * @param position what comes after it is told
     * @param allowed how long the caller's token lasts
     */
    SseEmitter open(Caller caller, long position, Duration allowed) {
        // Its own loop ends it, so that it ends cleanly; the container's timeout would be an error.
        var emitter = new SseEmitter(0L);
        var stream = new NoticeStream(
                feed, bundles, caller, position, new NoticeStream.Pace(time, heartbeat, allowed), emitter);
        open.add(stream);
        Thread.ofVirtual().name("stream").start(() -> {
            try {
                stream.run();
            } finally {
                open.remove(stream);
            }
        });
        wake.release();
        if (!loop.isRunning()) {
            stream.end();
        }
        return emitter;
    }

    int count() {
        return open.size();
    }

    private void look() throws InterruptedException {
        if (open.isEmpty()) {
            following = false;
        } else if (!following) {
            position = feed.latest();
            following = true;
            // Whatever came between a stream's own first look and this one.
            open.forEach(NoticeStream::look);
        } else {
            position = follow(position);
        }
        if (wake.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }

    private long follow(long position) {
        var reached = position;
        for (var stirs = feed.stirsAfter(reached); !stirs.isEmpty(); stirs = feed.stirsAfter(reached)) {
            for (var stir : stirs) {
                open.stream()
                        .filter(stream -> stream.concerns(stir.addresses()))
                        .forEach(NoticeStream::look);
            }
            reached = stirs.getLast().position();
        }
        return reached;
    }
}
