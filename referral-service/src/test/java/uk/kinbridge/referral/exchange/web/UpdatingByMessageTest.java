package uk.kinbridge.referral.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.exchange.web.MessageMother.aReferral;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import uk.kinbridge.platform.testing.Bearer;
import uk.kinbridge.platform.testing.Brokers;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;

/**
 * SAL-17, SAL-03, JWP-01, HAC-08: what another system says anew of a family is taken into its record, stands beside it
 * where a person has written otherwise, or is named in the answer; who refuses has refused. Nothing is lost in silence,
 * and a message that comes twice has its effect once. The form that follows a call is shared as its sender states it
 * (SAL-04, SAL-05, SAL-06).
 */
@SpringBootTest(properties = "kinbridge.messaging.prefix=test-exchange")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class, Brokers.ForContext.class})
class UpdatingByMessageTest {

    private static final Bearer SYSTEM =
            Tokens.of("hackney-system").agency("hackney-childrens-social-care").roles("practitioner");
    private static final Bearer SADE =
            Tokens.of("sade.okafor").agency("hackney-childrens-social-care").roles("practitioner");
    private static final Bearer LEILA =
            Tokens.of("leila.haddad").agency("hackney-drug-treatment").roles("safeguarding-lead");
    private static final Bearer ACHIEVE =
            Tokens.of("achieve-system").agency("achieve-salford").roles("practitioner");

    private static final String ROBIN_BORN = "\"birthDate\": \"1990-03-01\"";
    private static final String ROBIN = "\"name\": [{\"family\": \"Ashdown\", \"given\": [\"Robin\"]}]";

    @Autowired
    MockMvc http;

    @Autowired
    InstantSource time;

    private record Sent(int status, String body, String tag) {
        String at(String path) {
            Object value = JsonPath.read(body, path);
            return String.valueOf(value);
        }

        List<Object> all(String path) {
            return JsonPath.read(body, path);
        }

        String referral() {
            assertThat(status).as(body).isEqualTo(200);
            return String.valueOf(all("$.entry[?(@.resource.resourceType == 'ServiceRequest')].resource.id")
                    .getFirst());
        }

        List<Object> warnings() {
            return all("$..issue[?(@.severity == 'warning')].diagnostics");
        }
    }

    private Sent done(Bearer by, MockHttpServletRequestBuilder request) throws Exception {
        var response = http.perform(request.header(HttpHeaders.AUTHORIZATION, by.header()))
                .andReturn()
                .getResponse();
        var tag = response.getHeader(HttpHeaders.ETAG);
        return new Sent(
                response.getStatus(), response.getContentAsString(StandardCharsets.UTF_8), tag == null ? "" : tag);
    }

    private Sent send(Bearer by, String json) throws Exception {
        return done(
                by,
                MockMvcRequestBuilders.post("/api/fhir/R4/$process-message")
                        .header("X-Request-Id", UUID.randomUUID().toString())
                        .header("X-Correlation-Id", UUID.randomUUID().toString())
                        .contentType("application/fhir+json")
                        .content(json));
    }

    private Sent send(MessageMother message) throws Exception {
        return send(SYSTEM, message.json());
    }

    private Sent get(Bearer by, String path) throws Exception {
        return done(by, MockMvcRequestBuilders.get(path));
    }

    private Sent put(Bearer by, String path, String tag, String json) throws Exception {
        var put = MockMvcRequestBuilders.put(path)
                .header(HttpHeaders.IF_MATCH, tag)
                .contentType("application/json")
                .content(json);
        var sent = done(by, put);
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        return sent;
    }

    private long version(Bearer by, String id) throws Exception {
        return Long.parseLong(get(by, "/api/fhir/R4/ServiceRequest/" + id).at("$.meta.versionId"));
    }

    private Sent seen(String referral) throws Exception {
        return get(LEILA, "/api/referrals/" + referral);
    }

    private Sent family(String referral) throws Exception {
        return get(SADE, "/api/families/" + seen(referral).at("$.disclosed.familyId"));
    }

