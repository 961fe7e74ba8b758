package uk.kinbridge.notification.config;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import uk.kinbridge.notification.config.ChannelSettings.CarriedBy;
import uk.kinbridge.notification.delivery.AddressBook;
import uk.kinbridge.notification.delivery.Addressee;
import uk.kinbridge.notification.delivery.Carrier;
import uk.kinbridge.notification.delivery.CarryDeliveries;
import uk.kinbridge.notification.delivery.Channel;
import uk.kinbridge.notification.delivery.DecideDelivery;
import uk.kinbridge.notification.delivery.Deliveries;
import uk.kinbridge.notification.delivery.Patience;
import uk.kinbridge.notification.delivery.Quiet;
import uk.kinbridge.notification.delivery.Systems;
import uk.kinbridge.notification.delivery.TakeReceipt;
import uk.kinbridge.notification.delivery.TellByChannels;
import uk.kinbridge.notification.delivery.TellOfNotices;
import uk.kinbridge.notification.delivery.WriteLetter;
import uk.kinbridge.notification.delivery.breaker.GuardedCarrier;
import uk.kinbridge.notification.delivery.govuk.NotifyCarrier;
import uk.kinbridge.notification.delivery.http.DirectoryAddresses;
import uk.kinbridge.notification.delivery.local.LocalMailbox;
import uk.kinbridge.notification.delivery.smtp.SmtpCarrier;
import uk.kinbridge.notification.delivery.worker.BacklogGauges;
import uk.kinbridge.notification.delivery.worker.Workers;
import uk.kinbridge.notification.notice.Crowding;
import uk.kinbridge.notification.notice.Hearing;
import uk.kinbridge.notification.notice.Notices;
import uk.kinbridge.notification.preference.PreferenceBook;
import uk.kinbridge.notification.preference.Timing;
import uk.kinbridge.notification.template.Phrasebook;
import uk.kinbridge.notification.template.Templates;
import uk.kinbridge.notification.webhook.AdministerEndpoints;
import uk.kinbridge.notification.webhook.AllowRule;
import uk.kinbridge.notification.webhook.Endpoints;
import uk.kinbridge.notification.webhook.Secrets;
import uk.kinbridge.notification.webhook.http.SealedSecrets;
import uk.kinbridge.notification.webhook.http.WebhookCarrier;
import uk.kinbridge.platform.security.peer.PeerTokens;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.time.Jurisdiction;
import uk.kinbridge.protocols.time.OpeningHours;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** The channels beside the inbox: which ones this installation has, and who carries them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChannelSettings.class)
class ChannelConfiguration {

    /** Longer than any provider's timeouts together; after it a hand-over counts as broken off. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** So many may be with one mail server or Notify at once, and so many with one webhook. */
    private static final int AT_ONE_PROVIDER = 8;

    private static final int AT_ONE_WEBHOOK = 2;

    /** The channels of this installation with their carriers. */
    record Carriers(Map<Channel, Carrier> byChannel) {}

    @Bean
    Templates templates() {
        return ShippedTemplates.read();
    }

    @Bean
    Phrasebook phrasebook() {
        return ShippedTemplates.phrasebook();
    }

    @Bean
    AllowRule allowRule(ChannelSettings settings) {
        return new AllowRule(settings.webhooks().allow(), settings.webhooks().allowInside());
    }

    @Bean
    Secrets webhookSecrets(ChannelSettings settings) {
        return new SealedSecrets(Objects.requireNonNullElse(settings.webhooks().sealingKey(), ""));
    }

    @Bean
    AdministerEndpoints administerEndpoints(Endpoints endpoints, Secrets secrets, AllowRule rule) {
        return new AdministerEndpoints(endpoints, secrets, rule);
    }

    @Bean
    DecideDelivery decideDelivery(Deliveries deliveries) {
        return new DecideDelivery(deliveries);
    }

    @Bean
    TakeReceipt takeReceipt(Deliveries deliveries) {
        return new TakeReceipt(deliveries);
    }

    @Bean
    WebhookCarrier webhookCarrier(Endpoints endpoints, Secrets secrets, AllowRule rule, ChannelSettings settings) {
        return new WebhookCarrier(endpoints, secrets, rule, settings.webhooks().timeout());
    }

    @Bean
    Carriers carriers(
            ChannelSettings settings,
            ObjectProvider<JavaMailSenderImpl> mailServer,
            MongoOperations mongo,
            WebhookCarrier webhooks,
            Environment environment,
            InstantSource time) {
        var providers = new Providers(settings, mailServer, mongo, environment.acceptsProfiles(Profiles.of("local")));
        var carriers = new EnumMap<Channel, Carrier>(Channel.class);
        if (settings.email() != CarriedBy.OFF) {
            carriers.put(Channel.EMAIL, guarded(providers.of(Channel.EMAIL, settings.email()), Channel.EMAIL, time));
        }
        if (settings.text() != CarriedBy.OFF) {
            carriers.put(Channel.TEXT, guarded(providers.of(Channel.TEXT, settings.text()), Channel.TEXT, time));
        }
        if (settings.webhooks().areOn()) {
            carriers.put(
                    Channel.WEBHOOK,
                    GuardedCarrier.ofManyReceivers(
                            webhooks, parcel -> parcel.to().id(), AT_ONE_WEBHOOK, time));
        }
        return new Carriers(Map.copyOf(carriers));
    }

