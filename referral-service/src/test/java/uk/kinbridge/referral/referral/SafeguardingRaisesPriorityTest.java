package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.protocols.pack.Priority;

/** JWP-09: a safeguarding issue raises the priority of a referral to adult services, and nothing else does. */
class SafeguardingRaisesPriorityTest {

    private static final Rules ADULT_SERVICES = ReferralMother.rules("joint-working", "adult-services");

    @Test
    void ranks_higher_with_a_safeguarding_issue_where_the_pathway_asks_after_one() {
        assertThat(ADULT_SERVICES.priority(List.of("adult-with-unmet-needs"))).isEqualTo(Priority.PRIORITY);
        assertThat(ADULT_SERVICES.priority(List.of("adult-with-unmet-needs", "safeguarding-issue")))
                .isEqualTo(Priority.URGENT);
    }

    @Test
    void stays_as_the_protocol_ranks_it_elsewhere() {
        var rules = ReferralMother.intoTreatment();

        assertThat(rules.priority(List.of("safeguarding-issue")))
                .isEqualTo(rules.pathway().priority());
    }
}
