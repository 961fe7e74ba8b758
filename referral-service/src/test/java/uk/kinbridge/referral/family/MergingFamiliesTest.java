package uk.kinbridge.referral.family;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.LEILA;
import static uk.kinbridge.referral.family.FamilyMother.NADIA;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.TREATMENT;
import static uk.kinbridge.referral.family.FamilyMother.adult;
import static uk.kinbridge.referral.family.FamilyMother.ashdowns;
import static uk.kinbridge.referral.family.FamilyMother.changed;
import static uk.kinbridge.referral.family.FamilyMother.child;
import static uk.kinbridge.referral.family.FamilyMother.family;
import static uk.kinbridge.referral.family.FamilyMother.protection;
import static uk.kinbridge.referral.family.FamilyMother.said;
import static uk.kinbridge.referral.family.FamilyMother.tie;
import static uk.kinbridge.referral.family.FamilyMother.with;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.referral.family.ChangeFamily.Outcome;

/** HAC-08: one central record; two that were kept apart become one, and two again when that was wrong. */
class MergingFamiliesTest {

    private static final List<Merge.Same> SAME = List.of(new Merge.Same("f-1-1", "f-2-1"));
    private static final Instant LATER = NOW.plus(Duration.ofDays(1));

    private final MemoryFamilies families = new MemoryFamilies();
    private final ChangeFamily change = new ChangeFamily(families, FamilyMother.telling());
    private final MergeFamilies merge = new MergeFamilies(families, change, (_, _, _, _) -> {});

    /** The same parent, with another child, whom a relationship joins to her. */
    private Family other =
            family("f-2", SADE, null, adult("Robyn", "Ashdown", "1990-03-01"), child("Jay", "Ashdown", null));

    @BeforeEach
    void two_records() {
        families.add(ashdowns(), NOW);
        other = with(other, "f-2-1", FactKind.GP, "Hill Surgery");
        other = with(other, "f-2-2", FactKind.SCHOOL, "Hill School");
        other = changed(Changes.relate(
                other, tie("f-2-1", "f-2-2", Relationship.Kind.PARENT, Relationship.Care.SOLE), Author.of(SADE), NOW));
        families.add(other, NOW);
    }

    private Outcome merged(Caller caller) {
        return merge.merge("f-1", 1, "m-1", "f-2", SAME, "One mother", caller, LATER);
    }

    private Family one() {
        return families.find("f-1").orElseThrow().family();
    }

    private Family two() {
        return families.find("f-2").orElseThrow().family();
    }

    @Test
    void the_kept_record_has_everybody_once_and_what_was_known_of_them() {
        assertThat(merged(NADIA)).isInstanceOf(Outcome.Done.class);

        assertThat(one().people()).extracting(Member::id).containsExactly("f-1-1", "f-1-2", "f-2-2");
        assertThat(one().known("f-1-1").orElseThrow().fact(FactKind.GP)).isPresent();
        assertThat(one().between("f-1-1", "f-2-2")).isPresent();
        assertThat(one().allIds()).containsExactly("f-1", "f-2");
        assertThat(two().mergedInto()).isEqualTo("f-1");
    }

    @Test
    void others_hear_in_the_same_write_under_which_record_the_family_is_found_and_when_that_was_wrong() {
        merged(NADIA);
        merge.undo("f-1", 2, "m-1", "They are cousins", NADIA, LATER);

        assertThat(families.told())
                .containsExactly(
                        new FamilyEvent.Merged("f-2", other.reference(), "f-1", SAME, 2, Author.of(NADIA), LATER),
                        new FamilyEvent.MergeUndone("f-2", other.reference(), "f-1", 3, Author.of(NADIA), LATER));
    }

    @Test
    void sent_again_it_tells_nobody_anything_twice() {
        merged(NADIA);
        merged(NADIA);

        assertThat(families.told()).hasSize(1);
    }

    @Test
    void a_merge_is_undone_on_the_record_that_is_still_its_own() {
        merged(NADIA);
        families.add(family("f-0", SADE, null, adult("Robin", "Ashdown", "1990-03-01")), NOW);
        merge.merge("f-0", 1, "m-2", "f-1", List.of(), "One family", NADIA, LATER);

        assertThat(merge.undo("f-1", 3, "m-1", "They are cousins", NADIA, LATER))
                .isInstanceOf(Outcome.MergedAway.class);
        assertThat(two().mergedInto()).isEqualTo("f-1");
    }

