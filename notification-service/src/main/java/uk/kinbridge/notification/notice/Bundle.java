package uk.kinbridge.notification.notice;

import java.time.Instant;

/** One notice that stands for all that came too fast: it is a notice as any other, and holds the others together. */
public final class Bundle {

    /** What a bundle is about: nothing but other notices. */
    public static final String TYPE = "notices";

    private static final String PURPOSE = "many-at-once";

    private Bundle() {}

    /** Whether that notice is one. */
    public static boolean is(Notice notice) {
        return notice.about().type().equals(TYPE);
    }

    static String idOf(String address, Instant minute) {
        return DeliverNotice.idOf(PURPOSE + "/" + address + "/" + minute);
    }

    /** As urgent as can be: what lies in it may be, and nobody has looked yet. */
    static Notice.Request request(String id, Recipient recipient, String obligation, Instant now) {
        return new Notice.Request(
                new About(TYPE, id, "Many notices", "/api/notifications?bundle=" + id),
                PURPOSE,
                recipient,
                "Many notices came within a minute, so they are kept together here. Urgent ones are named.",
                "Look through them; each one keeps its own receipt",
                obligation,
                Urgency.IMMEDIATE,
                null,
                now,
                Dispatch.PLAIN);
    }
}
