package uk.kinbridge.notification.webhook.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.delivery.TidingsBuilder.AGENCY;
import static uk.kinbridge.notification.delivery.TidingsBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.delivery.TidingsBuilder.tidings;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.notification.delivery.Addressee;
import uk.kinbridge.notification.delivery.Answer;
import uk.kinbridge.notification.delivery.Parcel;
import uk.kinbridge.notification.notice.Actor;
import uk.kinbridge.notification.template.Letter;
import uk.kinbridge.notification.webhook.AllowRule;
import uk.kinbridge.notification.webhook.Endpoint;
import uk.kinbridge.notification.webhook.Endpoints;

/** Calls as a receiver meets them. */
class WebhookCarrierTest {

    private final WireMockServer receiver = new WireMockServer(wireMockConfig().dynamicPort());
    private final SealedSecrets secrets = new SealedSecrets("a key of the installation");
    private final String secret = secrets.create();
    private Endpoint endpoint = anEndpoint("");
    private WebhookCarrier carrier = carrier(new AllowRule(List.of(), List.of("localhost")));

    @BeforeEach
    void start() {
        receiver.start();
        receiver.stubFor(post("/hook").willReturn(ok()));
        endpoint = anEndpoint("http://localhost:" + receiver.port() + "/hook");
    }

    @AfterEach
    void stop() throws IOException {
        carrier.close();
        receiver.stop();
    }

