package uk.kinbridge.platform.web.idempotency;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.security.Caller;

/**
 * The key of a creation in the scope of its caller and address, so that nobody meets another's key.
 *
 * @param scope what the key is kept under: a hash, since a key may hold anything
 * @param firstSeen when the request came first; stays the same when it is sent again
 * @param again whether the key has come before, so that what it creates may be there already
 */
public record IdempotencyKey(String scope, Instant firstSeen, boolean again) {

    private static final int LONGEST = 255;

    /** The id for what this request creates: the same each time that the request is sent. */
    public UUID derivedId() {
        return UUID.nameUUIDFromBytes((scope + firstSeen.toEpochMilli()).getBytes(StandardCharsets.UTF_8));
    }

    /** The key in a header, with the quotes of a structured field or without; empty when it is no key. */
    static Optional<String> read(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        String key = header.strip();
        if (key.length() > 1 && key.startsWith("\"") && key.endsWith("\"")) {
            key = key.substring(1, key.length() - 1);
        }
        boolean usable =
                !key.isEmpty() && key.length() <= LONGEST && key.chars().allMatch(c -> c > 0x20 && c < 0x7f);
        return usable ? Optional.of(key) : Optional.empty();
    }

    static String scope(Caller caller, String path, String key) {
        return new Fingerprint()
                .add(caller.agency())
                .add(caller.subject())
                .add(path)
                .add(key)
                .hex();
    }
}
