package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.CSC;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.TREATMENT;
import static uk.kinbridge.referral.family.FamilyMother.adult;
import static uk.kinbridge.referral.family.FamilyMother.changed;
import static uk.kinbridge.referral.family.FamilyMother.child;
import static uk.kinbridge.referral.family.FamilyMother.family;
import static uk.kinbridge.referral.family.FamilyMother.protection;
import static uk.kinbridge.referral.family.FamilyMother.with;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.referral.family.FactKind;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.Protecting;
import uk.kinbridge.referral.family.Shielding;

/**
 * HAC-08, DOR-14: a referral says where the person referred lives, who need not live at the family's home, and leads
 * nobody to those who are protected from them.
 */
class WhereTheReferredLiveTest {

    private static final String HOME = "3 Hidden Lane, London E8 2BB";
    private static final String ELSEWHERE = "40 Other Street, London E9 1CC";

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

    private static @Nullable String sent(Family family, String subject) {
        return Disclosed.whole(family, family.member(subject).orElseThrow(), TREATMENT)
                .address();
    }

    @Test
    void a_child_with_its_grandmother_is_found_there_and_not_at_the_parents_home() {
        var family = with(marlows(), "f-1-3", FactKind.RESIDENCE, ELSEWHERE);

        assertThat(sent(family, "f-1-3")).isEqualTo(ELSEWHERE);
        assertThat(sent(family, "f-1-2")).isEqualTo(HOME);
    }

    @Test
    void nobody_writes_to_a_home_where_the_father_does_not_live() {
        var apart = with(marlows(), "f-1-1", FactKind.HOUSEHOLD, "lives-elsewhere");

        assertThat(sent(apart, "f-1-1")).isNull();
        assertThat(sent(with(apart, "f-1-1", FactKind.RESIDENCE, ELSEWHERE), "f-1-1"))
                .isEqualTo(ELSEWHERE);
        assertThat(sent(with(marlows(), "f-1-1", FactKind.HOUSEHOLD, "visits-regularly"), "f-1-1"))
                .isNull();
    }

    @Test
    void the_home_goes_where_they_live_there_or_nothing_else_was_said() {
        assertThat(sent(marlows(), "f-1-3")).isEqualTo(HOME);
        assertThat(sent(with(marlows(), "f-1-3", FactKind.HOUSEHOLD, "lives-here"), "f-1-3"))
                .isEqualTo(HOME);
    }

    @Test
    void whoever_has_come_home_is_found_there_and_where_they_lived_stays_in_the_history() {
        var away = with(marlows(), "f-1-3", FactKind.RESIDENCE, ELSEWHERE);
        var back = with(away, "f-1-3", FactKind.HOUSEHOLD, "lives-here");

        assertThat(sent(back, "f-1-3")).isEqualTo(HOME);
        assertThat(back.history()).anySatisfy(line -> {
            assertThat(line.kind()).isEqualTo(FactKind.RESIDENCE);
            assertThat(line.before())
                    .isNotNull()
                    .satisfies(said -> assertThat(said.value()).isEqualTo(ELSEWHERE));
        });
    }

    @Test
    void the_one_who_must_not_know_is_sent_with_their_own_address_and_with_no_other() {
        var hidden =
                changed(Protecting.protect(marlows(), protection("f-1-2", List.of("f-1-1"), List.of(), List.of())));

        assertThat(sent(hidden, "f-1-1")).isNull();
        assertThat(sent(with(hidden, "f-1-1", FactKind.RESIDENCE, ELSEWHERE), "f-1-1"))
                .isEqualTo(ELSEWHERE);
        assertThat(sent(with(hidden, "f-1-1", FactKind.RESIDENCE, "3 hidden lane, LONDON e8 2bb"), "f-1-1"))
                .as("a home that was written down as their own is a home of the protected one all the same")
                .isNull();
        assertThat(sent(hidden, "f-1-2")).isEqualTo(HOME);
    }

    @Test
    void an_agency_from_which_somebody_is_protected_gets_no_address_of_anybody() {
        var hidden =
                changed(Protecting.protect(marlows(), protection("f-1-2", List.of(), List.of(), List.of(TREATMENT))));

        assertThat(sent(with(hidden, "f-1-1", FactKind.RESIDENCE, ELSEWHERE), "f-1-1"))
                .isNull();
    }

    /** However they live, and whoever is protected from whom. */
    @Property(tries = 2_000)
    void no_address_leads_to_somebody_who_is_protected_from_one_of_those_it_is_about(@ForAll long seed) {
        var random = new Random(seed);
        var family = marlows();
        var where = new String[] {HOME, HOME, HOME};
        for (int i = 0; i < 3; i++) {
            var id = "f-1-" + (i + 1);
            switch (random.nextInt(5)) {
                case 0 -> family = with(family, id, FactKind.HOUSEHOLD, "lives-here");
                case 1 -> {
                    family = with(family, id, FactKind.HOUSEHOLD, "lives-elsewhere");
                    where[i] = "unknown";
                }
                case 2 -> {
                    where[i] = random.nextBoolean() ? ELSEWHERE : "7 Third Road, London N1 1AA";
                    family = with(family, id, FactKind.RESIDENCE, where[i]);
                }
                case 3 -> {
                    where[i] = HOME;
                    family = with(family, id, FactKind.RESIDENCE, HOME);
                }
                default -> {}
            }
        }
        int hidden = random.nextInt(3);
        int from = (hidden + 1 + random.nextInt(2)) % 3;
        family = changed(Protecting.protect(
                family, protection("f-1-" + (hidden + 1), List.of("f-1-" + (from + 1)), List.of(), List.of())));
        int other = random.nextInt(3);
        var about = List.of("f-1-" + (from + 1), "f-1-" + (other + 1));
        for (int i = 0; i < 3; i++) {
            var address = Shielding.addressSentTo(family, CSC, about, "f-1-" + (i + 1));
            if (address != null) {
                assertThat(address).isNotEqualTo(where[hidden]).isEqualTo(where[i]);
            }
        }
    }
}
