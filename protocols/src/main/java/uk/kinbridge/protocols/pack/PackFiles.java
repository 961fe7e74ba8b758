package uk.kinbridge.protocols.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.reading.Source;
import uk.kinbridge.protocols.reading.StrictYaml;

/** Packs as they were written, with the lines that their parts stand on. */
public final class PackFiles {

    private static final String FOLDER = "packs/";
    private static final String INDEX = "index.txt";

    private PackFiles() {}

    /** The files of this release. */
    public static List<Source<Pack>> shipped() {
        return required(INDEX)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(file -> read(FOLDER + file, required(file)))
                .toList();
    }

    /** The YAML files of a folder, in the order of their names, but for the one that is no pack. */
    public static List<Source<Pack>> in(Path folder, String butFor) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> yaml = files.filter(file -> file.toString().endsWith(".yaml") && !file.endsWith(butFor))
                    .sorted()
                    .toList();
            return yaml.stream().map(PackFiles::read).toList();
        }
    }

    public static Source<Pack> read(Path file) {
        try {
            return read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Source<Pack> read(String file, String yaml) {
        return StrictYaml.read(file, yaml, Pack.class);
    }

    /** A file beside the shipped packs, such as the worked timelines of one of them. */
    public static Optional<String> shippedText(String file) {
        try (@Nullable InputStream resource = PackFiles.class.getResourceAsStream("/" + FOLDER + file)) {
            return resource == null
                    ? Optional.empty()
                    : Optional.of(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String required(String file) {
        return shippedText(file)
                .orElseThrow(() -> new IllegalStateException(FOLDER + file + " is missing from the build"));
    }
}
