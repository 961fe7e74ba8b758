package uk.kinbridge.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.platform.testing.Bearer;
import uk.kinbridge.platform.testing.Brokers;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;

/** HAC-08, JWP-01, JWP-05, DOR-14: one record, shared by those who work with the family, and closed to everybody else. */
@SpringBootTest(properties = "kinbridge.messaging.prefix=test-access-referral")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class, Brokers.ForContext.class})
class FamilyRecordOverHttpTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Bearer SADE =
            Tokens.of("sade.okafor").agency("hackney-childrens-social-care").roles("practitioner");
    private static final Bearer NADIA =
            Tokens.of("nadia.rahman").agency("hackney-childrens-social-care").roles("safeguarding-lead");
    private static final Bearer LEILA =
            Tokens.of("leila.haddad").agency("hackney-drug-treatment").roles("safeguarding-lead");
    private static final Bearer OWEN =
            Tokens.of("owen.price").agency("hackney-alcohol-treatment").roles("safeguarding-lead");
    private static final String TREATMENT_JOINS =
            "{\"agency\": \"hackney-drug-treatment\", \"basis\": \"PUBLIC_TASK\", \"words\": \"Joint work\"}";

    @Autowired
    MockMvc http;

    private record Answer(int status, String body, @Nullable String etag) {
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
        MockHttpServletResponse response = http.perform(request).andReturn().getResponse();
        return new Answer(response.getStatus(), response.getContentAsString(), response.getHeader("ETag"));
    }

    private Answer register(Bearer by, String familyName) throws Exception {
        return send(by, "POST", "/api/families", null, """
                {"members": [
                   {"kind": "ADULT", "givenName": "Robin", "familyName": "%1$s", "bornOn": "1990-03-01"},
                   {"kind": "CHILD", "givenName": "Wren", "familyName": "%1$s", "bornOn": "2019-06-02",
                    "facts": {"school": {"value": "Hill School", "saidBy": "the mother"}}},
                   {"kind": "UNBORN", "givenName": "Baby", "familyName": "%1$s", "expectedOn": "2099-03-01"}],
                 "relationships": [{"from": 0, "to": 1, "kind": "PARENT", "care": "SOLE", "contact": "LIVES_WITH"}],
                 "noChildren": false, "address": "12 Made-up Road, London E8 1AA"}""".formatted(familyName));
    }

    private static String path(Answer family) {
        return "/api/families/" + family.text("/id");
    }

    @Test
    void two_agencies_share_one_record_and_a_third_does_not_know_of_it() throws Exception {
        var family = register(SADE, "Sharewell");
        assertThat(family.status()).isEqualTo(201);
        assertThat(send(LEILA, "GET", path(family), null, null).status()).isEqualTo(404);

        var joined = send(SADE, "POST", path(family) + "/agencies", family.etag(), TREATMENT_JOINS);

        assertThat(joined.status()).isEqualTo(200);
        var read = send(LEILA, "GET", path(family), null, null);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text("/members/1/facts/school/value")).isEqualTo("Hill School");
        assertThat(read.text("/members/1/facts/school/saidBy")).isEqualTo("the mother");
        assertThat(read.text("/members/2/expectedOn")).isEqualTo("2099-03-01");
        assertThat(read.json().at("/asked/open").size()).isPositive();
        assertThat(send(OWEN, "GET", path(family), null, null).status()).isEqualTo(404);
        assertThat(send(OWEN, "GET", "/api/families?name=Sharewell", null, null).body())
                .doesNotContain("Sharewell");
        assertThat(send(LEILA, "GET", "/api/families?name=Sharewell", null, null)
                        .body())
                .contains(family.text("/reference"));
    }

    @Test
    void a_change_names_the_version_that_was_read() throws Exception {
        var family = register(SADE, "Versionby");
        var fact = path(family) + "/members/" + family.text("/members/1/id") + "/facts/main-carer";

        assertThat(send(SADE, "PUT", fact, null, "{\"value\": \"Robin\"}").status())
                .isEqualTo(428);
        assertThat(send(SADE, "PUT", fact, family.etag(), "{\"value\": \"Robin\"}")
                        .status())
                .isEqualTo(200);
        assertThat(send(SADE, "PUT", fact, family.etag(), "{\"value\": \"Kit\"}")
                        .status())
                .isEqualTo(412);
        assertThat(send(SADE, "GET", path(family), null, null).text("/members/1/facts/main-carer/value"))
                .isEqualTo("Robin");
    }

    @Test
    void an_unknown_fact_is_a_problem_that_names_the_field() throws Exception {
        var family = register(SADE, "Faultley");
        var member = path(family) + "/members/" + family.text("/members/1/id");

        var unknown = send(SADE, "PUT", member + "/facts/shoe-size", family.etag(), "{\"value\": \"8\"}");

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("/type")).isEqualTo("/problems/family-incomplete");
        assertThat(unknown.text("/errors/0/field")).isEqualTo("fact");
    }

    @Test
    void an_adult_without_the_question_about_children_is_refused_with_the_clause() throws Exception {
        var family = register(SADE, "Askew");

        var refused = send(
                SADE,
                "POST",
                path(family) + "/members",
                family.etag(),
                "{\"kind\": \"ADULT\", \"givenName\": \"Kit\", \"familyName\": \"Marlow\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/obligation")).isEqualTo("JWP-01");
    }

    @Test
    void the_one_whom_a_child_is_protected_from_finds_no_trace_of_where_it_is() throws Exception {
        var family = register(SADE, "Hideaway");
        var child = family.text("/members/1/id");
        var marked = send(
                SADE,
                "POST",
                path(family) + "/protections",
                family.etag(),
                "{\"memberId\": \"" + child + "\", \"fromPeople\": [\"kit.marlow\"], \"reason\": \"An order\"}");
        assertThat(marked.status()).isEqualTo(200);
        var kit =
                Tokens.of("kit.marlow").agency("hackney-childrens-social-care").roles("senior-manager");

        var read = send(kit, "GET", path(family), null, null);

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body()).doesNotContain("Made-up", "Hill School", "protect\":", "An order", "withheld");
        assertThat(send(kit, "GET", path(family) + "/history", null, null).body())
                .doesNotContain("Made-up", "Hill School", "An order");
        var link = path(family) + "/members/" + child + "/facts/gp";
        assertThat(send(kit, "PUT", link, read.etag(), "{\"value\": \"x\"}").status())
                .isEqualTo(403);
        assertThat(send(SADE, "GET", path(family), null, null).body()).contains("Made-up", "Hill School");
    }

    @Test
    void the_one_whom_a_child_is_protected_from_finds_no_trace_in_decisions_and_consents_either() throws Exception {
        var family = register(SADE, "Hidewell");
        var parent = family.text("/members/0/id");
        var child = family.text("/members/1/id");
        var joined = send(SADE, "POST", path(family) + "/agencies", family.etag(), TREATMENT_JOINS);
        var consent = "{\"personId\": \"" + parent + "\", \"purpose\": \"TREATMENT\", \"answer\": \"GIVEN\","
                + " \"how\": \"At the surgery in Hill Street\"}";
        assertThat(send(LEILA, "POST", path(family) + "/consents", null, consent)
                        .status())
                .isEqualTo(201);
        var marked = send(
                SADE,
                "POST",
                path(family) + "/protections",
                joined.etag(),
                "{\"memberId\": \"" + child + "\", \"fromPeople\": [\"kit.marlow\"], \"reason\": \"An order\"}");
        assertThat(marked.status()).isEqualTo(200);
        var kit =
                Tokens.of("kit.marlow").agency("hackney-childrens-social-care").roles("practitioner");
        var question = """
                {"protocol": "hackney", "recipient": "hackney-drug-treatment", "about": ["%s"], "others": ["%s"],
                 "message": "Please call.",
                 "sharing": {"reason": "To protect", "childConcern": "SIGNIFICANT_HARM"}}""".formatted(parent, child);
        var decisions = path(family) + "/sharing-decisions";

        var asked = send(kit, "POST", decisions, null, question);

        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.body()).doesNotContain("Made-up", "WHEREABOUTS", "must not learn");
        assertThat(send(kit, "GET", decisions + "/" + asked.text("/id"), null, null)
                        .body())
                .contains("Please call.")
                .doesNotContain("Made-up", "WHEREABOUTS");
        assertThat(send(kit, "GET", decisions, null, null).body())
                .contains("Please call.")
                .doesNotContain("Made-up", "WHEREABOUTS");
        assertThat(send(SADE, "GET", decisions, null, null).body()).contains("Made-up", "WHEREABOUTS");
        var words = send(SADE, "POST", decisions, null, question.replace("Please call.", "They sleep at her aunt's."));
        assertThat(words.status()).isEqualTo(201);
        assertThat(send(kit, "GET", decisions + "/" + words.text("/id"), null, null)
                        .body())
                .as("what others wrote may say where they are")
                .contains("HAC-16")
                .doesNotContain("aunt");
        assertThat(send(kit, "GET", decisions, null, null).body()).doesNotContain("aunt");
        assertThat(send(SADE, "GET", decisions, null, null).body()).contains("aunt");
        assertThat(send(kit, "GET", path(family) + "/consents", null, null).body())
                .doesNotContain("Hill Street", "hackney-drug-treatment", "leila");
        var inTheirName = consent.replace("Hill Street", "the office");
        assertThat(send(kit, "POST", path(family) + "/consents", null, inTheirName))
                .as("who somebody is protected from does not agree for them")
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(422))
                .satisfies(answer ->
                        assertThat(answer.body()).doesNotContain("Hill Street", "hackney-drug-treatment", "leila"));
        assertThat(send(kit, "POST", path(family) + "/consents", null, inTheirName.replace("GIVEN", "REFUSED"))
                        .body())
                .contains("the office")
                .doesNotContain("Hill Street", "hackney-drug-treatment", "leila");
        assertThat(send(SADE, "GET", path(family) + "/consents", null, null).body())
                .contains("Hill Street", "hackney-drug-treatment");
        assertThat(looks(kit, path(family) + "/consents/access-log"))
                .as("the looks of other agencies would tell that they work with the child")
                .containsExactly("read sade.okafor", "changed kit.marlow", "read kit.marlow");
        assertThat(looks(SADE, path(family) + "/consents/access-log")).contains("changed leila.haddad");
    }

    @Test
    void registering_says_of_others_records_only_what_the_caller_may_know() throws Exception {
        var kept = register(LEILA, "Twiceborn");

        var practitioner = register(SADE, "Twiceborne");
        var lead = register(NADIA, "Twyceborn");

        assertThat(practitioner.json().at("/possibleMatches").toString())
                .contains("ask-your-lead")
                .doesNotContain("hackney-drug-treatment", kept.text("/id"), kept.text("/reference"));
        assertThat(lead.json().at("/possibleMatches").toString())
                .contains("ask-agency", "hackney-drug-treatment", "on-your-record", practitioner.text("/reference"))
                .doesNotContain(kept.text("/id"), kept.text("/reference"));
        assertThat(send(LEILA, "GET", path(kept) + "/access-log", null, null).body())
                .contains("possible-match", "hackney-childrens-social-care");
    }

    @Test
    void who_looked_at_it_is_open_to_those_who_share_it() throws Exception {
        var family = register(SADE, "Lookward");
        send(SADE, "POST", path(family) + "/agencies", family.etag(), TREATMENT_JOINS);
        send(LEILA, "GET", path(family), null, null);

        var first = send(SADE, "GET", path(family) + "/access-log?limit=1", null, null);

        assertThat(first.text("/items/0/name")).isEqualTo("leila.haddad");
        assertThat(first.text("/items/0/agency")).isEqualTo("hackney-drug-treatment");
        assertThat(first.text("/items/0/what")).isEqualTo("read");
        var next = send(SADE, "GET", path(family) + "/access-log?limit=1&cursor=" + first.text("/next"), null, null);
        assertThat(next.text("/items/0/what")).isEqualTo("changed");
        assertThat(send(OWEN, "GET", path(family) + "/access-log", null, null).status())
                .isEqualTo(404);
    }

    @Test
    void who_looked_at_what_its_members_were_asked_is_open_to_those_who_share_it() throws Exception {
        var family = register(SADE, "Consentlook");
        var consents = path(family) + "/consents";
        send(SADE, "POST", path(family) + "/agencies", family.etag(), TREATMENT_JOINS);
        var consent = "{\"personId\": \"" + family.text("/members/0/id")
                + "\", \"purpose\": \"TREATMENT\", \"answer\": \"GIVEN\", \"how\": \"At the visit\"}";
        send(SADE, "POST", consents, null, consent);
        var read = send(LEILA, "GET", consents, null, null);
        send(OWEN, "GET", consents, null, null);

        var log = read.text("/_links/accessLog/href");

        assertThat(looks(SADE, log)).containsExactly("read leila.haddad", "changed sade.okafor");
        assertThat(looks(LEILA, log)).isEqualTo(looks(SADE, log));
        assertThat(send(OWEN, "GET", log, null, null).status()).isEqualTo(404);
    }

    @Test
    void who_looked_at_its_concerns_is_all_open_to_the_agency_that_keeps_it_and_to_others_their_own() throws Exception {
        var family = register(SADE, "Concernlook");
        var concerns = path(family) + "/concerns";
        send(SADE, "POST", path(family) + "/agencies", family.etag(), TREATMENT_JOINS);
        send(LEILA, "POST", concerns, null, "{\"protocol\": \"hackney\", \"words\": \"Tired again\"}");
        var read = send(SADE, "GET", concerns, null, null);
        send(OWEN, "GET", concerns, null, null);

        var log = read.text("/_links/accessLog/href");

        assertThat(looks(SADE, log)).containsExactly("read sade.okafor", "changed leila.haddad");
        assertThat(looks(LEILA, log)).containsExactly("changed leila.haddad");
        assertThat(send(OWEN, "GET", log, null, null).status()).isEqualTo(404);
    }

    @Test
    void a_list_with_its_names_and_who_works_with_a_family_are_looks_too() throws Exception {
        var family = register(SADE, "Listlook");
        send(SADE, "GET", "/api/families?reference=" + family.text("/reference"), null, null);
        send(OWEN, "GET", "/api/families?reference=" + family.text("/reference"), null, null);
        send(SADE, "GET", path(family) + "/agencies", null, null);
        send(OWEN, "GET", path(family) + "/agencies", null, null);

        assertThat(looks(SADE, path(family) + "/access-log"))
                .startsWith("read-agencies sade.okafor", "listed sade.okafor")
                .noneMatch(look -> look.contains("owen"));
    }

    /** JWP-08, HAC-08: whoever somebody is protected from learns of no agency and of no worker by what adds up. */
    @Test
    void concerns_show_the_one_whom_a_child_is_protected_from_their_own_alone() throws Exception {
        var family = register(SADE, "Concernhide");
        var concerns = path(family) + "/concerns";
        var joined = send(SADE, "POST", path(family) + "/agencies", family.etag(), TREATMENT_JOINS);
        var kit =
                Tokens.of("kit.marlow").agency("hackney-childrens-social-care").roles("manager");
        for (var by : List.of(LEILA, SADE, LEILA, kit)) {
            var said = "{\"protocol\": \"hackney\", \"words\": \"Said by " + by.subject() + "\"}";
            assertThat(send(by, "POST", concerns, null, said).status()).isEqualTo(201);
        }
        var raised = send(NADIA, "GET", concerns, null, null);
        assertThat(send(kit, "GET", concerns, null, null).body())
                .as("before, a manager sees the picture")
                .contains("hackney-drug-treatment", raised.text("/pictures/0/reference"));
        send(
                SADE,
                "POST",
                path(family) + "/protections",
                joined.etag(),
                "{\"memberId\": \"" + family.text("/members/1/id")
                        + "\", \"fromPeople\": [\"kit.marlow\"], \"reason\": \"An order\"}");

        var seen = send(kit, "GET", concerns, null, null);
        assertThat(seen.body())
                .contains("Said by " + kit.subject())
                .doesNotContain(
                        "hackney-drug-treatment",
                        "Said by " + LEILA.subject(),
                        "Said by " + SADE.subject(),
                        raised.text("/pictures/0/reference"));
        var answer = path(family) + "/concern-pictures/" + raised.text("/pictures/0/id") + "/answer";
        var how = "{\"action\": \"LIAISED\", \"words\": \"We meet at her aunt's.\"}";
        assertThat(send(kit, "POST", answer, raised.etag(), how).status()).isEqualTo(404);

        assertThat(send(NADIA, "POST", answer, raised.etag(), how).text("/pictures/0/answer/words"))
                .isEqualTo("We meet at her aunt's.");
        var tom = Tokens.of("tom.brandt").agency("hackney-drug-treatment").roles("practitioner");
        var contributor = send(tom, "GET", concerns, null, null);
        assertThat(contributor.text("/pictures/0/answer/action")).isEqualTo("LIAISED");
        assertThat(contributor.text("/pictures/0/answer/by/agency")).isEqualTo("hackney-childrens-social-care");
        assertThat(contributor.body()).doesNotContain("aunt");
    }

    /** SAL-16: that somebody is treated is known to those who were told, and they see who looked. */
    @Test
    void who_looked_at_a_treatment_is_open_to_those_who_know_of_it_alone() throws Exception {
        var family = register(SADE, "Treatlook");
        send(SADE, "POST", path(family) + "/agencies", family.etag(), TREATMENT_JOINS);
        var treatments = path(family) + "/treatments";
        var made = send(LEILA, "POST", treatments, null, """
                {"protocol": "hackney", "member": "%s", "enteredOn": "2026-01-05"}""".formatted(family.text("/members/0/id")));
        assertThat(made.status()).isEqualTo(201);
        var log = made.text("/_links/accessLog/href");

        assertThat(send(LEILA, "GET", treatments, null, null).body()).contains(made.text("/id"));
        send(SADE, "GET", treatments, null, null);

        assertThat(looks(LEILA, log)).containsExactly("listed leila.haddad", "changed leila.haddad");
        assertThat(send(SADE, "GET", log, null, null).status())
                .as("works with the family, and was not told")
                .isEqualTo(404);
        assertThat(send(OWEN, "GET", log, null, null).status()).isEqualTo(404);
    }

    @Test
    void who_looked_at_a_talk_is_open_to_those_who_had_it_alone() throws Exception {
        var family = register(SADE, "Contactlook");
        var contacts = path(family) + "/contacts";
        send(SADE, "POST", path(family) + "/agencies", family.etag(), TREATMENT_JOINS);
        var made = send(SADE, "POST", contacts, null, """
                {"protocol": "hackney", "route": "family-service", "situation": ["child-welfare-concern"],
                 "withWhom": "The duty desk", "words": "Asked in general.", "named": false}""");
        assertThat(made.status()).isEqualTo(201);
        var log = made.text("/_links/accessLog/href");
        assertThat(looks(SADE, log)).isEmpty();

        assertThat(send(NADIA, "GET", contacts, null, null).text("/items/0/words"))
                .isEqualTo("Asked in general.");
        send(LEILA, "GET", contacts, null, null);

        assertThat(looks(SADE, log)).containsExactly("listed nadia.rahman");
        assertThat(send(LEILA, "GET", log, null, null).status())
                .as("works with the family, and was not told")
                .isEqualTo(404);
        assertThat(send(OWEN, "GET", log, null, null).status()).isEqualTo(404);
    }

    private List<String> looks(Bearer by, String log) throws Exception {
        return send(by, "GET", log, null, null)
                .json()
                .path("items")
                .valueStream()
                .map(look ->
                        look.path("what").asString() + " " + look.path("name").asString())
                .toList();
    }

    @Test
    void the_history_is_read_in_pages_the_latest_line_first() throws Exception {
        var family = register(SADE, "Historyham");
        send(SADE, "POST", path(family) + "/checks", family.etag(), "{\"saidBy\": \"the mother\"}");

        var first = send(SADE, "GET", path(family) + "/history?limit=1", null, null);
        var second = send(SADE, "GET", path(family) + "/history?limit=1&cursor=" + first.text("/next"), null, null);

        assertThat(first.text("/items/0/what")).isEqualTo("information.checked");
        assertThat(second.text("/items/0/what")).isEqualTo("family.registered");
        assertThat(second.json().path("next").isNull()
                        || second.json().path("next").isMissingNode())
                .isTrue();
    }

    @Test
    void two_records_become_one_and_two_again() throws Exception {
        var kept = register(NADIA, "Mergeham");
        var other = register(NADIA, "Mergeham");
        var body = """
                {"other": "%s", "reason": "Registered twice", "same": [{"kept": "%s", "other": "%s"}]}""".formatted(other.text("/id"), kept.text("/members/0/id"), other.text("/members/0/id"));

        var merged = send(NADIA, "POST", path(kept) + "/merges", kept.etag(), body);
        assertThat(merged.status()).isEqualTo(200);
        assertThat(merged.json().at("/members").size()).isEqualTo(5);
        assertThat(send(NADIA, "GET", path(other), null, null).text("/mergedInto"))
                .isEqualTo(kept.text("/id"));
        var late = send(NADIA, "POST", path(other) + "/checks", "\"2\"", "{\"saidBy\": \"x\"}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/into")).isEqualTo(kept.text("/id"));

        var undone = send(
                NADIA,
                "POST",
                path(kept) + "/merges/" + merged.text("/merges/0/id") + "/undo",
                merged.etag(),
                "{\"reason\": \"They are cousins\"}");
        assertThat(undone.status()).isEqualTo(200);
        assertThat(undone.json().at("/members").size()).isEqualTo(3);
        assertThat(send(NADIA, "GET", path(other), null, null).json().has("mergedInto"))
                .isFalse();
    }
}
