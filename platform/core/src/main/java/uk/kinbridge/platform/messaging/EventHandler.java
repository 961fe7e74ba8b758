package uk.kinbridge.platform.messaging;

import java.util.Set;

/**
 * What a service does about events of others. Events arrive at least once and in any order: the effect must carry the
 * message's id into the same write, see {@code AggregateCollection#saveOnce} and {@code #insertOnce}.
 */
public interface EventHandler {

    /** The event types that it handles; {@code topology.yaml} must route them to this service. */
    Set<String> types();

    /**
     * Handles one event. An exception about unreachable infrastructure makes the queue wait; any other is a bug, and
     * the message goes to the dead letters after the delivery limit.
     */
    void handle(IncomingEvent event);
}
