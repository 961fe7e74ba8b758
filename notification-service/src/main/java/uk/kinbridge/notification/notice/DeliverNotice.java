package uk.kinbridge.notification.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** A message that asks for a notice. */
    public record Asked(Notice.Request request, String messageId) {}

    /** Delivers what a message asks for. */
    public void deliver(Notice.Request request, String messageId, Instant now) {
        deliverAll(List.of(new Asked(request, messageId)), now);
    }

    /**
     * Delivers what several messages ask for, in as few round trips as one of them would need.
     *
     * <p>When the act that one asks for was done before it arrived, the notice is born acknowledged. The act may also be
     * told at this very moment: whoever tells it remembers it first and then looks for notices; here the notice is
     * added first and then the acts are looked at. So at least one of the two sees the other.
     */
    public void deliverAll(List<Asked> asked, Instant now) {
        var bundles = new HashSet<String>();
        var born = asked.stream().map(one -> born(one, bundles, now)).toList();
        var doneBefore = fulfilments.coveringAll(unborn(born));
        var settled = new HashSet<String>();
        var newborn = born.stream()
                .map(one -> switch (fulfilled(one, doneBefore)) {
                    case Notice.Outcome.Changed(var change) -> {
                        settled.add(change.next().id());
                        yield new Notices.Born(change, one.messageId());
                    }
                    case Notice.Outcome.Stands() -> one;
                })
                .toList();
        var added = notices.addAllOnce(newborn, now);
        settled.retainAll(added);
        var waiting = unborn(newborn).stream()
                .filter(notice -> !settled.contains(notice.id()))
                .toList();
        fulfilments
                .coveringAll(waiting)
                .forEach((id, act) -> Revision.of(notices, id, notice -> notice.fulfil(act), now));
        releaseWhatCameTooLate(unborn(newborn), added, now);
    }

    private Notices.Born born(Asked asked, Set<String> bundles, Instant now) {
        var request = placed(asked.request(), bundles, now);
        var answer = duty.answering(request.recipient(), request.urgency(), now);
        return new Notices.Born(Notice.delivered(idOf(asked.messageId()), request, answer, now), asked.messageId());
    }

    private static List<Notice> unborn(List<Notices.Born> born) {
        return born.stream().map(one -> one.change().next()).toList();
    }

    private static Notice.Outcome fulfilled(Notices.Born born, Map<String, Fulfilment> acts) {
        var notice = born.change().next();
        return Optional.ofNullable(acts.get(notice.id())).map(notice::fulfil).orElseGet(Notice.Outcome.Stands::new);
    }

    /**
     * Where too many come at once, it goes into the bundle of this minute, which is there before it is.
     *
     * @param bundles those that are known to be there
     */
    private Notice.Request placed(Notice.Request request, Set<String> bundles, Instant now) {
        var minute = crowding.arrives(request.recipient().address(), now).orElse(null);
        if (minute == null) {
            return request;
        }
        var id = Bundle.idOf(request.recipient().address(), minute);
        if (bundles.add(id) && notices.find(id).isEmpty()) {
            var bundle = Bundle.request(id, request.recipient(), request.obligation(), now);
            // Told to others when its minute is over, with what it holds by then; seen in the inbox from now on.
            notices.addOnce(Notice.delivered(id, bundle, new Duty.Answer.Unknown(), now), now, id);
        }
        return request.within(id);
    }

    /** Whoever acknowledged the bundle meanwhile cannot have seen this one in it: it must not hide there. */
    private void releaseWhatCameTooLate(List<Notice> delivered, Set<String> added, Instant now) {
        var closed = new HashMap<String, Boolean>();
        for (var notice : delivered) {
            if (notice.dispatch().bundle() == null) {
                continue;
            }
            // One that was delivered before may lie in the bundle of an earlier minute.
            var bundle = added.contains(notice.id())
                    ? notice.dispatch().bundle()
                    : notices.find(notice.id())
                            .map(kept -> kept.notice().dispatch().bundle())
                            .orElse(null);
            if (bundle != null && closed.computeIfAbsent(bundle, this::isAcknowledged)) {
                Revision.of(notices, notice.id(), Notice::release, now);
            }
        }
    }

    private boolean isAcknowledged(String id) {
        return notices.find(id)
                .filter(kept -> kept.notice().acknowledged() != null)
                .isPresent();
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