    private static Carrier guarded(Carrier carrier, Channel channel, InstantSource time) {
        return GuardedCarrier.ofOneProvider(carrier, channel, AT_ONE_PROVIDER, time);
    }

    /** Makes the carrier of a provider, and says what it lacks. */
    private record Providers(
            ChannelSettings settings,
            ObjectProvider<JavaMailSenderImpl> mailServer,
            MongoOperations mongo,
            boolean local) {

        Carrier of(Channel channel, CarriedBy provider) {
            return switch (provider) {
                case SMTP -> smtp(channel);
                case GOVUK_NOTIFY -> govukNotify(channel);
                case MAILBOX -> mailbox(channel);
                case OFF -> throw new IllegalStateException(channel + " is off");
            };
        }

        private Carrier smtp(Channel channel) {
            if (channel != Channel.EMAIL) {
                throw new IllegalStateException(
                        "Only e-mail goes by smtp: set kinbridge.channels.text to another one.");
            }
            return new SmtpCarrier(
                    mailServer.getIfAvailable(() -> {
                        throw new IllegalStateException("E-mail goes by smtp: set spring.mail.host.");
                    }),
                    settings.from());
        }

        private Carrier govukNotify(Channel channel) {
            var govuk = settings.govukNotify();
            var template = channel == Channel.EMAIL ? govuk.emailTemplate() : govuk.textTemplate();
            if (govuk.apiKey().isBlank() || template.isBlank()) {
                throw new IllegalStateException(
                        "GOV.UK Notify needs kinbridge.channels.govuk-notify.api-key and the id of a" + " template for "
                                + channel.word() + ".");
            }
            return new NotifyCarrier(
                    channel, govuk.url(), govuk.apiKey(), template, govuk.timeout(), InstantSource.system());
        }

        private Carrier mailbox(Channel channel) {
            if (!local) {
                throw new IllegalStateException("The mail catcher is for local demonstrations: nobody would get the"
                        + " mails. Set kinbridge.channels." + channel.word() + " to smtp, govuk-notify or off.");
            }
            return new LocalMailbox(mongo, channel);
        }
    }

    @Bean
    DirectoryAddresses directoryAddresses(
            @Value("${kinbridge.peers.directory}") String directory, PeerTokens tokens, InstantSource time) {
        return new DirectoryAddresses(directory, tokens, time);
    }

    @Bean
    AddressBook addressBook(DirectoryAddresses directory, PreferenceBook preferences, Endpoints endpoints) {
        return (channel, addressee) -> switch (channel) {
            case EMAIL -> directory.emailOf(addressee);
            case TEXT -> phoneOf(preferences, addressee);
            case WEBHOOK ->
                endpoints
                        .find(addressee.id())
                        .<AddressBook.Entry>map(
                                kept -> new AddressBook.Entry.At(kept.endpoint().url()))
                        .orElseGet(() -> new AddressBook.Entry.Nowhere("there is no such system"));
        };
    }

    private static AddressBook.Entry phoneOf(PreferenceBook preferences, Addressee addressee) {
        var phone = preferences.of(addressee.id()).preferences().phone();
        return phone == null
                ? new AddressBook.Entry.Nowhere("this person has given no telephone number")
                : new AddressBook.Entry.At(phone);
    }

    /** Most agencies of the protocols are in England. */
    @Bean
    Timing timing(Calendars calendars) {
        return new Timing(
                () -> new WorkingCalendar(OpeningHours.OFFICE, Jurisdiction.ENGLAND_AND_WALES, calendars.newest()));
    }

    @Bean
    TellByChannels tellByChannels(
            Deliveries deliveries,
            PreferenceBook preferences,
            Systems systems,
            Timing timing,
            Carriers carriers,
            @Value("${kinbridge.notices.bundle-after}") int bundleAfter) {
        return new TellByChannels(
                deliveries, preferences, systems, timing, carriers.byChannel().keySet(), new Crowding(bundleAfter));
    }

    @Bean
    Hearing tellOfNotices(TellByChannels channels, InstantSource time) {
        return new TellOfNotices(channels, time);
    }

    @Bean
    CarryDeliveries carryDeliveries(
            Deliveries deliveries,
            AddressBook addresses,
            Carriers carriers,
            ChannelSettings settings,
            Templates templates,
            Phrasebook phrases,
            Notices notices,
            PreferenceBook preferences,
            Timing timing,
            InstantSource time) {
        var patience = new EnumMap<Channel, Patience>(Channel.class);
        settings.retries().forEach((channel, waits) -> patience.put(channel, new Patience(waits, LEASE)));
        return new CarryDeliveries(
                deliveries,
                addresses,
                carriers.byChannel(),
                patience,
                new WriteLetter(templates, phrases, settings.publicAddress()),
                time,
                () -> ThreadLocalRandom.current().nextDouble(),
                notices::acknowledgedOf,
                Quiet.of(preferences, timing));
    }

    @Bean
    Workers deliveryWorkers(CarryDeliveries carry, Carriers carriers, ChannelSettings settings) {
        var numbers = new EnumMap<Channel, Integer>(Channel.class);
        carriers.byChannel()
                .keySet()
                .forEach(channel -> numbers.put(channel, settings.workers().getOrDefault(channel, 1)));
        return new Workers(carry::carryNext, numbers, settings.interval());
    }

    @Bean
    MeterBinder deliveryBacklog(Deliveries deliveries, InstantSource time) {
        return new BacklogGauges(deliveries, time);
    }
}
