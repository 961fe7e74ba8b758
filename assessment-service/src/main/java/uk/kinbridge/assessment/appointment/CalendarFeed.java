package uk.kinbridge.assessment.appointment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An address under which a person's own calendar program reads their appointments: nobody can guess it, and whoever
 * made it can end it. Only a hash of the secret is kept, so that nobody reads it here.
 *
 * @param id hash of the secret in the address
 * @param revokedAt null while it answers
 */
public record CalendarFeed(
        String id,
        String person,
        String agency,
        Instant since,
        @Nullable Instant revokedAt) {

    /** What a secret is kept under. */
    public static String idOf(String secret) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    public boolean answers() {
        return revokedAt == null;
    }
}
