package uk.kinbridge.platform.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.ExchangeBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;

/**
 * The exchange and the queues of the suite. Every argument is stated, so that RabbitMQ 3.10 and 4.x, whose defaults
 * differ, behave alike.
 */
final class Topology {

    private final String prefix;

    /** @param prefix begins every name, so that several suites can share one broker */
    Topology(String prefix) {
        this.prefix = prefix;
    }

    String events() {
        return prefix + ".events";
    }

    String deadLetters() {
        return prefix + ".dead-letters";
    }

    String queueOf(String service) {
        return prefix + "." + service;
    }

    String deadLettersOf(String service) {
        return queueOf(service) + ".dead";
    }

    Declarables declarables(Map<String, List<String>> subscriptions, int deliveryLimit) {
        var all = new ArrayList<Declarable>();
        TopicExchange events =
                ExchangeBuilder.topicExchange(events()).durable(true).build();
        DirectExchange dead =
                ExchangeBuilder.directExchange(deadLetters()).durable(true).build();
        all.add(events);
        all.add(dead);
        subscriptions.forEach((service, types) -> {
            var queue = queue(service, deliveryLimit);
            var deadQueue = deadQueue(service);
            all.add(queue);
            all.add(deadQueue);
            all.add(BindingBuilder.bind(deadQueue).to(dead).with(queue.getName()));
            types.forEach(type -> all.add(BindingBuilder.bind(queue).to(events).with(type)));
        });
        return new Declarables(all);
    }

    private Queue queue(String service, int deliveryLimit) {
        return QueueBuilder.durable(queueOf(service))
                .quorum()
                .deliveryLimit(deliveryLimit)
                .deadLetterExchange(deadLetters())
                .deadLetterRoutingKey(queueOf(service))
                .withArgument("x-dead-letter-strategy", "at-least-once")
                .overflow(QueueBuilder.Overflow.rejectPublish)
                .build();
    }

    private Queue deadQueue(String service) {
        return QueueBuilder.durable(deadLettersOf(service))
                .quorum()
                // Looking at dead letters and putting them back must never use them up.
                .deliveryLimit(Integer.MAX_VALUE)
                .overflow(QueueBuilder.Overflow.rejectPublish)
                .build();
    }
}
