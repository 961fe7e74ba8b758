package uk.kinbridge.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import uk.kinbridge.directory.OverHttp;
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
    void what_is_exported_can_be_imported() {
        byte[] csv = get("/api/agencies/export.csv")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        assertThat(new String(java.util.Objects.requireNonNull(csv), java.nio.charset.StandardCharsets.UTF_8))
                .contains("hackney-drug-treatment");
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