    private String memberNamed(Sent family, String givenName) {
        return String.valueOf(family.all("$.members[?(@.givenName == '" + givenName + "')].id")
                .getFirst());
    }

    @Test
    void a_further_child_is_put_on_record_and_reaches_the_receiver_once() throws Exception {
        var message = aReferral();
        var id = send(message).referral();
        message.update(id, version(SYSTEM, id)).withRelated("child-2", "CHILD", "Lark", "2024-04-05");

        var updated = send(message);
        var again = send(message);

        assertThat(updated.status()).as(updated.body()).isEqualTo(200);
        assertThat(again.at("$.issue[0].code")).isEqualTo("duplicate");
        assertThat(seen(id).all("$.disclosed.children[*].givenName")).contains("Wren", "Lark");
        assertThat(seen(id).all("$.history[*].what")).containsOnlyOnce("referral.family-told");
        var family = family(id);
        assertThat(family.all("$.members[?(@.givenName == 'Lark')].bornOn"))
                .hasSize(1)
                .contains("2024-04-05");
        assertThat(family.all("$.relationships[?(@.to == '" + memberNamed(family, "Lark") + "')].kind"))
                .containsExactly("PARENT");
    }

    @Test
    void what_a_message_says_two_are_to_one_another_says_nothing_of_care() throws Exception {
        var id = send(aReferral()).referral();

        assertThat(family(id).all("$.relationships[*].care")).containsExactly("NOT_SAID");
    }

    @Test
    void its_own_word_is_put_right_and_what_was_said_before_is_kept() throws Exception {
        var message = aReferral();
        var id = send(message).referral();
        message.update(id, version(SYSTEM, id))
                .replacing(ROBIN, "\"name\": [{\"family\": \"Ashdown-Lee\", \"given\": [\"Robin\"]}]")
                .replacing(ROBIN_BORN, "\"birthDate\": \"1990-03-11\"");

        var updated = send(message);

        assertThat(updated.status()).as(updated.body()).isEqualTo(200);
        assertThat(updated.warnings()).isEmpty();
        assertThat(seen(id).at("$.disclosed.subject.familyName")).isEqualTo("Ashdown-Lee");
        assertThat(seen(id).at("$.disclosed.subject.bornOn")).isEqualTo("1990-03-11");
        var robin = "$.members[?(@.givenName == 'Robin')]";
        assertThat(family(id).all(robin + ".alsoKnownAs[*].familyName")).containsExactly("Ashdown");
        assertThat(get(SADE, "/api/referrals/" + id).body()).contains("Robin Ashdown, born 1990-03-01");
        assertThat(seen(id).body()).doesNotContain("Robin Ashdown, born 1990-03-01");
    }

    @Test
    void what_a_person_has_written_stands_and_the_contradiction_stands_beside_it_once() throws Exception {
        var message = aReferral();
        var id = send(message).referral();
        var before = family(id);
        put(
                SADE,
                "/api/families/" + before.at("$.id") + "/members/" + memberNamed(before, "Robin"),
                before.tag(),
                "{\"kind\": \"ADULT\", \"givenName\": \"Robin\", \"familyName\": \"Ashdown\", \"bornOn\": \"1990-03-02\"}");
        message.update(id, version(SYSTEM, id))
                .replacing(ROBIN, "\"name\": [{\"family\": \"Lee\", \"given\": [\"Robin\"]}]");

        var updated = send(message);
        message.update(id, version(SYSTEM, id));
        var again = send(message);

        assertThat(updated.status()).as(updated.body()).isEqualTo(200);
        assertThat(updated.warnings().toString()).contains("beside");
        assertThat(again.at("$.issue[0].code")).isEqualTo("duplicate");
        var family = family(id);
        var robin = "$.members[?(@.givenName == 'Robin')]";
        assertThat(family.all(robin + ".familyName")).containsExactly("Ashdown");
        assertThat(family.all(robin + ".bornOn")).containsExactly("1990-03-02");
        assertThat(family.all(robin + ".alsoKnownAs[*].familyName")).containsExactly("Lee");
        assertThat(family.all(robin + ".facts['said-otherwise'].value")).containsExactly("Date of birth: 1990-03-01");
        assertThat(family.all(robin + ".facts['said-otherwise'].saidBy")).containsExactly("Sade Okafor");
    }

