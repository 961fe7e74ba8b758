package uk.kinbridge.directory.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import uk.kinbridge.directory.OverHttp;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;

@OverHttp
class ReadingProtocolsIT {

    private static final String SADE = Tokens.of("sade.okafor")
            .agency("hackney-childrens-social-care")
            .roles("practitioner")
            .header();

    @Autowired
    RestTestClient http;

    @Autowired
    VersionStore store;

    @Test
    void lists_what_came_with_the_release() {
        get("/api/protocols")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.id == 'hackney' && @.version == 1)].inForce")
                .isEqualTo(true);
    }

    @Test
    void answers_the_version_in_force() {
        get("/api/protocols/hackney")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(1);
        get("/api/protocols/atlantis").expectStatus().isNotFound();
    }

    @Test
    void gives_the_source_to_the_letter_with_its_hash_as_the_tag() {
        var answer = get("/api/protocols/hackney/versions/1/source")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_YAML)
                .expectBody()
                .returnResult();
        var pack = Packs.shipped().latest(new PackId("hackney")).orElseThrow();
        assertThat(answer.getResponseHeaders().getETag())
                .isEqualTo("\"" + pack.reference().hash() + "\"");
        http.get()
                .uri("/api/protocols/hackney/versions/1/source")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        Tokens.ofService("referral-service").header())
                .header(HttpHeaders.IF_NONE_MATCH, "\"" + pack.reference().hash() + "\"")
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void wants_a_signed_in_person() {
        http.get().uri("/api/protocols").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void stores_every_shipped_version_once() {
        await().untilAsserted(() -> assertThat(store.allBut(Set.of()))
                .extracting(Publication::id)
                .doesNotHaveDuplicates()
                .containsAll(ShippedVersions.all().stream().map(Publication::id).toList()));
        var shelf = Shelf.of(ShippedVersions.all());
        var shipped = shelf.versions().getFirst();
        assertThat(store.publish(shelf.publication(shipped).at(Instant.EPOCH), shipped))
                .isFalse();
        assertThat(store.allBut(Set.of())).extracting(Publication::text).contains(shipped.text());
    }

    @Test
    void shows_a_version_from_all_sides() {
        String version = "/api/protocols/salford/versions/1";
        get(version + "/timelines").expectStatus().isOk();
        get(version + "/obligations").expectBody().jsonPath("$.items[0].id").isEqualTo("SAL-01");
        var diagram = get(version + "/diagram")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_MARKDOWN)
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        assertThat(new String(Objects.requireNonNull(diagram), StandardCharsets.UTF_8))
                .contains("```mermaid", "stateDiagram-v2");
        String pathway = Packs.shipped()
                .latest(new PackId("salford"))
                .orElseThrow()
                .pathways()
                .getFirst()
                .id()
                .value();
        get(version + "/diagram?pathway=" + pathway).expectStatus().isOk();
        get(version + "/diagram?pathway=none").expectStatus().isNotFound();
        get(version + "/differences").expectStatus().isNotFound();
        get(version + "/differences?from=1")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
    }

    @Test
    void lists_the_agencies_of_an_area_with_a_role() {
        get("/api/agencies?area=hackney&role=treatment-provider")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].id")
                .value(ids -> assertThat(ids.toString()).contains("hackney-drug-treatment"));
        get("/api/agencies/hackney-drug-treatment").expectStatus().isOk();
    }

    private RestTestClient.ResponseSpec get(String uri) {
        return http.get().uri(uri).header(HttpHeaders.AUTHORIZATION, SADE).exchange();
    }
}
