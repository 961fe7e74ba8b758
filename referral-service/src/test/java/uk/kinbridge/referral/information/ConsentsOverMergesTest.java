package uk.kinbridge.referral.information;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.NADIA;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.TREATMENT;
import static uk.kinbridge.referral.family.FamilyMother.adult;
import static uk.kinbridge.referral.family.FamilyMother.ashdowns;
import static uk.kinbridge.referral.family.FamilyMother.family;
import static uk.kinbridge.referral.family.FamilyMother.protection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.referral.family.ChangeFamily;
import uk.kinbridge.referral.family.FamilyMother;
import uk.kinbridge.referral.family.MemoryFamilies;
import uk.kinbridge.referral.family.Merge;
import uk.kinbridge.referral.family.MergeFamilies;
import uk.kinbridge.referral.family.Protecting;

/** SAL-02, SAL-03, HAC-11, HAC-08: what people have agreed to and refused goes with them through a merge and back. */
class ConsentsOverMergesTest {

    private static final List<Merge.Same> SAME = List.of(new Merge.Same("f-1-1", "f-2-1"));

    private final Office office = new Office();
    private final MemoryFamilies families = new MemoryFamilies();
    private final ConsentsOverMerges consents = new ConsentsOverMerges(office.consentRecords, families);
    private final MergeFamilies merge =
            new MergeFamilies(families, new ChangeFamily(families, FamilyMother.telling()), consents);
    private final KeepConsent keep = new KeepConsent(new FactsOfFamilies(families), consents, office.decisions);

    private Instant now = NOW;

    /** Robin is on both; Wren on the first alone, and Alex on the second. */
    @BeforeEach
    void two_records() {
        families.add(ashdowns(), NOW);
        families.add(
                family("f-2", SADE, null, adult("Robyn", "Ashdown", "1990-03-01"), adult("Alex", "Vale", null)), NOW);
    }

    private void asked(String id, String familyId, String person, Consent consent) {
        now = now.plusSeconds(1);
        var asking = new KeepConsent.Asking(person, Purpose.LIAISON, consent, "Asked.", null);
        assertThat(keep.record(id, familyId, asking, SADE, now)).isInstanceOf(KeepConsent.Outcome.Kept.class);
    }

    private void merged() {
        now = now.plus(Duration.ofHours(1));
        assertThat(merge.merge("f-1", version("f-1"), "m-1", "f-2", SAME, "One mother", NADIA, now))
                .isInstanceOf(ChangeFamily.Outcome.Done.class);
    }

    private void parted() {
        now = now.plus(Duration.ofHours(1));
        assertThat(merge.undo("f-1", version("f-1"), "m-1", "They are cousins", NADIA, now))
                .isInstanceOf(ChangeFamily.Outcome.Done.class);
    }

    private long version(String family) {
        return families.find(family).orElseThrow().version();
    }

    private Consent.Answer answerOf(String familyId, String person) {
        return consents.find(familyId)
                .map(held -> held.record().consentOf(person, Purpose.LIAISON, now))
                .orElse(Consent.NOT_YET)
                .answer();
    }

    @Test
    void a_refusal_on_the_record_that_became_part_of_it_counts() {
        asked("c-1", "f-1", "f-1-1", Consent.given());
        asked("c-2", "f-2", "f-2-1", Consent.refused());
        merged();

        assertThat(answerOf("f-1", "f-1-1")).isEqualTo(Consent.Answer.REFUSED);
        assertThat(answerOf("f-2", "f-2-1")).as("for a case of that record").isEqualTo(Consent.Answer.REFUSED);
        assertThat(keep.read("f-1", SADE).orElseThrow().record().consents()).hasSize(2);
    }

    @Test
    void who_came_over_keeps_what_they_agreed_to_and_what_they_say_now_stays_theirs() {
        asked("c-1", "f-2", "f-2-2", Consent.given());
        merged();
        assertThat(answerOf("f-1", "f-2-2")).isEqualTo(Consent.Answer.GIVEN);

        var version = keep.read("f-1", SADE).orElseThrow().version();
        now = now.plusSeconds(60);
        assertThat(keep.withdraw("f-1", "c-1", version, "By telephone.", SADE, now))
                .isInstanceOf(KeepConsent.Outcome.Kept.class);
        assertThat(answerOf("f-1", "f-2-2")).isEqualTo(Consent.Answer.REFUSED);
        parted();

        assertThat(answerOf("f-2", "f-2-2")).isEqualTo(Consent.Answer.REFUSED);
        assertThat(keep.read("f-1", SADE).orElseThrow().record().consents()).isEmpty();
    }

