package uk.kinbridge.referral.family.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.CSC;
import static uk.kinbridge.referral.family.FamilyMother.LEILA;
import static uk.kinbridge.referral.family.FamilyMother.NADIA;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.SOUNDS;
import static uk.kinbridge.referral.family.FamilyMother.TREATMENT;
import static uk.kinbridge.referral.family.FamilyMother.adult;
import static uk.kinbridge.referral.family.FamilyMother.changed;
import static uk.kinbridge.referral.family.FamilyMother.child;
import static uk.kinbridge.referral.family.FamilyMother.family;
import static uk.kinbridge.referral.family.FamilyMother.protection;
import static uk.kinbridge.referral.family.FamilyMother.said;
import static uk.kinbridge.referral.family.FamilyMother.tie;
import static uk.kinbridge.referral.family.FamilyMother.unborn;
import static uk.kinbridge.referral.family.FamilyMother.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.referral.family.Author;
import uk.kinbridge.referral.family.ChangeFamily;
import uk.kinbridge.referral.family.Changes;
import uk.kinbridge.referral.family.FactKind;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.Families.Search;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.FamilyMother;
import uk.kinbridge.referral.family.Involvement;
import uk.kinbridge.referral.family.MatchKeys;
import uk.kinbridge.referral.family.Merge;
import uk.kinbridge.referral.family.MergeFamilies;
import uk.kinbridge.referral.family.Protecting;
import uk.kinbridge.referral.family.Relationship;
import uk.kinbridge.referral.family.SearchTerms;

/** What every keeper of families does, in memory and on each database. */
abstract class FamiliesTest {

    private final Families families;

    FamiliesTest(Families families) {
        this.families = families;
    }

    @Test
    void an_outline_says_who_may_see_it_and_who_is_protected_as_the_whole_does() {
        var family = rich("outlined");
        families.add(family, NOW);

        var outline = families.outline("outlined").orElseThrow();

        assertThat(outline.parties()).isEqualTo(family.parties());
        assertThat(outline.protections()).isEqualTo(family.protections());
        assertThat(outline.allIds()).isEqualTo(family.allIds());
        assertThat(outline.mergedInto()).isEqualTo(family.mergedInto());
        assertThat(families.outline("nobody")).isEmpty();
    }

    /** Everything that a record can hold at once. */
    private static Family rich(String id) {
        var family = family(
                id,
                SADE,
                "12 Made-up Road, E8 1AA",
                adult("Robin", "Ashdown", "1990-03-01"),
                child("Wren", "Ashdown", "2019-06-02"),
                unborn("2027-03-01"));
        family = with(family, id + "-2", FactKind.SCHOOL, "Hill School");
        family = changed(Changes.relate(
                family,
                tie(id + "-1", id + "-2", Relationship.Kind.PARENT, Relationship.Care.SOLE),
                Author.of(SADE),
                NOW));
        family = changed(
                Changes.join(family, TREATMENT, Involvement.LawfulBasis.CONSENT, "Treatment", Author.of(SADE), NOW));
        family = changed(Changes.record(family, FactKind.HOUSEHOLD_ASKED, said("yes"), Author.of(SADE), NOW));
        family = changed(
                Protecting.protect(family, protection(id + "-2", List.of(id + "-1"), List.of("x"), List.of("y"))));
        return changed(Protecting.lift(family, "p-1", "ended", Author.of(NADIA), NOW));
    }

    @Test
    void what_was_kept_comes_back_whole() {
        var kept = families.add(rich("whole"), NOW);

        assertThat(families.find("whole")).contains(kept);
        assertThat(kept.family()).isEqualTo(rich("whole"));
        assertThat(families.find("nobody")).isEmpty();
    }

    @Test
    void of_two_who_change_the_same_version_the_first_wins() {
        families.add(rich("raced"), NOW);
        var next = with(rich("raced"), "raced-1", FactKind.GP, "Hill Surgery");

        assertThat(families.save(1, next, NOW)).isTrue();
        assertThat(families.save(1, rich("raced"), NOW)).isFalse();
        assertThat(families.find("raced").orElseThrow().family()).isEqualTo(next);
    }

