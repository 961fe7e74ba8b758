package uk.kinbridge.directory.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.directory.protocol.Desk.ANNA;
import static uk.kinbridge.directory.protocol.Desk.DRAFTS;
import static uk.kinbridge.directory.protocol.Desk.hackney;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import uk.kinbridge.directory.OverHttp;

/** A pack that does not hold cannot be published. */
@OverHttp
class ProvingDraftsIT {

    @Autowired
    RestTestClient http;

    private Desk desk;

    @BeforeEach
    void sits_down() {
        desk = new Desk(http);
    }

    @Test
    void an_obligation_that_no_entry_serves_is_found_when_it_is_to_be_published() {
        Manuscript text = Sixth.manuscript();
        String more = text.obligations()
                + "- {id: BOR-06, kind: rule, feature: referral, source: \"8\", must: \"Nobody has thought of this.\"}\n";
        refused(
                numbered(31, new Manuscript(text.pack(), more, text.timelines())),
                "pack.yaml:\\d+",
                "No entry serves 'BOR-06'");
    }

    @Test
    void an_hour_at_which_nobody_answers_is_found() {
        Manuscript text = numbered(32, Sixth.manuscript());
        refused(
                new Manuscript(
                        text.pack()
                                .replaceFirst("effective: .*", "effective: {from: 2099-01-01}")
                                .replace("cover: always", "cover: daytime"),
                        text.obligations(),
                        text.timelines()),
                "pack.yaml:\\d+",
                "child-protection");
    }

    @Test
    void a_worked_timeline_that_fails_is_found() {
        Manuscript text = hackney(33);
        String timelines = Objects.requireNonNull(text.timelines());
        refused(
                new Manuscript(
                        text.pack(),
                        null,
                        timelines.replaceFirst("missing: \\[treatment-issue-outline\\]", "missing: []")),
                "timelines.yaml:\\d+",
                "");
    }

    @Test
    void a_pack_without_worked_timelines_is_not_published() {
        refused(Manuscript.of(hackney(34).pack()), "pack.yaml:\\d+", "no worked timelines");
    }

    @Test
    void the_obligations_of_another_protocol_do_not_come_with_it() {
        Manuscript text = hackney(35);
        refused(
                new Manuscript(text.pack(), Sixth.manuscript().obligations(), text.timelines()),
                "obligations.yaml",
                "the obligations of BOR do not come with it");
    }

    @Test
    void what_it_extends_has_to_be_there() {
        Manuscript text = numbered(36, Sixth.manuscript());
        refused(
                new Manuscript(
                        text.pack().replace("extends: [england@1]", "extends: [england@9]"),
                        text.obligations(),
                        text.timelines()),
                "pack.yaml:\\d+",
                "england");
    }

    private static Manuscript numbered(int version, Manuscript text) {
        return new Manuscript(
                text.pack().replaceFirst("(?m)^version: 1$", "version: " + version),
                text.obligations(),
                Objects.requireNonNull(text.timelines()).replaceFirst("(?m)^version: 1$", "version: " + version));
    }

    private void refused(Manuscript text, String field, String sentence) {
        String id = text.pack().replaceFirst("(?s).*?(?m)^pack: (\\S+)$.*", "$1")
                + "@"
                + text.pack().replaceFirst("(?s).*?(?m)^version: (\\d+)$.*", "$1");
        desk.upload(ANNA, text).expectStatus().isOk();
        desk.get(ANNA, DRAFTS + "/" + id + "/findings")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].field")
                .value(found -> assertThat(String.valueOf(found)).matches(field));
        desk.step(ANNA, id + "/publication", 1)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .value(found -> assertThat(String.valueOf(found)).matches(field))
                .jsonPath("$.errors[*].detail")
                .value(found -> assertThat(String.valueOf(found)).contains(sentence));
    }
}
