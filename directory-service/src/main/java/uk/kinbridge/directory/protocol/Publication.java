package uk.kinbridge.directory.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.obligation.Obligations;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;

/**
 * The act of publishing one version: its text to the letter, when and by whom.
 *
 * @param brought the obligations that came with it
 * @param by who published it; {@link #THIS_RELEASE} for those that came with the software
 * @param approvedBy the second person; null for those that came with the software
 */
record Publication(
        Pack written,
        Optional<Obligations> brought,
        Manuscript text,
        Instant at,
        String by,
        @Nullable String approvedBy) {

    static final String THIS_RELEASE = "this release";

    static Publication of(String name, Manuscript text, Instant at, String by, @Nullable String approvedBy) {
        return new Publication(
                Packs.read(name, text.pack().getBytes(StandardCharsets.UTF_8)),
                Optional.ofNullable(text.obligations())
                        .map(written -> Obligations.read(Manuscript.OBLIGATIONS, written)),
                text,
                at,
                by,
                approvedBy);
    }

    /** Such as {@code hackney@1}. */
    String id() {
        return written.pack() + "@" + written.version();
    }

    Publication at(Instant now) {
        return new Publication(written, brought, text, now, by, approvedBy);
    }
}
