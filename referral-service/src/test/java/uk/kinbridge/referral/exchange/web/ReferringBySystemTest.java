package uk.kinbridge.referral.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.exchange.web.MessageMother.aReferral;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import uk.kinbridge.platform.testing.Bearer;
import uk.kinbridge.platform.testing.Brokers;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;

/** HAC-01, HAC-02, SAL-02, JWP-01: every rule holds for an agency's own system as for a person. */
@SpringBootTest(properties = "kinbridge.messaging.prefix=test-exchange")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class, Brokers.ForContext.class})
class ReferringBySystemTest {

    private static final Bearer SYSTEM =
            Tokens.of("hackney-system").agency("hackney-childrens-social-care").roles("practitioner");
    private static final Bearer LEILA =
            Tokens.of("leila.haddad").agency("hackney-drug-treatment").roles("safeguarding-lead");
    private static final Bearer OTHER =
            Tokens.of("owen.price").agency("hackney-alcohol-treatment").roles("safeguarding-lead");
    private static final String ISSUE = "$.issue[0].code";

    @Autowired
    MockMvc http;

    private record Sent(int status, String body, MockHttpServletResponse response) {
        String at(String path) {
            Object value = JsonPath.read(body, path);
            return String.valueOf(value);
        }

        /** The id that the receiver gave, in the answer. */
        String referral() {
            List<String> ids =
                    JsonPath.read(body, "$.entry[?(@.resource.resourceType == 'ServiceRequest')].resource.id");
            return ids.getFirst();
        }
    }

    private Sent send(String json) throws Exception {
        return send(SYSTEM, json, Map.of());
    }

    private Sent send(Bearer by, String body, Map<String, String> headers) throws Exception {
        var post = MockMvcRequestBuilders.post("/api/fhir/R4/$process-message")
                .header(HttpHeaders.AUTHORIZATION, by.header())
                .contentType(headers.getOrDefault("Content-Type", "application/fhir+json"))
                .content(body);
        if (!headers.containsKey("X-Request-Id")) {
            post.header("X-Request-Id", UUID.randomUUID().toString());
        }
        if (!headers.containsKey("X-Correlation-Id")) {
            post.header("X-Correlation-Id", UUID.randomUUID().toString());
        }
        headers.forEach((name, value) -> {
            if (!name.equals("Content-Type") && !value.isEmpty()) {
                post.header(name, value);
            }
        });
        var response = http.perform(post).andReturn().getResponse();
        return new Sent(response.getStatus(), response.getContentAsString(StandardCharsets.UTF_8), response);
    }

    private Sent get(Bearer by, String path) throws Exception {
        var response = http.perform(MockMvcRequestBuilders.get(path).header(HttpHeaders.AUTHORIZATION, by.header()))
                .andReturn()
                .getResponse();
        return new Sent(response.getStatus(), response.getContentAsString(StandardCharsets.UTF_8), response);
    }

    private Sent read(Bearer by, String id) throws Exception {
        return get(by, "/api/fhir/R4/ServiceRequest/" + id);
    }

    private long version(String id) throws Exception {
        return Long.parseLong(read(SYSTEM, id).at("$.meta.versionId"));
    }

    @Test
    void a_message_makes_a_referral_that_its_receiver_sees() throws Exception {
        var message = aReferral();

        var sent = send(message.json());

        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(sent.at("$.entry[0].resource.response.identifier")).isEqualTo(message.bundleId());
        assertThat(sent.at("$.entry[0].resource.response.code")).isEqualTo("ok");
        var seen = get(LEILA, "/api/referrals/" + sent.referral());
        assertThat(seen.at("$.disclosed.subject.familyName")).isEqualTo("Ashdown");
        assertThat(seen.at("$.disclosed.children[0].givenName")).isEqualTo("Wren");
        assertThat(seen.at("$.texts['treatment-issue-outline']")).isEqualTo("Alcohol every day since the spring.");
        assertThat(seen.at("$.documents[0].document.name")).isEqualTo("assessment.txt");
        assertThat(seen.at("$.referrer.agency")).isEqualTo("hackney-childrens-social-care");
        assertThat(read(OTHER, sent.referral()).status()).isEqualTo(404);
    }

