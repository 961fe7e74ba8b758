package uk.kinbridge.protocols.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.kinbridge.protocols.reading.Source;
import uk.kinbridge.protocols.reading.StrictYaml;

/** A set of pack versions, such as those that this release was built with. */
public final class Packs {

    private final List<Pack> packs;

    public Packs(Collection<Pack> packs) {
        this.packs = packs.stream()
                .sorted(Comparator.comparing((Pack pack) -> pack.pack().value()).thenComparingInt(Pack::version))
                .toList();
    }

    /** The packs of this release. */
    public static Packs shipped() {
        return Shipped.PACKS;
    }

    /** Reads one pack; every problem of the file is in the exception. */
    public static Pack read(String file, byte[] yaml) {
        return source(file, yaml).value();
    }

    static Source<Pack> source(String file, byte[] yaml) {
        return StrictYaml.read(file, new String(yaml, StandardCharsets.UTF_8), Pack.class);
    }

    public List<Pack> all() {
        return packs;
    }

    public Optional<Pack> latest(PackId id) {
        return packs.stream().filter(pack -> pack.pack().equals(id)).reduce((_, later) -> later);
    }

    /** The very version that a case has pinned; empty when it is unknown or its content is another. */
    public Optional<Pack> pinned(PackReference reference) {
        return packs.stream().filter(pack -> pack.reference().equals(reference)).findFirst();
    }

    public List<Pack> inForce(AreaId area, LocalDate day) {
        return packs.stream()
                .filter(pack -> pack.status() == Status.PUBLISHED)
                .filter(pack -> pack.areas().contains(area) && pack.effective().on(day))
                .toList();
    }

    private static final class Shipped {

        private static final String FOLDER = "packs/";
        private static final Packs PACKS = load();

        private static Packs load() {
            return new Packs(text("index.txt")
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(file -> read(FOLDER + file, text(file).getBytes(StandardCharsets.UTF_8)))
                    .toList());
        }

        private static String text(String file) {
            try (InputStream resource = Packs.class.getResourceAsStream("/" + FOLDER + file)) {
                if (resource == null) {
                    throw new IllegalStateException(FOLDER + file + " is missing from the build");
                }
                return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
