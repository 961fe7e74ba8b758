package uk.kinbridge.referral.family;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.TREATMENT;
import static uk.kinbridge.referral.family.FamilyMother.ashdowns;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HAC-08, SAL-03: an agency reads a family's record on a lawful basis, and consent is none where it was refused. */
class JoiningAFamilyTest {

    private final MemoryFamilies families = new MemoryFamilies();
    private boolean refused;
    private final JoinFamily join =
            new JoinFamily(new ChangeFamily(families, FamilyMother.telling()), (_, _) -> refused);

    @BeforeEach
    void aFamily() {
        families.add(ashdowns(), NOW);
    }

    @Test
    void with_consent_it_joins_and_is_a_party_from_then_on() {
        assertThat(joined(Involvement.LawfulBasis.CONSENT)).isInstanceOf(ChangeFamily.Outcome.Done.class);
        assertThat(families.find("f-1").orElseThrow().family().parties()).contains(TREATMENT);
    }

    @Test
    void where_joint_work_was_refused_consent_carries_nothing_and_another_basis_is_named() {
        refused = true;

        assertThat(joined(Involvement.LawfulBasis.CONSENT))
                .isInstanceOfSatisfying(
                        ChangeFamily.Outcome.Refused.class,
                        no -> assertThat(no.reasons()).singleElement().satisfies(reason -> {
                            assertThat(reason.field()).isEqualTo("basis");
                            assertThat(reason.obligation()).isEqualTo("SAL-03");
                        }));
        assertThat(families.find("f-1").orElseThrow().family().parties()).doesNotContain(TREATMENT);

        assertThat(joined(Involvement.LawfulBasis.LEGAL_OBLIGATION)).isInstanceOf(ChangeFamily.Outcome.Done.class);
    }

    private ChangeFamily.Outcome joined(Involvement.LawfulBasis basis) {
        return join.join("f-1", 1, new JoinFamily.Joining(TREATMENT, basis, "Joint work"), SADE, NOW);
    }
}
