package uk.kinbridge.directory.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.kinbridge.protocols.obligation.Obligations;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.UnresolvedPackException;

/** What the library holds at one moment. */
record Shelf(
        Map<String, Publication> publications, Packs packs, List<PublishedVersion> versions, Obligations obligations) {

    private static final Logger log = LoggerFactory.getLogger(Shelf.class);
    private static final Comparator<PublishedVersion> ORDER = Comparator.comparing(PublishedVersion::protocol)
            .thenComparingInt(version -> version.reference().version());

    static Shelf of(Collection<Publication> published) {
        return new Shelf(Map.of(), new Packs(List.of()), List.of(), Obligations.shipped()).with(published);
    }

    /** With these put in; of two publications of one id the later given one counts. */
    Shelf with(Collection<Publication> more) {
        Map<String, Publication> all = new TreeMap<>(publications);
        more.forEach(publication -> all.put(publication.id(), publication));
        Packs packs = resolvable(all.values());
        List<PublishedVersion> versions = packs.all().stream()
                .map(pack -> PublishedVersion.of(publication(all, pack), pack))
                .sorted(ORDER)
                .toList();
        return new Shelf(Map.copyOf(all), packs, versions, register(all.values()));
    }

    /** What came with the release and with every version since. */
    private static Obligations register(Collection<Publication> all) {
        Obligations register = Obligations.shipped();
        for (Publication publication : all) {
            register = with(register, publication);
        }
        return register;
    }

    private static Obligations with(Obligations register, Publication publication) {
        try {
            return publication.brought().map(register::and).orElse(register);
        } catch (IllegalArgumentException contradiction) {
            // Approved on two instances within the same moment: the rules hold, only a sentence of the register is
            // lost.
            log.error("the obligations of {} are left out: {}", publication.id(), contradiction.getMessage());
            return register;
        }
    }

    Publication publication(PublishedVersion version) {
        return publication(publications, version.pack());
    }

    private static Publication publication(Map<String, Publication> all, Pack pack) {
        Publication publication = all.get(pack.pack() + "@" + pack.version());
        if (publication == null) {
            throw new IllegalStateException("a pack that nobody published: " + pack.pack());
        }
        return publication;
    }

    /** Another instance may publish what extends a pack that has not arrived here yet; the rest must go on meanwhile. */
    private static Packs resolvable(Collection<Publication> all) {
        List<Pack> written =
                new ArrayList<>(all.stream().map(Publication::written).collect(Collectors.toList()));
        while (true) {
            try {
                return new Packs(written);
            } catch (UnresolvedPackException unresolved) {
                log.error("left out for now: {}", unresolved.getMessage());
                if (!written.removeIf(
                        pack -> pack.pack().equals(unresolved.pack().pack())
                                && pack.version() == unresolved.pack().version())) {
                    throw unresolved;
                }
            }
        }
    }
}
