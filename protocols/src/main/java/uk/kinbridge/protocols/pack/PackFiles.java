package uk.kinbridge.protocols.pack;

import static java.util.stream.Collectors.joining;

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
import uk.kinbridge.protocols.reading.Page;
import uk.kinbridge.protocols.reading.Source;
import uk.kinbridge.protocols.reading.StrictYaml;

/**
 * Packs as they were written, with the lines that their parts stand on. As forms are long, they may stand in a file of
 * the same name in the folder {@code forms}: the two are one document.
 */
public final class PackFiles {

    private static final String FOLDER = "packs/";
    private static final String FORMS = "forms";
    private static final String INDEX = "index.txt";

    private PackFiles() {}

    /** The files of this release. */
    public static List<Source<Pack>> shipped() {
        return required(INDEX)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(file -> read(pages(file)))
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
        Path forms = file.resolveSibling(FORMS).resolve(String.valueOf(file.getFileName()));
        try {
            var pack = new Page(file.toString(), Files.readString(file));
            return read(
                    Files.exists(forms)
                            ? List.of(pack, new Page(forms.toString(), Files.readString(forms)))
                            : List.of(pack));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Source<Pack> read(String file, String yaml) {
        return StrictYaml.read(file, yaml, Pack.class);
    }

    private static Source<Pack> read(List<Page> pages) {
        return StrictYaml.read(pages, Pack.class);
    }

    /** A shipped pack as one document, with its forms, such as others can be told it. */
    public static String shippedWhole(String file) {
        return pages(file).stream().map(Page::text).collect(joining());
    }

    private static List<Page> pages(String file) {
        var pack = new Page(FOLDER + file, required(file));
        String forms = FORMS + "/" + file;
        return shippedText(forms)
                .map(text -> List.of(pack, new Page(FOLDER + forms, text)))
                .orElse(List.of(pack));
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
