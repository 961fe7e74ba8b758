package uk.kinbridge.notification.notice;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Acts at the source that answer notices, remembered for notices that arrive after them. */
public interface Fulfilments {

    /** Remembers an act; the same message again changes nothing. */
    void add(Fulfilment act, String messageId);

    /** The first act that answers this notice. */
    Optional<Fulfilment> covering(Notice notice);

    /** The same for several, by the id of the notice; nothing for those that no act answers. */
    default Map<String, Fulfilment> coveringAll(Collection<Notice> notices) {
        var acts = new HashMap<String, Fulfilment>();
        notices.forEach(notice -> covering(notice).ifPresent(act -> acts.put(notice.id(), act)));
        return acts;
    }
}
