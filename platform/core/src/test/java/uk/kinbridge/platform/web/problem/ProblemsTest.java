package uk.kinbridge.platform.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.platform.tiny.OverHttp;

@OverHttp
class ProblemsTest {

    private static final String TEA = """
            {"name": "Assam", "minutes": 4, "kind": "BLACK", "picked": "2026-03-01",
             "leaves": [{"garden": "Halem"}], "weight": {"value": 50}}""";

    @Autowired
    RestTestClient http;

    @Autowired
    List<ProblemCatalogue> catalogues;

    @Test
    void a_good_request_passes() {
        brew(TEA).expectStatus().isNoContent();
    }

    @Test
    void names_every_field_that_is_wrong() {
        problem(brew(TEA.replace("Assam", "").replace("4,", "-1,").replace("Halem", "")), 400, "invalid-request")
                .jsonPath("$.errors[?(@.field == 'name')].detail")
                .exists()
                .jsonPath("$.errors[?(@.field == 'minutes')].detail")
                .isEqualTo("must be greater than 0")
                .jsonPath("$.errors[?(@.field == 'leaves[0].garden')].detail")
                .exists();
    }

    @Test
    void shows_the_place_where_the_json_breaks() {
        problem(brew("{\"name\": \"Assam\",\n \"minutes\": }"), 400, "malformed-json")
                .jsonPath("$.line")
                .isEqualTo(2)
                .jsonPath("$.column")
                .exists();
    }

    @Test
    void an_empty_body_is_malformed() {
        problem(brew(""), 400, "malformed-json");
    }

    @Test
    void names_the_value_of_the_wrong_kind() {
        problem(brew(TEA.replace("BLACK", "PINK")), 400, "malformed-json")
                .jsonPath("$.errors[0].field")
                .isEqualTo("kind")
                .jsonPath("$.errors[0].detail")
                .isEqualTo("must be one of BLACK, GREEN");
        problem(brew(TEA.replace("2026-03-01", "yesterday")), 400, "malformed-json")
                .jsonPath("$.errors[0].field")
                .isEqualTo("picked");
    }

