package uk.kinbridge.directory.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import uk.kinbridge.directory.OverHttp;
import uk.kinbridge.platform.testing.Tokens;

/** FAP-09: terms and laws explained for both workforces, reachable where the terms are used. */
@OverHttp
class GlossaryIT {

    @Autowired
    RestTestClient http;

    @Test
    void is_open_to_everybody() {
        http.get().uri("/api/glossary").exchange().expectStatus().isOk();
        http.get().uri("/api/glossary/no-such-term").exchange().expectStatus().isNotFound();
    }

    @Test
    void a_term_is_explained_with_the_law_behind_it() {
        http.get()
                .uri("/api/glossary/child-in-need")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].term")
                .isEqualTo("Child in need")
                .jsonPath("$.items[0].law")
                .isEqualTo("Children Act 1989, section 17")
                .jsonPath("$.items[0].obligations[0]")
                .isEqualTo("FAP-09")
                .jsonPath("$.items[0].protocols[0]")
                .isEqualTo("family-approach");
    }

    @Test
    void every_meaning_says_something_and_a_search_finds_the_law_too() {
        List<String> meanings = read(answer("/api/glossary"), "$.items[*].meaning");
        assertThat(meanings)
                .hasSizeGreaterThan(10)
                .allSatisfy(meaning -> assertThat(meaning).hasSizeGreaterThan(20));
        List<String> underTheCareAct = read(answer("/api/glossary?search=care act"), "$.items[*].id");
        assertThat(underTheCareAct)
                .contains("advocate", "care-and-support-needs")
                .doesNotContain("child-in-need");
    }

    @Test
    void a_protocol_leads_to_the_terms_that_it_uses_its_own_or_another_s() {
        String protocol = http.get()
                .uri("/api/protocols/hackney")
                .header(
                        "Authorization",
                        Tokens.of("sade.okafor")
                                .agency("hackney-childrens-social-care")
                                .roles("practitioner")
                                .header())
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        String glossary = JsonPath.read(protocol, "$._links.glossary.href");
        List<String> terms = read(answer(glossary), "$.items[*].id");
        assertThat(terms).contains("child-protection-conference", "core-group");
    }

    private String answer(String address) {
        return Objects.requireNonNull(http.get()
                .uri(address)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static List<String> read(String body, String path) {
        return JsonPath.read(body, path);
    }
}
