package uk.kinbridge.notification.webhook.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import uk.kinbridge.notification.webhook.Secrets;

/** Secrets sealed with AES-GCM under a key of the installation. */
public final class SealedSecrets implements Secrets {

    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final BytesEncryptor seal;

    /** @param key of the installation; long and random */
    public SealedSecrets(String key) {
        this.seal = AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(sha256(key), "AES"))
                .build();
    }

    @Override
    public String create() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Signature.PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String seal(String secret) {
        return Base64.getEncoder().encodeToString(seal.encrypt(secret.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String open(String sealed) {
        return new String(seal.decrypt(Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8);
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
