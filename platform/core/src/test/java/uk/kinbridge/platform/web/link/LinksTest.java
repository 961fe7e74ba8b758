package uk.kinbridge.platform.web.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LinksTest {

    @Test
    void only_what_is_allowed_has_a_link() {
        Links links = Links.self("/api/teas/1")
                .when(true, "drink", "POST", "/api/teas/1/sips")
                .when(false, "spill", "DELETE", "/api/teas/1");
        assertThat(JsonMapper.shared().writeValueAsString(links)).isEqualTo("""
                {"self":{"href":"/api/teas/1"},"drink":{"href":"/api/teas/1/sips","method":"POST"}}""");
    }
}
