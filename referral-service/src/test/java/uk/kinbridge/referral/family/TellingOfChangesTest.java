package uk.kinbridge.referral.family;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.BRIDGE;
import static uk.kinbridge.referral.family.FamilyMother.CSC;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.TOM;
import static uk.kinbridge.referral.family.FamilyMother.TREATMENT;
import static uk.kinbridge.referral.family.FamilyMother.said;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.chasing.ChasePlan;
import uk.kinbridge.referral.notice.Addressee;

/**
 * HAC-17, DOR-09: whoever works with the family too is told that its circumstances changed, whether or not there is an
 * assessment, and confirms it or is chased.
 */
class TellingOfChangesTest {

    private static final Instant LATER = NOW.plus(Duration.ofHours(3));

    private final MemoryFamilies families = new MemoryFamilies();
    private final ChangeFamily change = new ChangeFamily(families, FamilyMother.telling());

    private void shared(Family family, String with) {
        var joined = FamilyMother.changed(
                Changes.join(family, with, Involvement.LawfulBasis.PUBLIC_TASK, "Joint work", Author.of(SADE), NOW));
        families.add(joined, NOW);
    }

    private void moves(String where, Caller by, Instant at) {
        var version = families.find("f-1").orElseThrow().version();
        var outcome = change.change(
                "f-1",
                version,
                by,
                at,
                family -> Changes.record(family, "f-1-2", FactKind.HOUSEHOLD, said(where), Author.of(by), at));
        assertThat(outcome).isInstanceOf(ChangeFamily.Outcome.Done.class);
    }

    private List<CircumstancesTold> told() {
        return families.told().stream()
                .filter(CircumstancesTold.class::isInstance)
                .map(CircumstancesTold.class::cast)
                .toList();
    }

    @Test
    void the_other_service_is_told_and_has_to_confirm_it() {
        shared(FamilyMother.ashdowns(), TREATMENT);

        moves("lives-elsewhere", SADE, LATER);

        assertThat(told()).singleElement().satisfies(told -> {
            assertThat(told.to()).isEqualTo(new Addressee(TREATMENT, "safeguarding-lead", null));
            assertThat(told.obligations()).contains("HAC-17");
            assertThat(told.protocol()).isEqualTo("hackney");
            assertThat(told.by()).isEqualTo(Author.of(SADE));
            assertThat(told.words()).doesNotContain("Wren", "lives-elsewhere");
            var plan = java.util.Objects.requireNonNull(told.pursued()).plan();
            assertThat(plan.steps().getFirst().turn()).isEqualTo(ChasePlan.Turn.RECIPIENT);
            assertThat(plan.steps().getLast().to()).isEqualTo(new Addressee(CSC, "practitioner", SADE.subject()));
        });
    }

    @Test
    void whoever_of_that_service_wrote_in_the_record_last_is_the_one_who_works_with_the_family() {
        shared(FamilyMother.ashdowns(), TREATMENT);
        moves("stays-regularly", TOM, LATER);

        moves("lives-elsewhere", SADE, LATER.plus(Duration.ofDays(1)));

        assertThat(told())
                .extracting(CircumstancesTold::to)
                .containsExactly(
                        new Addressee(CSC, "practitioner", SADE.subject()),
                        new Addressee(TREATMENT, "practitioner", TOM.subject()));
    }

    @Test
    void nobody_from_whom_a_member_is_protected_is_picked_to_follow_the_family() {
        shared(FamilyMother.ashdowns(), TREATMENT);
        moves("stays-regularly", TOM, LATER);
        var held = families.find("f-1").orElseThrow();
        families.save(
                held.version(),
                held.family()
                        .withProtections(List.of(
                                FamilyMother.protection("f-1-2", List.of(), List.of(TOM.subject()), List.of()))),
                LATER);

        moves("lives-elsewhere", SADE, LATER.plus(Duration.ofDays(1)));

        assertThat(told().getLast().to()).isEqualTo(new Addressee(TREATMENT, "safeguarding-lead", null));
    }

    @Test
    void nobody_is_told_where_nobody_else_works_with_the_family() {
        families.add(FamilyMother.ashdowns(), NOW);

        moves("lives-elsewhere", SADE, LATER);

        assertThat(families.told())
                .hasOnlyElementsOfType(CircumstancesChanged.class)
                .hasSize(1);
    }

    @Test
    void what_is_written_in_one_sitting_is_told_each_time_and_asks_for_one_receipt() {
        shared(FamilyMother.ashdowns(), TREATMENT);

        moves("lives-elsewhere", SADE, LATER);
        moves("stays-regularly", SADE, LATER.plus(Duration.ofMinutes(4)));
        moves("lives-here", SADE, LATER.plus(Duration.ofMinutes(40)));

        assertThat(told()).extracting(told -> told.pursued() != null).containsExactly(true, false, true);
        assertThat(told()).extracting(CircumstancesTold::purpose).doesNotHaveDuplicates();
    }

    /** DOR-09: each tells the other's lead practitioner of significant changes in circumstances. */
    @Test
    void in_dorset_the_other_services_lead_hears_of_it_and_then_the_manager() {
        var worker = FamilyMother.caller("merle", "Merle Pine", "dorset-adults-services", Role.PRACTITIONER);
        var dorset = FamilyMother.family(
                "f-1",
                worker,
                null,
                FamilyMother.adult("Robin", "Ashdown", "1990-03-01"),
                FamilyMother.child("Wren", "Ashdown", "2019-06-02"));
        shared(dorset, "dorset-childrens-services");

        moves("lives-elsewhere", worker, LATER);

        assertThat(told()).singleElement().satisfies(told -> {
            assertThat(told.obligations()).containsExactly("DOR-09");
            assertThat(told.to()).isEqualTo(new Addressee("dorset-childrens-services", "duty-worker", null));
            assertThat(java.util.Objects.requireNonNull(told.pursued())
                            .plan()
                            .steps()
                            .get(1)
                            .to())
                    .isEqualTo(new Addressee("dorset-childrens-services", "manager", null));
        });
    }

    @Test
    void a_protocol_that_asks_for_no_such_telling_has_none() {
        var salford = FamilyMother.family(
                "f-1",
                BRIDGE,
                null,
                FamilyMother.adult("Robin", "Ashdown", "1990-03-01"),
                FamilyMother.child("Wren", "Ashdown", "2019-06-02"));
        shared(salford, "achieve-salford");

        moves("lives-elsewhere", BRIDGE, LATER);

        assertThat(told()).isEmpty();
    }
}