    @Test
    void passes_on_what_a_value_type_refuses() {
        problem(brew(TEA.replace("50", "0")), 400, "invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo("weight")
                .jsonPath("$.errors[0].detail")
                .isEqualTo("must weigh something");
    }

    @Test
    void refuses_unknown_properties_rather_than_losing_them() {
        problem(brew(TEA.replace("\"garden\"", "\"gardne\"")), 400, "unknown-property")
                .jsonPath("$.errors[0].field")
                .isEqualTo("leaves[0].gardne")
                .jsonPath("$.errors[0].detail")
                .isEqualTo("is not known here; known are garden");
    }

    @Test
    void refuses_a_property_that_comes_twice() {
        problem(brew(TEA.replace("\"minutes\": 4", "\"minutes\": 4, \"minutes\": 5")), 400, "malformed-json");
    }

    @Test
    void names_the_parameter_that_is_wrong_or_missing() {
        problem(get("/api/teas/strength?spoons=9"), 400, "invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo("spoons")
                .jsonPath("$.errors[0].detail")
                .isEqualTo("must be less than or equal to 5");
        problem(get("/api/teas/strength?spoons=many"), 400, "invalid-request")
                .jsonPath("$.errors[0].detail")
                .isEqualTo("is not a valid int");
        problem(get("/api/teas/strength"), 400, "invalid-request")
                .jsonPath("$.errors[0].detail")
                .isEqualTo("is missing");
        problem(get("/api/teas/kind?kind=PINK"), 400, "invalid-request")
                .jsonPath("$.errors[0].detail")
                .isEqualTo("must be one of BLACK, GREEN");
    }

    @Test
    void a_method_that_is_not_answered_is_405_with_those_that_are() {
        var answer = request(HttpMethod.DELETE, "/api/teas").exchange();
        answer.expectHeader().valueEquals(HttpHeaders.ALLOW, "POST");
        problem(answer, 405, "method-not-allowed");
    }

    @Test
    void a_body_of_another_type_is_415() {
        problem(
                request(HttpMethod.POST, "/api/teas")
                        .contentType(MediaType.TEXT_PLAIN)
                        .body("tea")
                        .exchange(),
                415,
                "unsupported-media-type");
    }

    @Test
    void an_address_that_does_not_exist_is_404() {
        problem(get("/api/coffees"), 404, "not-found");
    }

    @Test
    void a_concealed_record_answers_like_one_that_does_not_exist() {
        String concealed = body(get("/api/teas/decision/concealed")).replace("/api/teas/decision/concealed", "");
        String missing = body(get("/api/coffees")).replace("/api/coffees", "");
        assertThat(concealed).isEqualTo(missing);
    }

    @Test
    void a_denial_says_why_and_cites_the_obligation() {
        problem(get("/api/teas/decision/denied"), 403, "not-permitted")
                .jsonPath("$.detail")
                .isEqualTo("Only its brewer may drink it.")
                .jsonPath("$.obligation")
                .isEqualTo("TEA-01");
    }

    @Test
    void a_refusal_is_a_problem_also_where_something_else_is_produced() {
        problem(get("/api/teas/harvest"), 403, "not-permitted")
                .jsonPath("$.obligation")
                .isEqualTo("TEA-02");
        var calendarProgram = http.get()
                .uri("/api/teas/harvest")
                .header(HttpHeaders.AUTHORIZATION, bearer())
                .accept(MediaType.valueOf("text/calendar"))
                .exchange();
        problem(calendarProgram, 403, "not-permitted");
    }

    @Test
    void a_file_that_is_too_large_is_413() {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("label", new ByteArrayResource(new byte[5000]) {
            @Override
            public String getFilename() {
                return "label.png";
            }
        });
        problem(
                request(HttpMethod.POST, "/api/teas/labels")
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .body(parts)
                        .exchange(),
                413,
                "too-large");
    }

    @Test
    void an_unexpected_failure_shows_a_correlation_and_nothing_of_the_inside() {
        var answer = get("/api/teas/spill?over=Marguerite");
        problem(answer, 500, "unexpected").jsonPath("$.correlation").isNotEmpty();
        assertThat(body(get("/api/teas/spill?over=Marguerite")))
                .doesNotContain("Marguerite", "Exception", "uk.kinbridge");
    }

    @Test
    void what_the_container_refuses_is_a_problem_too() {
        problem(get("/api/teas;steep=4/whoami"), 400, "invalid-request");
    }

    @Test
    void a_client_that_wants_html_still_gets_a_problem() {
        var answer = http.get()
                .uri("/api/coffees")
                .header(HttpHeaders.AUTHORIZATION, bearer())
                .accept(MediaType.TEXT_HTML)
                .exchange();
        problem(answer, 404, "not-found");
    }

    @Test
    void every_type_is_documented_where_its_uri_points() {
        var all = Stream.concat(
                        ProblemType.COMMON.stream(),
                        catalogues.stream().flatMap(catalogue -> catalogue.types().stream()))
                .toList();
        assertThat(all).hasSizeGreaterThan(ProblemType.COMMON.size());
        http.get()
                .uri("/problems")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(all.size());
        all.forEach(type -> http.get()
                .uri(type.uri())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo(type.title()));
    }

    @Test
    void a_list_goes_on_where_the_page_before_ended() {
        String next = Cursor.of("teas", "darjeeling").encode();
        get("/api/teas/list?limit=2")
                .expectBody()
                .jsonPath("$.items")
                .isEqualTo(List.of("assam", "darjeeling"))
                .jsonPath("$.next")
                .isEqualTo(next);
        get("/api/teas/list?limit=2&cursor=" + next)
                .expectBody()
                .jsonPath("$.items")
                .isEqualTo(List.of("sencha"))
                .jsonPath("$.next")
                .isEmpty();
    }

    @Test
    void a_cursor_or_a_limit_that_is_not_ours_is_400() {
        problem(get("/api/teas/list?cursor=nonsense"), 400, "bad-cursor");
        problem(get("/api/teas/list?limit=1000"), 400, "invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo("limit");
        problem(get("/api/teas/list?limit=many"), 400, "invalid-request");
    }

    @Test
    void a_change_needs_the_version_that_was_read() {
        change("\"3\"").expectStatus().isNoContent().expectHeader().valueEquals(HttpHeaders.ETAG, "\"4\"");
        problem(change("\"2\""), 412, "stale");
        problem(request(HttpMethod.PUT, "/api/teas/one").exchange(), 428, "version-required");
    }

    private RestTestClient.ResponseSpec change(String ifMatch) {
        return request(HttpMethod.PUT, "/api/teas/one")
                .header(HttpHeaders.IF_MATCH, ifMatch)
                .exchange();
    }

    private RestTestClient.ResponseSpec brew(String body) {
        return request(HttpMethod.POST, "/api/teas")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RestTestClient.ResponseSpec get(String uri) {
        return request(HttpMethod.GET, uri).exchange();
    }

    private RestTestClient.RequestBodySpec request(HttpMethod method, String uri) {
        return http.method(method).uri(uri).header(HttpHeaders.AUTHORIZATION, bearer());
    }

    private static String bearer() {
        return Tokens.of("sade.okafor").agency("hackney").roles("practitioner").header();
    }

    private static RestTestClient.BodyContentSpec problem(RestTestClient.ResponseSpec answer, int status, String slug) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + slug)
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.title")
                .isNotEmpty()
                .jsonPath("$.detail")
                .isNotEmpty()
                .jsonPath("$.instance")
                .isNotEmpty();
    }

    private static String body(RestTestClient.ResponseSpec answer) {
        String body = answer.expectBody(String.class).returnResult().getResponseBody();
        return body == null ? "" : body;
    }
}
