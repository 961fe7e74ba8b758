package uk.kinbridge.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.platform.testing.Bearer;
import uk.kinbridge.platform.testing.Brokers;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;

/** ENG-09, SAL-08: a referral is written bit by bit, prepared by others too, and sent in one step, once. */
@SpringBootTest(properties = "kinbridge.messaging.prefix=test-access-referral")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class, Brokers.ForContext.class})
class DraftsOverHttpTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Bearer CHIDI =
            Tokens.of("chidi.obafemi").agency("hampshire-childrens-services").roles("practitioner");
    private static final Bearer LAUREL =
            Tokens.of("laurel.shaw").agency("hampshire-childrens-services").roles("safeguarding-lead");
    private static final Bearer TOM =
            Tokens.of("tom.brandt").agency("hackney-drug-treatment").roles("practitioner");
    private static final Bearer LEILA =
            Tokens.of("leila.haddad").agency("hackney-drug-treatment").roles("safeguarding-lead");

    @Autowired
    MockMvc http;

    private record Answer(
            int status,
            String body,
            @Nullable String etag,
            @Nullable String location) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String text(String pointer) {
            return json().at(pointer).asString("");
        }
    }

    private Answer send(Bearer by, String method, String path, @Nullable String etag, @Nullable String body)
            throws Exception {
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path)
                .header("Authorization", by.header())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON);
        if (etag != null) {
            request.header("If-Match", etag);
        }
        if (body != null) {
            request.content(body);
        }
        var response = http.perform(request).andReturn().getResponse();
        return new Answer(
                response.getStatus(),
                response.getContentAsString(),
                response.getHeader("ETag"),
                response.getHeader("Location"));
    }

    @Test
    void is_begun_with_nothing_saved_word_by_word_and_sent_once() throws Exception {
        var begun = send(CHIDI, "POST", "/api/referral-drafts", null, "{}");
        assertThat(begun.status()).isEqualTo(201);
        var self = begun.text("/_links/self/href");
        assertThat(send(CHIDI, "POST", self + "/submission", begun.etag(), null))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(422))
                .satisfies(
                        answer -> assertThat(answer.json().at("/errors").size()).isEqualTo(5));

        var family = family();
        var typed = send(CHIDI, "PUT", self, begun.etag(), adultAtRisk(family, ""));
        assertThat(typed.status()).isEqualTo(200);
        assertThat(typed.text("/missing/0/item")).isEqualTo("concern");
        assertThat(send(CHIDI, "PUT", self, begun.etag(), "{}").status())
                .as("another window is told that it is behind")
                .isEqualTo(412);
        assertThat(send(CHIDI, "POST", self + "/submission", typed.etag(), null))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(422))
                .satisfies(answer -> assertThat(answer.text("/missing/0/item")).isEqualTo("concern"));

        var whole = send(CHIDI, "PUT", self, typed.etag(), adultAtRisk(family, "May be exploited."));
        var sent = send(CHIDI, "POST", self + "/submission", whole.etag(), null);
        var again = send(CHIDI, "POST", self + "/submission", whole.etag(), null);

        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.text("/state")).isEqualTo("SUBMITTED");
        assertThat(again.location()).isNotNull().isEqualTo(sent.location());
        var referral = send(CHIDI, "GET", String.valueOf(sent.location()), null, null);
        assertThat(referral.text("/texts/concern")).isEqualTo("May be exploited.");
        assertThat(send(CHIDI, "PUT", self, sent.etag(), "{}").status()).isEqualTo(409);
        assertThat(send(CHIDI, "GET", "/api/referral-drafts?state=SUBMITTED&limit=100", null, null)
                        .body())
                .contains(begun.text("/reference"));
    }

    @Test
    void what_an_assessment_prepared_says_so_and_is_prepared_once() throws Exception {
        var body = """
            {"protocol": "hackney", "pathway": "into-social-care", "situation": ["child-at-risk-of-significant-harm"],
             "origin": {"type": "assessment", "id": "a-1", "reference": "A-2222", "words": "It indicates harm."}}\
            """;
        var request = MockMvcRequestBuilders.post("/api/referral-drafts")
                .header("Authorization", CHIDI.header())
                .header("Idempotency-Key", "assessment-a-1-harm")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);

        var first = http.perform(request).andReturn().getResponse();
        var second = http.perform(request).andReturn().getResponse();

        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(second.getContentAsString()).isEqualTo(first.getContentAsString());
        var draft = JSON.readTree(first.getContentAsString());
        assertThat(draft.at("/origin/type").asString()).isEqualTo("assessment");
        assertThat(draft.at("/unfinished").propertyNames()).contains("familyId", "subjectId", "recipientAgency");
    }

    /** JWP-07, SAL-02, HAC-16: a refusal counts only once somebody has said that the concern is a lower one. */
    @Test
    void a_refusal_does_not_count_before_it_is_said_how_serious_it_is_and_the_draft_stays() throws Exception {
        var family = send(TOM, "POST", "/api/families", null, """
            {"members": [{"kind": "ADULT", "givenName": "Robin", "familyName": "Levelworth"},
                         {"kind": "CHILD", "givenName": "Wren", "familyName": "Levelworth"}],
             "noChildren": false}\
            """);
        assertThat(family.status()).isEqualTo(201);
        var begun = send(TOM, "POST", "/api/referral-drafts", null, refused(family, ""));
        var self = begun.text("/_links/self/href");

        var answer = send(TOM, "POST", self + "/submission", begun.etag(), null);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/type")).contains("level-of-concern-first");
        assertThat(answer.text("/obligation")).isEqualTo("HAC-13");
        assertThat(answer.body()).contains("child-at-risk-of-significant-harm", "sharing.childConcern");
        assertThat(send(TOM, "GET", self, null, null).text("/state")).isEqualTo("OPEN");
        var decisions = "/api/families/" + family.text("/id") + "/sharing-decisions";
        assertThat(send(TOM, "GET", decisions, null, null).json().at("/items").size())
                .as("nothing was decided")
                .isZero();
        var lower = send(TOM, "PUT", self, begun.etag(), refused(family, "child-welfare-concern"));
        assertThat(send(TOM, "POST", self + "/submission", lower.etag(), null).text("/type"))
                .as("a lower concern is not shared against a refusal")
                .contains("not-shared");
        var harm = send(TOM, "PUT", self, lower.etag(), refused(family, "child-at-risk-of-significant-harm"));
        assertThat(send(TOM, "POST", self + "/submission", harm.etag(), null).status())
                .isEqualTo(201);
    }

    private static String refused(Answer family, String fact) {
        return """
            {"protocol": "hackney", "pathway": "into-social-care", "familyId": "%s", "subjectId": "%s",
             "recipientAgency": "hackney-childrens-social-care", "situation": [%s],
             "sharing": {"consents": [{"personId": "%s", "answer": "REFUSED", "how": "Asked at home."}]}}\
            """.formatted(
                        family.text("/id"),
                        family.text("/members/0/id"),
                        fact.isEmpty() ? "" : '"' + fact + '"',
                        family.text("/members/0/id"));
    }

    @Test
    void those_who_answer_for_the_agency_go_on_with_it_and_others_do_not_know_of_it() throws Exception {
        var begun = send(CHIDI, "POST", "/api/referral-drafts", null, "{\"protocol\": \"hackney\"}");
        var self = begun.text("/_links/self/href");

        assertThat(send(LEILA, "GET", self, null, null).status()).isEqualTo(404);
        assertThat(send(LAUREL, "GET", "/api/referral-drafts?of=AGENCY&limit=100", null, null)
                        .body())
                .contains(begun.text("/reference"));
        assertThat(send(CHIDI, "GET", "/api/referral-drafts?of=AGENCY", null, null)
                        .status())
                .isEqualTo(403);
        var discarded = send(LAUREL, "POST", self + "/discarding", begun.etag(), "{\"reason\": \"Sent by another.\"}");
        assertThat(discarded.text("/state")).isEqualTo("DISCARDED");
        assertThat(discarded.text("/history/1/by/name")).isNotBlank();
        var again = send(CHIDI, "POST", self + "/resumption", discarded.etag(), null);
        assertThat(again.text("/state")).isEqualTo("OPEN");
    }

    @Test
    void a_text_under_a_name_that_no_pathway_has_is_a_problem_and_nothing_is_lost() throws Exception {
        var begun = send(CHIDI, "POST", "/api/referral-drafts", null, "{}");

        var answer = send(
                CHIDI, "PUT", begun.text("/_links/self/href"), begun.etag(), "{\"texts\": {\"no.such\": \"words\"}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/field")).contains("texts");
    }

    @Test
    void every_look_at_a_draft_is_kept_for_those_who_work_on_it() throws Exception {
        var begun = send(CHIDI, "POST", "/api/referral-drafts", null, "{}");
        var path = begun.text("/_links/self/href");

        assertThat(send(CHIDI, "GET", path + "/access-log", null, null).body()).doesNotContain("chidi");
        send(CHIDI, "GET", path, null, null);

        var log = send(CHIDI, "GET", path + "/access-log", null, null);
        assertThat(log.status()).isEqualTo(200);
        assertThat(log.text("/items/0/what")).isEqualTo("read");
        assertThat(log.text("/items/0/person")).isNotBlank();
        assertThat(log.text("/items/1/what")).isEmpty();

        send(CHIDI, "GET", "/api/referral-drafts?limit=100", null, null);
        send(CHIDI, "PUT", path, "\"1\"", "{\"protocol\": \"hackney\"}");

        var later = send(CHIDI, "GET", path + "/access-log", null, null);
        assertThat(later.text("/items/0/what")).isEqualTo("changed");
        assertThat(later.text("/items/1/what")).isEqualTo("listed");
    }

    private Answer family() throws Exception {
        return send(CHIDI, "POST", "/api/families", null, """
            {"members": [{"kind": "ADULT", "givenName": "Robin", "familyName": "Draftwell"}],
             "noChildren": true}\
            """);
    }

    private static String adultAtRisk(Answer family, String concern) {
        return """
            {"protocol": "joint-working", "pathway": "adult-at-risk", "familyId": "%s", "subjectId": "%s",
             "recipientAgency": "hampshire-adults-services", "texts": {"concern": "%s"},
             "sharing": {"consents": [{"personId": "%s", "answer": "GIVEN", "how": "Asked."}]}}\
            """.formatted(family.text("/id"), family.text("/members/0/id"), concern, family.text("/members/0/id"));
    }
}
