package uk.kinbridge.notification.webhook.http;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.notification.delivery.Answer;
import uk.kinbridge.notification.delivery.Carrier;
import uk.kinbridge.notification.delivery.Parcel;
import uk.kinbridge.notification.delivery.Tidings;
import uk.kinbridge.notification.webhook.AllowRule;
import uk.kinbridge.notification.webhook.Endpoints;
import uk.kinbridge.notification.webhook.Secrets;

/**
 * Calls the systems of agencies, as the Standard Webhooks specification says. Every try of a delivery carries the same
 * {@code webhook-id}, by which the receiver drops a repetition; so nothing here is ever in doubt (ADR 0015).
 */
public final class WebhookCarrier implements Carrier, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final long LONGEST_WAIT = 24L * 60 * 60;

    private final Endpoints endpoints;
    private final Secrets secrets;
    private final AllowRule rule;
    private final Duration patience;
    private final CloseableHttpClient http;
    private final JsonMapper json = new JsonMapper();

    /** @param patience so long a whole call may take */
    public WebhookCarrier(Endpoints endpoints, Secrets secrets, AllowRule rule, Duration patience) {
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.rule = rule;
        this.patience = patience;
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new AllowedAddresses(rule))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(CONNECT))
                                .setSocketTimeout(Timeout.of(patience))
                                .build())
                        .setMaxConnPerRoute(4)
                        .setMaxConnTotal(64)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(CONNECT))
                        .setResponseTimeout(Timeout.of(patience))
                        .build())
                // A redirection could lead anywhere, and a cookie is of no use to a machine.
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .build();
    }

    /** What a system is told: ids and facts, no words. */
    record Message(String type, String timestamp, Told data) {}

    record Told(
            String notice,
            String link,
            String occasion,
            String about,
            @Nullable String reference,
            String purpose,
            @Nullable String obligation,
            String urgency,
            Recipient recipient,
            @Nullable String acknowledgeBy) {}

    record Recipient(String agency, String role) {}

    @Override
    public Repetition repetition() {
        return Repetition.RECOGNISED;
    }

    @Override
    public Answer handOver(Parcel parcel) {
        var endpoint =
                endpoints.find(parcel.to().id()).map(Endpoints.Kept::endpoint).orElse(null);
        if (endpoint == null || !endpoint.enabled()) {
            return new Answer.Refused("the system is switched off");
        }
        var forbidden = rule.against(endpoint.url());
        if (forbidden.isPresent()) {
            return new Answer.Refused("its address " + forbidden.get());
        }
        var body = json.writeValueAsString(message(parcel.tidings().getFirst()));
        var post = new HttpPost(endpoint.url());
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        post.setHeader("User-Agent", "Kinbridge-Webhooks");
        post.setHeader("webhook-id", parcel.id());
        post.setHeader("webhook-timestamp", Long.toString(parcel.at().getEpochSecond()));
        post.setHeader(
                "webhook-signature",
                Signature.of(
                        endpoint.secretsAt(parcel.at()).stream()
                                .map(secrets::open)
                                .toList(),
                        parcel.id(),
                        parcel.at(),
                        body));
        return call(post, parcel.at());
    }

    private Answer call(HttpPost post, Instant now) {
        // The timeouts of the client start anew with every byte; this one does not.
        var deadline = CompletableFuture.runAsync(
                post::cancel, CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return http.execute(post, response -> {
                var wait = response.getFirstHeader("Retry-After");
                return answer(response.getCode(), wait == null ? null : wait.getValue(), now);
            });
        } catch (AllowedAddresses.NotAllowedException inside) {
            return new Answer.Refused("its name leads to an address to which webhooks may not go");
        } catch (IOException broken) {
            return Answer.NotNow.away("no answer: " + broken.getClass().getSimpleName());
        } finally {
            deadline.cancel(false);
        }
    }

    private static Answer answer(int status, @Nullable String retryAfter, Instant now) {
        if (status >= 200 && status < 300) {
            return new Answer.Accepted(null);
        }
        if (status == GONE) {
            return new Answer.Refused("answered 410: it wants no more calls");
        }
        var notBefore = status == TOO_MANY || status == UNAVAILABLE ? seconds(retryAfter, now) : null;
        return new Answer.NotNow("answered " + status, notBefore, status >= 500 || status == TOO_MANY);
    }

    private static @Nullable Instant seconds(@Nullable String retryAfter, Instant now) {
        return retryAfter != null && retryAfter.matches("\\d{1,6}")
                ? now.plusSeconds(Math.min(Long.parseLong(retryAfter), LONGEST_WAIT))
                : null;
    }

    private static Message message(Tidings tidings) {
        return new Message(
                "notice." + tidings.occasion().word(),
                text(tidings.at()),
                new Told(
                        tidings.notice(),
                        tidings.link(),
                        tidings.occasion().word(),
                        tidings.about(),
                        tidings.reference(),
                        tidings.purpose(),
                        tidings.obligation(),
                        tidings.urgency().word(),
                        new Recipient(tidings.agency(), tidings.role()),
                        tidings.answerBy() == null ? null : text(tidings.answerBy())));
    }

    private static String text(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC).toString();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
