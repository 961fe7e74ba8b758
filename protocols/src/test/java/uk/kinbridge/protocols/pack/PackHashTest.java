package uk.kinbridge.protocols.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PackHashTest {

    private static final Pack HACKNEY =
            Packs.shipped().latest(new PackId("hackney")).orElseThrow();

    @Test
    void the_canonical_text_reads_back_as_the_same_pack() {
        String text = Canonical.text(HACKNEY);

        Pack again = Packs.read("canonical.json", text.getBytes(StandardCharsets.UTF_8));

        assertThat(again).isEqualTo(HACKNEY);
        assertThat(again.reference()).isEqualTo(HACKNEY.reference());
    }

    @Test
    void is_computed_once_for_a_pack_in_memory() {
        var once = HACKNEY.reference().hash();

        assertThat(HACKNEY.reference().hash()).isSameAs(once);
        assertThat(PackHash.of(
                        Packs.read("canonical.json", HACKNEY.canonicalText().getBytes(StandardCharsets.UTF_8))))
                .isNotSameAs(once)
                .isEqualTo(once);
    }

    @Test
    void changes_with_any_rule() {
        String changed = Canonical.text(HACKNEY).replaceFirst("24 elapsed hours", "23 elapsed hours");

        assertThat(Packs.read("changed.json", changed.getBytes(StandardCharsets.UTF_8))
                        .reference())
                .isNotEqualTo(HACKNEY.reference());
    }

    @Test
    void a_case_finds_the_very_version_it_has_pinned_and_no_other() {
        PackReference pinned = HACKNEY.reference();

        assertThat(Packs.shipped().pinned(pinned)).contains(HACKNEY);
        assertThat(Packs.shipped().pinned(new PackReference(pinned.id(), pinned.version(), "0000")))
                .isEmpty();
    }
}
