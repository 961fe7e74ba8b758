package uk.kinbridge.directory.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.directory.Contracts;
import uk.kinbridge.directory.OverHttp;
import uk.kinbridge.platform.testing.Bearer;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Jurisdiction;

/** A bank holiday that is announced at short notice reaches every deadline (one story, told in order). */
@OverHttp
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublishingHolidaysIT {

    private static final Bearer DIRECTORY =
            Tokens.of("dora.admin").agency("kinbridge-suite").roles("directory-admin");
    private static final Bearer SADE =
            Tokens.of("sade.okafor").agency("hackney-childrens-social-care").roles("practitioner");
    private static final String LISTS = "/api/calendars/bank-holidays";
    private static final String EXTRA = "2027-05-10";

    private final JsonMapper json = new JsonMapper();

    @Autowired
    RestTestClient http;

    @Autowired
    RabbitTemplate rabbit;

    @Autowired
    Calendars calendars;

    @Value("${kinbridge.messaging.prefix}")
    String prefix;

    @Test
    @Order(1)
    void what_would_change_is_shown_and_nothing_is_saved() {
        publish(DIRECTORY, GovUk.shippedAnd(EXTRA, "Extra bank holiday"), "")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.dryRun")
                .isEqualTo(true)
                .jsonPath("$.changes.length()")
                .isEqualTo(1)
                .jsonPath("$.changes[0].date")
                .isEqualTo(EXTRA)
                .jsonPath("$.changes[0].change")
                .isEqualTo("added");
        assertThat(calendars.current().version())
                .isEqualTo(BankHolidays.shipped().version());
        publish(SADE, GovUk.shippedAnd(EXTRA, "Extra bank holiday"), "?dryRun=false")
                .expectStatus()
                .isForbidden();
    }

    @Test
    @Order(2)
    void a_file_that_was_cut_off_or_ends_early_is_refused() {
        publish(DIRECTORY, GovUk.until(2026), "?dryRun=false")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].detail")
                .value(detail -> assertThat(String.valueOf(detail)).contains("goes on to 2028"));
        publish(DIRECTORY, "{\"england-and-wales\": {\"events\": []}}", "?dryRun=false")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    @Order(3)
    void a_published_list_is_kept_for_good_and_told_to_the_other_services() {
        publish(DIRECTORY, GovUk.shippedAnd(EXTRA, "Extra bank holiday"), "?dryRun=false")
                .expectStatus()
                .isCreated();
        String version = calendars.current().version();
        var body = get(LISTS + "/versions/" + version + "/source")
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        BankHolidays read =
                BankHolidays.read("followed", new String(Objects.requireNonNull(body), StandardCharsets.UTF_8));
        assertThat(read.on(java.time.LocalDate.parse(EXTRA), Jurisdiction.ENGLAND_AND_WALES))
                .isEqualTo("Extra bank holiday");
        assertThat(read.datesOf(Jurisdiction.SCOTLAND))
                .isEqualTo(BankHolidays.shipped().datesOf(Jurisdiction.SCOTLAND));
        get(LISTS)
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(version)
                .jsonPath("$.publishedBy")
                .isEqualTo("dora.admin");
        get(LISTS + "/versions").expectBody().jsonPath("$.items.length()").isEqualTo(2);
        await().untilAsserted(() -> {
            var message = rabbit.receive(prefix + ".referral-service");
            assertThat(message).isNotNull();
            var event = json.readTree(Objects.requireNonNull(message).getBody());
            assertThat(event.path("subject").asString()).isEqualTo("bank-holidays@" + version);
            assertThat(Contracts.faults(
                            CalendarAnnouncements.TYPE, event.path("data").toString()))
                    .isEmpty();
        });
        publish(DIRECTORY, GovUk.shippedAnd(EXTRA, "Extra bank holiday"), "?dryRun=false")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(version);
    }

    @Test
    @Order(4)
    void whom_to_call_on_that_day_is_answered_with_it() {
        http.get()
                .uri("/api/contacts/now?area=hackney&need=child-protection&at=" + EXTRA + "T11:00:00Z")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.why")
                .value(why -> assertThat(String.valueOf(why)).contains("Extra bank holiday"));
    }

    private RestTestClient.ResponseSpec get(String uri) {
        return http.get()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, SADE.header())
                .exchange();
    }

    private RestTestClient.ResponseSpec publish(Bearer caller, String body, String query) {
        return http.post()
                .uri(LISTS + query)
                .header(HttpHeaders.AUTHORIZATION, caller.header())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }
}
