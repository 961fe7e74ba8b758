package uk.kinbridge.referral.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.adult;
import static uk.kinbridge.referral.family.FamilyMother.ashdowns;
import static uk.kinbridge.referral.family.FamilyMother.child;
import static uk.kinbridge.referral.family.FamilyMother.family;
import static uk.kinbridge.referral.family.FamilyMother.unborn;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.referral.exchange.Letter.Household;
import uk.kinbridge.referral.exchange.WhoIsWho.Is;
import uk.kinbridge.referral.family.FactKind;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.Person;

/** Who somebody of a letter is on record; where that is open, no machine decides (SAL-17). */
class WhoIsWhoTest {

    private static final MessageId MESSAGE = new MessageId("hackney-childrens-social-care", "r-1", "b-1");
    private static final String ROBIN = "f-1-1";
    private static final String WREN = "f-1-2";

    private static Someone someone(String given, String surname, String born, @Nullable String localId) {
        var bornOn = LocalDate.parse(born);
        return new Someone(
                null,
                bornOn.getYear() < 2000 ? Person.Kind.ADULT : Person.Kind.CHILD,
                given,
                surname,
                bornOn,
                null,
                null,
                localId,
                null,
                List.of(),
                null,
                List.of());
    }

    private static List<Is> who(Family family, Someone... everybody) {
        return new WhoIsWho(family, MESSAGE).of(List.of(everybody), null);
    }

    @Test
    void name_and_date_say_it_and_so_does_a_date_with_the_first_name() {
        assertThat(who(
                        ashdowns(),
                        someone("robin", "ASHDOWN", "1990-03-01", null),
                        someone("Wren", "Lee", "2019-06-02", null)))
                .containsExactly(new Is.Known(ROBIN), new Is.Known(WREN));
    }

    @Test
    void somebody_whom_nothing_ties_to_anybody_is_a_newcomer() {
        assertThat(who(ashdowns(), someone("Lark", "Ashdown", "2024-04-05", null)))
                .singleElement()
                .isInstanceOf(Is.Newcomer.class);
    }

    @Test
    void a_misheard_name_and_a_twin_look_alike_until_both_are_named() {
        var wren = someone("Wren", "Ashdown", "2019-06-02", null);
        var twin = someone("Lark", "Ashdown", "2019-06-02", null);

        assertThat(who(ashdowns(), twin)).containsExactly(new Is.Doubtful(WREN));
        assertThat(who(ashdowns(), twin, wren)).last().isEqualTo(new Is.Known(WREN));
        assertThat(who(ashdowns(), twin, wren).getFirst()).isInstanceOf(Is.Newcomer.class);
    }

    @Test
    void the_same_name_with_another_date_may_be_father_and_son() {
        assertThat(who(ashdowns(), someone("Robin", "Ashdown", "2012-03-01", null)))
                .containsExactly(new Is.Doubtful(ROBIN));
    }

    @Test
    void a_child_born_near_the_day_on_which_one_is_expected_may_be_that_one() {
        var expecting = family("f-1", SADE, null, adult("Robin", "Ashdown", null), unborn("2026-12-24"));

        assertThat(who(expecting, someone("Lark", "Ashdown", "2026-12-01", null)))
                .containsExactly(new Is.Doubtful("f-1-2"));
        assertThat(who(expecting, someone("Kit", "Ashdown", "2014-12-01", null)).getFirst())
                .isInstanceOf(Is.Newcomer.class);
    }

    @Test
    void the_id_of_the_other_system_knows_them_again_under_whatever_name() {
        var local = someone("Lark", "Ashdown", "2024-04-05", "https://case.example/person|7");
        var id = WhoIsWho.idOf(MESSAGE, "f-1", local);
        var known = new uk.kinbridge.referral.family.Reports(
                ashdowns(), uk.kinbridge.referral.family.Author.of(SADE), "the mother", NOW);
        known.newcomer(id, child("Lark", "Ashdown", "2024-04-05"));

        assertThat(who(known.family(), someone("Larissa", "Quill", "2024-05-04", "https://case.example/person|7")))
                .containsExactly(new Is.Known(id));
    }

    @Test
    void a_letter_whose_subject_may_be_two_people_is_refused() {
        var news = news(ashdowns(), someone("Robyn", "Ashdown", "1990-03-01", null));

        assertThat(news.refusals())
                .singleElement()
                .satisfies(ground -> assertThat(ground.about()).isEqualTo("Patient"));
        assertThat(news.next()).isEqualTo(ashdowns());
    }

    @Test
    void that_a_child_on_record_is_said_to_be_an_adult_stands_beside_it() {
        var grown = new Someone(
                WREN,
                Person.Kind.ADULT,
                "Wren",
                "Ashdown",
                LocalDate.parse("2019-06-02"),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of());

        var wren = news(ashdowns(), grown).next().known(WREN).orElseThrow();

        assertThat(wren.person().kind()).isEqualTo(Person.Kind.CHILD);
        assertThat(wren.fact(FactKind.SAID_OTHERWISE))
                .get()
                .satisfies(said -> assertThat(said.value()).isEqualTo("Is said to be: adult"));
    }

    private static HouseholdNews news(Family family, Someone subject) {
        var household = new Household(null, null, subject, List.of(), false, null, null, null);
        return HouseholdNews.of(MESSAGE, family, null, household, "", SADE, NOW);
    }
}
