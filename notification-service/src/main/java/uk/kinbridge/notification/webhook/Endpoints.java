package uk.kinbridge.notification.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All registered systems. */
public interface Endpoints {

    /** A system and the version that a change of it must name. */
    record Kept(Endpoint endpoint, long version) {}

    /** Adds it, or finds it when the same request has added it before. */
    Kept add(Endpoint endpoint, Instant now);

    Optional<Kept> find(String id);

    /** Of one agency, the newest first; few, so in one piece. */
    List<Kept> of(String agency);

    /** @return false when somebody has been faster; nothing is changed then */
    boolean save(long version, Endpoint next, Instant now);
}
