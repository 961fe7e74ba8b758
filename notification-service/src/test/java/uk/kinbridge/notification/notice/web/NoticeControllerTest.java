package uk.kinbridge.notification.notice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.notice.RequestBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.notice.RequestBuilder.aRequest;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.client.RestTestClient;
import uk.kinbridge.notification.notice.InMemoryNotices;
import uk.kinbridge.notification.notice.People;
import uk.kinbridge.notification.notice.RequestBuilder;
import uk.kinbridge.notification.notice.Urgency;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;

@SpringBootTest(classes = InboxOverHttp.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class})
class NoticeControllerTest {

    @Autowired
    private RestTestClient http;

    @Autowired
    private InMemoryNotices notices;

    /** Each test works on a referral of its own. */
    private final String referral = "referral-" + UUID.randomUUID();

    private final String id = "n-" + referral;

    @BeforeEach
    void deliver() {
        add(id, aRequest().about(referral));
    }

    @Test
    void a_recipient_sees_what_to_do_by_when_under_which_obligation_and_what_is_open_to_them() {
        get("/api/notifications?about=" + referral, People.leila())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].id")
                .isEqualTo(id)
                .jsonPath("$.items[0].action")
                .isEqualTo("Acknowledge the referral")
                .jsonPath("$.items[0].obligation")
                .isEqualTo("HAC-17")
                .jsonPath("$.items[0].urgency")
                .isEqualTo("priority")
                .jsonPath("$.items[0].state")
                .isEqualTo("waiting")
                .jsonPath("$.items[0].acknowledgeBy")
                .isEqualTo("2026-11-24T10:00:00Z")
                .jsonPath("$.items[0].overdue")
                .isEqualTo(false)
                .jsonPath("$.items[0].etag")
                .isEqualTo("\"1\"")
                .jsonPath("$.items[0]._links.about.href")
                .isEqualTo("/api/referrals/" + referral)
                .jsonPath("$.items[0]._links.acknowledge.href")
                .isEqualTo("/api/notifications/" + id + "/acknowledgement")
                .jsonPath("$.items[0]._links.acknowledge.method")
                .isEqualTo("POST")
                .jsonPath("$._links.stream.href")
                .value(String.class, stream -> assertThat(stream).matches("/api/notifications/stream\\?after=\\d+"));
    }

    @Test
    void a_person_acknowledges_once_and_the_second_time_answers_the_same_fact() {
        post(id + "/acknowledgement", People.leila())
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("acknowledged")
                .jsonPath("$.acknowledged.at")
                .isEqualTo("2026-11-23T10:01:00Z")
                .jsonPath("$.acknowledged.by.name")
                .isEqualTo("Leila Haddad")
                .jsonPath("$.acknowledged.place")
                .isEqualTo("inbox")
                .jsonPath("$._links.acknowledge")
                .doesNotExist();

        post(id + "/acknowledgement", People.noor())
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"")
                .expectBody()
                .jsonPath("$.acknowledged.by.name")
                .isEqualTo("Leila Haddad");
        assertThat(notices.told().stream().filter(told -> told.toString().contains(referral)))
                .hasSize(1);
    }

    @Test
    void seeing_is_a_fact_of_its_own_and_reading_is_not_seeing() {
        get("/api/notifications/" + id, People.leila())
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.seen")
                .doesNotExist();

        post(id + "/seen", People.leila())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.seen.by.name")
                .isEqualTo("Leila Haddad")
                .jsonPath("$.state")
                .isEqualTo("waiting")
                .jsonPath("$._links.see")
                .doesNotExist()
                .jsonPath("$._links.acknowledge")
                .exists();
    }

    @Test
    void a_manager_reads_but_is_told_that_the_receipt_is_the_safeguarding_leads() {
        get("/api/notifications/" + id, People.grace())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$._links.acknowledge")
                .doesNotExist()
                .jsonPath("$._links.see")
                .doesNotExist();

        post(id + "/acknowledgement", People.grace())
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/not-permitted")
                .jsonPath("$.obligation")
                .isEqualTo("HAC-17")
                .jsonPath("$.detail")
                .value(String.class, why -> assertThat(why).contains("safeguarding-lead"));
    }

    @Test
    void to_others_it_is_as_if_it_did_not_exist() {
        var service = People.person("service-account-x", "x", People.DRUG_TREATMENT, Role.SERVICE);
        for (var stranger : new Caller[] {People.owen(), People.tom(), service}) {
            get("/api/notifications/" + id, stranger).expectStatus().isNotFound();
            post(id + "/seen", stranger).expectStatus().isNotFound();
            post(id + "/acknowledgement", stranger).expectStatus().isNotFound();
            get("/api/notifications?state=all&about=" + referral, stranger)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.items.length()")
                    .isEqualTo(0);
        }
        var hidden = body("/api/notifications/" + id, People.owen());
        var absent = body("/api/notifications/nowhere", People.owen());
        assertThat(hidden.replace(id, "x")).isEqualTo(absent.replace("nowhere", "x"));
    }

    @Test
    void without_a_token_nothing_is_answered() {
        http.get().uri("/api/notifications").exchange().expectStatus().isUnauthorized();
        http.get().uri("/api/notifications/stream").exchange().expectStatus().isUnauthorized();
        http.post()
                .uri("/api/notifications/" + id + "/acknowledgement")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void lists_waiting_unless_asked_for_others_and_pages_by_cursor() {
        for (int i = 0; i < 3; i++) {
            add(id + "-" + i, aRequest().about(referral).urgency(Urgency.IMMEDIATE));
        }
        post(id + "/acknowledgement", People.leila());

        get("/api/notifications?about=" + referral, People.leila())
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(3);
        get("/api/notifications?state=acknowledged&about=" + referral, People.leila())
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(id);
        var first = body("/api/notifications?limit=2&about=" + referral, People.leila());
        var next = first.replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
        get("/api/notifications?limit=2&about=" + referral + "&cursor=" + next, People.leila())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.next")
                .doesNotExist();
        get("/api/notifications?state=all&cursor=" + next, People.leila())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/bad-cursor");
    }

    @Test
    void an_unknown_state_and_a_position_that_is_none_are_refused() {
        get("/api/notifications?state=lost", People.leila())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("state");
        http.get()
                .uri("/api/notifications/stream")
                .header("Authorization", Callers.of(People.leila()).header())
                .header("Last-Event-ID", "yesterday")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private void add(String noticeId, RequestBuilder request) {
        notices.addOnce(Change.silent(request.delivered(noticeId)), MONDAY_TEN, "message-of-" + noticeId);
    }

    private RestTestClient.ResponseSpec get(String path, Caller caller) {
        return http.get()
                .uri(path)
                .header("Authorization", Callers.of(caller).header())
                .exchange();
    }

    private RestTestClient.ResponseSpec post(String path, Caller caller) {
        return http.post()
                .uri("/api/notifications/" + path)
                .header("Authorization", Callers.of(caller).header())
                .exchange();
    }

    private String body(String path, Caller caller) {
        return String.valueOf(
                get(path, caller).expectBody(String.class).returnResult().getResponseBody());
    }
}