    @Test
    void a_question_numbered_with_dots_is_a_bad_request_and_no_failure() throws Exception {
        var sent = send(aReferral().json().replace("\"treatment-issue-outline\"", "\"1.1\""));

        assertThat(sent.status()).as(sent.body()).isEqualTo(400);
        assertThat(sent.at("$.issue[0].details.coding[0].code")).isEqualTo("REC_BAD_REQUEST");
        assertThat(sent.body()).contains("linkId");
    }

    @Test
    void the_ids_of_the_request_come_back() throws Exception {
        var id = UUID.randomUUID().toString();

        var sent = send(SYSTEM, aReferral().withoutPaperwork().json(), Map.of("x-request-id", id, "X-Request-Id", ""));

        assertThat(sent.response().getHeader("X-Request-Id")).isEqualTo(id);
        assertThat(sent.response().getHeader("X-Correlation-Id")).isNotBlank();
    }

    @Test
    void a_message_sent_twice_makes_one_referral_whether_the_request_or_the_bundle_is_the_same() throws Exception {
        var message = aReferral();
        var request = UUID.randomUUID().toString();
        var first = send(SYSTEM, message.json(), Map.of("X-Request-Id", request));

        var again = send(SYSTEM, message.json(), Map.of("X-Request-Id", request));
        var sameBundle = send(message.json());
        var sameRequest = send(SYSTEM, aReferral().json(), Map.of("X-Request-Id", request));

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        for (var repeated : List.of(again, sameBundle, sameRequest)) {
            assertThat(repeated.status()).isEqualTo(409);
            assertThat(repeated.at(ISSUE)).isEqualTo("duplicate");
            assertThat(repeated.at("$.issue[0].details.coding[0].code")).isEqualTo("REC_CONFLICT");
            assertThat(repeated.at("$.issue[0].diagnostics")).contains(first.referral());
        }
    }

    @Test
    void the_same_message_at_work_eight_times_at_once_makes_one_referral() throws Exception {
        var message = aReferral().json();
        var request = UUID.randomUUID().toString();
        try (var senders = Executors.newFixedThreadPool(8)) {
            Callable<Sent> sending = () -> send(SYSTEM, message, Map.of("X-Request-Id", request));
            var all = senders.invokeAll(java.util.Collections.nCopies(8, sending));
            var ids = new java.util.HashSet<String>();
            for (var one : all) {
                var sent = one.get();
                assertThat(sent.status()).as(sent.body()).isIn(200, 409);
                if (sent.status() == 200) {
                    ids.add(sent.referral());
                }
            }
            assertThat(ids).hasSize(1);
        }
    }

