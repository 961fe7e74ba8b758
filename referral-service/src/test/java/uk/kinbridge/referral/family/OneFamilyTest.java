package uk.kinbridge.referral.family;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.NADIA;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.adult;
import static uk.kinbridge.referral.family.FamilyMother.ashdowns;
import static uk.kinbridge.referral.family.FamilyMother.caller;
import static uk.kinbridge.referral.family.FamilyMother.child;
import static uk.kinbridge.referral.family.FamilyMother.family;
import static uk.kinbridge.referral.family.FamilyMother.protection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/** HAC-08: one central record, however many there were: who is found under which of its ids, and by what. */
class OneFamilyTest {

    private static final String NUMBER = "9434765919";
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Caller KIT = caller("kit.marlow", "Kit Marlow", FamilyMother.CSC, Role.PRACTITIONER);

    private final MemoryFamilies families = new MemoryFamilies();
    private final MergeFamilies merge =
            new MergeFamilies(families, new ChangeFamily(families, FamilyMother.telling()), (_, _, _, _) -> {});

    /** f-2, which has Jay too, has become part of f-1, and that of f-0. */
    @BeforeEach
    void a_chain() {
        families.add(family("f-0", SADE, null, adult("Robin", "Ashdown", "1990-03-01")), NOW);
        families.add(ashdowns(), NOW);
        families.add(
                family(
                        "f-2",
                        SADE,
                        "9 Elsewhere Street, London E9 4XX",
                        known("Robyn", "Miller", "1990-03-01", NUMBER),
                        child("Jay", "Ashdown", null)),
                NOW);
        merged("f-1", "f-2", "m-1", "f-1-1", "f-2-1");
        merged("f-0", "f-1", "m-0", "f-0-1", "f-1-1");
    }

    private static Told known(String given, String name, @Nullable String bornOn, String number) {
        var told = adult(given, name, bornOn);
        return new Told(
                told.kind(),
                told.givenName(),
                told.familyName(),
                told.bornOn(),
                null,
                List.of(new Member.Name("Robyn", "Hart")),
                number,
                Map.of());
    }

    private void merged(String kept, String other, String id, String mine, String theirs) {
        var same = List.of(new Merge.Same(mine, theirs));
        assertThat(merge.merge(kept, version(kept), id, other, same, "One family", NADIA, LATER))
                .isInstanceOf(ChangeFamily.Outcome.Done.class);
    }

    private long version(String id) {
        return families.find(id).orElseThrow().version();
    }

    private OneFamily behind(String id) {
        return OneFamily.behind(families, id).orElseThrow();
    }

    @Test
    void it_is_one_behind_each_of_its_records() {
        for (var id : List.of("f-0", "f-1", "f-2")) {
            assertThat(behind(id).id()).isEqualTo("f-0");
            assertThat(behind(id).ids()).containsExactly("f-0", "f-1", "f-2");
        }
    }

    @Test
    void whoever_was_on_several_is_one_under_each_of_their_ids() {
        var one = behind("f-2");

        assertThat(one.member("f-2-1")).isEqualTo("f-0-1");
        assertThat(one.namesOf("f-1-1")).containsExactlyInAnyOrder("f-0-1", "f-1-1", "f-2-1");
        assertThat(one.memberOn("f-2", "f-0-1")).isEqualTo("f-2-1");
        assertThat(one.memberOn("f-1", "f-2-1")).isEqualTo("f-1-1");
        assertThat(one.homeOf("f-2-2")).isEqualTo("f-2");
        assertThat(one.homeOf("f-1-2")).isEqualTo("f-1");
        assertThat(one.homeOf("f-2-1")).isEqualTo("f-0");
    }

    @Test
    void records_that_point_at_each_other_end() {
        families.save(
                version("f-0"), families.find("f-0").orElseThrow().family().mergedInto("f-2"), NOW);

        assertThat(behind("f-1").ids()).doesNotHaveDuplicates();
    }

    @Test
    void a_record_of_its_own_again_is_no_longer_part_of_it() {
        merge.undo("f-0", version("f-0"), "m-0", "Cousins", NADIA, LATER);

        assertThat(behind("f-0").ids()).containsExactly("f-0");
        assertThat(behind("f-2").ids()).containsExactly("f-1", "f-2");
    }

