package uk.kinbridge.directory.protocol;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackReference;

/**
 * One version of a protocol as it was published. It never changes again.
 *
 * @param pack what it says, with what it extends put in
 * @param text its own text to the letter
 */
public record PublishedVersion(
        Pack pack,
        PackReference reference,
        Manuscript text,
        Instant publishedAt,
        String publishedBy,
        @Nullable String approvedBy) {

    static PublishedVersion of(Publication publication, Pack resolved) {
        return new PublishedVersion(
                resolved,
                resolved.reference(),
                publication.text(),
                publication.at(),
                publication.by(),
                publication.approvedBy());
    }

    /** Such as {@code hackney@1}. */
    public String id() {
        return reference.toString();
    }

    /** The id of its protocol, such as {@code hackney}. */
    public String protocol() {
        return reference.id().value();
    }

    /** Where it is read. */
    String address() {
        return "/api/protocols/" + protocol() + "/versions/" + reference.version();
    }

    boolean inForceOn(LocalDate day) {
        return pack.effective().on(day);
    }
}
