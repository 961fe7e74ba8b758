package uk.kinbridge.notification.notice.rabbit;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.BeanPostProcessor;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;

/**
 * Lets the handling of some messages fail after their effect was saved, once each: to the broker this is as if the
 * process had been killed between the save and the acknowledgement of the message.
 */
class DyingHandlers implements BeanPostProcessor {

    /** Messages whose id contains this die once. */
    static final String MARK = "dies-once";

    private final Set<String> died = ConcurrentHashMap.newKeySet();

    int deaths() {
        return died.size();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof EventHandler handler ? new Dying(handler) : bean;
    }

    private final class Dying implements EventHandler {

        private final EventHandler handler;

        Dying(EventHandler handler) {
            this.handler = handler;
        }

        @Override
        public Set<String> types() {
            return handler.types();
        }

        @Override
        public void handle(IncomingEvent event) {
            handler.handle(event);
            if (event.messageId().contains(MARK) && died.add(event.messageId())) {
                throw new IllegalStateException("as if killed after the save");
            }
        }
    }
}
