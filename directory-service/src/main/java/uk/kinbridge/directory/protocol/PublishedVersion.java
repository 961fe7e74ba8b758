package uk.kinbridge.directory.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackReference;
import uk.kinbridge.protocols.pack.Packs;

/**
 * One version of a protocol as it was published: the text to the letter, and what it says. It never changes again.
 *
 * @param publishedBy who published it; {@link #THIS_RELEASE} for those that came with the software
 * @param approvedBy the second person; null for those that came with the software
 */
public record PublishedVersion(
        Pack pack,
        PackReference reference,
        String source,
        Instant publishedAt,
        String publishedBy,
        @Nullable String approvedBy) {

    static final String THIS_RELEASE = "this release";

    static PublishedVersion of(
            String file, String source, Instant publishedAt, String publishedBy, @Nullable String approvedBy) {
        Pack pack = Packs.read(file, source.getBytes(StandardCharsets.UTF_8));
        return new PublishedVersion(pack, pack.reference(), source, publishedAt, publishedBy, approvedBy);
    }

    /** Such as {@code hackney@1}. */
    public String id() {
        return reference.toString();
    }

    /** The id of its protocol, such as {@code hackney}. */
    public String protocol() {
        return reference.id().value();
    }

    boolean inForceOn(LocalDate day) {
        return pack.effective().on(day);
    }

    PublishedVersion publishedAt(Instant now) {
        return new PublishedVersion(pack, reference, source, now, publishedBy, approvedBy);
    }
}
