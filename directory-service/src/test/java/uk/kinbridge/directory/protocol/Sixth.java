package uk.kinbridge.directory.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The made-up sixth protocol of docs/add-a-protocol.md, as its officers wrote it. */
final class Sixth {

    private static final Path FOLDER = Path.of("../protocols/src/test/resources/sixth");

    private Sixth() {}

    static Manuscript manuscript() {
        return new Manuscript(
                read("borsetshire-1.yaml"), read("obligations.yaml"), read("timelines/borsetshire-1.yaml"));
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
