package uk.kinbridge.assessment.form.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hl7.fhir.r4.model.Questionnaire;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import uk.kinbridge.platform.testing.Brokers;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;

/** The forms as those who fill them in, and other systems, get them. */
@SpringBootTest(
        properties = {
            "kinbridge.messaging.prefix=test-access-assessment",
            "kinbridge.peers.directory=http://localhost:9",
            "kinbridge.peers.referral=http://localhost:9"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class, Brokers.ForContext.class})
class FormControllerTest {

    @Autowired
    MockMvc http;

    @Test
    void lists_what_the_agencys_protocol_asks_its_own_before_the_national() throws Exception {
        ask("/api/forms", "application/json")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].form").value(hasItem("hackney-parental-needs@1")))
                .andExpect(jsonPath("$.items[*].form").value(hasItem("england-child-and-family@1")))
                .andExpect(jsonPath("$.items[?(@.form == 'england-parental-needs@1')]")
                        .isEmpty());
        ask("/api/forms?protocol=salford", "application/json")
                .andExpect(jsonPath("$.items[*].form").value(hasItem("salford-screening-test@1")));
    }

    @Test
    void shows_each_question_with_its_help_and_obligation() throws Exception {
        ask("/api/forms/hackney-parental-needs@1", "application/json")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title").value("Parental Needs Assessment"))
                .andExpect(jsonPath("$.when").value(startsWith("an adult cares for a child or")))
                .andExpect(jsonPath("$.sections[0].filledBy").value(hasItem("treatment-provider")))
                .andExpect(jsonPath("$.sections[0].questions[0].obligations[0]").value("HAC-07"))
                .andExpect(jsonPath("$.sections[?(@.id == 'about-each-child')].each")
                        .value("child"))
                .andExpect(jsonPath("$._links.schema.href").value("/api/forms/hackney-parental-needs@1/schema"));
    }

    @Test
    void gives_another_system_a_questionnaire() throws Exception {
        String json = ask("/api/forms/salford-dash@1", "application/fhir+json")
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("application/fhir+json"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        var questionnaire = Fhir.r4().newJsonParser().parseResource(Questionnaire.class, json);
        assertThat(ReadBack.form(questionnaire)).isEqualTo(FormsAsFhirTest.form("salford-dash@1"));
    }

    @Test
    void says_what_answers_look_like() throws Exception {
        ask("/api/forms/hackney-comprehensive@1/schema", "application/schema+json")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.properties.motivation.maximum").value(10));
    }

    @Test
    void what_is_no_form_is_not_found() throws Exception {
        for (String name : new String[] {"hackney-parental-needs@2", "hackney-parental-needs", "nothing"}) {
            ask("/api/forms/" + name, "application/json")
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.type").value("/problems/not-found"));
        }
    }

    private ResultActions ask(String path, String accept) throws Exception {
        return http.perform(get(path)
                .header("Accept", accept)
                .header(
                        "Authorization",
                        Tokens.of("leila.haddad")
                                .agency("hackney-drug-treatment")
                                .roles("practitioner")
                                .header()));
    }
}
