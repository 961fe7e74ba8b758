package uk.kinbridge.notification.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/** Puts a notice into its recipient's inbox: once for each message, however often and in whatever order it comes. */
public class DeliverNotice {

    private static final int ID_BYTES = 16;

    private final Notices notices;
    private final Fulfilments fulfilments;

    public DeliverNotice(Notices notices, Fulfilments fulfilments) {
        this.notices = notices;
        this.fulfilments = fulfilments;
    }

    /**
     * Delivers what a message asks for.
     *
     * <p>When the act that it asks for was done before it arrived, the notice is born acknowledged. The act may also be
     * told at this very moment: whoever tells it remembers it first and then looks for notices; here the notice is
     * added first and then the acts are looked at. So at least one of the two sees the other.
     */
    public void deliver(Notice.Request request, String messageId, Instant now) {
        var born = Notice.delivered(idOf(messageId), request, now);
        var fulfilled = fulfilments
                .covering(born.next())
                .map(act -> born.next().fulfil(act))
                .orElseGet(Notice.Outcome.Stands::new);
        var settled = switch (fulfilled) {
            case Notice.Outcome.Changed(var change) -> notices.addOnce(change, now, messageId);
            case Notice.Outcome.Stands() -> {
                notices.addOnce(born, now, messageId);
                yield false;
            }
        };
        if (!settled) {
            fulfilments
                    .covering(born.next())
                    .ifPresent(act -> Revision.of(notices, born.next().id(), notice -> notice.fulfil(act), now));
        }
    }

    /** The same for every delivery of a message. */
    static String idOf(String messageId) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(messageId.getBytes(StandardCharsets.UTF_8));
            return "n" + HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
