package uk.kinbridge.referral.protocol;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.Status;

/**
 * Protocols as this service knows them: those that it was built with, and those that the directory has published since,
 * of which the copies keep the last good state. A referral never waits for the directory.
 */
public class PublishedProtocols implements Protocols {

    private final Packs shipped;
    private final ProtocolCopies copies;

    public PublishedProtocols(Packs shipped, ProtocolCopies copies) {
        this.shipped = shipped;
        this.copies = copies;
    }

    @Override
    public Optional<Pack> inForce(String pack, LocalDate day) {
        return known().filter(p -> p.pack().value().equals(pack))
                .filter(p -> p.status() == Status.PUBLISHED && p.effective().on(day))
                .max(Comparator.comparingInt(Pack::version));
    }

    @Override
    public Optional<Pack> pinned(String pack, int version, String hash) {
        return known().filter(p -> p.pack().value().equals(pack) && p.version() == version)
                .filter(p -> p.reference().hash().equals(hash))
                .findFirst();
    }

    private Stream<Pack> known() {
        return Stream.concat(shipped.all().stream(), copies.all().stream());
    }
}
