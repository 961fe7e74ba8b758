package uk.kinbridge.protocols.pack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of the canonical text: comments, line breaks and the order of keys do not change it, any rule does. */
final class PackHash {

    private PackHash() {}

    static String of(Pack pack) {
        try {
            byte[] text = Canonical.text(pack).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