    @Test
    void what_the_pathway_asks_for_is_missed_with_its_obligation() throws Exception {
        var refused = send(aReferral().withoutPaperwork().json());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at(ISSUE)).isEqualTo("business-rule");
        assertThat(refused.at("$.issue[0].details.coding[0].code")).isEqualTo("REC_UNPROCESSABLE_ENTITY");
        assertThat(refused.at("$.issue[0].details.coding[1].system")).isEqualTo(Terms.OBLIGATIONS);
        assertThat(refused.at("$.issue[0].details.coding[1].code")).isEqualTo("HAC-02");
    }

    @Test
    void a_refused_message_can_be_sent_again_complete() throws Exception {
        var message = aReferral().withoutPaperwork();
        assertThat(send(message.json()).status()).isEqualTo(422);

        var complete = send(message.with("""
                {"resourceType": "DocumentReference", "status": "current",
                 "category": [{"coding": [{"system": "%s", "code": "assessment-paperwork"}]}],
                 "content": [{"attachment": {"title": "a.txt", "data": "VGhlIGFzc2Vzc21lbnQu"}}]}""".formatted(Terms.REQUIREMENTS)).json());

        assertThat(complete.status()).as(complete.body()).isEqualTo(200);
    }

    @Test
    void consent_that_is_only_implied_is_no_consent() throws Exception {
        var refused = send(aReferral().consent("IMPLIED").json());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at(ISSUE)).isEqualTo("business-rule");
    }

    @Test
    void an_update_corrects_what_reads_differently_and_keeps_what_was_said() throws Exception {
        var message = aReferral();
        var id = send(message.json()).referral();

        var updated =
                send(message.update(id, version(id)).answering("It is opiates.").json());
        var again = send(message.json());

        assertThat(updated.status()).as(updated.body()).isEqualTo(200);
        var seen = get(LEILA, "/api/referrals/" + id);
        assertThat(seen.at("$.texts['treatment-issue-outline']")).isEqualTo("It is opiates.");
        assertThat(seen.at("$.history[-1].said.before")).contains("Alcohol every day since the spring.");
        assertThat(again.at(ISSUE)).isEqualTo("duplicate");
    }

    @Test
    void an_update_of_what_somebody_has_changed_meanwhile_overwrites_nothing() throws Exception {
        var message = aReferral();
        var id = send(message.json()).referral();
        long before = version(id);
        send(message.update(id, before).answering("It is opiates.").json());

        var stale = send(message.update(id, before).answering("Cocaine.").json());

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.at(ISSUE)).isEqualTo("conflict");
        assertThat(get(LEILA, "/api/referrals/" + id).at("$.texts['treatment-issue-outline']"))
                .isEqualTo("It is opiates.");
    }

    @Test
    void a_cancelled_referral_is_withdrawn_and_one_sent_by_mistake_says_so() throws Exception {
        var one = aReferral();
        var other = aReferral();
        var first = send(one.json()).referral();
        var second = send(other.json()).referral();

        var revoked = send(one.cancel(first, "revoked", "The family has moved.").json());
        var mistaken = send(
                other.cancel(second, "entered-in-error", "").reason("delete").json());
        var again = send(one.json());

        assertThat(revoked.status()).as(revoked.body()).isEqualTo(200);
        assertThat(mistaken.status()).as(mistaken.body()).isEqualTo(200);
        assertThat(read(LEILA, first).at("$.status")).isEqualTo("revoked");
        assertThat(read(LEILA, second).at("$.status")).isEqualTo("entered-in-error");
        assertThat(get(LEILA, "/api/referrals/" + first).at("$.history[-1].said.reason"))
                .contains("The family has moved.");
        assertThat(again.at(ISSUE)).isEqualTo("duplicate");
    }

    @Test
    void another_agencys_system_neither_reads_nor_changes_nor_cancels_it() throws Exception {
        var message = aReferral();
        var id = send(message.json()).referral();

        assertThat(read(OTHER, id).at(ISSUE)).isEqualTo("not-found");
        assertThat(get(OTHER, "/api/fhir/R4/ServiceRequest/" + id + "/$message").status())
                .isEqualTo(404);
        var cancelled = send(OTHER, message.cancel(id, "revoked", "x").json(), Map.of());
        assertThat(cancelled.status()).isEqualTo(404);
        assertThat(cancelled.at("$.issue[0].details.coding[0].code")).isEqualTo("REC_NOT_FOUND");
    }

    @Test
    void the_receiver_cannot_cancel_what_it_received() throws Exception {
        var message = aReferral();
        var id = send(message.json()).referral();

        var cancelled = send(LEILA, message.cancel(id, "revoked", "x").json(), Map.of());

        assertThat(cancelled.status()).isEqualTo(403);
        assertThat(cancelled.at("$.issue[0].details.coding[0].code")).isEqualTo("REC_FORBIDDEN");
    }

    @Test
    void nobody_sends_in_the_name_of_another_agency() throws Exception {
        assertThat(send(aReferral().from("hackney-drug-treatment").json()).status())
                .isEqualTo(403);
    }

    @Test
    void a_request_without_its_ids_is_refused_as_the_standard_has_it() throws Exception {
        var missing = send(SYSTEM, aReferral().json(), Map.of("X-Request-Id", ""));
        var wrong = send(SYSTEM, aReferral().json(), Map.of("X-Request-Id", "no-uuid"));

        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.at(ISSUE)).isEqualTo("required");
        assertThat(missing.at("$.issue[0].details.coding[0].code")).isEqualTo("REC_BAD_REQUEST");
        assertThat(wrong.at(ISSUE)).isEqualTo("invalid");
    }

    @Test
    void a_version_of_the_standard_that_is_not_spoken_is_refused() throws Exception {
        var refused = send(SYSTEM, aReferral().json(), Map.of("Accept", "application/fhir+json; version=2.0.0"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at(ISSUE)).isEqualTo("not-supported");
    }

    @Test
    void what_is_not_known_is_refused_and_not_dropped() throws Exception {
        assertThat(send("{\"resourceType\": \"Bundle\", \"typo\": 1}").at(ISSUE))
                .isEqualTo("structure");
        assertThat(send("not json").at(ISSUE)).isEqualTo("structure");
        assertThat(send("{\"resourceType\": \"Patient\"}").at(ISSUE)).isEqualTo("structure");
    }

    @Test
    void what_is_not_kept_is_named_in_the_answer() throws Exception {
        var sent = send(aReferral()
                .with("{\"resourceType\": \"MedicationStatement\", \"status\": \"active\","
                        + " \"medicationCodeableConcept\": {\"text\": \"Aspirin\"},"
                        + " \"subject\": {\"display\": \"Robin\"}}")
                .json());

        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(sent.at("$.entry[-1].resource.issue[0].severity")).contains("warning");
        assertThat(sent.body()).contains("MedicationStatement is not kept");
    }

    @Test
    void a_safeguarding_flag_that_the_protocols_have_no_word_for_reaches_the_receiver() throws Exception {
        var sent = send(aReferral().with("""
                {"resourceType": "Flag", "status": "active",
                 "category": [{"coding": [{"system": "https://fhir.nhs.uk/CodeSystem/flag-categories-bars", "code": "SG"}]}],
                 "code": {"coding": [{"system": "https://fhir.nhs.uk/CodeSystem/safeguarding-codes-bars", "code": "U",
                   "display": "Unspecified Safeguarding Concern Identified"}]},
                 "subject": {"reference": "urn:uuid:00000000-0000-4000-8000-000000000005"}}""").json());

        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(get(LEILA, "/api/referrals/" + sent.referral()).at("$.texts['safeguarding-flag-U']"))
                .contains("Unspecified Safeguarding Concern Identified");
    }

    @Test
    void xml_is_as_good_as_json() throws Exception {
        var fhir = new Fhir();
        var bundle = ((Fhir.Parsed.Message) fhir.parse(aReferral().json().getBytes(StandardCharsets.UTF_8), Fhir.JSON))
                .bundle();

        var sent = send(
                SYSTEM,
                new String(fhir.write(bundle, Fhir.XML), StandardCharsets.UTF_8),
                Map.of("Content-Type", "application/fhir+xml", "Accept", "application/fhir+xml; version=1.4.0"));

        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(sent.body()).startsWith("<Bundle");
    }

    @Test
    void a_referral_that_a_person_sent_is_read_as_the_message_that_carries_it() throws Exception {
        var id = send(aReferral().json()).referral();

        var message = get(LEILA, "/api/fhir/R4/ServiceRequest/" + id + "/$message");

        assertThat(message.status()).isEqualTo(200);
        assertThat(message.at("$.entry[0].resource.resourceType")).isEqualTo("MessageHeader");
        assertThat(message.body()).contains("Alcohol every day since the spring.");
    }

    @Test
    void the_interface_says_what_it_can_do() throws Exception {
        var metadata = get(SYSTEM, "/api/fhir/R4/metadata");

        assertThat(metadata.at("$.fhirVersion")).isEqualTo("4.0.1");
        assertThat(metadata.at("$.rest[0].operation[0].name")).isEqualTo("process-message");
    }
}
