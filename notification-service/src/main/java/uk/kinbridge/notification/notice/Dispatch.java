package uk.kinbridge.notification.notice;

import org.jspecify.annotations.Nullable;

/**
 * Where a notice comes from and what was settled about it before it was sent.
 *
 * @param chase null where nobody chases, or where the sender does so by itself (a ladder, ADR 0008)
 * @param follows the notice of which this one says that nobody has acknowledged it
 * @param bundle the bundle that it lies in, because too many came at once
 * @param protocol the pack under which it was sent, for the words of mails and texts only; null when it was not said
 */
public record Dispatch(
        @Nullable Sender sender,
        @Nullable Chase chase,
        @Nullable String follows,
        @Nullable String bundle,
        @Nullable String protocol) {

    public static final Dispatch PLAIN = new Dispatch(null, null, null, null);

    /** Of a sender who did not say under which protocol. */
    public Dispatch(@Nullable Sender sender, @Nullable Chase chase, @Nullable String follows, @Nullable String bundle) {
        this(sender, chase, follows, bundle, null);
    }

    /** Lying in that bundle. */
    public Dispatch within(String id) {
        return new Dispatch(sender, chase, follows, id, protocol);
    }

    /** Lying in no bundle. */
    Dispatch alone() {
        return new Dispatch(sender, chase, follows, null, protocol);
    }
}
