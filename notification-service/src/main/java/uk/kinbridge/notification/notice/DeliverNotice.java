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
    private final Duty duty;
    private final Crowding crowding;

    public DeliverNotice(Notices notices, Fulfilments fulfilments, Duty duty, Crowding crowding) {
        this.notices = notices;
        this.fulfilments = fulfilments;
        this.duty = duty;
        this.crowding = crowding;
    }

    /**
     * Delivers what a message asks for.
     *
     * <p>When the act that it asks for was done before it arrived, the notice is born acknowledged. The act may also be
     * told at this very moment: whoever tells it remembers it first and then looks for notices; here the notice is
     * added first and then the acts are looked at. So at least one of the two sees the other.
     */
    public void deliver(Notice.Request asked, String messageId, Instant now) {
        var request = placed(asked, now);
        var answer = duty.answering(request.recipient(), request.urgency(), now);
        var born = Notice.delivered(idOf(messageId), request, answer, now);
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
        var id = born.next().id();
        if (!settled) {
            fulfilments
                    .covering(born.next())
                    .ifPresent(act -> Revision.of(notices, id, notice -> notice.fulfil(act), now));
        }
        if (request.dispatch().bundle() != null) {
            releaseWhenTooLate(id, now);
        }
    }

    /** Where too many come at once, it goes into the bundle of this minute, which is there before it is. */
    private Notice.Request placed(Notice.Request request, Instant now) {
        var minute = crowding.arrives(request.recipient().address(), now).orElse(null);
        if (minute == null) {
            return request;
        }
        var id = Bundle.idOf(request.recipient().address(), minute);
        if (notices.find(id).isEmpty()) {
            var bundle = Bundle.request(id, request.recipient(), request.obligation(), now);
            // Told to others when its minute is over, with what it holds by then; seen in the inbox from now on.
            notices.addOnce(Notice.delivered(id, bundle, new Duty.Answer.Unknown(), now), now, id);
        }
        return request.within(id);
    }

    /** Whoever acknowledged the bundle meanwhile cannot have seen this one in it: it must not hide there. */
    private void releaseWhenTooLate(String id, Instant now) {
        var bundle =
                notices.find(id).map(kept -> kept.notice().dispatch().bundle()).flatMap(notices::find);
        if (bundle.isPresent() && bundle.get().notice().acknowledged() != null) {
            Revision.of(notices, id, Notice::release, now);
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
