package uk.kinbridge.directory.protocol;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.kinbridge.protocols.obligation.Obligations;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.time.WorkingCalendar;

/**
 * Every published version, in memory: it answers while the database is down, and before it has answered for the first
 * time. Versions are only ever added, since a published one is immutable.
 */
@Component
public class Library {

    private final InstantSource time;
    private final AtomicReference<Shelf> shelf;

    Library(InstantSource time) {
        this.time = time;
        this.shelf = new AtomicReference<>(Shelf.of(ShippedVersions.all()));
    }

    /** Takes in what has been published; what is stored wins over what came with the software. */
    void learn(Collection<Publication> published) {
        if (!published.isEmpty()) {
            shelf.updateAndGet(known -> known.with(published));
        }
    }

    /** Everything published, each with what it extends put in. */
    public Packs packs() {
        return shelf.get().packs();
    }

    /** The register of what the protocols ask for: of this release, and what came with later versions. */
    public Obligations obligations() {
        return shelf.get().obligations();
    }

    /** By protocol, oldest version first. */
    public List<PublishedVersion> all() {
        return shelf.get().versions();
    }

    List<PublishedVersion> versionsOf(String protocol) {
        return all().stream()
                .filter(version -> version.protocol().equals(protocol))
                .toList();
    }

    Optional<PublishedVersion> find(String protocol, int version) {
        return versionsOf(protocol).stream()
                .filter(found -> found.reference().version() == version)
                .findFirst();
    }

    /** The newest version of a protocol that is in force today. */
    Optional<PublishedVersion> inForce(String protocol) {
        return inForce().stream()
                .filter(version -> version.protocol().equals(protocol))
                .findFirst();
    }

    /** Of every protocol that is in force today its newest such version. */
    public List<PublishedVersion> inForce() {
        return inForceAt(time.instant());
    }

    /** Of every protocol that is in force at that moment its newest such version. */
    List<PublishedVersion> inForceAt(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, WorkingCalendar.LONDON);
        return List.copyOf(all().stream()
                .filter(version -> version.inForceOn(day))
                .collect(Collectors.toMap(
                        PublishedVersion::protocol, version -> version, (_, newer) -> newer, TreeMap::new))
                .values());
    }
}
