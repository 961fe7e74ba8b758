package uk.kinbridge.directory.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import uk.kinbridge.platform.testing.Bearer;
import uk.kinbridge.platform.testing.Tokens;

/** Who answers for an agency, said by the agency itself; SAL-25: it names link practitioners to another. */
@OverHttp
class ChangingAgenciesIT {

    private static final String AGENCY = "hackney-drug-treatment";
    private static final String HERE = "/api/agencies/" + AGENCY;
    private static final Bearer ABI = Tokens.of("abi.stonham").agency(AGENCY).roles("agency-admin");
    private static final Bearer KIT =
            Tokens.of("kit.arundel").agency("hackney-alcohol-treatment").roles("agency-admin");
    private static final Bearer DIRECTORY =
            Tokens.of("dana.reyes").agency("kinbridge-suite").roles("directory-admin");
    private static final String LEADS = """
            {"items": [{"post": "safeguarding-lead", "username": "leila.haddad"}]}""";

    @Autowired
    RestTestClient http;

    @Autowired
    Practitioners practitioners;

    @Autowired
    AgencyStore store;

    @BeforeEach
    void people() {
        People.are(
                practitioners,
                People.inAgency(AGENCY, "leila.haddad", "safeguarding-lead"),
                People.inAgency(AGENCY, "tom.brandt", "practitioner"));
        await().until(() -> store.find(AGENCY).isPresent());
    }

    @Test
    void an_agency_names_its_safeguarding_lead_and_the_change_is_noted() {
        String tag = tag();
        put(ABI, "/responsibilities", tag, LEADS)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.responsibilities[0].username")
                .isEqualTo("leila.haddad");
        put(ABI, "/responsibilities", tag, LEADS).expectStatus().isEqualTo(412);
        get(ABI, HERE + "/changes")
                .expectBody()
                .jsonPath("$.items[0].by")
                .isEqualTo("abi.stonham")
                .jsonPath("$.items[0].part")
                .isEqualTo("responsibilities");
        get(ABI, HERE + "/answering?role=safeguarding-lead")
                .expectBody()
                .jsonPath("$.items[0].because")
                .isEqualTo("is named for it by the agency");
    }

    @Test
    void another_agency_cannot_change_it() {
        put(KIT, "/responsibilities", tag(), LEADS).expectStatus().isForbidden();
        get(KIT, HERE + "/changes").expectStatus().isForbidden();
    }

    @Test
    void a_change_names_the_version_that_was_read() {
        http.put()
                .uri(HERE + "/responsibilities")
                .header(HttpHeaders.AUTHORIZATION, ABI.header())
                .contentType(MediaType.APPLICATION_JSON)
                .body(LEADS)
                .exchange()
                .expectStatus()
                .isEqualTo(428);
    }

    @Test
    void only_people_of_the_agency_can_be_named() {
        put(ABI, "/responsibilities", tag(), LEADS.replace("leila.haddad", "owen.price"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("items[0].username");
    }

    @Test
    void telephone_numbers_hours_and_needs_are_checked() {
        put(ABI, "/services", tag(), """
                        {"items": [{"id": "recovery", "name": "Recovery", "areas": ["hackney"], "needs": ["lunch"],
                          "telephone": "12", "openingHours": "sometimes", "published": true}]}""")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(3);
    }

    @Test
    void what_an_agency_is_belongs_to_the_directory() {
        String body = """
                {"name": "Hackney Recovery Service", "role": "treatment-provider", "areas": ["hackney"]}""";
        put(ABI, "", tag(), body).expectStatus().isForbidden();
        put(DIRECTORY, "", tag(), body)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Hackney Recovery Service");
    }

    @Test
    void a_directory_administrator_adds_an_agency_once() {
        String body = """
                {"id": "hackney-family-service", "name": "Family Service", "role": "family-service",
                 "areas": ["hackney"], "openingHours": "Mon-Fri 09:00-17:00"}""";
        post(DIRECTORY, body).expectStatus().isCreated();
        post(DIRECTORY, body).expectStatus().isEqualTo(409);
        post(ABI, body).expectStatus().isForbidden();
    }

    @Test
    void who_is_away_is_for_colleagues_only() {
        put(ABI, "/absences", tag(), """
                        {"items": [{"username": "tom.brandt", "from": "2026-02-01T00:00:00Z",
                          "to": "2026-02-08T00:00:00Z", "delegate": "leila.haddad"}]}""").expectStatus().isOk();
        get(ABI, HERE).expectBody().jsonPath("$.absences.length()").isEqualTo(1);
        get(KIT, HERE).expectBody().jsonPath("$.absences.length()").isEqualTo(0);
    }

    @Test
    void next_in_line_stands_in_and_the_link_practitioner_is_the_first_opposite_number() {
        People.are(
                practitioners,
                People.inAgency(AGENCY, "grace.mensah", "manager"),
                People.inAgency(AGENCY, "tom.brandt", "practitioner"));
        get(KIT, HERE + "/on-duty?role=duty-worker&at=2026-12-26T03:00:00Z")
                .expectBody()
                .jsonPath("$.answering")
                .isEqualTo("manager")
                .jsonPath("$.people[0].username")
                .isEqualTo("grace.mensah")
                .jsonPath("$.open")
                .isEqualTo(false);
        put(ABI, "/link-practitioners", tag(), """
                        {"items": [{"toAgency": "hackney-alcohol-treatment", "username": "tom.brandt"}]}""").expectStatus().isOk();
        get(KIT, HERE + "/opposite-numbers?role=manager&of=hackney-alcohol-treatment")
                .expectBody()
                .jsonPath("$.people[*].username")
                .isEqualTo(java.util.List.of("tom.brandt", "grace.mensah"));
    }

    private String tag() {
        return Objects.requireNonNull(
                get(ABI, HERE).expectBody().returnResult().getResponseHeaders().getETag());
    }

    private RestTestClient.ResponseSpec get(Bearer caller, String uri) {
        return http.get()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, caller.header())
                .exchange();
    }

    private RestTestClient.ResponseSpec post(Bearer caller, String body) {
        return http.post()
                .uri("/api/agencies")
                .header(HttpHeaders.AUTHORIZATION, caller.header())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RestTestClient.ResponseSpec put(Bearer caller, String part, String tag, String body) {
        assertThat(tag).isNotBlank();
        return http.put()
                .uri(HERE + part)
                .header(HttpHeaders.AUTHORIZATION, caller.header())
                .header(HttpHeaders.IF_MATCH, tag)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }
}
