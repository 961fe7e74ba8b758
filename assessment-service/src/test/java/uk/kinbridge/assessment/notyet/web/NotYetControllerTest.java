package uk.kinbridge.assessment.notyet.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import uk.kinbridge.platform.testing.Brokers;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;

/** The service runs, is secured, and says what it does not do yet. */
@SpringBootTest(
        properties = {
            "kinbridge.messaging.prefix=test-access-assessment",
            "kinbridge.peers.directory=http://localhost:9",
            "kinbridge.peers.referral=http://localhost:9"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class, Brokers.ForContext.class})
class NotYetControllerTest {

    @Autowired
    MockMvc http;

    @Test
    void says_that_it_is_not_there_yet() throws Exception {
        http.perform(get("/api/appointments")
                        .header(
                                "Authorization",
                                Tokens.of("sade.okafor")
                                        .agency("hackney-childrens-social-care")
                                        .roles("practitioner")
                                        .header()))
                .andExpect(status().isNotImplemented())
                .andExpect(jsonPath("$.type").value("/problems/not-yet-available"));
    }

    @Test
    void says_nothing_to_somebody_who_has_not_signed_in() throws Exception {
        http.perform(get("/api/appointments"))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.type").value("/problems/not-signed-in"));
    }

    @Test
    void time_cannot_be_moved_outside_the_local_profile() throws Exception {
        http.perform(get("/local/time")).andExpect(status().isUnauthorized());
        http.perform(get("/local/time")
                        .header(
                                "Authorization",
                                Tokens.of("sade.okafor")
                                        .agency("hackney-childrens-social-care")
                                        .roles("practitioner")
                                        .header()))
                .andExpect(status().isNotFound());
    }
}
