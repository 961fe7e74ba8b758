package uk.kinbridge.directory.protocol;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Publishes what came with this release, and keeps the library up with what any instance has published. */
@Component
class LibraryKeeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LibraryKeeper.class);

    private final Library library;
    private final VersionStore store;
    private final InstantSource time;
    private final Duration interval;
    private final Set<String> fromStore = new HashSet<>();
    private volatile boolean running;

    LibraryKeeper(
            Library library,
            VersionStore store,
            InstantSource time,
            @Value("${kinbridge.directory.refresh-interval:5s}") Duration interval) {
        this.library = library;
        this.store = store;
        this.time = time;
        this.interval = interval;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("library").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        boolean shippedArePublished = false;
        while (running) {
            try {
                if (!shippedArePublished) {
                    publishShipped();
                    shippedArePublished = true;
                }
                refresh();
            } catch (DataAccessException away) {
                log.warn(
                        "the library answers from memory, the database is away: {}",
                        away.getClass().getSimpleName());
            } catch (RuntimeException bug) {
                log.error("the library could not be refreshed; it answers from memory", bug);
            }
            try {
                Thread.sleep(interval);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void publishShipped() {
        for (Publication shipped : ShippedVersions.all()) {
            store.publish(shipped.at(time.instant()));
        }
    }

    /** What is stored replaces what was shipped, should they ever differ: a published version is immutable. */
    synchronized void refresh() {
        var found = store.allBut(fromStore);
        var held = library.all();
        for (Publication publication : found) {
            held.stream()
                    .filter(version -> version.id().equals(publication.id()))
                    .filter(version -> !version.source().equals(publication.source()))
                    .forEach(version -> log.warn(
                            "{} of this release differs from the one that was published; the published one counts",
                            version.id()));
            fromStore.add(publication.id());
        }
        library.learn(found);
    }
}
