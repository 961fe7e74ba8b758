package uk.kinbridge.directory.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import uk.kinbridge.directory.OverHttp;
import uk.kinbridge.platform.testing.Bearer;
import uk.kinbridge.platform.testing.Tokens;

@OverHttp
class PublishingIT {

    private static final Bearer ANNA =
            Tokens.of("anna.first").agency("kinbridge-suite").roles("protocol-admin");
    private static final Bearer BEN =
            Tokens.of("ben.second").agency("kinbridge-suite").roles("protocol-admin");
    private static final Bearer SADE =
            Tokens.of("sade.okafor").agency("hackney-childrens-social-care").roles("practitioner");
    private static final String DRAFTS = "/api/protocols/drafts";

    @Autowired
    RestTestClient http;

    @Autowired
    VersionStore store;

    @Test
    void a_version_is_published_by_one_person_and_approved_by_another() {
        upload(ANNA, hackney(2)).expectStatus().isOk();
        step(ANNA, "hackney@2/approval", 1).expectStatus().isEqualTo(409);
        step(ANNA, "hackney@2/publication", 1).expectStatus().isOk();
        step(ANNA, "hackney@2/approval", 2)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/second-person");
        step(BEN, "hackney@2/approval", 1).expectStatus().isEqualTo(412);
        step(BEN, "hackney@2/approval", 2).expectStatus().isOk();
        get("/api/protocols/hackney/versions/2")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.inForce")
                .isEqualTo(false)
                .jsonPath("$.publishedBy")
                .isEqualTo("anna.first")
                .jsonPath("$.approvedBy")
                .isEqualTo("ben.second");
        get("/api/protocols/hackney").expectBody().jsonPath("$.version").isEqualTo(1);
        assertThat(store.allBut(java.util.Set.of())).extracting(Publication::id).contains("hackney@2");
    }

    @Test
    void what_is_published_never_changes() {
        upload(ANNA, hackney(1))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].detail")
                .value(detail -> assertThat(String.valueOf(detail)).contains("cannot change"));
    }

    @Test
    void faults_are_named_with_their_line() {
        upload(ANNA, hackney(3).replace("pathways:", "pathwayz:"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .value(field -> assertThat(String.valueOf(field)).startsWith("line "));
    }

    @Test
    void a_draft_can_be_edited_and_sent_back() {
        upload(ANNA, hackney(4)).expectStatus().isOk();
        upload(BEN, hackney(4)).expectStatus().isEqualTo(409);
        http.put()
                .uri(DRAFTS + "/hackney@4")
                .header(HttpHeaders.AUTHORIZATION, ANNA.header())
                .header(HttpHeaders.IF_MATCH, "\"1\"")
                .contentType(MediaType.APPLICATION_YAML)
                .body(hackney(4) + "\n# better\n")
                .exchange()
                .expectStatus()
                .isOk();
        step(ANNA, "hackney@4/publication", 2).expectStatus().isOk();
        step(BEN, "hackney@4/return", 3)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("draft");
    }

    @Test
    void a_new_version_does_not_change_the_past() {
        upload(ANNA, hackney(5).replace("2099-01-01", "2026-02-01"))
                .expectStatus()
                .isOk();
        step(ANNA, "hackney@5/publication", 1)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("effective");
    }

    @Test
    void drafts_are_for_protocol_administrators() {
        upload(SADE, hackney(6)).expectStatus().isForbidden();
        http.get()
                .uri(DRAFTS)
                .header(HttpHeaders.AUTHORIZATION, SADE.header())
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private static String hackney(int version) {
        String source = ShippedVersions.all().stream()
                .filter(shipped -> shipped.id().equals("hackney@1"))
                .findFirst()
                .orElseThrow()
                .source();
        return source.replaceFirst("(?m)^version: 1$", "version: " + version)
                .replaceFirst(
                        "(?m)^effective: .*$",
                        version == 1 ? "effective: {from: 2026-01-01}" : "effective: {from: 2099-01-01}");
    }

    private RestTestClient.ResponseSpec get(String uri) {
        return http.get()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, SADE.header())
                .exchange();
    }

    private RestTestClient.ResponseSpec upload(Bearer caller, String source) {
        return http.post()
                .uri(DRAFTS)
                .header(HttpHeaders.AUTHORIZATION, caller.header())
                .contentType(MediaType.APPLICATION_YAML)
                .body(source)
                .exchange();
    }

    private RestTestClient.ResponseSpec step(Bearer caller, String step, long revision) {
        return http.post()
                .uri(DRAFTS + "/" + step)
                .header(HttpHeaders.AUTHORIZATION, caller.header())
                .header(HttpHeaders.IF_MATCH, "\"" + revision + "\"")
                .exchange();
    }
}
