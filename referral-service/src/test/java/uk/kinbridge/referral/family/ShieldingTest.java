package uk.kinbridge.referral.family;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.CSC;
import static uk.kinbridge.referral.family.FamilyMother.NADIA;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.TOM;
import static uk.kinbridge.referral.family.FamilyMother.TREATMENT;
import static uk.kinbridge.referral.family.FamilyMother.adult;
import static uk.kinbridge.referral.family.FamilyMother.caller;
import static uk.kinbridge.referral.family.FamilyMother.changed;
import static uk.kinbridge.referral.family.FamilyMother.child;
import static uk.kinbridge.referral.family.FamilyMother.family;
import static uk.kinbridge.referral.family.FamilyMother.protection;
import static uk.kinbridge.referral.family.FamilyMother.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Role;

/** HAC-08, DOR-14: one shared record, in which nobody's whereabouts reach somebody whom they are protected from. */
class ShieldingTest {

    /** The father, who lives elsewhere, is member 1; mother 2 and child 3 live at the family's home. */
    private static Family marlows() {
        var family = family(
                "f-1",
                SADE,
                "3 Hidden Lane, London E8 2BB",
                adult("Kit", "Marlow", "1985-01-01"),
                adult("Ines", "Marlow", "1987-02-02"),
                child("Jay", "Marlow", "2018-03-03"));
        family = with(family, "f-1-1", FactKind.HOUSEHOLD, "lives-elsewhere");
        family = with(family, "f-1-1", FactKind.RESIDENCE, "40 Other Street, London E9 1CC");
        family = with(family, "f-1-2", FactKind.GP, "Hidden Surgery");
        family = with(family, "f-1-3", FactKind.SCHOOL, "Hidden School");
        return changed(Changes.join(
                family, TREATMENT, Involvement.LawfulBasis.PUBLIC_TASK, "Joint work", Author.of(SADE), NOW));
    }

    private static Family protectedFrom(List<String> members, List<String> people, List<String> agencies) {
        return changed(Protecting.protect(marlows(), protection("f-1-2", members, people, agencies)));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void the_one_who_must_not_know_learns_nothing_whatever_their_role(Role role) {
        var kit = caller("kit.marlow", "Kit Marlow", CSC, role);
        var seen = Shielding.seenBy(protectedFrom(List.of(), List.of("kit.marlow"), List.of()), kit);

        assertThat(seen.toString()).doesNotContain("Hidden");
        assertThat(seen.address()).isNull();
        assertThat(seen.protections()).isEmpty();
        assertThat(seen.agencies()).extracting(Involvement::agency).containsExactly(CSC);
    }

    @Test
    void by_subject_id_as_well_as_by_user_name() {
        var kit = caller("kit.marlow", "Kit Marlow", CSC, Role.MANAGER);

        assertThat(Shielding.seenBy(protectedFrom(List.of(), List.of("p-kit.marlow"), List.of()), kit)
                        .address())
                .isNull();
    }

    @Test
    void whoever_lives_with_the_protected_one_is_shielded_too() {
        var kit = caller("kit.marlow", "Kit Marlow", CSC, Role.PRACTITIONER);
        var seen = Shielding.seenBy(protectedFrom(List.of(), List.of("kit.marlow"), List.of()), kit);

        assertThat(seen.known("f-1-3").orElseThrow().fact(FactKind.SCHOOL)).isEmpty();
        assertThat(seen.known("f-1-1").orElseThrow().fact(FactKind.RESIDENCE)).isPresent();
    }

    @Test
    void a_colleague_sees_everything() {
        var family = protectedFrom(List.of(), List.of("kit.marlow"), List.of());

        assertThat(Shielding.seenBy(family, SADE)).isEqualTo(family);
    }

    @Test
    void in_the_presence_of_the_other_member_it_is_left_out_and_the_worker_knows_what() {
        var family = protectedFrom(List.of("f-1-1"), List.of(), List.of());

        assertThat(Shielding.withPresent(family, "f-1-1").toString()).doesNotContain("Hidden");
        assertThat(Shielding.withheld(family, "f-1-1").get("f-1-3")).containsExactly("school");
        assertThat(Shielding.withPresent(family, "f-1-2").address()).isNotNull();
    }

    @Test
    void an_agency_in_which_such_a_person_works_is_shut_out() {
        var family = protectedFrom(List.of(), List.of(), List.of(TREATMENT));

        assertThat(Shielding.seenBy(family, TOM).address()).isNull();
        assertThat(Shielding.seenBy(family, TOM).agencies())
                .as("who brought it in would tell who works with the family")
                .isEmpty();
        assertThat(Shielding.sentTo(family, TREATMENT, "f-1-2").address()).isNull();
        assertThat(Shielding.sentTo(family, CSC, "f-1-2").address()).isNotNull();
    }

    @Test
    void a_referral_of_the_one_who_must_not_know_carries_no_address() {
        var family = protectedFrom(List.of("f-1-1"), List.of(), List.of());

        assertThat(Shielding.sentTo(family, TREATMENT, "f-1-1").address()).isNull();
    }

    @Test
    void nobody_changes_a_record_on_which_somebody_is_protected_from_them() {
        var kit = caller("kit.marlow", "Kit Marlow", CSC, Role.MANAGER);
        var family = protectedFrom(List.of(), List.of("kit.marlow"), List.of());

        assertThat(FamilyAccess.change(kit, family)).isInstanceOf(AccessDecision.Denied.class);
        assertThat(FamilyAccess.answerFor(kit, family)).isInstanceOf(AccessDecision.Denied.class);
    }

    @Test
    void ending_a_protection_is_for_those_who_answer_for_it_and_leaves_its_reason() {
        var family = protectedFrom(List.of(), List.of("kit.marlow"), List.of());
        var lifted = changed(Protecting.lift(family, "p-1", "The order has ended", Author.of(NADIA), NOW));
        var kit = caller("kit.marlow", "Kit Marlow", CSC, Role.PRACTITIONER);

        assertThat(FamilyAccess.answerFor(SADE, family).isGranted()).isFalse();
        assertThat(FamilyAccess.answerFor(NADIA, family).isGranted()).isTrue();
        assertThat(Shielding.seenBy(lifted, kit).address()).isNotNull();
        assertThat(lifted.history().getLast().words()).contains("The order has ended");
    }

    @Test
    void a_protection_names_members_and_somebody_to_protect_from() {
        assertThat(Protecting.protect(marlows(), protection("f-1-2", List.of(), List.of(), List.of())))
                .isInstanceOf(Changes.Outcome.Refused.class);
        assertThat(Protecting.protect(marlows(), protection("f-1-2", List.of("f-1-2"), List.of(), List.of())))
                .isInstanceOf(Changes.Outcome.Refused.class);
        assertThat(Protecting.protect(marlows(), protection("f-1-2", List.of(), List.of(), List.of(CSC))))
                .isInstanceOf(Changes.Outcome.Refused.class);
        assertThat(Protecting.protect(marlows(), protection("nobody", List.of(), List.of("x"), List.of())))
                .isInstanceOf(Changes.Outcome.Refused.class);
    }
}
