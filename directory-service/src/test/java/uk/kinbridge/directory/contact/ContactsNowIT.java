package uk.kinbridge.directory.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;
import uk.kinbridge.directory.OverHttp;

@OverHttp
class ContactsNowIT {

    @Autowired
    RestTestClient http;

    @Test
    void answers_without_sign_in_and_lets_caches_keep_it() {
        http.get()
                .uri("/api/contacts/now?area=hackney&need=child-protection&at=2026-11-23T12:00:00Z")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value(HttpHeaders.CACHE_CONTROL, value -> assertThat(value).isEqualTo("max-age=60, public"))
                .expectBody()
                .jsonPath("$.call.telephones[0].number")
                .isEqualTo("020 8356 5138")
                .jsonPath("$.emergency.telephone")
                .isEqualTo("999");
    }

    @Test
    void an_answer_that_still_holds_need_not_be_sent_again() {
        String uri = "/api/contacts/now?area=hackney&need=child-protection&at=2026-11-23T12:00:00Z";
        String tag = Objects.requireNonNull(http.get()
                .uri(uri)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag());
        assertThat(tag).startsWith("W/");
        again(uri, tag).isNotModified();
        again(uri.replace("12:00", "12:05"), tag).isNotModified();
        again(uri.replace("12:00", "22:00"), tag).isOk();
    }

    private org.springframework.test.web.servlet.client.StatusAssertions again(String uri, String tag) {
        return http.get()
                .uri(uri)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus();
    }

    @Test
    void takes_a_time_whose_plus_sign_was_not_escaped() {
        http.get()
                .uri("/api/contacts/now?area=hackney&need=child-protection&at=2026-11-23T13:00:00+01:00")
                .exchange()
                .expectBody()
                .jsonPath("$.at")
                .isEqualTo("2026-11-23T12:00:00Z");
    }

    @Test
    void says_what_would_be_understood() {
        http.get()
                .uri("/api/contacts/now?area=atlantis&need=lunch&at=noon")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].detail")
                .value(detail -> assertThat(String.valueOf(detail)).contains("hackney"))
                .jsonPath("$.errors[1].detail")
                .value(detail -> assertThat(String.valueOf(detail)).contains("child-protection"))
                .jsonPath("$.errors[2].field")
                .isEqualTo("at");
    }

    @Test
    void says_when_a_protocol_names_nobody() {
        http.get()
                .uri("/api/contacts/now?area=hackney&need=whole-family-programme")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/nobody-named")
                .jsonPath("$.detail")
                .value(detail -> assertThat(String.valueOf(detail)).contains("999"));
    }

    @Test
    void lists_the_needs_with_the_areas_that_answer_them() {
        http.get()
                .uri("/api/contacts/needs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.need == 'child-protection')].areas[*]")
                .value(areas -> assertThat(areas.toString()).contains("hackney"));
    }
}