    @Test
    void both_histories_say_so_with_reason_and_person() {
        merged(NADIA);

        for (var family : List.of(one(), two())) {
            assertThat(family.history()).last().satisfies(line -> {
                assertThat(line.what()).isEqualTo("families.merged");
                assertThat(line.words()).contains("One mother");
                assertThat(line.by()).isEqualTo(Author.of(NADIA));
            });
        }
    }

    @Test
    void sent_again_it_finishes_what_a_crash_left_half_done_and_changes_nothing_else() {
        merged(NADIA);
        var halfDone = two();
        families.save(2, halfDone.mergedInto(null), LATER);
        var before = one();

        assertThat(merged(NADIA)).isInstanceOf(Outcome.Done.class);

        assertThat(one()).isEqualTo(before);
        assertThat(two().mergedInto()).isEqualTo("f-1");
    }

    @Test
    void undone_both_stand_for_themselves_again() {
        var before = one().people();
        merged(NADIA);

        assertThat(merge.undo("f-1", 2, "m-1", "They are cousins", NADIA, LATER))
                .isInstanceOf(Outcome.Done.class);

        assertThat(one().people()).isEqualTo(before);
        assertThat(one().relationships()).isEmpty();
        assertThat(two().mergedInto()).isNull();
        assertThat(two().people()).isEqualTo(other.people());
        assertThat(two().relationships()).isEqualTo(other.relationships());
        assertThat(one().merges())
                .singleElement()
                .satisfies(m -> assertThat(m.undone())
                        .isNotNull()
                        .extracting(Merge.Undone::reason)
                        .isEqualTo("They are cousins"));
        assertThat(one().history().getLast().what()).isEqualTo("merge.undone");
    }

    @Test
    void what_was_learned_since_goes_back_with_the_person() {
        merged(NADIA);
        families.save(2, with(one(), "f-2-2", FactKind.SCHOOL, "Dale School"), LATER);

        merge.undo("f-1", 3, "m-1", "They are cousins", NADIA, LATER);

        assertThat(two().known("f-2-2").orElseThrow().fact(FactKind.SCHOOL))
                .get()
                .extracting(Said::value)
                .isEqualTo("Dale School");
    }

    @Test
    void a_blank_that_somebody_has_filled_since_stays_filled() {
        merged(NADIA);
        families.save(2, with(one(), "f-1-1", FactKind.GP, "New Surgery"), LATER);

        merge.undo("f-1", 3, "m-1", "They are cousins", NADIA, LATER);

        assertThat(one().known("f-1-1").orElseThrow().fact(FactKind.GP)).isPresent();
    }

    @Test
    void a_protection_is_lost_neither_on_the_way_there_nor_on_the_way_back() {
        families.save(
                1,
                changed(Protecting.protect(two(), protection("f-2-2", List.of("f-2-1"), List.of("x"), List.of()))),
                NOW);
        merged(NADIA);
        assertThat(one().protections())
                .singleElement()
                .satisfies(p -> assertThat(p.fromMembers()).containsExactly("f-1-1"));
        var set = new Protection(
                "p-2", "f-2-2", List.of(), List.of("y"), List.of(), "New order", Author.of(NADIA), LATER, null);
        families.save(2, changed(Protecting.protect(one(), set)), LATER);

        merge.undo("f-1", 3, "m-1", "They are cousins", NADIA, LATER);

        assertThat(one().protections()).isEmpty();
        assertThat(two().protections()).extracting(Protection::id).containsExactly("p-1", "p-2");
    }

    @Test
    void is_for_those_who_answer_for_both_records() {
        assertThat(merged(SADE)).isInstanceOf(Outcome.NotPermitted.class);
        assertThat(merged(LEILA)).isInstanceOf(Outcome.NotPermitted.class);

        families.add(family("f-3", LEILA, null, adult("Robin", "Ashdown", null)), NOW);
        assertThat(merge.merge("f-1", 1, "m-2", "f-3", List.of(), "Same", NADIA, LATER))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(one().people()).hasSize(2);
    }

    @Test
    void every_agency_of_the_other_record_stays_a_party() {
        families.save(
                1,
                changed(Changes.join(
                        two(), TREATMENT, Involvement.LawfulBasis.CONSENT, "Treatment", Author.of(SADE), NOW)),
                NOW);
        merged(NADIA);

        assertThat(one().parties()).contains(TREATMENT);
        merge.undo("f-1", 2, "m-1", "Wrong", NADIA, LATER);
        assertThat(one().parties()).doesNotContain(TREATMENT);
    }