    @Test
    void records_of_what_may_be_the_same_people_share_a_key() {
        families.add(family("kept", LEILA, null, adult("Sorrel", "Winterbourne", "1971-01-01")), NOW);
        var asked = family("asked", SADE, null, adult("Sorel", "Winterborne", "1971-01-01"));
        var stranger = family("stranger", SADE, null, adult("Peter", "Miles", "1971-01-01"));

        assertThat(families.sharing(MatchKeys.narrow(asked, SOUNDS), 10))
                .extracting(Family::id)
                .contains("kept");
        assertThat(families.sharing(MatchKeys.narrow(stranger, SOUNDS), 10))
                .extracting(Family::id)
                .doesNotContain("kept");
        assertThat(families.sharing(List.of(), 10)).isEmpty();
    }

    @Test
    void is_found_by_reference_name_and_date_of_birth_within_the_own_agency() {
        families.add(family("found", SADE, null, adult("Juniper", "Holloway", "1966-06-06")), NOW);

        assertThat(search(CSC, "F-found", null, null)).containsExactly("found");
        assertThat(search(CSC, null, "Joniper", null)).containsExactly("found");
        assertThat(search(CSC, null, "juniper holloway", null)).containsExactly("found");
        assertThat(search(CSC, null, "Juniper", LocalDate.of(1966, 6, 6))).containsExactly("found");
        assertThat(search(CSC, null, "Juniper", LocalDate.of(1966, 6, 7))).isEmpty();
        assertThat(search(TREATMENT, "F-found", null, null)).isEmpty();
    }

    @Test
    void an_agency_that_joins_finds_it_and_one_that_leaves_does_not() {
        var alone = family("shared", SADE, null, adult("Linden", "Farrow", null));
        var joined =
                changed(Changes.join(alone, TREATMENT, Involvement.LawfulBasis.PUBLIC_TASK, "x", Author.of(SADE), NOW));
        families.add(alone, NOW);
        families.save(1, joined, NOW);
        assertThat(search(TREATMENT, null, "Farrow", null)).containsExactly("shared");

        families.save(2, changed(Changes.leave(joined, TREATMENT, Author.of(SADE), NOW)), NOW);
        assertThat(search(TREATMENT, null, "Farrow", null)).isEmpty();
    }

    @Test
    void pages_leave_nobody_out_and_show_nobody_twice() {
        for (int i = 0; i < 5; i++) {
            families.add(family("page-" + i, SADE, null, adult("Tansy", "Pagewright", null)), NOW);
        }

        assertThat(search(CSC, null, "Pagewright", null))
                .containsExactly("page-0", "page-1", "page-2", "page-3", "page-4");
    }

    @Test
    void two_given_names_and_a_double_family_name_are_found_by_any_of_their_words() {
        families.add(family("double", SADE, null, adult("Mary Jane", "Thornbury-Vale", null)), NOW);
        families.add(family("spaced", SADE, null, adult("Mary", "Thornbury Vale", null)), NOW);

        assertThat(search(CSC, null, "Mary Jane Thornbury", null)).containsExactly("double");
        for (var name : List.of("Thornbury Vale", "thornbury-vale", "Vale Mary")) {
            assertThat(search(CSC, null, name, null)).as(name).containsExactly("double", "spaced");
        }
    }

    @Test
    void a_merged_record_is_found_through_the_other_one_and_after_the_undo_by_itself() {
        families.add(family("one", SADE, null, adult("Rowan", "Mergewell", null)), NOW);
        families.add(family("two", SADE, null, adult("Rowan", "Mergewell", null)), NOW);
        var merge = new MergeFamilies(families, new ChangeFamily(families, FamilyMother.telling()), (_, _, _, _) -> {});

        merge.merge("one", 1, "m", "two", List.of(new Merge.Same("one-1", "two-1")), "Same", NADIA, NOW);
        assertThat(search(CSC, null, "Mergewell", null)).containsExactly("one");

        merge.undo("one", 2, "m", "Wrong", NADIA, NOW);
        assertThat(search(CSC, null, "Mergewell", null)).containsExactly("one", "two");
    }

    private List<String> search(
            String agency, @Nullable String reference, @Nullable String name, @Nullable LocalDate bornOn) {
        var ids = new ArrayList<String>();
        @Nullable String after = null;
        List<Families.Held> page;
        do {
            page = families.search(new Search(agency, SearchTerms.wanted(reference, name, bornOn, SOUNDS), after, 2));
            page.forEach(held -> ids.add(held.family().id()));
            after = page.isEmpty() ? null : page.getLast().family().id();
        } while (page.size() == 2);
        return ids;
    }
}
