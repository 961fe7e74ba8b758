package uk.kinbridge.notification.delivery.govuk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.kinbridge.notification.delivery.TidingsBuilder.AGENCY;
import static uk.kinbridge.notification.delivery.TidingsBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.delivery.TidingsBuilder.tidings;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.notification.delivery.Addressee;
import uk.kinbridge.notification.delivery.Answer;
import uk.kinbridge.notification.delivery.Carrier;
import uk.kinbridge.notification.delivery.Channel;
import uk.kinbridge.notification.delivery.Parcel;
import uk.kinbridge.notification.template.Letter;
import uk.kinbridge.platform.testing.SettableTime;

/** GOV.UK Notify as its published interface has it: what it is sent, and every answer that it documents. */
class NotifyCarrierTest {

    private static final String SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506";
    private static final String SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    private static final String KEY = "my-test-key-" + SERVICE + "-" + SECRET;
    private static final String TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a";
    private static final Instant REAL = Instant.parse("2026-11-23T10:00:07Z");

    private final WireMockServer notify = new WireMockServer(wireMockConfig().dynamicPort());

    @BeforeEach
    void start() {
        notify.start();
    }

    @AfterEach
    void stop() {
        notify.stop();
    }

    @Test
    void a_mail_goes_with_our_words_our_reference_and_nothing_else() throws Exception {
        notify.stubFor(post("/v2/notifications/email").willReturn(created()));

        assertThat(carrier(Channel.EMAIL).handOver(parcel()))
                .isEqualTo(new Answer.Accepted("740e5834-3a29-46b4-9a6f-16142fde533a"));

        var call = notify.getAllServeEvents().getFirst().getRequest();
        assertThat(new JsonMapper().readTree(call.getBodyAsString())).isEqualTo(new JsonMapper().readTree("""
                {"email_address": "leila.haddad@example.org",
                 "template_id": "f33517ff-2a88-4f6e-b855-c550268ce08a",
                 "personalisation": {"subject": "A notice waits", "body": "Please read it."},
                 "reference": "d1"}"""));
        isSignedByUs(call.getHeader("Authorization"));
    }

    @Test
    void a_text_goes_to_a_telephone() {
        notify.stubFor(post("/v2/notifications/sms").willReturn(created()));

        assertThat(carrier(Channel.TEXT).handOver(parcel())).isInstanceOf(Answer.Accepted.class);

        var body = new JsonMapper()
                .readTree(notify.getAllServeEvents().getFirst().getRequest().getBodyAsString());
        assertThat(body.propertyNames())
                .containsExactlyInAnyOrder("phone_number", "template_id", "personalisation", "reference");
        assertThat(body.path("personalisation").propertyNames()).containsExactly("body");
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = "KINBRIDGE_REFERENCE",
            matches = ".+",
            disabledReason = "the published interface of GOV.UK Notify is not part of the project")
    void sends_no_property_that_the_published_interface_does_not_know() throws IOException {
        var schemas = new JsonMapper()
                .readTree(Files.readString(
                        Path.of(System.getenv("KINBRIDGE_REFERENCE"), "govuk-notify", "openapi", "schema.json")))
                .at("/components/schemas");
        notify.stubFor(post(urlPathEqualTo("/v2/notifications/email")).willReturn(created()));
        notify.stubFor(post(urlPathEqualTo("/v2/notifications/sms")).willReturn(created()));
        carrier(Channel.EMAIL).handOver(parcel());
        carrier(Channel.TEXT).handOver(parcel());

        for (var event : notify.getAllServeEvents()) {
            var schema = schemas.path(
                    event.getRequest().getUrl().endsWith("sms") ? "SendTextMessageRequest" : "SendEmailRequest");
            var known = schema.path("properties").propertyNames();
            assertThat(known).as("the published schema").isNotEmpty();
            assertThat(known)
                    .containsAll(new JsonMapper()
                            .readTree(event.getRequest().getBodyAsString())
                            .propertyNames());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, ValidationError",
        "400, BadRequestError",
        "404, NoResultFound",
    })
    void what_would_be_refused_again_is_given_up(int status, String error) {
        answering(status, error);

        assertThat(carrier(Channel.EMAIL).handOver(parcel()))
                .isEqualTo(new Answer.Refused("GOV.UK Notify refused it: " + status + " " + error));
    }

    @ParameterizedTest
    @CsvSource({"401, AuthError", "403, AuthError"})
    void a_wrong_key_is_the_installations_fault_and_loses_nothing(int status, String error) {
        answering(status, error);

        assertThat(carrier(Channel.EMAIL).handOver(parcel()))
                .isInstanceOfSatisfying(
                        Answer.NotNow.class, answer -> assertThat(answer.away()).isTrue());
    }

    @Test
    void the_limit_of_the_minute_is_over_in_a_minute() {
        answering(429, "RateLimitError");

        assertThat(carrier(Channel.EMAIL).handOver(parcel()))
                .isInstanceOfSatisfying(
                        Answer.NotNow.class,
                        answer -> assertThat(answer.notBefore()).isEqualTo(MONDAY_TEN.plusSeconds(60)));
    }

