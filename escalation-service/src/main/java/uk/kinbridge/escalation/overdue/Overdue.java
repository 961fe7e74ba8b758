package uk.kinbridge.escalation.overdue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import uk.kinbridge.escalation.disagreement.Pinned;
import uk.kinbridge.platform.clock.Owner;

/**
 * An obligation that a clock of some service has seen pass.
 *
 * @param clock which clock of its aggregate
 * @param words what is owed, in the protocol's words
 * @param others the agencies on the other side
 */
public record Overdue(
        Source source,
        String clock,
        String words,
        List<String> obligations,
        Owner owner,
        List<String> others,
        Instant startedAt,
        Instant dueAt,
        Instant breachedAt,
        Pinned protocol) {

    private static final int ID_BYTES = 16;

    public Overdue {
        obligations = List.copyOf(obligations);
        others = List.copyOf(others);
    }

    /** The record that the clock belongs to. */
    public record Source(String type, String id, String reference, String link) {}

    /** The same for every message about this obligation. */
    public String concernId() {
        try {
            var name = String.join("\n", source.type(), source.id(), clock, startedAt.toString());
            var hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return "o" + HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
