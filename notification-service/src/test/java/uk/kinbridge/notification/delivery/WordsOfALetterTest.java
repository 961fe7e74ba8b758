package uk.kinbridge.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.kinbridge.notification.delivery.TidingsBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.delivery.TidingsBuilder.tidings;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.notification.config.Shipped;
import uk.kinbridge.notification.template.Phrasebook;
import uk.kinbridge.notification.template.Template;
import uk.kinbridge.notification.template.Templates;

/** A letter has the words of the protocol under which the notice was sent, in the language of who reads it. */
class WordsOfALetterTest {

    private static final Map<String, String> WELSH = Map.of(
            "date", "EEEE d MMMM, HH:mm",
            "by", "erbyn {{when}}",
            "soon", "cyn gynted ag y gallwch",
            "no-reference", "dim cyfeirnod",
            "no-clause", "dim cymal",
            "routine", "arferol",
            "priority", "blaenoriaeth",
            "immediate", "ar unwaith");

    private final Phrasebook phrases = new Phrasebook(Map.of("en", english(), "cy", WELSH));
    private final WriteLetter letters = new WriteLetter(
            new Templates(Map.of(
                    key("delivered", "", "en"), new Template("", "common {{urgency}} {{deadline}}"),
                    key("delivered", "hackney", "en"), new Template("", "of Hackney {{urgency}}"),
                    key("delivered", "", "cy"), new Template("", "Cymraeg {{urgency}} {{deadline}}"),
                    key("digest", "", "en"), new Template("", "all {{count}}"),
                    key("digest", "hackney", "en"), new Template("", "all of Hackney {{count}}"))),
            phrases,
            "https://kinbridge.example");

    @Test
    void the_protocol_that_the_notice_names_has_its_own_words_and_the_others_have_the_common_ones() {
        assertThat(written("hackney", "en")).isEqualTo("of Hackney priority");
        assertThat(written("salford", "en")).startsWith("common priority by Tuesday 24 November, 10:00");
        assertThat(written(null, "en")).startsWith("common priority");
    }

    @Test
    void a_language_is_spoken_throughout_down_to_the_names_of_the_days() {
        assertThat(written(null, "cy")).isEqualTo("Cymraeg blaenoriaeth erbyn Dydd Mawrth 24 Tachwedd, 10:00");
    }

    @Test
    void english_stands_in_for_a_language_that_nobody_has_written_down_to_the_deadline() {
        assertThat(written(null, "fr")).isEqualTo(written(null, "en"));
    }

    @Test
    void a_digest_has_a_protocols_own_words_only_where_all_in_it_are_of_that_protocol() {
        assertThat(digest("hackney", "hackney")).isEqualTo("all of Hackney 2");
        assertThat(digest("hackney", "salford")).isEqualTo("all 2");
    }

    @Test
    void a_language_without_one_of_the_phrases_is_refused_by_name() {
        var gap = new HashMap<>(WELSH);
        gap.remove("soon");

        assertThatThrownBy(() -> new Phrasebook(Map.of("en", english(), "cy", gap)))
                .hasMessageContaining("'cy'")
                .hasMessageContaining("soon");
        assertThatThrownBy(() -> new Phrasebook(Map.of("cy", WELSH))).hasMessageContaining("English");
    }

    @Test
    void what_is_shipped_says_every_phrase() {
        assertThat(Shipped.phrasebook().say("en", "soon")).isEqualTo("as soon as you can");
    }

    private String written(@Nullable String protocol, String language) {
        return letters.of(letter(protocol, "n1", language)).body();
    }

    private String digest(String first, String second) {
        var letter = Delivery.gathering(
                "d1",
                Channel.TEXT,
                Addressee.person(TidingsBuilder.AGENCY, "p"),
                tidings().of("n1").under(first).build(),
                "en",
                MONDAY_TEN,
                MONDAY_TEN);
        return letter.gather(tidings().of("n2").under(second).build()) instanceof Delivery.Outcome.Changed(var both)
                ? letters.of(both).body()
                : "not gathered";
    }

    private static Delivery letter(@Nullable String protocol, String notice, String language) {
        return Delivery.planned(
                "d1",
                Channel.TEXT,
                Addressee.person(TidingsBuilder.AGENCY, "p"),
                tidings().of(notice).under(protocol).build(),
                language,
                MONDAY_TEN,
                MONDAY_TEN);
    }

    private static Map<String, String> english() {
        return Map.of(
                "date", "EEEE d MMMM, HH:mm",
                "by", "by {{when}}",
                "soon", "as soon as you can",
                "no-reference", "no reference",
                "no-clause", "no clause named",
                "routine", "routine",
                "priority", "priority",
                "immediate", "immediate");
    }

    private static Templates.Key key(String name, String protocol, String language) {
        return new Templates.Key(name, "text", protocol, language);
    }
}
