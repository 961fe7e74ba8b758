package uk.kinbridge.notification.notice.rabbit;

import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import uk.kinbridge.notification.notice.Backlog;

/** Asks the broker how long the queue is. */
@Component
class NoticeQueue implements Backlog.Queue {

    private static final Logger log = LoggerFactory.getLogger(NoticeQueue.class);

    private final AmqpAdmin broker;
    private final String queue;

    NoticeQueue(
            AmqpAdmin broker,
            @Value("${kinbridge.messaging.prefix:kinbridge}") String prefix,
            @Value("${spring.application.name}") String service) {
        this.broker = broker;
        this.queue = prefix + "." + service;
    }

    @Override
    public OptionalLong depth() {
        return length(queue);
    }

    @Override
    public OptionalLong deadLetters() {
        return length(queue + ".dead");
    }

    private OptionalLong length(String name) {
        try {
            var info = broker.getQueueInfo(name);
            return info == null ? OptionalLong.empty() : OptionalLong.of(info.getMessageCount());
        } catch (AmqpException away) {
            log.debug("the broker does not say: {}", away.getClass().getSimpleName());
            return OptionalLong.empty();
        }
    }
}
