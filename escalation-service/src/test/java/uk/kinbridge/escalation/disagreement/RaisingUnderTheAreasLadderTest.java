package uk.kinbridge.escalation.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.UNKNOWN;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.kinbridge.escalation.overdue.OverdueMother;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.time.BankHolidays;

/** FAP-07, ENG-08, JWP-14: the ladder is that of the area, and needs no referral in the suite. */
class RaisingUnderTheAreasLadderTest {

    private final Disagreements disagreements = new InMemoryDisagreements();
    private final RaiseDisagreement raise = new RaiseDisagreement(
            disagreements, OverdueMother.protocols(), UNKNOWN, BankHolidays::shipped, () -> "D-1");

    @ParameterizedTest
    @CsvSource({
        "hackney, hackney-drug-treatment, hackney-childrens-social-care, hackney, ENG-08",
        "salford, salford-midwifery, salford-childrens-services, salford, SAL-27",
        "southampton, southampton-adults-services, southampton-childrens-services, family-approach, FAP-07",
        "isle-of-wight, isle-of-wight-childrens-services, isle-of-wight-adults-services, family-approach, FAP-07",
        "dorset, dorset-adults-services, dorset-childrens-services, dorset, DOR-12"
    })
    void runs_under_the_protocol_that_is_in_force_there(
            String area, String raising, String answering, String pack, String obligation) {
        var d = raised(area, raising, answering);

        assertThat(d.protocol().pack()).isEqualTo(pack);
        assertThat(d.area()).isEqualTo(area);
        assertThat(d.clock().orElseThrow().obligations()).contains(obligation);
    }

    @Test
    void the_same_request_again_answers_with_the_first() {
        var first = raised("salford", "achieve-salford", "salford-midwifery");

        assertThat(raised("salford", "achieve-salford", "salford-midwifery")).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "atlantis, achieve-salford, salford-midwifery, area",
        "hackney, achieve-salford, hackney-drug-treatment, area",
        "salford, achieve-salford, hackney-drug-treatment, answeringAgency",
        "salford, achieve-salford, achieve-salford, answeringAgency",
        "salford, achieve-salford, salford-safeguarding-partnership, answeringAgency"
    })
    void says_which_field_names_nothing(String area, String raising, String answering, String field) {
        assertThat(raise.raise("d-1", request(area, answering), worker(raising), MONDAY_TEN))
                .isInstanceOfSatisfying(
                        RaiseDisagreement.Outcome.Unknown.class,
                        unknown -> assertThat(Map.copyOf(unknown.byField())).containsKey(field));
    }

    private Disagreement raised(String area, String raising, String answering) {
        return ((RaiseDisagreement.Outcome.Raised)
                        raise.raise("d-" + area, request(area, answering), worker(raising), MONDAY_TEN))
                .held()
                .disagreement();
    }

    private static RaiseDisagreement.Request request(String area, String answering) {
        return new RaiseDisagreement.Request(
                area,
                new Subject(Subject.Kind.PLAN, null, "The plan", null),
                answering,
                null,
                "It does not fit.",
                "Another one.",
                List.of(),
                List.of());
    }

    private static Caller worker(String agency) {
        return new Caller("p-1", "somebody", "Some Body", agency, Set.of(), Set.of(Role.PRACTITIONER));
    }
}
