package uk.kinbridge.directory.openreferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.directory.OverHttp;

@OverHttp
class OpenReferralIT {

    private static final String PUBLISHED_AT = "https://openreferraluk.org/specifications/3.0/schema/";
    private static final Optional<Path> SCHEMAS = Optional.ofNullable(System.getenv("KINBRIDGE_REFERENCE"))
            .map(folder -> Path.of(folder, "open-referral-uk-3.0", "schema"))
            .filter(Files::isDirectory);

    private final JsonMapper json = new JsonMapper();

    @Autowired
    RestTestClient http;

    @ParameterizedTest
    @CsvSource({
        "services, service, service_list",
        "organizations, organization, organization_list",
        "taxonomies, taxonomy, taxonomy_list",
        "taxonomy_terms, taxonomy_term, taxonomy_term_list",
        "service_at_locations, service_at_location, service_at_location_list"
    })
    void lists_and_single_answers_follow_the_published_schemas(String list, String one, String listSchema) {
        String body = get("/open-referral/" + list);
        JsonNode page = json.readTree(body);
        // the list schemas require nothing at the top, so the envelope is looked at here
        assertThat(page.propertyNames())
                .containsExactlyInAnyOrder(
                        "total_items",
                        "total_pages",
                        "page_number",
                        "size",
                        "first_page",
                        "last_page",
                        "empty",
                        "contents");
        assertThat(page.get("contents").size())
                .isPositive()
                .isEqualTo(page.get("size").asInt());
        assertThat(faults(body, listSchema)).isEmpty();
        for (JsonNode item : page.get("contents")) {
            String single = get("/open-referral/" + list + "/" + item.get("id").asString());
            assertThat(json.readTree(single)).isEqualTo(item);
            assertThat(faults(single, one)).isEmpty();
        }
    }

    @Test
    void says_which_version_it_follows() {
        String body = get("/open-referral/");
        assertThat(json.readTree(body).get("version").asString()).isEqualTo("HSDS-UK-3.0");
        assertThat(faults(body, "api_details")).isEmpty();
    }

    @Test
    void the_schemas_would_notice_a_fault() {
        assertThat(faults("{\"id\": \"not a uuid\", \"name\": 5}", "service")).isNotEmpty();
    }

    @Test
    void pages_and_filters() {
        JsonNode second = json.readTree(get("/open-referral/services?page=2&per_page=5"));
        assertThat(second.get("page_number").asInt()).isEqualTo(2);
        assertThat(second.get("contents").size()).isEqualTo(5);
        assertThat(second.get("first_page").asBoolean()).isFalse();
        JsonNode none = json.readTree(get("/open-referral/services?search=nothing-is-called-so"));
        assertThat(none.get("empty").asBoolean()).isTrue();
        String term = PublishedServices.id("need", "substance-misuse");
        JsonNode found = json.readTree(get("/open-referral/services?taxonomy_term_id=" + term));
        assertThat(found.get("contents").size())
                .isPositive()
                .isLessThan(json.readTree(get("/open-referral/services"))
                        .get("total_items")
                        .asInt());
    }

    @Test
    void filters_by_change_age_day_and_place() {
        int all = items("services");
        assertThat(items("services?modified_after=1999-01-01")).isEqualTo(all);
        assertThat(items("services?modified_after=2099-01-01T00:00:00Z")).isZero();
        assertThat(items("services?day=SU&start_time=03:00")).isPositive().isLessThan(all);
        assertThat(items("services?maximum_age=17&minimum_age=16")).isPositive();
        assertThat(items("taxonomy_terms?top_only=true")).isEqualTo(items("taxonomy_terms"));
        assertThat(items("service_at_locations?search=nothing-is-called-so")).isZero();
        String postcode = json.readTree(get("/open-referral/service_at_locations"))
                .at("/contents/0/location/addresses/0/postal_code")
                .asString();
        assertThat(items("service_at_locations?postcode=" + postcode)).isPositive();
        String elsewhere = postcode.substring(0, postcode.length() - 3) + "9ZZ";
        assertThat(items("service_at_locations?postcode=" + elsewhere)).isZero();
        assertThat(items("service_at_locations?proximity=500&postcode=" + elsewhere))
                .isPositive();
        http.get()
                .uri("/open-referral/services?modified_after=lately")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void comes_short_as_lines_or_whole() {
        JsonNode minimal = json.readTree(get("/open-referral/services?minimal=true"));
        assertThat(minimal.at("/contents/0").propertyNames()).containsExactlyInAnyOrder("id", "last_modified");
        List<String> lines =
                get("/open-referral/services?format=ndjson&per_page=2").lines().toList();
        assertThat(lines).hasSize(items("services"));
        assertThat(faults(lines.getFirst(), "service")).isEmpty();
        assertThat(json.readTree(get("/open-referral/services?full=true")))
                .isEqualTo(json.readTree(get("/open-referral/services")));
    }

    private int items(String query) {
        return json.readTree(get("/open-referral/" + query)).get("total_items").asInt();
    }

    @Test
    void any_origin_may_read_it() {
        http.get()
                .uri("/open-referral/services")
                .header(HttpHeaders.ORIGIN, "https://elsewhere.example")
                .exchange()
                .expectHeader()
                .valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }

    private String get(String uri) {
        byte[] body = http.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }

    private static java.util.Set<?> faults(String body, String schema) {
        // The schemas belong to the standard and are not copied into this repository.
        assumeTrue(SCHEMAS.isPresent(), "KINBRIDGE_REFERENCE names no folder with the schemas of Open Referral UK 3.0");
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(
                        PUBLISHED_AT, SCHEMAS.orElseThrow().toUri().toString())));
        JsonSchema compiled = factory.getSchema(
                SchemaLocation.of(PUBLISHED_AT + schema + ".json"),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
        return compiled.validate(body, com.networknt.schema.InputFormat.JSON);
    }
}
