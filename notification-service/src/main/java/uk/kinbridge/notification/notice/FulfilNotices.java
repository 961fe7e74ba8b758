package uk.kinbridge.notification.notice;

import java.time.Instant;

/** Settles the notices whose act was done at its source, those that are here and those that arrive later. */
public class FulfilNotices {

    private final Notices notices;
    private final Fulfilments fulfilments;

    public FulfilNotices(Notices notices, Fulfilments fulfilments) {
        this.notices = notices;
        this.fulfilments = fulfilments;
    }

    /** Remembers the act before it looks for notices; see {@link DeliverNotice#deliver} for why in this order. */
    public void fulfil(Fulfilment act, String messageId, Instant now) {
        fulfilments.add(act, messageId);
        for (var waiting : notices.waitingFor(act)) {
            Revision.of(notices, waiting.notice().id(), notice -> notice.fulfil(act), now);
        }
    }
}
