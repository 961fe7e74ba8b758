package uk.kinbridge.notification.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uk.kinbridge.notification.delivery.Channel;

/**
 * {@code kinbridge.channels.*}: what an installation has beside the inbox.
 *
 * @param publicAddress where people reach the suite
 * @param from the sender of mails
 * @param retries after each failed try of a channel, the wait before the next
 * @param workers how many carry for each channel in this instance
 * @param interval so long a worker rests when nothing is due
 */
@ConfigurationProperties("kinbridge.channels")
record ChannelSettings(
        @DefaultValue("off") CarriedBy email,
        @DefaultValue("off") CarriedBy text,
        @DefaultValue("http://localhost:8080") String publicAddress,
        @DefaultValue("kinbridge@localhost") String from,
        @DefaultValue("500ms") Duration interval,
        Map<Channel, List<Duration>> retries,
        Map<Channel, Integer> workers,
        @DefaultValue GovukNotify govukNotify,
        @DefaultValue Webhooks webhooks) {

    ChannelSettings {
        retries = Map.copyOf(retries);
        workers = Map.copyOf(workers);
    }

    /** Who carries mails or texts. */
    enum CarriedBy {
        OFF,
        SMTP,
        GOVUK_NOTIFY,
        MAILBOX;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** GOV.UK Notify. */
    record GovukNotify(
            @DefaultValue("https://api.notifications.service.gov.uk")
            String url,

            @DefaultValue("") String apiKey,
            @DefaultValue("") String emailTemplate,
            @DefaultValue("") String textTemplate,
            @DefaultValue("10s") Duration timeout,
            @DefaultValue("") String callbackToken) {}

    /**
     * Webhooks.
     *
     * @param allow hosts to which they may go; none unless named
     * @param allowInside of those, hosts that may lie inside our network and need no TLS
     * @param sealingKey what secrets are sealed with in the database; without it there are no webhooks
     */
    record Webhooks(
            @DefaultValue List<String> allow,
            @DefaultValue List<String> allowInside,
            @Nullable String sealingKey,
            @DefaultValue("10s") Duration timeout) {

        boolean areOn() {
            return sealingKey != null && !sealingKey.isBlank();
        }
    }
}