    @Test
    void the_kept_record_is_found_by_number_other_name_and_address_of_each_of_them_until_they_part() {
        var kept = families.find("f-0").orElseThrow().family();
        assertThat(kept.known("f-0-1").orElseThrow().nhsNumber()).isEqualTo(NUMBER);
        assertThat(kept.known("f-0-1").orElseThrow().alsoKnownAs())
                .contains(new Member.Name("Robyn", "Hart"), new Member.Name("Robyn", "Miller"));
        var another = family("f-9", SADE, "9 Elsewhere Street, London E9 4XX", adult("Robyn", "Hart", null));
        var numbered = family("f-8", SADE, null, known("Somebody", "Else", null, NUMBER));

        assertThat(found(another)).containsExactly("f-0");
        assertThat(found(numbered)).containsExactly("f-0");

        merge.undo("f-0", version("f-0"), "m-0", "Cousins", NADIA, LATER);
        assertThat(found(numbered)).containsExactly("f-1");
        var alone = families.find("f-0").orElseThrow().family();
        assertThat(alone.known("f-0-1").orElseThrow().alsoKnownAs()).isEmpty();
        assertThat(alone.known("f-0-1").orElseThrow().nhsNumber()).isNull();
        assertThat(alone.address()).isNull();
    }

    private List<String> found(Family asked) {
        var keys = MatchKeys.all(asked, FamilyMother.SOUNDS);
        return families.sharing(keys, 10).stream()
                .filter(other ->
                        !new Matching(FamilyMother.SOUNDS).between(asked, other).isEmpty())
                .map(Family::id)
                .toList();
    }

    @Test
    void the_record_that_became_part_of_it_hides_what_the_kept_one_hides() {
        var kept = families.find("f-0").orElseThrow();
        var order = protection("f-0-1", List.of(), List.of("kit.marlow"), List.of());
        families.save(kept.version(), FamilyMother.changed(Protecting.protect(kept.family(), order)), NOW);
        var absorbed = families.find("f-2").orElseThrow().family();

        assertThat(Shielding.seenBy(behind("f-2").guarded(absorbed), KIT).address())
                .isNull();
        assertThat(behind("f-2").hidesFrom(KIT)).isTrue();
    }

    /** Who must not find the mother learns neither her other names nor which children came with another record. */
    @Test
    void whoever_must_not_know_learns_nobody_by_a_merge() {
        var kept = families.find("f-0").orElseThrow();
        var order = protection("f-0-1", List.of(), List.of("kit.marlow"), List.of());
        var guarded = FamilyMother.changed(Protecting.protect(kept.family(), order));

        var seen = Shielding.seenBy(guarded, KIT);

        assertThat(seen.people()).extracting(Member::id).containsExactly("f-0-1");
        assertThat(seen.toString()).doesNotContain("Hart", "Miller", NUMBER, "Elsewhere");
    }

    @Test
    void what_the_other_record_learned_while_it_was_read_comes_over_too() {
        families.add(family("f-7", SADE, null, adult("Lou", "Late", null)), NOW);
        var other = families.find("f-7").orElseThrow();
        merge.merge("f-0", version("f-0"), "m-7", "f-7", List.of(), "One family", NADIA, LATER);
        // As a crash after the first step leaves it: a protection is set on the record that looks like its own still.
        var order = protection("f-7-1", List.of(), List.of("kit.marlow"), List.of());
        families.save(version("f-7"), FamilyMother.changed(Protecting.protect(other.family(), order)), NOW);

        merge.merge("f-0", version("f-0"), "m-7", "f-7", List.of(), "One family", NADIA, LATER);

        assertThat(families.find("f-0").orElseThrow().family().protections())
                .singleElement()
                .satisfies(p -> assertThat(p.memberId()).isEqualTo("f-7-1"));
        merge.undo("f-0", version("f-0"), "m-7", "Cousins", NADIA, LATER);
        assertThat(families.find("f-0").orElseThrow().family().protections()).isEmpty();
    }
}
