package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;

/** JWP-07, HAC-16: a referral on the pathway for significant harm says so by itself. */
class OnlyForHarmTest {

    private static List<String> facts(String pack, String pathway) {
        return OnlyForHarm.facts(Packs.shipped().latest(new PackId(pack)).orElseThrow(), pathway);
    }

    @Test
    void the_pathway_that_the_protocol_names_for_significant_harm_alone_states_it() {
        assertThat(facts("joint-working", "child-at-risk")).containsExactly("child-at-risk-of-significant-harm");
    }

    @Test
    void a_pathway_that_serves_lesser_concerns_too_states_nothing() {
        assertThat(facts("dorset", "child-to-duty-team")).isEmpty();
        assertThat(facts("salford", "to-the-bridge")).isEmpty();
        assertThat(facts("hackney", "into-social-care")).isEmpty();
    }

    @Test
    void one_for_adults_or_one_that_no_route_leads_to_states_nothing() {
        assertThat(facts("joint-working", "adult-at-risk")).isEmpty();
        assertThat(facts("hackney", "there-is-none")).isEmpty();
    }
}
