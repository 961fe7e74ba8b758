package uk.kinbridge.referral.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.NADIA;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.TOM;
import static uk.kinbridge.referral.family.FamilyMother.TREATMENT;
import static uk.kinbridge.referral.family.FamilyMother.adult;
import static uk.kinbridge.referral.family.FamilyMother.ashdowns;
import static uk.kinbridge.referral.family.FamilyMother.family;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.concern.ConcernEvent.NoticeRequested;
import uk.kinbridge.referral.family.Author;
import uk.kinbridge.referral.family.ChangeFamily;
import uk.kinbridge.referral.family.Changes;
import uk.kinbridge.referral.family.FamilyMother;
import uk.kinbridge.referral.family.Involvement;
import uk.kinbridge.referral.family.MemoryFamilies;
import uk.kinbridge.referral.family.MergeFamilies;
import uk.kinbridge.referral.information.FactsOfFamilies;
import uk.kinbridge.referral.information.Office;
import uk.kinbridge.referral.information.Worker;

/** JWP-08, JWP-10, HAC-08: what is known of one family adds up, under however many records it was written down. */
class ConcernsOverMergesTest {

    private static final Worker BY = Worker.of(NADIA);

    private final MemoryFamilies families = new MemoryFamilies();
    private final FactsOfFamilies facts = new FactsOfFamilies(families);
    private final MergeFamilies merge =
            new MergeFamilies(families, new ChangeFamily(families, FamilyMother.telling()), (_, _, _, _) -> {});
    private final Map<String, ConcernFiles.Held> kept = new HashMap<>();
    private final List<ConcernEvent> told = new ArrayList<>();
    private int ids;
    private Instant now = NOW;

    private final ConcernFiles files = new ConcernFiles() {
        @Override
        public Optional<Held> find(String familyId) {
            return Optional.ofNullable(kept.get(familyId));
        }

        @Override
        public boolean save(long version, Change<ConcernsOfFamily, ConcernEvent> change, Instant at) {
            var id = change.next().id();
            if (find(id).map(Held::version).orElse(0L) != version) {
                return false;
            }
            kept.put(id, new Held(change.next(), version + 1));
            told.addAll(change.events());
            return true;
        }
    };

    private final ConcernsOverMerges overMerges = new ConcernsOverMerges(
            facts, Office.protocols(), files, BankHolidays::shipped, () -> "p-" + ids++, () -> "C-0000-000" + ids++);
    private final RecordConcern record =
            new RecordConcern(facts, new Office().decisions, Office.protocols(), files, overMerges);

    /** Both services work with both records. */
    @BeforeEach
    void two_records() {
        for (var one : List.of(ashdowns(), family("f-2", SADE, null, adult("Robyn", "Ashdown", "1990-03-01")))) {
            families.add(
                    FamilyMother.changed(Changes.join(
                            one, TREATMENT, Involvement.LawfulBasis.PUBLIC_TASK, "Treats her", Author.of(SADE), NOW)),
                    NOW);
        }
    }

    private RecordConcern.Outcome worried(String familyId, Caller who) {
        now = now.plusSeconds(60);
        return record.record(
                "k-" + ids++, familyId, new RecordConcern.Worry("hackney", List.of(), "Tired and late."), who, now);
    }

    private void merged() {
        now = now.plusSeconds(60);
        merge.merge("f-1", version("f-1"), "m-1", "f-2", List.of(), "One mother", NADIA, now);
        overMerges.recordsChanged("f-2", BY, now);
    }

    private void parted() {
        now = now.plusSeconds(60);
        merge.undo("f-1", version("f-1"), "m-1", "They are cousins", NADIA, now);
        overMerges.recordsChanged("f-1", BY, now);
        overMerges.recordsChanged("f-2", BY, now);
    }

    private long version(String family) {
        return families.find(family).orElseThrow().version();
    }

    private ConcernsOfFamily file(String familyId) {
        return files.find(familyId).orElseThrow().concerns();
    }

    private List<Picture> pictures(String familyId) {
        return record.read(familyId, NADIA).orElseThrow().files().stream()
                .flatMap(file -> file.pictures().stream())
                .toList();
    }

    private List<String> purposes() {
        return told.stream()
                .filter(NoticeRequested.class::isInstance)
                .map(event -> ((NoticeRequested) event).purpose())
                .toList();
    }

