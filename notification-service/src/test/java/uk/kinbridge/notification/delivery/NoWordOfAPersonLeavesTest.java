package uk.kinbridge.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import uk.kinbridge.notification.config.Shipped;
import uk.kinbridge.notification.notice.Urgency;

/**
 * E-mail and text never carry personal data: whatever somebody writes where a reference, a kind or a clause should be,
 * no word of it goes into a letter (HAC-17 is kept by a reference and a link).
 */
class NoWordOfAPersonLeavesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final WriteLetter letters =
            new WriteLetter(Shipped.templates(), Shipped.phrasebook(), "https://kinbridge.example");

    /** Names as people have them: letters of many scripts, capitals, spaces, apostrophes, hyphens. */
    @Provide
    Arbitrary<String> names() {
        var word = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('a', 'z')
                .withChars("éüßøñżÁŁщ李'’")
                .ofMinLength(4)
                .ofMaxLength(12)
                .map(text -> "Zq" + text);
        return word.list().ofMinSize(1).ofMaxSize(3).map(words -> String.join(" ", words));
    }

    @Property(tries = 300)
    void no_typed_word_is_in_any_mail_or_text(
            @ForAll("names") String reference, @ForAll("names") String about, @ForAll("names") String obligation) {
        for (var occasion : Occasion.values()) {
            for (var channel : List.of(Channel.EMAIL, Channel.TEXT)) {
                var letter = letters.of(delivery(channel, tidings(occasion, reference, about, obligation)));
                var text = (letter.subject() + "\n" + letter.body()).toLowerCase(Locale.ROOT);
                for (var typed : List.of(reference, about, obligation)) {
                    assertThat(text).doesNotContain(typed.toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    @Property(tries = 300)
    void nor_is_it_in_what_a_system_is_told(@ForAll("names") String typed) {
        var told = tidings(Occasion.DELIVERED, typed, typed, typed);

        assertThat(told.toString()).doesNotContain(typed);
    }

    @Test
    void a_reference_of_ours_and_a_link_are_in_it() {
        var letter = letters.of(
                delivery(Channel.EMAIL, tidings(Occasion.DELIVERED, TidingsBuilder.REFERENCE, "referral", "HAC-17")));

        assertThat(letter.subject()).contains(TidingsBuilder.REFERENCE).contains("immediate");
        assertThat(letter.body())
                .contains("https://kinbridge.example/api/notifications/n1")
                .contains("HAC-17")
                .contains("by Tuesday 24 November, 10:00")
                .doesNotContain("{{");
    }

    private static Tidings tidings(Occasion occasion, String reference, String about, String obligation) {
        return new Tidings(
                "n1",
                occasion,
                Urgency.IMMEDIATE,
                about,
                reference,
                "acknowledge-receipt",
                obligation,
                TidingsBuilder.AGENCY,
                "safeguarding-lead",
                NOW.plusSeconds(86_400),
                NOW,
                null);
    }

    private static Delivery delivery(Channel channel, Tidings tidings) {
        return Delivery.planned("d1", channel, Addressee.person(TidingsBuilder.AGENCY, "p"), tidings, "en", NOW, NOW);
    }
}
