package uk.kinbridge.protocols.pack;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.kinbridge.protocols.reading.Source;

/** A set of pack versions, each with what it extends put in; such as those that this release was built with. */
public final class Packs {

    private final List<Pack> written;
    private final List<Pack> packs;
    private final Map<PackReference, Pack> byReference = new LinkedHashMap<>();

    /** Takes packs as they were written. */
    public Packs(Collection<Pack> written) {
        this.written = List.copyOf(written);
        var resolution = new Resolution(written);
        this.packs = written.stream()
                .map(resolution::of)
                .sorted(Comparator.comparing((Pack pack) -> pack.pack().value()).thenComparingInt(Pack::version))
                .toList();
        packs.forEach(pack -> byReference.put(pack.reference(), pack));
    }

    /** The packs of this release. */
    public static Packs shipped() {
        return Shipped.PACKS;
    }

    /** Reads one pack as it was written; every problem of the file is in the exception. */
    public static Pack read(String file, byte[] yaml) {
        return PackFiles.read(file, new String(yaml, StandardCharsets.UTF_8)).value();
    }

    /** These and one more; a version that is there already stays as it is. */
    public Packs with(Pack another) {
        boolean known = written.stream()
                .anyMatch(pack -> pack.pack().equals(another.pack()) && pack.version() == another.version());
        if (known) {
            throw new IllegalArgumentException("Version %d of '%s' has been published and cannot change."
                    .formatted(another.version(), another.pack()));
        }
        return new Packs(Stream.concat(written.stream(), Stream.of(another)).toList());
    }

    /** One pack with what it extends put in, from this set. */
    public Pack resolve(Pack another) {
        return new Resolution(
                        Stream.concat(written.stream(), Stream.of(another)).toList())
                .of(another);
    }

    public List<Pack> all() {
        return packs;
    }

    public Optional<Pack> latest(PackId id) {
        return packs.stream().filter(pack -> pack.pack().equals(id)).reduce((_, later) -> later);
    }

    public Optional<Pack> version(PackId id, int version) {
        return packs.stream()
                .filter(pack -> pack.pack().equals(id) && pack.version() == version)
                .findFirst();
    }

    /** The very version that a case has pinned; empty when it is unknown or its content is another. */
    public Optional<Pack> pinned(PackReference reference) {
        return Optional.ofNullable(byReference.get(reference));
    }

    /** The version of a pack that a new case gets on that day. */
    public Optional<Pack> inForce(PackId id, LocalDate day) {
        return packs.stream()
                .filter(pack -> pack.pack().equals(id) && isInForce(pack, day))
                .reduce((_, later) -> later);
    }

    /** What a new case of that area runs under: those in force that no other one in force builds on. */
    public List<Pack> inForce(AreaId area, LocalDate day) {
        List<Pack> there = packs.stream()
                .filter(pack -> pack.areas().contains(area) && isInForce(pack, day))
                .toList();
        return there.stream()
                .filter(pack -> there.stream().noneMatch(other -> buildsOn(other, pack)))
                .toList();
    }

    private static boolean isInForce(Pack pack, LocalDate day) {
        return pack.status() == Status.PUBLISHED && pack.effective().on(day);
    }

    private static boolean buildsOn(Pack other, Pack pack) {
        boolean newer = other.pack().equals(pack.pack()) && other.version() > pack.version();
        return newer || other.extending().contains(new Extension(pack.pack(), pack.version()));
    }

    private static final class Shipped {

        private static final Packs PACKS =
                new Packs(PackFiles.shipped().stream().map(Source::value).toList());
    }
}
