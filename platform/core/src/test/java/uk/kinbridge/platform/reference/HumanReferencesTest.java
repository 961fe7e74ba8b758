package uk.kinbridge.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HumanReferencesTest {

    private static final HumanReference REFERENCE = HumanReference.random('R', new Random(7));

    @Test
    void is_the_same_from_the_same_generator() {
        assertThat(HumanReference.random('R', new Random(7))).isEqualTo(REFERENCE);
        assertThat(HumanReference.random('R', new Random(8))).isNotEqualTo(REFERENCE);
    }

    @Test
    void holds_no_character_that_looks_like_another() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            assertThat(HumanReference.random('R', random).value())
                    .matches("R-[A-Z2-9]{4}-[A-Z2-9]{4}")
                    .doesNotContainPattern("[0O1I5SU]");
        }
    }

    @Test
    void is_read_as_people_type_it() {
        String typed = REFERENCE.value().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(HumanReference.read(" " + typed + " ")).contains(REFERENCE);
        assertThat(HumanReference.read(REFERENCE.value().replace("-", ""))).contains(REFERENCE);
    }

    @Test
    void every_single_wrong_character_is_noticed() {
        for (int i = 2; i < REFERENCE.value().length(); i++) {
            char right = REFERENCE.value().charAt(i);
            for (char wrong : HumanReference.ALPHABET.toCharArray()) {
                if (right != '-' && wrong != right) {
                    assertThat(HumanReference.read(with(i, wrong))).isEmpty();
                }
            }
        }
    }

    @Test
    void every_swap_of_two_characters_is_noticed() {
        String value = REFERENCE.value();
        for (int i = 2; i < value.length(); i++) {
            for (int j = i + 1; j < value.length(); j++) {
                if (value.charAt(i) != '-' && value.charAt(j) != '-' && value.charAt(i) != value.charAt(j)) {
                    String swapped =
                            with(i, value.charAt(j)).substring(0, j) + value.charAt(i) + value.substring(j + 1);
                    assertThat(HumanReference.read(swapped)).isEmpty();
                }
            }
        }
    }

    @Test
    void cannot_be_made_of_anything_else() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HumanReference("R-2222-2223"));
        assertThat(HumanReference.read("")).isEmpty();
        assertThat(HumanReference.read("7-AAAA-AAAA")).isEmpty();
    }

    private static String with(int at, char character) {
        return REFERENCE.value().substring(0, at)
                + character
                + REFERENCE.value().substring(at + 1);
    }
}
