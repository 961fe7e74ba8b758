package uk.kinbridge.protocols.pack;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of the canonical text: comments, line breaks and the order of keys do not change it, any rule does.
 *
 * <p>The text of a pack with its forms is hundreds of kilobytes, and every case asks for the hash of the pack that it
 * pins; so it is computed once for each pack in memory, and forgotten with it.
 */
final class PackHash {

    private static final Map<Same, String> KNOWN = new ConcurrentHashMap<>();
    private static final ReferenceQueue<Pack> GONE = new ReferenceQueue<>();

    private PackHash() {}

    static String of(Pack pack) {
        for (var gone = GONE.poll(); gone != null; gone = GONE.poll()) {
            KNOWN.remove(gone);
        }
        var known = KNOWN.get(new Same(pack, null));
        return known != null ? known : KNOWN.computeIfAbsent(new Same(pack, GONE), _ -> computed(pack));
    }

    private static String computed(Pack pack) {
        try {
            byte[] text = Canonical.text(pack).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** This very pack in memory: comparing the content of packs would cost as much as hashing it. */
    private static final class Same extends WeakReference<Pack> {

        private final int hash;

        Same(Pack pack, @Nullable ReferenceQueue<Pack> gone) {
            super(pack, gone);
            this.hash = System.identityHashCode(pack);
        }

        @Override
        public boolean equals(Object other) {
            var mine = get();
            return this == other || (mine != null && other instanceof Same same && same.refersTo(mine));
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
