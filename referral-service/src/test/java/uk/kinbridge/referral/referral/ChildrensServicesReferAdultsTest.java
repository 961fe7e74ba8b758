package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.family.Person;

/**
 * HAC-01, JWP-04, FAP-04, DOR-02, SAL-09: who works with a child refers the adult, under every protocol, also where the
 * child is in danger and the service works with the family.
 */
class ChildrensServicesReferAdultsTest {

    static Stream<Rules> fromChildrensSocialCare() {
        return Packs.shipped().all().stream()
                .flatMap(pack -> pack.pathways().stream()
                        .filter(pathway -> pathway.mayComeFrom(AgencyRole.CHILDRENS_SOCIAL_CARE))
                        .map(pathway -> new Rules(pack, pathway, BankHolidays.shipped())));
    }

    @ParameterizedTest
    @MethodSource("fromChildrensSocialCare")
    void childrens_social_care_refers_a_parent(Rules rules) {
        var complete = EveryPathwayRunsTest.complete(rules);

        assertThat(rules.pack()
                        .agency(new AgencyId(complete.referrer().agency()))
                        .orElseThrow()
                        .role())
                .isEqualTo(AgencyRole.CHILDRENS_SOCIAL_CARE);
        assertThat(complete.content().disclosed().subject().kind()).isEqualTo(Person.Kind.ADULT);
        assertThat(complete.submit(rules, MONDAY_TEN)).isInstanceOf(Submission.Outcome.Accepted.class);
    }
}