    @Test
    void telephone_and_a_new_address_become_facts_with_who_said_them() throws Exception {
        var message = aReferral();
        var id = send(message).referral();
        message.update(id, version(SYSTEM, id))
                .replacing(
                        ROBIN,
                        ROBIN + ", \"telecom\": [{\"system\": \"phone\", \"value\": \"07700 900123\"},"
                                + " {\"system\": \"email\", \"value\": \"robin@example.org\"}]")
                .replacing("12 Made-up Road", "7 Elsewhere Lane");

        var updated = send(message);

        assertThat(updated.status()).as(updated.body()).isEqualTo(200);
        var family = family(id);
        assertThat(family.all("$.members[*].facts['contact-details'].value"))
                .containsExactly("phone 07700 900123\nemail robin@example.org");
        assertThat(family.at("$.facts.home.value")).contains("7 Elsewhere Lane");
        assertThat(family.at("$.facts.home.saidBy")).isEqualTo("Sade Okafor");
    }

    @Test
    void a_name_that_may_be_of_a_twin_or_misheard_is_decided_by_nobody_but_a_person() throws Exception {
        var message = aReferral();
        var id = send(message).referral();
        message.update(id, version(SYSTEM, id)).replacing("\"given\": [\"Wren\"]", "\"given\": [\"Ren\"]");

        var updated = send(message);

        assertThat(updated.status()).as(updated.body()).isEqualTo(200);
        assertThat(updated.warnings().toString()).contains("Ren Ashdown");
        assertThat(family(id).all("$.members[*]")).hasSize(2);
        assertThat(family(id).all("$.members[*].facts['said-otherwise'].value").toString())
                .contains("Perhaps the same");
    }

