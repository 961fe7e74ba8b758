package uk.kinbridge.directory.protocol;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.kinbridge.directory.refresh.Refresher;

/** Publishes what came with this release, and keeps the library up with what any instance has published. */
@Configuration(proxyBeanMethods = false)
class LibraryKeeper {

    private static final Logger log = LoggerFactory.getLogger(LibraryKeeper.class);

    private final Library library;
    private final VersionStore store;
    private final InstantSource time;
    private final Set<String> fromStore = new HashSet<>();
    private boolean shippedArePublished;

    LibraryKeeper(Library library, VersionStore store, InstantSource time) {
        this.library = library;
        this.store = store;
        this.time = time;
    }

    @Bean
    Refresher protocolRefresher(@Value("${kinbridge.directory.refresh-interval:5s}") Duration interval) {
        return new Refresher("protocols", interval, this::keepUp);
    }

    private synchronized void keepUp() {
        if (!shippedArePublished) {
            publishShipped();
            shippedArePublished = true;
        }
        refresh();
    }

    private void publishShipped() {
        var shipped = Shelf.of(ShippedVersions.all().stream()
                .map(publication -> publication.at(time.instant()))
                .toList());
        shipped.versions().forEach(version -> store.publish(shipped.publication(version), version));
    }

    /** What is stored replaces what was shipped, should they ever differ: a published version is immutable. */
    synchronized void refresh() {
        var found = store.allBut(fromStore);
        var held = library.all();
        for (Publication publication : found) {
            held.stream()
                    .filter(version -> version.id().equals(publication.id()))
                    .filter(version ->
                            !version.text().pack().equals(publication.text().pack()))
                    .forEach(version -> log.warn(
                            "{} of this release differs from the one that was published; the published one counts",
                            version.id()));
            fromStore.add(publication.id());
        }
        library.learn(found);
    }
}
