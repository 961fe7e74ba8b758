package uk.kinbridge.notification.notice;

import org.jspecify.annotations.Nullable;

/**
 * Where a notice comes from and what was settled about it before it was sent.
 *
 * @param chase null where nobody chases, or where the sender does so by itself (a ladder, ADR 0008)
 * @param follows the notice of which this one says that nobody has acknowledged it
 * @param bundle the bundle that it lies in, because too many came at once
 */
public record Dispatch(
        @Nullable Sender sender,
        @Nullable Chase chase,
        @Nullable String follows,
        @Nullable String bundle) {

    public static final Dispatch PLAIN = new Dispatch(null, null, null, null);

    /** Lying in that bundle. */
    public Dispatch within(String id) {
        return new Dispatch(sender, chase, follows, id);
    }
}
