package uk.kinbridge.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.platform.document.Documents;
import uk.kinbridge.platform.document.StoredDocument;
import uk.kinbridge.platform.testing.Bearer;
import uk.kinbridge.platform.testing.Brokers;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.FamilyMother;
import uk.kinbridge.referral.family.Protecting;
import uk.kinbridge.referral.referral.ReferralMother;
import uk.kinbridge.referral.referral.Referrals;

/** HAC-02, HAC-08, SAL-16: whoever opens what came with a referral stands in the log that the referral's parties read. */
@SpringBootTest(properties = "kinbridge.messaging.prefix=test-access-referral")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class, Brokers.ForContext.class})
class DocumentsOverHttpTest {

    private static final byte[] LETTER = "%PDF-1.7\nA letter.".getBytes(StandardCharsets.UTF_8);
    private static final Bearer SADE =
            Tokens.of("sade.okafor").agency("hackney-childrens-social-care").roles("practitioner");
    private static final Bearer LEILA =
            Tokens.of("leila.haddad").agency("hackney-drug-treatment").roles("safeguarding-lead");
    private static final Bearer TOM =
            Tokens.of("tom.brandt").agency("hackney-drug-treatment").roles("practitioner");
    private static final Bearer OWEN =
            Tokens.of("owen.price").agency("hackney-alcohol-treatment").roles("practitioner");

    @Autowired
    MockMvc http;

    @Autowired
    Documents documents;

    @Autowired
    Referrals referrals;

    @Autowired
    Families families;

    @Autowired
    InstantSource time;

    @Test
    void opening_it_is_written_beside_reading_the_referral_and_a_refusal_is_not() throws Exception {
        var document = new StoredDocument(
                "d-1",
                "hackney-childrens-social-care",
                "p-sade",
                time.instant(),
                "a.pdf",
                "application/pdf",
                LETTER.length,
                "ab");
        documents.add(document, new ByteArrayInputStream(LETTER));
        var id = UUID.randomUUID().toString();
        referrals.add(ReferralMother.aReferralFrom(id, time.instant()), time.instant());

        get(LEILA, "/api/referrals/" + id);
        assertThat(get(LEILA, "/api/documents/d-1/content").getContentAsByteArray())
                .isEqualTo(LETTER);
        assertThat(get(OWEN, "/api/documents/d-1/content").getStatus()).isEqualTo(404);

        assertThat(looks(SADE, "/api/referrals/" + id + "/access-log"))
                .as("the latest first")
                .containsExactly("read-document leila.haddad", "read leila.haddad");
        assertThat(looks(SADE, "/api/documents/d-1/access-log")).containsExactly("read leila.haddad");
    }

    @Test
    void acknowledging_it_again_shows_it_and_is_written_too() throws Exception {
        var id = UUID.randomUUID().toString();
        referrals.add(ReferralMother.aReferralFrom(id, time.instant()), time.instant());
        var path = "/api/referrals/" + id;

        assertThat(acknowledge(LEILA, path).getStatus()).isEqualTo(200);
        assertThat(acknowledge(LEILA, path).getContentAsString()).contains(id);
        assertThat(acknowledge(OWEN, path).getStatus()).isEqualTo(404);
        assertThat(acknowledge(SADE, path).getStatus()).isEqualTo(403);

        assertThat(looks(SADE, path + "/access-log")).containsExactly("read leila.haddad", "read leila.haddad");
    }

    @Test
    void whom_somebody_is_protected_from_reads_neither_her_papers_nor_her_appointment() throws Exception {
        var document = new StoredDocument(
                "d-hidden",
                "hackney-childrens-social-care",
                "p-sade",
                time.instant(),
                "hidden-lane.pdf",
                "application/pdf",
                LETTER.length,
                "ab");
        documents.add(document, new ByteArrayInputStream(LETTER));
        var family = FamilyMother.family(
                UUID.randomUUID().toString(),
                FamilyMother.SADE,
                "3 Hidden Lane",
                FamilyMother.adult("Ines", "M", null));
        var member = family.members().getFirst().id();
        families.add(
                FamilyMother.changed(Protecting.protect(
                        family, FamilyMother.protection(member, List.of(), List.of("leila.haddad"), List.of()))),
                time.instant());
        var id = UUID.randomUUID().toString();
        referrals.add(ReferralMother.aReferralAbout(id, family, document, time.instant()), time.instant());
        var path = "/api/referrals/" + id;

        var seen = get(LEILA, path);
        assertThat(seen.getStatus()).isEqualTo(200);
        assertThat(seen.getContentAsString()).contains(id).doesNotContain("hidden-lane", "Daily alcohol use");
        assertThat(get(TOM, path).getContentAsString()).as("a colleague").contains("hidden-lane", "Daily alcohol use");
        for (var way : List.of("", "/content", "/access-log")) {
            assertThat(get(LEILA, "/api/documents/d-hidden" + way).getStatus())
                    .as("the document" + way)
                    .isEqualTo(404);
            assertThat(get(TOM, "/api/documents/d-hidden" + way).getStatus()).isEqualTo(200);
        }
        assertThat(fhir(LEILA, id)).contains(id).doesNotContain("hidden-lane", "Daily alcohol use");
        assertThat(fhir(TOM, id)).contains("Daily alcohol use");
    }

    private String fhir(Bearer by, String id) throws Exception {
        return http.perform(MockMvcRequestBuilders.get("/api/fhir/R4/ServiceRequest/" + id + "/$message")
                        .header("Authorization", by.header())
                        .header("X-Request-Id", UUID.randomUUID().toString())
                        .header("X-Correlation-Id", UUID.randomUUID().toString()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void looking_at_its_name_is_written_down_too() throws Exception {
        documents.add(
                new StoredDocument(
                        "d-named",
                        "hackney-childrens-social-care",
                        "p-sade",
                        time.instant(),
                        "a.pdf",
                        "application/pdf",
                        1,
                        "ab"),
                new ByteArrayInputStream(LETTER));

        assertThat(get(SADE, "/api/documents/d-named").getStatus()).isEqualTo(200);
        assertThat(get(OWEN, "/api/documents/d-named").getStatus()).isEqualTo(404);

        assertThat(looks(SADE, "/api/documents/d-named/access-log")).containsExactly("read-name sade.okafor");
    }

    private MockHttpServletResponse acknowledge(Bearer by, String path) throws Exception {
        return http.perform(MockMvcRequestBuilders.post(path + "/acknowledgement")
                        .header("Authorization", by.header())
                        .header("If-Match", "\"1\""))
                .andReturn()
                .getResponse();
    }

    private Stream<String> looks(Bearer by, String log) throws Exception {
        return new JsonMapper()
                .readTree(get(by, log).getContentAsString())
                .path("items")
                .valueStream()
                .map(look ->
                        look.path("what").asString() + " " + look.path("name").asString());
    }

    private MockHttpServletResponse get(Bearer by, String path) throws Exception {
        return http.perform(MockMvcRequestBuilders.get(path).header("Authorization", by.header()))
                .andReturn()
                .getResponse();
    }
}
