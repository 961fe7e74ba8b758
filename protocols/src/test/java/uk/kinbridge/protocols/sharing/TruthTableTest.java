package uk.kinbridge.protocols.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import uk.kinbridge.protocols.pack.ObligationId;

/** SAL-02, SAL-03, SAL-16, SAL-23, HAC-11, HAC-16, JWP-03, JWP-06, JWP-07, FAP-11, DOR-01 to DOR-04, row by row. */
class TruthTableTest {

    @ParameterizedTest(name = "{0}: {1} -> {2} ({3})")
    @CsvFileSource(resources = "/sharing/truth-table.txt", delimiter = '|')
    void decides_as_the_table_says(String pack, String words, SharingDecision.Kind outcome, String obligation) {
        var decision = Asked.of(words).under(pack);

        assertThat(decision.kind()).as(decision.toString()).isEqualTo(outcome);
        assertThat(decision.grounds().obligations()).contains(new ObligationId(obligation));
        assertThat(decision.grounds().record()).isNotEmpty();
        assertThat(decision.grounds().words())
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence).endsWith("."));
        assertThat(decision.grounds().lets().isEmpty()).isNotEqualTo(decision.shares());
    }
}