    @Test
    void signs_as_the_published_example_of_the_specification_does() {
        // https://www.standardwebhooks.com: the example of its reference libraries
        assertThat(Signature.of(
                        List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_receiver_can_verify_it_and_finds_facts_and_no_words() {
        assertThat(carrier.handOver(parcel(MONDAY_TEN))).isEqualTo(new Answer.Accepted(null));

        var call = receiver.getAllServeEvents().getFirst().getRequest();
        assertThat(call.getHeader("webhook-id")).isEqualTo("d1");
        assertThat(call.getHeader("webhook-timestamp")).isEqualTo(Long.toString(MONDAY_TEN.getEpochSecond()));
        assertThat(call.getHeader("webhook-signature"))
                .isEqualTo("v1," + hmac(secret, "d1." + MONDAY_TEN.getEpochSecond() + "." + call.getBodyAsString()));
        var body = new JsonMapper().readTree(call.getBodyAsString());
        assertThat(body.path("type").asString()).isEqualTo("notice.delivered");
        assertThat(body.at("/data/notice").asString()).isEqualTo("n1");
        assertThat(body.at("/data/link").asString()).isEqualTo("/api/notifications/n1");
        assertThat(body.at("/data/urgency").asString()).isEqualTo("priority");
        assertThat(body.at("/data/recipient/role").asString()).isEqualTo("safeguarding-lead");
        assertThat(body.path("data").has("words")).isFalse();
    }

    @Test
    void a_changed_secret_overlaps_with_the_former_one_for_a_day() {
        var next = secrets.create();
        endpoint = endpoint.rotate(secrets.seal(next), MONDAY_TEN);

        carrier.handOver(parcel(MONDAY_TEN.plusSeconds(60)));
        carrier.handOver(parcel(MONDAY_TEN.plus(Endpoint.OVERLAP)));

        var signatures = new ArrayList<>(receiver.getAllServeEvents().reversed().stream()
                .map(event -> event.getRequest().getHeader("webhook-signature"))
                .toList());
        assertThat(signatures.getFirst().split(" ", -1)).hasSize(2);
        assertThat(signatures.getLast().split(" ", -1)).hasSize(1);
        var during = receiver.getAllServeEvents().getLast().getRequest();
        var text = "d1." + MONDAY_TEN.plusSeconds(60).getEpochSecond() + "." + during.getBodyAsString();
        assertThat(signatures.getFirst()).isEqualTo("v1," + hmac(next, text) + " v1," + hmac(secret, text));
    }

    @Test
    void what_it_answers_decides_whether_it_is_called_again() {
        assertThat(answering(204)).isEqualTo(new Answer.Accepted(null));
        assertThat(answering(410)).isInstanceOf(Answer.Refused.class);
        assertThat(answering(500)).isEqualTo(new Answer.NotNow("answered 500", null, true));
        assertThat(answering(404)).isEqualTo(new Answer.NotNow("answered 404", null, false));
        assertThat(answering(301))
                .as("no redirection is followed")
                .isEqualTo(new Answer.NotNow("answered 301", null, false));
    }

    @Test
    void a_redirection_to_somewhere_inside_is_not_followed() {
        receiver.stubFor(post("/hook").willReturn(aResponse().withStatus(307).withHeader("Location", "/inside")));
        receiver.stubFor(any(anyUrl()).atPriority(10).willReturn(ok()));

        carrier.handOver(parcel(MONDAY_TEN));

        assertThat(receiver.getAllServeEvents()).hasSize(1);
    }

    @Test
    void it_may_say_when_to_come_again() {
        receiver.stubFor(post("/hook").willReturn(aResponse().withStatus(429).withHeader("Retry-After", "120")));

        assertThat(carrier.handOver(parcel(MONDAY_TEN)))
                .isEqualTo(new Answer.NotNow("answered 429", MONDAY_TEN.plusSeconds(120), true));
    }

    @Test
    void a_broken_connection_or_a_closed_door_is_worth_another_try() {
        receiver.stubFor(post("/hook").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(carrier.handOver(parcel(MONDAY_TEN))).isInstanceOf(Answer.NotNow.class);

        receiver.stop();
        assertThat(carrier.handOver(parcel(MONDAY_TEN))).isInstanceOf(Answer.NotNow.class);
    }

    @Test
    void a_receiver_that_drips_its_answer_is_cut_off() {
        receiver.stubFor(post("/hook").willReturn(aResponse().withStatus(200).withFixedDelay(60_000)));

        assertThat(carrier.handOver(parcel(MONDAY_TEN)))
                .isInstanceOfSatisfying(
                        Answer.NotNow.class, answer -> assertThat(answer.away()).isTrue());
    }

    @Test
    void a_name_that_leads_inside_by_now_is_not_called() throws IOException {
        try (var strict = carrier(new AllowRule(List.of("localhost"), List.of()))) {
            endpoint = anEndpoint("https://localhost/hook");

            assertThat(strict.handOver(parcel(MONDAY_TEN))).isInstanceOf(Answer.Refused.class);
        }
        assertThat(receiver.getAllServeEvents()).isEmpty();
    }

    @Test
    void a_system_that_is_switched_off_is_not_called() {
        endpoint = endpoint.change(endpoint.url(), "x", false);

        assertThat(carrier.handOver(parcel(MONDAY_TEN))).isInstanceOf(Answer.Refused.class);
        assertThat(receiver.getAllServeEvents()).isEmpty();
    }

    @Test
    void a_secret_lies_sealed_and_never_twice_alike() {
        var one = secrets.seal(secret);

        assertThat(one).doesNotContain(secret).isNotEqualTo(secrets.seal(secret));
        assertThat(secrets.open(one)).isEqualTo(secret);
        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
    }

    private Answer answering(int status) {
        receiver.stubFor(post("/hook").willReturn(aResponse().withStatus(status)));
        return carrier.handOver(parcel(MONDAY_TEN));
    }

    private Endpoint anEndpoint(String url) {
        return Endpoint.registered(
                "e1",
                AGENCY,
                url,
                "Case management",
                secrets.seal(secret),
                new Actor("id-of-abi.stonham", "Abi Stonham", AGENCY, List.of("agency-admin")),
                MONDAY_TEN);
    }

    private Parcel parcel(Instant at) {
        return new Parcel(
                "d1",
                Addressee.system(AGENCY, "e1"),
                endpoint.url(),
                Letter.EMPTY,
                List.of(tidings().build()),
                at);
    }

    private WebhookCarrier carrier(AllowRule rule) {
        return new WebhookCarrier(new OneEndpoint(), secrets, rule, Duration.ofSeconds(4));
    }

    private static String hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The one that the test has registered. */
    private final class OneEndpoint implements Endpoints {

        @Override
        public Kept add(Endpoint added, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Kept> find(String id) {
            return Optional.of(new Kept(endpoint, 1));
        }

        @Override
        public List<Kept> of(String agency) {
            return List.of(new Kept(endpoint, 1));
        }

        @Override
        public boolean save(long version, Endpoint next, Instant now) {
            throw new UnsupportedOperationException();
        }
    }
}
