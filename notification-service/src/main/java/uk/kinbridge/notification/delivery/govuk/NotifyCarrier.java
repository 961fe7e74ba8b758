package uk.kinbridge.notification.delivery.govuk;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.notification.delivery.Answer;
import uk.kinbridge.notification.delivery.Carrier;
import uk.kinbridge.notification.delivery.Channel;
import uk.kinbridge.notification.delivery.Parcel;

/**
 * Hands mails and texts to GOV.UK Notify. It drops no repetition by itself, but it can be asked by our reference whether
 * it has something, which is done before a second try (ADR 0015).
 *
 * <p>Its own Java client knows no timeouts, tells its errors in the text of an exception, and changes the whole
 * process's TLS settings; so the published API is spoken here directly.
 */
public final class NotifyCarrier implements Carrier {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Channel channel;
    private final String template;
    private final NotifyKey key;
    private final InstantSource machineTime;
    private final RestClient http;
    private final JsonMapper json = new JsonMapper();

    /**
     * @param template the id, at Notify, of a template that consists of {@code ((subject))} and {@code ((body))}, or of
     *     the body alone for texts: the words are ours
     * @param machineTime the real time, by which Notify checks our signature; never the suite's movable one
     */
    public NotifyCarrier(
            Channel channel, String url, String apiKey, String template, Duration patience, InstantSource machineTime) {
        this.channel = channel;
        this.template = template;
        this.key = NotifyKey.parse(apiKey);
        this.machineTime = machineTime;
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(patience);
        this.http = RestClient.builder().baseUrl(url).requestFactory(requests).build();
    }

    private record Said(int status, String body) {}

    @Override
    public Repetition repetition() {
        return Repetition.CAN_BE_ASKED;
    }

    @Override
    public Answer handOver(Parcel parcel) {
        try {
            var said = http.post()
                    .uri(channel == Channel.TEXT ? "/v2/notifications/sms" : "/v2/notifications/email")
                    .header(HttpHeaders.AUTHORIZATION, bearer())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(json.writeValueAsString(request(parcel)))
                    .exchange((request, response) -> new Said(
                            response.getStatusCode().value(),
                            new String(response.getBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)));
            return answer(said, parcel.at());
        } catch (ResourceAccessException broken) {
            return wasConnected(broken)
                    ? new Answer.Unanswered("GOV.UK Notify did not answer")
                    : Answer.NotNow.away("GOV.UK Notify could not be reached");
        }
    }

    private Map<String, Object> request(Parcel parcel) {
        boolean text = channel == Channel.TEXT;
        var letter = parcel.letter();
        return Map.of(
                text ? "phone_number" : "email_address",
                parcel.address(),
                "template_id",
                template,
                "personalisation",
                text ? Map.of("body", letter.body()) : Map.of("subject", letter.subject(), "body", letter.body()),
                "reference",
                parcel.id());
    }

    /** By status and error name, never by its message, as its documentation asks. */
    private Answer answer(Said said, Instant now) {
        var body = read(said.body());
        var error = body.path("errors").path(0).path("error").asString("");
        return switch (said.status()) {
            case 201 -> new Answer.Accepted(body.path("id").asString(null));
            case 400, 404, 413 -> new Answer.Refused("GOV.UK Notify refused it: " + said.status() + " " + known(error));
            case 401, 403 -> Answer.NotNow.away("GOV.UK Notify does not accept our key: " + said.status());
            case 429 -> tooMany(error, now);
            // It may have stored it before it failed: it is asked before anything is sent again.
            default -> new Answer.Unanswered("GOV.UK Notify answered " + said.status());
        };
    }

    private static Answer tooMany(String error, Instant now) {
        return error.equals("TooManyRequestsError")
                ? new Answer.NotNow("the limit of the day at GOV.UK Notify is reached", midnightAfter(now), true)
                : new Answer.NotNow("the limit of the minute at GOV.UK Notify is reached", now.plus(A_MINUTE), true);
    }

    /** The day's limit is lifted at midnight UTC. */
    private static Instant midnightAfter(Instant now) {
        return now.atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .plusDays(1)
                .toInstant();
    }

    @Override
    public Trace trace(String deliveryId) {
        try {
            var said = http.get()
                    .uri("/v2/notifications?reference={reference}", deliveryId)
                    .header(HttpHeaders.AUTHORIZATION, bearer())
                    .exchange((request, response) -> new Said(
                            response.getStatusCode().value(),
                            new String(response.getBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)));
            if (said.status() != 200) {
                return new Trace.NotTold("GOV.UK Notify did not say whether it has it: " + said.status());
            }
            var found = read(said.body()).path("notifications");
            return found.isArray() && found.isEmpty()
                    ? new Trace.Absent()
                    : found.path(0).path("id").isString()
                            ? new Trace.Found(found.path(0).path("id").asString())
                            : new Trace.NotTold("GOV.UK Notify answered something unknown");
        } catch (RestClientException broken) {
            return new Trace.NotTold("GOV.UK Notify could not be asked");
        }
    }

    private String bearer() {
        return "Bearer " + key.tokenAt(machineTime.instant());
    }

    private JsonNode read(@Nullable String body) {
        try {
            return body == null || body.isBlank() ? json.createObjectNode() : json.readTree(body);
        } catch (JacksonException notJson) {
            return json.createObjectNode();
        }
    }

    /** Its error names are kept with the delivery; anything else that came instead is not. */
    private static String known(String error) {
        return List.of("ValidationError", "BadRequestError", "NoResultFound").contains(error) ? error : "";
    }

    private static boolean wasConnected(ResourceAccessException broken) {
        for (Throwable each = broken; each != null; each = each.getCause()) {
            if (each instanceof ConnectException || each instanceof HttpConnectTimeoutException) {
                return false;
            }
        }
        return true;
    }
}