    @Test
    void a_message_about_somebody_else_changes_nothing() throws Exception {
        var message = aReferral();
        var id = send(message).referral();
        message.update(id, version(SYSTEM, id))
                .replacing(ROBIN, "\"name\": [{\"family\": \"Quill\", \"given\": [\"Ada\"]}]")
                .replacing(ROBIN_BORN, "\"birthDate\": \"1971-01-01\"")
                .replacing("https://case.example/person", "https://other.example/person");

        var refused = send(message);

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.at("$.issue[0].diagnostics")).contains("somebody else");
        assertThat(family(id).body()).doesNotContain("Quill");
    }

    @Test
    void a_number_that_is_none_is_named_and_nothing_else_is_lost_with_it() throws Exception {
        var message = aReferral();
        var id = send(message).referral();
        message.update(id, version(SYSTEM, id)).withNhsNumber("9000000000").answering("It is opiates.");

        var updated = send(message);

        assertThat(updated.status()).as(updated.body()).isEqualTo(200);
        assertThat(updated.warnings().toString()).contains("no NHS number");
        assertThat(seen(id).at("$.texts['treatment-issue-outline']")).isEqualTo("It is opiates.");
    }

    @Test
    void another_pathway_is_no_update() throws Exception {
        var message = aReferral();
        var id = send(message).referral();
        message.update(id, version(SYSTEM, id)).replacing("hackney/into-treatment", "hackney/into-adult-social-care");

        assertThat(send(message).at("$.issue[0].diagnostics")).contains("stays on its pathway");
    }

    @Test
    void whoever_opts_out_has_taken_their_consent_back_and_nothing_more_goes() throws Exception {
        var message = aReferral();
        var id = send(message).referral();
        message.update(id, version(SYSTEM, id)).consent("OPTOUT");

        var refused = send(message);
        var again = send(message);
        message.update(id, version(SYSTEM, id)).answering("It is opiates.");
        var more = send(message);

        assertThat(refused.status()).as(refused.body()).isEqualTo(200);
        assertThat(again.at("$.issue[0].code")).isEqualTo("duplicate");
        var consents = get(SADE, "/api/families/" + seen(id).at("$.disclosed.familyId") + "/consents");
        assertThat(consents.all("$.consents[*].consent.withdrawn.how")).containsExactly("Asked at the visit.");
        assertThat(seen(id).all("$.history[*].what")).containsOnlyOnce("referral.sharing-decided-anew");
        var decisions = get(SADE, "/api/families/" + seen(id).at("$.disclosed.familyId") + "/sharing-decisions");
        assertThat(decisions.body()).contains("DO_NOT_SHARE");
        assertThat(more.status()).as(more.body()).isEqualTo(422);
        assertThat(seen(id).at("$.texts['treatment-issue-outline']")).isEqualTo("Alcohol every day since the spring.");
    }

    @Test
    void a_refusal_that_comes_with_other_news_is_kept_although_the_news_does_not_go() throws Exception {
        var message = aReferral();
        var id = send(message).referral();
        message.update(id, version(SYSTEM, id)).consent("OPTOUT").answering("It is opiates.");

        var refused = send(message);

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        var consents = get(SADE, "/api/families/" + seen(id).at("$.disclosed.familyId") + "/consents");
        assertThat(consents.all("$.consents[?(@.consent.withdrawn)]")).hasSize(1);
    }

    @Test
    void a_system_that_repeats_itself_gives_nobodys_consent_back() throws Exception {
        var message = aReferral();
        var id = send(message).referral();
        var consents = get(SADE, "/api/families/" + seen(id).at("$.disclosed.familyId") + "/consents");
        var consent = String.valueOf(consents.all("$.consents[*].consent.id").getFirst());
        var withdrawn = done(
                SADE,
                MockMvcRequestBuilders.post("/api/families/" + seen(id).at("$.disclosed.familyId") + "/consents/"
                                + consent + "/withdrawal")
                        .header(HttpHeaders.IF_MATCH, consents.tag())
                        .contentType("application/json")
                        .content("{\"how\": \"Said so on the telephone.\"}"));
        assertThat(withdrawn.status()).as(withdrawn.body()).isLessThan(300);
        message.update(id, version(SYSTEM, id));

        var updated = send(message);

        assertThat(updated.warnings().toString()).contains("A person has recorded otherwise");
        var now = get(SADE, "/api/families/" + seen(id).at("$.disclosed.familyId") + "/consents");
        assertThat(now.all("$.consents[*]")).hasSize(1);
    }

    @Test
    void a_cancellation_keeps_a_reason_that_is_only_coded_and_names_what_it_does_not_take_along() throws Exception {
        var message = aReferral();
        var id = send(message).referral();
        message.cancel(id, "revoked", "coded")
                .consent("OPTOUT")
                .replacing(
                        "[{\"text\": \"coded\"}]",
                        "[{\"coding\": [{\"system\": \"https://case.example/why\", \"display\": \"The family has moved\"}]}]");

        var cancelled = send(message);

        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        assertThat(cancelled.warnings().toString()).contains("Consent is not taken in with a cancellation");
        assertThat(seen(id).at("$.history[-1].said.reason")).contains("The family has moved");
    }

    @Test
    void a_cancellation_whose_meaning_is_modified_takes_nothing_back() throws Exception {
        var message = aReferral();
        var id = send(message).referral();
        message.cancel(id, "revoked", "x")
                .replacing(
                        "\"intent\": \"plan\",\n",
                        "\"intent\": \"plan\", \"modifierExtension\": [{\"url\": \"https://case.example/not\","
                                + " \"valueBoolean\": true}],\n");

        assertThat(send(message).at("$.issue[0].code")).isEqualTo("not-supported");
        assertThat(seen(id).at("$.state")).isNotEqualTo("withdrawn");
    }

    @Test
    void a_greater_concern_is_more_than_what_was_decided_on() throws Exception {
        var message = aReferral();
        var id = send(message).referral();
        message.update(id, version(SYSTEM, id)).with(statement("child-concern", "significant-harm"));

        var updated = send(message);
        message.update(id, version(SYSTEM, id));
        var again = send(message);

        assertThat(updated.status()).as(updated.body()).isEqualTo(200);
        assertThat(again.at("$.issue[0].code")).isEqualTo("duplicate");
        assertThat(lastDecision(id)).contains("significant-harm");
    }

    private String lastDecision(String referral) throws Exception {
        var decisionId = seen(referral).at("$.disclosed.decisionId");
        return get(
                        SADE,
                        "/api/families/" + seen(referral).at("$.disclosed.familyId") + "/sharing-decisions/"
                                + decisionId)
                .body();
    }

    private static String statement(String name, String code) {
        return """
                {"resourceType": "QuestionnaireResponse", "questionnaire": "%s", "status": "completed",
                 "item": [{"linkId": "%s", "answer": [{"valueCoding": {"code": "%s"}}]}]}""".formatted(Terms.STATEMENT, name, code);
    }

    @Test
    void the_form_that_follows_a_call_goes_with_what_it_states_about_sharing() throws Exception {
        // So recent that nothing is overdue yet: a clock that ran out would change the referral meanwhile.
        var justNow = time.instant().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        var call = aSalfordReferral().with("""
                {"resourceType": "Communication", "status": "completed",
                 "topic": {"coding": [{"system": "%s", "code": "call-before-referral"}]},
                 "sent": "%s", "recipient": [{"display": "The Bridge"}],
                 "reasonCode": [{"coding": [{"system": "%s", "code": "refer"}]}],
                 "payload": [{"contentString": "Send the form today."}]}""".formatted(Terms.CALLS, justNow, Terms.CALLS));
        var id = send(ACHIEVE, call.json()).referral();
        assertThat(get(ACHIEVE, "/api/referrals/" + id).at("$.state")).isEqualTo("called");
        call.update(id, version(ACHIEVE, id))
                .with(statement("child-concern", "significant-harm"))
                .with("""
                {"resourceType": "DocumentReference", "status": "current",
                 "category": [{"coding": [{"system": "%s", "code": "referral-form"}]}],
                 "content": [{"attachment": {"title": "form.txt", "data": "%s"}}]}""".formatted(
                                Terms.REQUIREMENTS,
                                Base64.getEncoder().encodeToString("The form.".getBytes(StandardCharsets.UTF_8))));

        var sent = send(ACHIEVE, call.json());

        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(get(ACHIEVE, "/api/referrals/" + id).at("$.state")).isEqualTo("submitted");
        var family = get(ACHIEVE, "/api/referrals/" + id).at("$.disclosed.familyId");
        var decisions = get(ACHIEVE, "/api/families/" + family + "/sharing-decisions");
        var last = String.valueOf(decisions
                .all("$.items[?(@.occasion.what == 'referral-submitted')].id")
                .getFirst());
        assertThat(get(ACHIEVE, "/api/families/" + family + "/sharing-decisions/" + last)
                        .at("$.inputs.childConcern"))
                .isEqualTo("significant-harm");
    }

    private static MessageMother aSalfordReferral() {
        return aReferral()
                .withoutPaperwork()
                .from("achieve-salford")
                .replacing("hackney/into-treatment", "salford/to-the-bridge")
                .replacing("Id/agency|hackney-drug-treatment", "Id/agency|salford-childrens-services")
                .with("""
                        {"resourceType": "Flag", "status": "active",
                         "code": {"coding": [{"system": "%s", "code": "child-welfare-concern"}]},
                         "subject": {"reference": "urn:uuid:00000000-0000-4000-8000-000000000005"}}""".formatted(Terms.SITUATION));
    }
}
