package uk.kinbridge.protocols.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.kinbridge.protocols.pack.ObligationId;

class ObligationsTest {

    @ParameterizedTest
    @CsvSource({"SAL, 33", "HAC, 26", "JWP, 20", "FAP, 18", "DOR, 14", "ENG, 19"})
    void hold_every_protocol_whole(String protocol, int count) {
        assertThat(Obligations.shipped().of(protocol)).hasSize(count);
    }

    @Test
    void are_found_by_their_number() {
        assertThat(Obligations.shipped().find(new ObligationId("HAC-03")))
                .hasValueSatisfying(obligation -> assertThat(obligation.kind()).isEqualTo(Obligation.Kind.CLOCK));
    }

    @Test
    void are_numbered_once_and_belong_to_a_protocol() {
        String one = "- {id: TST-01, kind: rule, feature: referral, source: s, must: m}\n";

        assertThatThrownBy(() -> Obligations.read("o.yaml", "protocols: {TST: {title: t}}\nobligations:\n" + one + one))
                .hasMessage("The obligation TST-01 is numbered twice.");
        assertThatThrownBy(() -> Obligations.read("o.yaml", "protocols: {}\nobligations:\n" + one))
                .hasMessage("The obligation TST-01 belongs to no protocol of the register.");
    }
}
