package uk.kinbridge.protocols.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import uk.kinbridge.protocols.pack.PackDifferences.Difference;

class PackDifferencesTest {

    private static final Pack HACKNEY =
            Packs.shipped().latest(new PackId("hackney")).orElseThrow();

    @Test
    void two_equal_packs_do_not_differ() {
        assertThat(PackDifferences.between(HACKNEY, HACKNEY)).isEmpty();
    }

    @Test
    void are_told_entry_by_entry_in_words() {
        String changed = Canonical.text(HACKNEY)
                .replaceFirst("\"version\":1", "\"version\":2")
                .replaceFirst("24 elapsed hours", "12 elapsed hours")
                .replace("\"id\":\"treatment-issue-outline\"", "\"id\":\"outline\"")
                .replace(
                        "\"title\":\"Safeguarding Children affected by Substance Misuse, Hackney\"",
                        "\"title\":\"New\"");

        Pack next = Packs.read("next.json", changed.getBytes(StandardCharsets.UTF_8));

        assertThat(PackDifferences.between(HACKNEY, next))
                .extracting(Difference::sentence)
                .containsExactly(
                        "In the pack 'title' changes from \"Safeguarding Children affected by Substance Misuse,"
                                + " Hackney\" to \"New\".",
                        "'pathways/into-treatment/requires/treatment-issue-outline' is gone.",
                        "In 'pathways/into-treatment/clocks/acknowledge' 'within' changes from \"24 elapsed hours\" to"
                                + " \"12 elapsed hours\".",
                        "'pathways/into-treatment/requires/outline' is new.");
    }
}
