package uk.kinbridge.directory.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.Status;

/** The versions that this release was built with, with their text: known before the database has answered. */
final class ShippedVersions {

    private static final String FOLDER = "packs/";

    private ShippedVersions() {}

    static List<PublishedVersion> all() {
        return text("index.txt")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(file -> PublishedVersion.of(
                        FOLDER + file, text(file), Instant.EPOCH, PublishedVersion.THIS_RELEASE, null))
                .filter(version -> version.pack().status() == Status.PUBLISHED)
                .toList();
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
