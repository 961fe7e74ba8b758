package uk.kinbridge.notification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.kinbridge.notification.config.Shipped;
import uk.kinbridge.notification.delivery.Channel;
import uk.kinbridge.notification.delivery.Occasion;

/** Whatever is shipped can be sent; what could not be sent does not even start. */
class ShippedTemplatesTest {

    /** One segment would be too short; five are what most networks and GOV.UK Notify's prices allow for. */
    private static final int LONGEST_TEXT = 306;

    static Stream<Templates.Key> all() {
        return Shipped.templates().all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void has_a_value_for_every_field(Templates.Key key) {
        var letter = Shipped.templates().find(key).orElseThrow().fill(Templates.samples(key), key.language());

        assertThat(letter.body()).doesNotContain("{{").doesNotContain("}}").isNotBlank();
        if (key.channel().equals("text")) {
            assertThat(letter.subject()).isEmpty();
            assertThat(letter.body().length()).as("a text of two parts at most").isLessThanOrEqualTo(LONGEST_TEXT);
        }
    }

    @Test
    void there_are_words_for_every_occasion_and_channel_of_people() {
        for (var channel : new Channel[] {Channel.EMAIL, Channel.TEXT}) {
            for (var occasion : Occasion.values()) {
                assertThat(Shipped.templates().find(new Templates.Key(occasion.word(), channel.word(), "", "en")))
                        .as(occasion + " by " + channel)
                        .isPresent();
            }
            assertThat(Shipped.templates().find(new Templates.Key("digest", channel.word(), "", "en")))
                    .isPresent();
        }
    }

    @Test
    void every_field_that_a_letter_may_use_is_filled_in_or_it_is_not_written() {
        var template = Template.parse("Subject: {{reference}}\n\n{{reference}} {{link}}");

        assertThatThrownBy(() -> template.fill(Map.of("reference", "R-1"), "en"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("link");
    }

    @Test
    void a_template_with_a_field_that_nobody_fills_in_is_refused() {
        var key = new Templates.Key("delivered", "email", "", "en");

        assertThatThrownBy(() -> new Templates(Map.of(key, Template.parse("Subject: x\n\nDear {{name}}"))))
                .hasMessageContaining("name");
        assertThatThrownBy(() -> new Templates(Map.of(key, Template.parse("No subject"))))
                .hasMessageContaining("subject");
        assertThatThrownBy(() -> new Templates(Map.of(key, Template.parse("Subject: only"))))
                .hasMessageContaining("says nothing");
    }

    @Test
    void the_protocols_own_words_come_first_and_english_stands_in_for_a_language_that_nobody_has_written() {
        var given = new HashMap<Templates.Key, Template>();
        given.put(new Templates.Key("delivered", "text", "", "en"), new Template("", "common"));
        given.put(new Templates.Key("delivered", "text", "hackney", "en"), new Template("", "of Hackney"));
        given.put(new Templates.Key("delivered", "text", "", "cy"), new Template("", "yn Gymraeg"));
        var templates = new Templates(given);

        assertThat(written(templates, "hackney", "en")).isEqualTo("of Hackney");
        assertThat(written(templates, "salford", "en")).isEqualTo("common");
        assertThat(written(templates, null, "cy")).isEqualTo("yn Gymraeg");
        assertThat(written(templates, null, "fr")).isEqualTo("common");
    }

    @Test
    void a_value_is_never_read_as_a_template() {
        var letter = new Template("", "{{link}}").fill(Map.of("link", "{{secret}} $1 \\"), "en");

        assertThat(letter.body()).isEqualTo("{{secret}} $1 \\");
    }

    private static String written(
            Templates templates, @org.jspecify.annotations.Nullable String protocol, String language) {
        return templates
                .write("delivered", "text", protocol, language, _ -> Map.of())
                .body();
    }
}
