package uk.kinbridge.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.kinbridge.notification.delivery.TidingsBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.delivery.TidingsBuilder.tidings;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import uk.kinbridge.notification.config.Shipped;
import uk.kinbridge.notification.notice.Crowding;
import uk.kinbridge.notification.preference.PreferenceBook;
import uk.kinbridge.notification.preference.Preferences;
import uk.kinbridge.notification.preference.Timing;
import uk.kinbridge.notification.preference.Wish;
import uk.kinbridge.notification.template.Templates;
import uk.kinbridge.protocols.time.Jurisdiction;
import uk.kinbridge.protocols.time.WorkingCalendar;

/**
 * English first, ready for Welsh: files beside the English ones are all it takes, and who prefers Welsh gets it where it
 * is written and English where it is not. The Welsh is made up, for this test alone.
 */
class WelshIsTwoFilesTest {

    private static final String PLACE = "made-up-welsh";

    private final InMemoryDeliveries deliveries = new InMemoryDeliveries();
    private final WriteLetter letters =
            new WriteLetter(Shipped.templatesAnd(PLACE), Shipped.phrasebookAnd(PLACE), "https://kinbridge.example");

    private final PreferenceBook book = new PreferenceBook() {
        @Override
        public Kept of(String person) {
            return new Kept(
                    new Preferences(
                            person,
                            Wish.EVERYTHING,
                            Wish.EVERYTHING,
                            "+447700900123",
                            null,
                            false,
                            person.equals("welsh") ? "cy" : "en"),
                    1);
        }

        @Override
        public Optional<Long> save(long version, Preferences next, java.time.Instant now) {
            throw new UnsupportedOperationException();
        }
    };

    private Delivery letterTo(String person, Channel channel) {
        var to = Addressee.person(TidingsBuilder.AGENCY, person);
        new TellByChannels(
                        deliveries,
                        book,
                        _ -> java.util.List.of(),
                        new Timing(() -> WorkingCalendar.office(Jurisdiction.ENGLAND_AND_WALES)),
                        Set.of(Channel.EMAIL, Channel.TEXT),
                        new Crowding(100))
                .tell(new Told("n1/1", tidings().of("n1").build(), java.util.List.of(to)), MONDAY_TEN);
        return deliveries
                .find(TellByChannels.idOf("n1/1", channel.word(), person))
                .orElseThrow()
                .delivery();
    }

    @Test
    void who_prefers_welsh_is_written_to_in_welsh_down_to_the_names_of_the_days() {
        var letter = letters.of(letterTo("welsh", Channel.EMAIL));

        assertThat(letter.subject()).contains("mae hysbysiad yn aros amdanoch (blaenoriaeth)");
        assertThat(letter.body())
                .contains("erbyn Dydd Mawrth 24 Tachwedd, 10:00")
                .doesNotContain("Please", "{{");
    }

    @Test
    void what_nobody_has_written_in_welsh_comes_in_english_and_comes() {
        var letter = letters.of(letterTo("welsh", Channel.TEXT));

        assertThat(letter.body()).contains("Kinbridge").doesNotContain("{{");
        assertThat(letter.body())
                .as("in English throughout, the deadline and the urgency too")
                .isEqualTo(english(Channel.TEXT))
                .contains("priority", "by Tuesday");
    }

    @Test
    void who_prefers_english_notices_nothing_of_it() {
        assertThat(letters.of(letterTo("english", Channel.EMAIL)).body())
                .isEqualTo(new WriteLetter(Shipped.templates(), Shipped.phrasebook(), "https://kinbridge.example")
                        .of(letterTo("english", Channel.EMAIL))
                        .body());
    }

    @Test
    void a_file_in_welsh_is_held_to_the_same_as_one_in_english() {
        assertThat(Map.copyOf(Shipped.templatesAnd(PLACE).all()))
                .hasSize(Shipped.templates().all().size() + 1);
    }

    @Test
    void half_of_a_language_is_refused_before_anybody_gets_a_letter_in_two() {
        assertThatThrownBy(() ->
                        new WriteLetter(Shipped.templatesAnd(PLACE), Shipped.phrasebook(), "https://kinbridge.example"))
                .hasMessageContaining("delivered.email.cy");
    }

    @Test
    void a_letter_says_in_which_language_it_turned_out_to_be_written() {
        assertThat(letters.of(letterTo("welsh", Channel.EMAIL)).language()).isEqualTo("cy");
        assertThat(letters.of(letterTo("welsh", Channel.TEXT)).language())
                .as("nobody has written that one")
                .isEqualTo("en");
    }

    /** What is missing is a list to work through, and keeps nothing from being sent. */
    @Test
    void what_is_not_written_in_a_language_yet_is_listed(TestReporter reporter) {
        assertThat(Shipped.templatesAnd(PLACE).untranslated("cy"))
                .extracting(Templates.Key::spelt)
                .contains("delivered.text.cy", "reminder.email.cy", "digest.email.cy")
                .doesNotContain("delivered.email.cy")
                .hasSize(Shipped.templates().all().size() - 1);
        assertThat(Shipped.templates().untranslated("en")).isEmpty();

        var shipped = Shipped.templates();
        shipped.languages()
                .forEach(language -> reporter.publishEntry(
                        "not written yet in " + language,
                        shipped.untranslated(language).toString()));
    }

    private String english(Channel channel) {
        return letters.of(letterTo("english", channel)).body();
    }
}
