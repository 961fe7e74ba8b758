package uk.kinbridge.assessment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/**
 * SAL-08, HAC-07: whatever the other services answer, or do not, no assessment and no appointment is lost, nobody sees
 * more than before, and whoever needs a number gets one.
 */
class PeersAwayTest extends PeersPlayed {

    /** Two seconds of waiting for the peer, and some for a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Test
    void a_family_that_answers_decides_who_works_with_it_and_is_asked_as_the_person() throws Exception {
        familyIsKnown();

        var begun = begun();

        assertThat(begun.at("/family/reference").asString()).isEqualTo("F-2222-2222");
        assertThat(begun.at("/familyNotice").isMissingNode()).isTrue();
        REFERRAL.verify(getRequestedFor(urlPathEqualTo("/api/families/" + FAMILY))
                .withHeader("Authorization", equalTo(TOM.header())));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void a_refusal_is_an_answer_and_begins_nothing(int status) throws Exception {
        REFERRAL.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));

        assertThat(status(begin())).isEqualTo(404);
        assertThat(status(offer())).isEqualTo(422);
    }

    @ParameterizedTest
    @EnumSource
    void without_an_answer_an_assessment_is_begun_and_what_is_typed_is_kept(NoAnswer none) throws Exception {
        none.by(REFERRAL);

        var begun = begun();
        var id = begun.path("id").asString();
        var typed = sent(
                TOM,
                MockMvcRequestBuilders.patch("/api/assessments/{id}/sections/caring", id)
                        .header("If-Match", "\"0\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"answers\": {\"who-cares\": \"The grandmother.\"}}"));
        var read = sent(TOM, MockMvcRequestBuilders.get("/api/assessments/{id}", id));

        assertThat(begun.path("familyNotice").asString()).contains("could not be asked yet");
        assertThat(status(typed)).isEqualTo(200);
        assertThat(body(read).toString()).contains("The grandmother.");
    }

    @ParameterizedTest
    @EnumSource
    void without_an_answer_those_who_worked_with_the_family_see_no_more_than_that_there_is_something(NoAnswer none)
            throws Exception {
        familyIsKnown();
        var id = begun().path("id").asString();
        sent(
                TOM,
                MockMvcRequestBuilders.patch("/api/assessments/{id}/sections/caring", id)
                        .header("If-Match", "\"0\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"answers\": {\"who-cares\": \"The grandmother.\"}}"));
        REFERRAL.resetAll();
        none.by(REFERRAL);

        var party = sent(SADE, MockMvcRequestBuilders.get("/api/assessments/{id}", id));
        var stranger = sent(OWEN, MockMvcRequestBuilders.get("/api/assessments/{id}", id));

        assertThat(status(party)).isEqualTo(200);
        assertThat(body(party).path("notShown").asString()).contains("could not be asked just now");
        assertThat(body(party).toString()).doesNotContain("The grandmother.");
        assertThat(status(stranger)).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void without_an_answer_an_appointment_is_offered(NoAnswer none) throws Exception {
        none.by(REFERRAL);

        assertThat(status(offer())).isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource
    void harm_is_recorded_with_a_number_to_call_whatever_both_answer(NoAnswer none) throws Exception {
        familyIsKnown();
        var id = begun().path("id").asString();
        none.by(REFERRAL);
        none.by(DIRECTORY);

        var harm = body(harm(id));

        assertThat(harm.at("/callNow/fromTheDirectory").asBoolean(false)).isFalse();
        assertThat(harm.path("callNow").toString()).contains("999");
        assertThat(harm.path("draft").isMissingNode()).isTrue();
        assertThat(harm.at("/_links/refer").isMissingNode())
                .as("the way without a draft")
                .isFalse();
        REFERRAL.resetAll();
        familyIsKnown();
        var read = body(sent(TOM, MockMvcRequestBuilders.get("/api/assessments/{id}", id)));
        assertThat(read.path("harms")).hasSize(1);
    }

    @Test
    void harm_finds_the_directorys_number_and_its_referral_begun() throws Exception {
        familyIsKnown();
        var id = begun().path("id").asString();
        DIRECTORY.stubFor(get(urlPathEqualTo("/api/contacts/now")).willReturn(okJson("""
                {"call": {"name": "Hackney duty team", "telephones": [{"number": "020 7946 0000"}], "hours": "now"}}""")));
        REFERRAL.stubFor(post(urlPathEqualTo("/api/referral-drafts")).willReturn(okJson("{\"id\": \"d-1\"}")));

        var harm = body(harm(id));

        assertThat(harm.path("callNow").toString()).contains("020 7946 0000", "999");
        assertThat(harm.path("draft").asString()).isEqualTo("/api/referral-drafts/d-1");
    }

    @Test
    void a_peer_that_hangs_costs_one_wait_after_another_only_until_it_is_left_alone() throws Exception {
        NoAnswer.SLOW.by(REFERRAL);
        for (int i = 0; i < 4; i++) {
            begun();
        }
        int asked = REFERRAL.getAllServeEvents().size();

        long before = System.nanoTime();
        begun();

        assertThat(REFERRAL.getAllServeEvents())
                .as("it is not asked again for a while")
                .hasSize(asked);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PATIENCE);
    }

    private JsonNode begun() throws Exception {
        var begun = begin();
        assertThat(status(begun)).as(begun.getResponse().getContentAsString()).isEqualTo(201);
        return body(begun);
    }

    private MvcResult begin() throws Exception {
        return sent(
                TOM,
                MockMvcRequestBuilders.post("/api/assessments")
                        .header("Idempotency-Key", key())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"protocol": "hackney", "kind": "parental-needs", "family": "%s", "person": "m-1"}""".formatted(FAMILY)));
    }

    private MvcResult offer() throws Exception {
        return sent(
                TOM,
                MockMvcRequestBuilders.post("/api/appointments")
                        .header("Idempotency-Key", key())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"family": "%s", "member": "m-1", "protocol": "hackney", "purpose": "TREATMENT",
                                 "first": {"at": "2126-11-23T10:00:00Z", "mode": "IN_PERSON"}}""".formatted(FAMILY)));
    }

    private MvcResult harm(String id) throws Exception {
        var harm = sent(
                TOM,
                MockMvcRequestBuilders.post("/api/assessments/{id}/harm", id)
                        .header("Idempotency-Key", key())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"words\": \"A bruise that nobody explains.\", \"about\": [\"m-2\"]}"));
        assertThat(status(harm)).as(harm.getResponse().getContentAsString()).isEqualTo(200);
        return harm;
    }
}