    @Test
    void an_adult_and_a_child_are_not_the_same_person_and_nobody_is_two() {
        for (var wrong : List.of(
                List.of(new Merge.Same("f-1-1", "f-2-2")),
                List.of(new Merge.Same("f-1-1", "nobody")),
                List.of(new Merge.Same("f-1-1", "f-2-1"), new Merge.Same("f-1-1", "f-2-1")))) {
            assertThat(merge.merge("f-1", 1, "m-1", "f-2", wrong, "x", NADIA, LATER))
                    .isInstanceOf(Outcome.Refused.class);
        }
        assertThat(two().mergedInto()).isNull();
    }

    @Test
    void a_record_that_has_become_part_of_another_is_not_changed_any_more() {
        merged(NADIA);

        var outcome = change.change(
                "f-2",
                2,
                SADE,
                LATER,
                f -> Changes.record(f, "f-2-2", FactKind.SCHOOL, said("x"), Author.of(SADE), LATER));

        assertThat(outcome).isEqualTo(new Outcome.MergedAway("f-1"));
    }

    @Test
    void on_another_version_than_was_read_nothing_is_merged() {
        families.save(1, with(one(), "f-1-1", FactKind.GP, "New Surgery"), NOW);

        assertThat(merged(NADIA)).isInstanceOf(Outcome.Stale.class);
        assertThat(two().mergedInto()).isNull();
    }

    /** What a crash after the first of two writes leaves, and the event of that write then does. */
    @Test
    void a_merge_that_has_only_begun_is_finished_by_its_event_however_often_it_comes() {
        merged(NADIA);
        var before = one();
        families.save(2, other, LATER);

        merge.finish("f-2", "f-1", LATER.plusSeconds(1));
        merge.finish("f-2", "f-1", LATER.plusSeconds(2));

        assertThat(two().mergedInto()).isEqualTo("f-1");
        assertThat(two().history())
                .filteredOn(line -> line.what().equals("families.merged"))
                .hasSize(1);
        assertThat(one()).isEqualTo(before);
    }

    @Test
    void an_undoing_that_has_only_begun_is_finished_by_its_event_and_the_one_of_the_merge_does_not_bring_it_back() {
        var before = one().people();
        merged(NADIA);
        var begun = Unmerging.apart(
                one(), two(), one().merges().getFirst(), "They are cousins", Author.of(NADIA), LATER.plusSeconds(1));
        families.save(2, begun.other(), LATER);

        merge.finish("f-2", "f-1", LATER.plusSeconds(2));
        assertThat(two().mergedInto()).isNull();
        merge.finishUndoing("f-2", "f-1", LATER.plusSeconds(3));
        merge.finishUndoing("f-2", "f-1", LATER.plusSeconds(4));

        assertThat(one().people()).isEqualTo(before);
        assertThat(one().merges())
                .singleElement()
                .satisfies(m -> assertThat(m.undone()).isNotNull().satisfies(undone -> {
                    assertThat(undone.reason()).isEqualTo("They are cousins");
                    assertThat(undone.by()).isEqualTo(Author.of(NADIA));
                }));
        assertThat(two().mergedInto()).isNull();
    }

    @Test
    void an_earlier_merge_on_whose_people_a_later_one_rests_is_not_undone_before_it() {
        merged(NADIA);
        families.add(family("f-3", SADE, null, child("Jay", "Ashdown", null)), NOW);
        var jays = List.of(new Merge.Same("f-2-2", "f-3-1"));
        assertThat(merge.merge("f-1", 2, "m-3", "f-3", jays, "The same Jay", NADIA, LATER))
                .isInstanceOf(Outcome.Done.class);

        assertThat(merge.undo("f-1", 3, "m-1", "They are cousins", NADIA, LATER))
                .isInstanceOf(Outcome.Refused.class);
        merge.undo("f-1", 3, "m-3", "Another Jay", NADIA, LATER);
        assertThat(merge.undo("f-1", 4, "m-1", "They are cousins", NADIA, LATER))
                .isInstanceOf(Outcome.Done.class);
    }

    /** Who left must not be read about where they are no longer hidden. */
    @Test
    void what_was_recorded_of_somebody_in_between_goes_where_they_go() {
        merged(NADIA);
        families.save(2, with(one(), "f-2-2", FactKind.SCHOOL, "Dale School"), LATER);

        merge.undo("f-1", 3, "m-1", "They are cousins", NADIA, LATER);

        assertThat(one().toString()).doesNotContain("Hill School", "Dale School", "Hill Surgery");
        assertThat(two().history()).anySatisfy(line -> assertThat(line.kind()).isEqualTo(FactKind.SCHOOL));
    }
}
