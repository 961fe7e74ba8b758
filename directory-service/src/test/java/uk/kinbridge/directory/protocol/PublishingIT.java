package uk.kinbridge.directory.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.directory.protocol.Desk.ANNA;
import static uk.kinbridge.directory.protocol.Desk.BEN;
import static uk.kinbridge.directory.protocol.Desk.DRAFTS;
import static uk.kinbridge.directory.protocol.Desk.SADE;
import static uk.kinbridge.directory.protocol.Desk.hackney;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import uk.kinbridge.directory.OverHttp;

@OverHttp
class PublishingIT {

    @Autowired
    RestTestClient http;

    @Autowired
    VersionStore store;

    private Desk desk;

    @BeforeEach
    void sits_down() {
        desk = new Desk(http);
    }

    @Test
    void a_version_is_published_by_one_person_and_approved_by_another() {
        desk.upload(ANNA, hackney(2)).expectStatus().isOk();
        desk.step(ANNA, "hackney@2/approval", 1).expectStatus().isEqualTo(409);
        desk.step(ANNA, "hackney@2/publication", 1).expectStatus().isOk();
        desk.step(ANNA, "hackney@2/approval", 2)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/second-person");
        desk.step(BEN, "hackney@2/approval", 1).expectStatus().isEqualTo(412);
        desk.step(BEN, "hackney@2/approval", 2).expectStatus().isOk();
        desk.get(SADE, "/api/protocols/hackney/versions/2")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.inForce")
                .isEqualTo(false)
                .jsonPath("$.publishedBy")
                .isEqualTo("anna.first")
                .jsonPath("$.approvedBy")
                .isEqualTo("ben.second");
        desk.get(SADE, "/api/protocols/hackney")
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(1);
        assertThat(store.allBut(Set.of())).extracting(Publication::id).contains("hackney@2");
        desk.upload(ANNA, hackney(2)).expectStatus().isEqualTo(422);
    }

    @Test
    void what_is_published_never_changes() {
        desk.upload(ANNA, hackney(1))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].detail")
                .value(detail -> assertThat(String.valueOf(detail)).contains("cannot change"));
    }

    @Test
    void a_text_that_cannot_be_read_is_refused_with_file_and_line() {
        var text = hackney(3);
        desk.upload(ANNA, new Manuscript(text.pack().replace("pathways:", "pathwayz:"), null, text.timelines()))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .value(field -> assertThat(String.valueOf(field)).matches("pack\\.yaml:\\d+"));
    }

    @Test
    void a_draft_can_be_edited_and_sent_back() {
        desk.upload(ANNA, hackney(4)).expectStatus().isOk();
        desk.upload(BEN, hackney(4)).expectStatus().isEqualTo(409);
        var better = new Manuscript(
                hackney(4).pack() + "\n# better\n", null, hackney(4).timelines());
        desk.edit(ANNA, "hackney@4", 1, better).expectStatus().isOk();
        desk.step(ANNA, "hackney@4/publication", 2).expectStatus().isOk();
        desk.step(BEN, "hackney@4/return", 3)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("draft")
                .jsonPath("$.editedBy")
                .isEqualTo("anna.first");
        desk.get(BEN, DRAFTS + "/hackney@4/text")
                .expectBody()
                .jsonPath("$.pack")
                .isEqualTo(better.pack());
    }

    @Test
    void a_new_version_does_not_change_the_past() {
        var text = hackney(5);
        desk.upload(ANNA, new Manuscript(text.pack().replace("2099-01-01", "2026-02-01"), null, text.timelines()))
                .expectStatus()
                .isOk();
        desk.step(ANNA, "hackney@5/publication", 1)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("effective");
    }

    @Test
    void the_second_person_reads_in_words_what_a_draft_changes() {
        var text = hackney(7);
        var shorter = new Manuscript(
                text.pack().replaceFirst("(?m)^title: .*$", "title: Hackney better"), null, text.timelines());
        desk.upload(ANNA, shorter).expectStatus().isOk();
        desk.get(BEN, DRAFTS + "/hackney@7/differences")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].sentence")
                .value(sentences -> assertThat(sentences.toString())
                        .contains("'title' changes from")
                        .contains("Hackney better"));
    }

    @Test
    void drafts_are_for_protocol_administrators() {
        desk.upload(SADE, hackney(6)).expectStatus().isForbidden();
        desk.get(SADE, DRAFTS).expectStatus().isForbidden();
    }
}
