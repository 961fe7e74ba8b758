package uk.kinbridge.platform.web.idempotency;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A hash over several values, each with its length, so that no two lists of values look the same. */
final class Fingerprint {

    private final MessageDigest digest = sha256();

    Fingerprint add(@Nullable String value) {
        return value == null ? add(-1) : add(value.getBytes(StandardCharsets.UTF_8));
    }

    Fingerprint add(byte[] value) {
        add(value.length);
        digest.update(value);
        return this;
    }

    /** Reads to the end without holding it in memory; the length comes last. */
    Fingerprint add(InputStream value) throws IOException {
        byte[] buffer = new byte[8192];
        long length = 0;
        for (int read = value.read(buffer); read >= 0; read = value.read(buffer)) {
            digest.update(buffer, 0, read);
            length += read;
        }
        return add(length);
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private Fingerprint add(long length) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(length).array());
        return this;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