    @Test
    void two_here_and_one_there_make_a_picture_when_the_records_become_one_and_everybody_hears() {
        worried("f-1", SADE);
        worried("f-1", SADE);
        worried("f-2", TOM);
        assertThat(told).isEmpty();

        merged();

        assertThat(pictures("f-1")).singleElement().satisfies(picture -> {
            assertThat(picture.concerns()).hasSize(3);
            assertThat(picture.reasons()).contains("3 concerns of 2 agencies within 6 calendar months.");
            assertThat(picture.told())
                    .extracting(Picture.Addressee::agency)
                    .containsExactlyInAnyOrder(SADE.agency(), TREATMENT);
        });
        assertThat(purposes()).filteredOn("concern-counted"::equals).hasSize(2);
    }

    @Test
    void told_again_it_changes_nothing() {
        worried("f-1", SADE);
        worried("f-2", TOM);
        worried("f-2", SADE);
        merged();
        int before = told.size();
        overMerges.recordsChanged("f-1", BY, now);
        overMerges.recordsChanged("f-2", BY, now);

        assertThat(told).hasSize(before);
    }

    @Test
    void what_comes_after_the_merge_counts_with_what_was_there_under_either_id() {
        worried("f-2", TOM);
        merged();
        worried("f-1", SADE);
        assertThat(pictures("f-1")).isEmpty();

        worried("f-2", SADE);

        assertThat(pictures("f-1"))
                .singleElement()
                .satisfies(p -> assertThat(p.concerns()).hasSize(3));
    }

    @Test
    void when_they_are_two_again_each_has_its_own_and_a_picture_that_no_longer_adds_up_waits_for_no_answer() {
        worried("f-1", SADE);
        worried("f-1", SADE);
        worried("f-2", TOM);
        merged();
        told.clear();

        parted();

        assertThat(file("f-1").concerns()).hasSize(2);
        assertThat(file("f-2").concerns()).hasSize(1);
        var picture = pictures("f-1").getFirst();
        assertThat(picture.isOpen()).isFalse();
        assertThat(picture.lapsed()).isNotNull();
        assertThat(file("f-1").clocks()).noneMatch(clock -> clock.isOpen());
        assertThat(purposes()).containsOnly("picture-lapsed").hasSize(2);
        assertThat(told).hasAtLeastOneElementOfType(ConcernEvent.NoticeFulfilled.class);
        assertThat(file("f-1").elapse(now.plus(Duration.ofDays(9))).events()).isEmpty();
    }

    @Test
    void a_picture_that_still_adds_up_without_them_stays_and_says_what_is_left() {
        worried("f-1", SADE);
        worried("f-1", TOM);
        worried("f-2", TOM);
        merged();
        worried("f-1", SADE);
        assertThat(pictures("f-1").getFirst().concerns()).hasSize(4);

        parted();

        assertThat(pictures("f-1")).singleElement().satisfies(picture -> {
            assertThat(picture.isOpen()).isTrue();
            assertThat(picture.concerns()).hasSize(3);
            assertThat(picture.reasons()).contains("3 concerns of 2 agencies within 6 calendar months.");
        });
    }

    @Test
    void a_picture_of_the_absorbed_record_is_not_raised_twice_and_is_answered_where_the_family_is_now() {
        worried("f-2", SADE);
        worried("f-2", TOM);
        worried("f-2", SADE);
        merged();

        assertThat(pictures("f-1")).hasSize(1);
        var whole = record.read("f-1", NADIA).orElseThrow();
        var picture = pictures("f-1").getFirst();
        assertThat(record.answer("f-1", picture.id(), whole.version() + 1, Picture.Action.WATCHED, "x", NADIA, now))
                .isInstanceOf(RecordConcern.Outcome.Stale.class);
        assertThat(record.answer("f-1", picture.id(), whole.version(), Picture.Action.WATCHED, "We do", NADIA, now))
                .isInstanceOf(RecordConcern.Outcome.Done.class);
        assertThat(pictures("f-1").getFirst().isOpen()).isFalse();
    }

    @Test
    void one_that_joins_an_open_picture_by_a_merge_is_told_to_those_who_can_act() {
        worried("f-1", SADE);
        worried("f-1", TOM);
        worried("f-1", SADE);
        worried("f-2", TOM);
        told.clear();

        merged();

        assertThat(pictures("f-1"))
                .singleElement()
                .satisfies(p -> assertThat(p.concerns()).hasSize(4));
        assertThat(purposes()).containsExactly(Picture.RAISED, Picture.RAISED, "concern-counted");
    }
}
