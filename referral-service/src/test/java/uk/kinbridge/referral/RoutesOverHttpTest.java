package uk.kinbridge.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
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

/** ENG-07, JWP-11, JWP-19: what is so in a case is answered by ways, and by whom to call, without any other service. */
@SpringBootTest(properties = "kinbridge.messaging.prefix=test-access-referral")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class, Brokers.ForContext.class})
class RoutesOverHttpTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Bearer PRIYA =
            Tokens.of("priya.solanki").agency("southampton-childrens-services").roles("practitioner");
    private static final Bearer EWAN =
            Tokens.of("ewan.galbraith").agency("southampton-adults-services").roles("practitioner");

    @Autowired
    MockMvc http;

    @Test
    void immediate_danger_gives_the_police_and_who_protects_in_the_callers_own_area() throws Exception {
        var routes = routes(EWAN, "immediate-danger");

        assertThat(routes.at("/callFirst").asString()).isEqualTo("999");
        assertThat(routes.at("/call").findValuesAsString("area")).containsOnly("southampton");
        assertThat(routes.at("/call").findValuesAsString("need")).contains("child-protection", "adult-safeguarding");
        routes.at("/call")
                .forEach(line -> assertThat(line.at("/telephones").size()).isPositive());
    }

    @Test
    void who_may_not_refer_on_a_way_gets_whom_to_call_in_the_place_of_the_link() throws Exception {
        var theirs = routes(EWAN, "delusion-involves-child");
        var others = routes(PRIYA, "delusion-involves-child");

        assertThat(theirs.at("/open/0/_links/refer").isMissingNode()).isFalse();
        assertThat(others.at("/open/0/_links/refer").isMissingNode()).isTrue();
        assertThat(others.at("/call").findValuesAsString("need")).contains("child-protection");
    }

    @Test
    void nobody_is_to_be_called_where_nothing_is_urgent() throws Exception {
        var routes = routes(PRIYA, "adult-with-unmet-needs");

        assertThat(routes.at("/callFirst").isNull()).isTrue();
        assertThat(routes.at("/call").isEmpty()).isTrue();
    }

    private JsonNode routes(Bearer by, String... situation) throws Exception {
        var body =
                JSON.writeValueAsString(java.util.Map.of("protocol", "joint-working", "situation", List.of(situation)));
        var response = http.perform(MockMvcRequestBuilders.post("/api/routes")
                        .header("Authorization", by.header())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return JSON.readTree(response.getContentAsString());
    }
}
