package uk.kinbridge.platform.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events travel.
 *
 * @param prefix begins the name of every exchange and queue, so that several suites can share one broker
 * @param subscriptions for every service the event types that its queue receives; the same in all services, so that
 *     whichever starts first declares the queues of all and no event is published before its readers exist
 * @param deliveryLimit after so many failed deliveries of a message it goes to the dead letters
 * @param relayInterval how often the relay looks for events that no nudge told it about
 * @param relayLease how long a claimed outbox is left alone by others
 * @param confirmTimeout how long the relay waits for the broker's confirmation
 * @param relayWorkers how many batches of documents are relayed side by side
 * @param consumers how many events are handled side by side
 */
@ConfigurationProperties("kinbridge.messaging")
record MessagingProperties(
        @DefaultValue("kinbridge") String prefix,
        @DefaultValue Map<String, List<String>> subscriptions,
        @DefaultValue("20") int deliveryLimit,
        @DefaultValue("1s") Duration relayInterval,
        @DefaultValue("15s") Duration relayLease,
        @DefaultValue("5s") Duration confirmTimeout,
        @DefaultValue("4") int relayWorkers,
        @DefaultValue("4") int consumers) {}
