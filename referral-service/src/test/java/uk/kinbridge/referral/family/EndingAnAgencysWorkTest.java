package uk.kinbridge.referral.family;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.BRIDGE;
import static uk.kinbridge.referral.family.FamilyMother.CSC;
import static uk.kinbridge.referral.family.FamilyMother.LEILA;
import static uk.kinbridge.referral.family.FamilyMother.NADIA;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.TOM;
import static uk.kinbridge.referral.family.FamilyMother.TREATMENT;
import static uk.kinbridge.referral.family.FamilyMother.ashdowns;
import static uk.kinbridge.referral.family.FamilyMother.changed;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;

/** HAC-08: nobody is put out of the record of a family that they work with by just anybody, nor without hearing of it. */
class EndingAnAgencysWorkTest {

    private static final String THIRD = BRIDGE.agency();

    private final MemoryFamilies families = new MemoryFamilies();
    private final ChangeFamily change = new ChangeFamily(families, FamilyMother.telling());

    @BeforeEach
    void three_agencies_work_with_the_family() {
        var family = joined(joined(ashdowns(), TREATMENT), THIRD);
        families.add(family, NOW);
    }

    private static Family joined(Family family, String agency) {
        return changed(
                Changes.join(family, agency, Involvement.LawfulBasis.PUBLIC_TASK, "Joint work", Author.of(SADE), NOW));
    }

    private ChangeFamily.Outcome end(Caller by, String agency) {
        return change.end("f-1", 1, agency, by, NOW);
    }

    private List<String> parties() {
        return families.find("f-1").orElseThrow().family().parties();
    }

    @Test
    void a_worker_ends_the_work_of_their_own_agency_and_nobody_need_be_told() {
        assertThat(end(TOM, TREATMENT)).isInstanceOf(ChangeFamily.Outcome.Done.class);

        assertThat(parties()).containsExactly(CSC, THIRD);
        assertThat(families.told()).isEmpty();
    }

    @Test
    void not_even_a_lead_of_one_agency_ends_the_work_of_another() {
        assertThat(end(LEILA, THIRD))
                .isInstanceOfSatisfying(
                        ChangeFamily.Outcome.NotPermitted.class,
                        not -> assertThat(not.refused()).isInstanceOf(AccessDecision.Denied.class));
        assertThat(parties()).containsExactly(CSC, TREATMENT, THIRD);
    }

    @Test
    void nor_does_just_any_worker_where_the_record_is_kept() {
        assertThat(end(SADE, TREATMENT)).isInstanceOf(ChangeFamily.Outcome.NotPermitted.class);
        assertThat(parties()).contains(TREATMENT);
    }

    @Test
    void whoever_answers_for_the_record_does_and_the_agency_hears_of_it() {
        assertThat(end(NADIA, TREATMENT)).isInstanceOf(ChangeFamily.Outcome.Done.class);

        assertThat(parties()).doesNotContain(TREATMENT);
        assertThat(families.told()).singleElement().isInstanceOfSatisfying(FamilyEvent.WorkEnded.class, told -> {
            assertThat(told.agency()).isEqualTo(TREATMENT);
            assertThat(told.by()).isEqualTo(Author.of(NADIA));
        });
    }
}
