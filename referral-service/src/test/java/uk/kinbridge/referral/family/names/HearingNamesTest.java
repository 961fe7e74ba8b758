package uk.kinbridge.referral.family.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.kinbridge.referral.family.NameSounds;

/** HAC-08: one family has one record, however its name is spelt. */
class HearingNamesTest {

    private static final double ALIKE = 0.88;

    private final NameSounds sounds = Names.sounds();

    @ParameterizedTest
    @CsvSource({
        "Smith, Smyth",
        "Jon, John",
        "Siobhan, Siobhán",
        "Katherine, Catherine",
        "Bob, Robert",
        "Liz, Elizabeth",
        "O'Neill, ONeill",
        "Ashdown, ashdown",
        "Mohamed, Mohammed",
        "Müller, Muller",
        "Anne-Marie, Anne Marie"
    })
    void the_same_name_in_two_spellings_is_alike(String one, String other) {
        assertThat(sounds.likeness(one, other)).isGreaterThanOrEqualTo(ALIKE);
    }

    @ParameterizedTest
    @CsvSource({"Smith, Jones", "Robin, Wren", "Ashdown, Okafor", "Maria, Peter"})
    void two_names_are_not(String one, String other) {
        assertThat(sounds.likeness(one, other)).isLessThan(ALIKE);
    }

    @ParameterizedTest
    @CsvSource({"Smith, Smyth", "Bob, Robert", "Jon, John", "Mohamed, Mohammed"})
    void names_alike_share_the_key_that_they_are_found_by(String one, String other) {
        assertThat(sounds.of(one)).isEqualTo(sounds.of(other));
    }

    @ParameterizedTest
    @CsvSource({"Олена", "李", "محمد"})
    void a_name_in_another_script_is_found_as_it_is_written(String name) {
        assertThat(sounds.of(name)).isNotEmpty();
        assertThat(sounds.likeness(name, name)).isEqualTo(1);
    }
}
