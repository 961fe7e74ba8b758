package uk.kinbridge.protocols.published;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.FormReference;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.PackReference;
import uk.kinbridge.protocols.pack.Packs;

/**
 * Protocols as this service knows them: those that it was built with, and those that the directory has published since,
 * of which the copies keep the last good state. No case ever waits for the directory.
 */
public class PublishedProtocols implements Protocols {

    private final Packs shipped;
    private final ProtocolCopies copies;
    private volatile Resolved resolved;

    /** The copies that went in, so that a new one is noticed, and what they make together with the shipped packs. */
    private record Resolved(List<Pack> copies, Packs packs) {}

    public PublishedProtocols(Packs shipped, ProtocolCopies copies) {
        this.shipped = shipped;
        this.copies = copies;
        this.resolved = new Resolved(List.of(), shipped);
    }

    @Override
    public Optional<Pack> inForce(String pack, LocalDate day) {
        return known().all().stream()
                .filter(p -> p.pack().value().equals(pack))
                .findFirst()
                .flatMap(p -> known().inForce(p.pack(), day));
    }

    @Override
    public List<Pack> of(String agency, LocalDate day) {
        var packs = known();
        return packs.all().stream()
                .flatMap(pack -> pack.areas().stream())
                .distinct()
                .flatMap(area -> packs.inForce(area, day).stream())
                .distinct()
                .filter(pack -> pack.agency(new AgencyId(agency)).isPresent())
                .toList();
    }

    @Override
    public List<Pack> inForceIn(String area, LocalDate day) {
        return known().inForce(new AreaId(area), day);
    }

    @Override
    public Optional<Pack> pinned(String pack, int version, String hash) {
        return known().pinned(new PackReference(new PackId(pack), version, hash));
    }

    @Override
    public Optional<Form> form(FormReference reference) {
        return known().all().stream()
                .flatMap(pack -> pack.form(reference).stream())
                .findFirst();
    }

    @Override
    public boolean knows(String pack, int version) {
        return known().version(new PackId(pack), version).isPresent();
    }

    @Override
    public boolean learn(String name, String yaml, String hash) {
        var pack = Packs.read(name, yaml.getBytes(StandardCharsets.UTF_8));
        var sound = known().with(pack)
                .version(pack.pack(), pack.version())
                .filter(p -> p.reference().hash().equals(hash))
                .isPresent();
        if (sound) {
            copies.keep(pack, yaml);
        }
        return sound;
    }

    private Packs known() {
        var all = copies.all();
        var before = resolved;
        if (all.size() == before.copies().size()) {
            return before.packs();
        }
        // Whoever keeps the copies may add to the list that it gave.
        var kept = List.copyOf(all);
        var packs = shipped;
        for (var copy : kept) {
            if (packs.version(copy.pack(), copy.version()).isEmpty()) {
                packs = packs.with(copy);
            }
        }
        resolved = new Resolved(kept, packs);
        return packs;
    }
}
