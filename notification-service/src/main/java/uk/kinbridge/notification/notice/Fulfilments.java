package uk.kinbridge.notification.notice;

import java.util.Optional;

/** Acts at the source that answer notices, remembered for notices that arrive after them. */
public interface Fulfilments {

    /** Remembers an act; the same message again changes nothing. */
    void add(Fulfilment act, String messageId);

    /** The first act that answers this notice. */
    Optional<Fulfilment> covering(Notice notice);
}