    @Test
    void the_limit_of_the_day_is_over_at_midnight_utc() {
        answering(429, "TooManyRequestsError");

        assertThat(carrier(Channel.EMAIL).handOver(parcel()))
                .isInstanceOfSatisfying(
                        Answer.NotNow.class,
                        answer -> assertThat(answer.notBefore()).isEqualTo(Instant.parse("2026-11-24T00:00:00Z")));
    }

    @Test
    void after_a_fault_of_theirs_or_no_answer_it_is_unknown_whether_they_have_it() {
        answering(500, "Exception");
        assertThat(carrier(Channel.EMAIL).handOver(parcel())).isInstanceOf(Answer.Unanswered.class);

        notify.stubFor(
                post("/v2/notifications/email").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(carrier(Channel.EMAIL).handOver(parcel())).isInstanceOf(Answer.Unanswered.class);

        notify.stubFor(post("/v2/notifications/email").willReturn(created().withFixedDelay(5_000)));
        assertThat(carrier(Channel.EMAIL).handOver(parcel())).isInstanceOf(Answer.Unanswered.class);
    }

    @Test
    void a_door_that_is_closed_certainly_took_nothing() {
        var carrier = carrier(Channel.EMAIL);
        notify.stop();

        assertThat(carrier.handOver(parcel())).isEqualTo(Answer.NotNow.away("GOV.UK Notify could not be reached"));
    }

    @Test
    void it_can_be_asked_by_our_reference_whether_it_has_something() {
        notify.stubFor(get(urlPathEqualTo("/v2/notifications"))
                .withQueryParam("reference", equalTo("d1"))
                .willReturn(okJson("""
                        {"notifications": [{"id": "740e5834-3a29-46b4-9a6f-16142fde533a", "reference": "d1",
                          "status": "sending"}], "links": {"current": "x"}}""")));
        notify.stubFor(get(urlPathEqualTo("/v2/notifications"))
                .withQueryParam("reference", equalTo("d2"))
                .willReturn(okJson("{\"notifications\": [], \"links\": {\"current\": \"x\"}}")));
        notify.stubFor(get(urlPathEqualTo("/v2/notifications"))
                .withQueryParam("reference", equalTo("d3"))
                .willReturn(aResponse().withStatus(500)));
        var carrier = carrier(Channel.EMAIL);

        assertThat(carrier.trace("d1")).isEqualTo(new Carrier.Trace.Found("740e5834-3a29-46b4-9a6f-16142fde533a"));
        assertThat(carrier.trace("d2")).isEqualTo(new Carrier.Trace.Absent());
        assertThat(carrier.trace("d3")).isInstanceOf(Carrier.Trace.NotTold.class);
        notify.stop();
        assertThat(carrier.trace("d1")).isInstanceOf(Carrier.Trace.NotTold.class);
    }

    @Test
    void a_key_is_read_from_its_end() {
        assertThat(NotifyKey.parse(KEY)).isEqualTo(new NotifyKey(SERVICE, SECRET));
        assertThat(NotifyKey.parse(KEY).toString()).doesNotContain(SECRET);
        assertThatThrownBy(() -> NotifyKey.parse("short")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void isSignedByUs(String authorization) throws ParseException, JOSEException {
        var token = SignedJWT.parse(authorization.substring("Bearer ".length()));
        assertThat(token.verify(new MACVerifier(SECRET))).isTrue();
        assertThat(token.getHeader().toJSONObject()).containsEntry("typ", "JWT").containsEntry("alg", "HS256");
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(SERVICE);
        assertThat(token.getJWTClaimsSet().getIssueTime().toInstant()).isEqualTo(REAL);
    }

    private void answering(int status, String error) {
        notify.stubFor(post("/v2/notifications/email")
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"status_code\": " + status + ", \"errors\": [{\"error\": \"" + error
                                + "\", \"message\": \"leila.haddad@example.org is wrong\"}]}")));
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder created() {
        return aResponse()
                .withStatus(201)
                .withHeader("Content-Type", "application/json")
                .withBody("""
                        {"id": "740e5834-3a29-46b4-9a6f-16142fde533a", "reference": "d1",
                         "content": {"body": "x", "subject": "y", "from_email": "z"},
                         "uri": "u", "template": {"id": "t", "version": 1, "uri": "v"}}""");
    }

    private NotifyCarrier carrier(Channel channel) {
        return new NotifyCarrier(
                channel, notify.baseUrl(), KEY, TEMPLATE, Duration.ofSeconds(1), new SettableTime(REAL));
    }

    private static Parcel parcel() {
        return new Parcel(
                "d1",
                Addressee.person(AGENCY, "p"),
                "leila.haddad@example.org",
                new Letter("A notice waits", "Please read it.", "en"),
                List.of(tidings().build()),
                MONDAY_TEN);
    }
}