    @Test
    void a_refusal_in_between_by_somebody_on_both_counts_on_both_when_they_are_two_again_and_an_agreement_does_not() {
        merged();
        asked("c-1", "f-1", "f-1-1", Consent.refused());
        parted();

        assertThat(answerOf("f-1", "f-1-1")).isEqualTo(Consent.Answer.REFUSED);
        assertThat(answerOf("f-2", "f-2-1")).isEqualTo(Consent.Answer.REFUSED);
    }

    @Test
    void an_agreement_in_between_by_somebody_on_both_is_asked_for_again_on_the_other() {
        merged();
        asked("c-1", "f-1", "f-1-1", Consent.given());
        parted();

        assertThat(answerOf("f-1", "f-1-1")).isEqualTo(Consent.Answer.GIVEN);
        assertThat(answerOf("f-2", "f-2-1")).isNotEqualTo(Consent.Answer.GIVEN);
    }

    /** Two services asked on their own; the person takes back what they told one of them. */
    @Test
    void who_takes_one_of_two_agreements_back_has_spoken_last() {
        asked("c-1", "f-1", "f-1-1", Consent.given());
        asked("c-2", "f-2", "f-2-1", Consent.given());
        merged();
        now = now.plusSeconds(60);
        var version = keep.read("f-1", SADE).orElseThrow().version();
        keep.withdraw("f-1", "c-1", version, "Said so at the visit.", SADE, now);

        assertThat(answerOf("f-1", "f-1-1")).isEqualTo(Consent.Answer.REFUSED);
        parted();
        assertThat(answerOf("f-2", "f-2-1")).isEqualTo(Consent.Answer.REFUSED);
    }

    @Test
    void over_two_merges_it_is_the_same() {
        asked("c-1", "f-2", "f-2-1", Consent.refused());
        merged();
        families.add(family("f-0", SADE, null, adult("Robin", "Ashdown", "1990-03-01")), NOW);
        merge.merge("f-0", 1, "m-0", "f-1", List.of(new Merge.Same("f-0-1", "f-1-1")), "One family", NADIA, now);

        assertThat(answerOf("f-0", "f-0-1")).isEqualTo(Consent.Answer.REFUSED);
        assertThat(answerOf("f-1", "f-1-1")).isEqualTo(Consent.Answer.REFUSED);
        assertThat(answerOf("f-2", "f-2-1")).isEqualTo(Consent.Answer.REFUSED);
    }

    @Test
    void somebody_elses_change_to_either_record_makes_a_version_stale() {
        asked("c-1", "f-2", "f-2-2", Consent.given());
        merged();
        var version = keep.read("f-1", SADE).orElseThrow().version();
        asked("c-2", "f-1", "f-1-1", Consent.given());

        assertThat(keep.withdraw("f-1", "c-1", version, "x", SADE, now)).isInstanceOf(KeepConsent.Outcome.Stale.class);
    }

    /** A case was opened under the absorbed record, and names the mother as that one does. */
    @Test
    void a_case_of_the_absorbed_record_knows_whom_the_mother_is_protected_from_since() {
        merged();
        var kept = families.find("f-1").orElseThrow();
        families.save(
                kept.version(),
                FamilyMother.changed(Protecting.protect(
                        kept.family(), protection("f-1-1", List.of("f-1-2"), List.of(), List.of(TREATMENT)))),
                now);

        var behind = new FactsOfFamilies(families).behind("f-2").orElseThrow();
        assertThat(behind.protectedFrom("f-2-1")).contains("f-1-2", KnownFamily.agency(TREATMENT));
        assertThat(behind.protectedFrom("f-1-1")).contains("f-1-2", KnownFamily.agency(TREATMENT));
    }
}
