package uk.kinbridge.directory.glossary;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import uk.kinbridge.directory.OverHttp;

@OverHttp
class GlossaryIT {

    @Autowired
    RestTestClient http;

    @Test
    void is_open_to_everybody() {
        http.get().uri("/api/glossary").exchange().expectStatus().isOk();
        http.get().uri("/api/glossary/no-such-term").exchange().expectStatus().isNotFound();
    }
}
