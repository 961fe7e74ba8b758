package uk.kinbridge.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import uk.kinbridge.directory.OverHttp;
import uk.kinbridge.directory.practitioner.People;
import uk.kinbridge.directory.practitioner.Practitioners;
import uk.kinbridge.platform.testing.Tokens;

@OverHttp
class ImportingIT {

    private static final String DIRECTORY = Tokens.of("dana.reyes")
            .agency("kinbridge-suite")
            .roles("directory-admin")
            .header();
    private static final String FILE = """
            id,name,role,areas,openingHours
            imported-agency,Imported Agency,police,hackney;salford,Mon-Fri 09:00-17:00
            """;

    @Autowired
    RestTestClient http;

    @Autowired
    Practitioners practitioners;

    @Test
    void a_dry_run_shows_what_would_change_and_saves_nothing() {
        take("/api/agencies/import.csv", FILE)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.dryRun")
                .isEqualTo(true)
                .jsonPath("$.changes[0].kind")
                .isEqualTo("ADDED");
        get("/api/agencies/imported-agency").expectStatus().isNotFound();
        take("/api/agencies/import.csv?dryRun=false", FILE).expectStatus().isOk();
        get("/api/agencies/imported-agency").expectStatus().isOk();
        take("/api/agencies/import.csv", FILE.replace("Imported Agency", "Renamed Agency"))
                .expectBody()
                .jsonPath("$.changes[0].differences[0]")
                .isEqualTo("name: 'Imported Agency' becomes 'Renamed Agency'");
        take("/api/agencies/import.csv", FILE)
                .expectBody()
                .jsonPath("$.changes[0].kind")
                .isEqualTo("UNCHANGED");
    }

    @Test
    void what_is_exported_is_imported_again_part_by_part_without_a_change() {
        json("/api/agencies/import?dryRun=false", FULL)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.changes[0].kind")
                .isEqualTo("ADDED");
        for (Part part : Part.values()) {
            String csv = text("/api/agencies/export.csv?part=" + part.word());
            assertThat(csv).as(part.word()).contains("exchanged-agency");
            take("/api/agencies/import.csv?part=" + part.word(), csv)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.changes[?(@.kind != 'UNCHANGED')]")
                    .isEmpty();
        }
        json("/api/agencies/import", text("/api/agencies/export"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.changes[?(@.kind != 'UNCHANGED')]")
                .isEmpty();
    }

    @Test
    void a_changed_part_is_shown_item_by_item() {
        json(
                        "/api/agencies/import?dryRun=false",
                        FULL.replace("exchanged-agency", "changed-agency")
                                .replaceAll("(?s),\\s*\"responsibilities.*", "}]}"))
                .expectStatus()
                .isOk();
        String contacts = """
                agency,id,name,telephone,secureEmail,addressLines,postcode,openingHours,published
                changed-agency,front-door,Front door,020 7946 0002,,,,,true
                changed-agency,nights,Nights,020 7946 0003,,1 High Street;Hackney,E8 1EA,,false
                """;
        take("/api/agencies/import.csv?part=contacts&dryRun=false", contacts)
                .expectBody()
                .jsonPath("$.changes[0].kind")
                .isEqualTo("CHANGED")
                .jsonPath("$.changes[0].differences")
                .isEqualTo(List.of("contacts: 'front-door' changes", "contacts: 'nights' is new"));
        get("/api/agencies/changed-agency")
                .expectBody()
                .jsonPath("$.contacts[1].addressLines[0]")
                .isEqualTo("1 High Street")
                .jsonPath("$.teams[0].id")
                .isEqualTo("recovery");
        take("/api/agencies/import.csv?part=contacts", contacts.replace("020 7946 0003", "12"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("items[0].contacts[1].telephone");
        take("/api/agencies/import.csv?part=lunch", contacts).expectStatus().isBadRequest();
    }

    private static final String FULL = """
            {"items": [{"id": "exchanged-agency", "name": "Exchanged, 'the' agency", "role": "treatment-provider",
              "areas": ["hackney", "salford"], "openingHours": "Mon-Fri 09:00-17:00",
              "teams": [{"id": "recovery", "name": "Recovery", "telephone": "020 7946 0001"}],
              "services": [{"id": "advice", "name": "Advice", "areas": ["hackney"], "needs": ["substance-misuse"],
                "minimumAge": 18, "published": true}],
              "contacts": [{"id": "front-door", "name": "Front door", "telephone": "020 7946 0001", "published": true}],
              "responsibilities": [{"post": "manager", "username": "ada.quill", "team": "recovery"}],
              "linkPractitioners": [{"toAgency": "hackney-childrens-social-care", "username": "ada.quill"}],
              "rota": [{"post": "duty-worker", "username": "ada.quill", "from": "2026-11-23T09:00:00Z",
                "to": "2026-11-23T17:00:00Z"}],
              "absences": [{"username": "ada.quill", "from": "2026-12-01T00:00:00Z", "to": "2026-12-08T00:00:00Z"}]}]}""";

    @BeforeEach
    void ada_has_an_account() {
        People.are(practitioners, People.inAgency("exchanged-agency", "ada.quill", "manager"));
    }

    private String text(String uri) {
        byte[] body = get(uri).expectStatus().isOk().expectBody().returnResult().getResponseBodyContent();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }

    private RestTestClient.ResponseSpec json(String uri, String body) {
        return http.post()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, DIRECTORY)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    @Test
    void faults_are_named_by_row() {
        take("/api/agencies/import.csv", FILE.replace("police", "circus"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("items[0].role");
    }

    private RestTestClient.ResponseSpec take(String uri, String csv) {
        return http.post()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, DIRECTORY)
                .contentType(MediaType.valueOf("text/csv"))
                .body(csv)
                .exchange();
    }

    private RestTestClient.ResponseSpec get(String uri) {
        return http.get().uri(uri).header(HttpHeaders.AUTHORIZATION, DIRECTORY).exchange();
    }
}
