package uk.kinbridge.directory.protocol;

import java.time.Instant;
import java.util.List;
import uk.kinbridge.protocols.pack.PackFiles;
import uk.kinbridge.protocols.pack.Status;

/** The versions that this release was built with, with their text: known before the database has answered. */
final class ShippedVersions {

    private ShippedVersions() {}

    static List<Publication> all() {
        return text("index.txt")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(file -> Publication.of(file, manuscript(file), Instant.EPOCH, Publication.THIS_RELEASE, null))
                .filter(publication -> publication.written().status() == Status.PUBLISHED)
                .toList();
    }

    /** The obligations of what is shipped are in the register of the release. */
    private static Manuscript manuscript(String file) {
        return new Manuscript(
                PackFiles.shippedWhole(file),
                null,
                PackFiles.shippedText("timelines/" + file).orElse(null));
    }

    private static String text(String file) {
        return PackFiles.shippedText(file)
                .orElseThrow(() -> new IllegalStateException(file + " is missing from the build"));
    }
}
