package uk.kinbridge.referral.information;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.TREATMENT;
import static uk.kinbridge.referral.family.FamilyMother.adult;
import static uk.kinbridge.referral.family.FamilyMother.changed;
import static uk.kinbridge.referral.family.FamilyMother.child;
import static uk.kinbridge.referral.family.FamilyMother.family;
import static uk.kinbridge.referral.family.FamilyMother.protection;
import static uk.kinbridge.referral.family.FamilyMother.with;
import static uk.kinbridge.referral.information.Office.stated;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.protocols.sharing.ChildConcern;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.family.FactKind;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.MemoryFamilies;
import uk.kinbridge.referral.family.Protecting;

/** HAC-08, DOR-14: what is shared about somebody says where they live, and leads nobody to whom they must not find. */
class SharingWhereSomebodyLivesTest {

    private static final String HOME = "3 Hidden Lane, London E8 2BB";
    private static final String ELSEWHERE = "40 Other Street, London E9 1CC";

    private final Office office = new Office();
    private final MemoryFamilies families = new MemoryFamilies();

    /** Father, mother and child, in that order. */
    private static Family marlows() {
        return family(
                "f-1",
                SADE,
                HOME,
                adult("Kit", "Marlow", "1985-01-01"),
                adult("Ines", "Marlow", "1987-02-02"),
                child("Jay", "Marlow", "2018-03-03"));
    }

    private KeptDecision.Shown shared(Family family, String... about) {
        families.add(family, NOW);
        var ask = new AskAboutSharing(
                new FactsOfFamilies(families),
                Office.protocols(),
                office.decide(),
                office.decisions,
                BankHolidays::shipped);
        var request = new AskAboutSharing.Request(
                "hackney",
                TREATMENT,
                null,
                List.of(about),
                List.of(),
                false,
                null,
                false,
                stated(null, ChildConcern.SIGNIFICANT_HARM, "A child is at risk."));
        var outcome = ask.ask("d-1", "f-1", request, SADE, NOW);
        return Objects.requireNonNull(
                ((AskAboutSharing.Outcome.Decided) outcome).decision().shown());
    }

    private @Nullable String address(Family family, String... about) {
        return shared(family, about).address();
    }

    @Test
    void the_home_of_the_protected_one_stays_out_of_the_file_of_whoever_must_not_know() {
        var hidden =
                changed(Protecting.protect(marlows(), protection("f-1-2", List.of("f-1-1"), List.of(), List.of())));

        assertThat(address(hidden, "f-1-1")).isNull();
    }

    @Test
    void nor_does_it_come_there_by_the_child_that_lives_with_the_protected_one() {
        var hidden =
                changed(Protecting.protect(marlows(), protection("f-1-2", List.of("f-1-1"), List.of(), List.of())));

        assertThat(address(with(hidden, "f-1-1", FactKind.RESIDENCE, ELSEWHERE), "f-1-1", "f-1-3"))
                .doesNotContain(HOME);
    }

    @Test
    void everybody_is_shared_with_where_they_live_themselves() {
        var apart = with(marlows(), "f-1-1", FactKind.RESIDENCE, ELSEWHERE);

        assertThat(address(apart, "f-1-1")).isEqualTo(ELSEWHERE);
    }

    @Test
    void two_addresses_go_with_the_names_of_those_who_live_there() {
        var apart = with(marlows(), "f-1-1", FactKind.RESIDENCE, ELSEWHERE);

        assertThat(address(apart, "f-1-1", "f-1-3")).isEqualTo("Kit Marlow: " + ELSEWHERE + "\nJay Marlow: " + HOME);
    }
}
