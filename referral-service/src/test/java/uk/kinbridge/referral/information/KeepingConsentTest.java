package uk.kinbridge.referral.information;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.ashdowns;
import static uk.kinbridge.referral.information.Office.MONDAY_TEN;
import static uk.kinbridge.referral.information.Office.SADE;
import static uk.kinbridge.referral.information.Office.SOCIAL_CARE;
import static uk.kinbridge.referral.information.Office.TOM;
import static uk.kinbridge.referral.information.Office.answered;
import static uk.kinbridge.referral.information.Office.stated;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.protocols.sharing.SharingDecision.Kind;

/** SAL-02, SAL-03, HAC-11, JWP-06, FAP-11: what people were asked, and what they were found able to decide. */
class KeepingConsentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final Office office = new Office();

    @Test
    void a_withdrawn_consent_changes_later_decisions_only_and_tells_those_who_rely_on_it() {
        office.consented("c-1", Purpose.LIAISON, Consent.given(), null, MONDAY_TEN);
        var before = liaison("d-1", MONDAY_TEN);
        office.told.clear();

        var outcome = office.consents()
                .withdraw("f-1", "c-1", office.version(), "Said so on the telephone.", TOM, MONDAY_TEN.plusSeconds(60));

        assertThat(outcome).isInstanceOf(KeepConsent.Outcome.Kept.class);
        assertThat(office.decisions.find("d-1")).contains(before);
        assertThat(liaison("d-2", MONDAY_TEN.plusSeconds(120)).outcome()).isEqualTo(Kind.DO_NOT_SHARE);
        assertThat(notices())
                .extracting(InformationEvent.NoticeRequested::purpose)
                .containsOnly("consent-withdrawn");
        assertThat(notices())
                .extracting(InformationEvent.NoticeRequested::agency)
                .containsExactlyInAnyOrder(TOM.agency(), SOCIAL_CARE);
        assertThat(ended())
                .containsExactly(
                        new InformationEvent.ConsentEnded("c-1", "f-1", Worker.of(TOM), MONDAY_TEN.plusSeconds(60)));
    }

    @Test
    void a_refusal_of_joint_work_is_on_record_until_they_agree() {
        var refusals = new JointWorkRefusals(asSaidBy("f-1-1"));
        var family = ashdowns();
        assertThat(refusals.isOnRecord(family, MONDAY_TEN)).isFalse();

        office.consented("c-1", Purpose.JOINT_WORK, Consent.refused(), null, MONDAY_TEN);
        assertThat(refusals.isOnRecord(family, MONDAY_TEN)).isTrue();

        office.consented("c-2", Purpose.JOINT_WORK, Consent.given(), null, MONDAY_TEN.plusSeconds(60));
        assertThat(refusals.isOnRecord(family, MONDAY_TEN)).isFalse();
    }

    @Test
    void who_refuses_after_having_agreed_has_ended_that_consent_and_whoever_rests_on_it_hears_so() {
        office.consented("c-1", Purpose.LIAISON, Consent.given(), null, MONDAY_TEN);
        office.consented("c-2", Purpose.TREATMENT, Consent.given(), null, MONDAY_TEN);
        assertThat(ended()).isEmpty();

        office.consented("c-3", Purpose.LIAISON, Consent.refused(), null, MONDAY_TEN.plusSeconds(60));
        office.consented("c-4", Purpose.LIAISON, Consent.refused(), null, MONDAY_TEN.plusSeconds(90));

        assertThat(ended()).extracting(InformationEvent.ConsentEnded::consentId).containsExactly("c-1");
    }

    @Test
    void a_refusal_that_comes_with_a_question_about_sharing_has_ended_it_too() {
        office.asked("d-1", "hackney", SOCIAL_CARE, answered(null, Consent.Answer.GIVEN), MONDAY_TEN);
        assertThat(ended()).isEmpty();

        office.asked("d-2", "hackney", SOCIAL_CARE, answered(null, Consent.Answer.REFUSED), MONDAY_TEN.plusSeconds(60));

        assertThat(ended()).extracting(InformationEvent.ConsentEnded::consentId).containsExactly("d-1-robin");
    }

    /** What Robin has said, as of a family that names its members otherwise. */
    private ConsentRecords asSaidBy(String member) {
        return new ConsentRecords() {
            @Override
            public Optional<Held> find(String familyId) {
                return office.consentRecords
                        .find(familyId)
                        .map(held -> new Held(
                                new ConsentRecord(
                                        familyId,
                                        held.record().consents().stream()
                                                .map(consent -> consent.of(member))
                                                .toList(),
                                        List.of(),
                                        List.of()),
                                held.version()));
            }

            @Override
            public boolean save(long version, Change<ConsentRecord, InformationEvent> change, Instant now) {
                throw new UnsupportedOperationException("only read here");
            }
        };
    }

    private List<InformationEvent.NoticeRequested> notices() {
        return office.told.stream()
                .filter(InformationEvent.NoticeRequested.class::isInstance)
                .map(InformationEvent.NoticeRequested.class::cast)
                .toList();
    }

    private List<InformationEvent.ConsentEnded> ended() {
        return office.told.stream()
                .filter(InformationEvent.ConsentEnded.class::isInstance)
                .map(InformationEvent.ConsentEnded.class::cast)
                .toList();
    }

    @Test
    void withdrawing_twice_tells_once_and_an_old_version_is_stale() {
        office.consented("c-1", Purpose.LIAISON, Consent.given(), null, MONDAY_TEN);
        liaison("d-1", MONDAY_TEN);
        office.told.clear();
        long version = office.version();

        assertThat(office.consents().withdraw("f-1", "c-1", version + 7, "x", TOM, MONDAY_TEN))
                .isInstanceOf(KeepConsent.Outcome.Stale.class);
        office.consents().withdraw("f-1", "c-1", version, "x", TOM, MONDAY_TEN);
        office.consents().withdraw("f-1", "c-1", version, "x", TOM, MONDAY_TEN);

        assertThat(notices()).hasSize(2);
        assertThat(ended()).hasSize(1);
    }

    @Test
    void an_expired_consent_is_asked_for_again() {
        office.consented("c-1", Purpose.LIAISON, Consent.given(), TODAY, MONDAY_TEN);

        assertThat(liaison("d-1", MONDAY_TEN).outcome()).isEqualTo(Kind.SHARE_WITH_CONSENT);
        assertThat(liaison("d-2", MONDAY_TEN.plus(Duration.ofDays(1))).outcome())
                .isEqualTo(Kind.ASK_FIRST);
    }

    @Test
    void the_last_word_counts() {
        office.consented("c-1", Purpose.LIAISON, Consent.given(), null, MONDAY_TEN);
        office.consented("c-2", Purpose.LIAISON, Consent.refused(), null, MONDAY_TEN.plusSeconds(1));

        assertThat(liaison("d-1", MONDAY_TEN.plusSeconds(2)).outcome()).isEqualTo(Kind.DO_NOT_SHARE);
    }

    @Test
    void no_capacity_is_about_one_decision_and_brings_one_in_the_persons_best_interests() {
        found("x-1", Purpose.LIAISON, false, TODAY.plusDays(30));
        assertThat(liaison("d-1", MONDAY_TEN).outcome()).isEqualTo(Kind.ASK_FIRST);
        assertThat(liaison("d-1", MONDAY_TEN).record())
                .contains("capacity-finding-and-its-steps", "best-interests-decision");

        office.consents()
                .decideFor(
                        "f-1",
                        "x-1",
                        office.version(),
                        new KeepConsent.ForSomebody(true, "The school can help.", "Only the name goes."),
                        TOM,
                        MONDAY_TEN);
        assertThat(liaison("d-2", MONDAY_TEN).outcome()).isEqualTo(Kind.SHARE_WITHOUT_CONSENT);

        office.consented("c-1", Purpose.TREATMENT, Consent.given(), null, MONDAY_TEN);
        assertThat(office.asked(
                                "d-3",
                                "hackney",
                                SOCIAL_CARE,
                                stated(Purpose.TREATMENT, null, "Another decision."),
                                MONDAY_TEN)
                        .outcome())
                .as("the finding is not about this one")
                .isEqualTo(Kind.SHARE_WITH_CONSENT);
    }

    @Test
    void a_finding_stops_counting_when_it_is_due_for_review() {
        found("x-1", Purpose.LIAISON, false, TODAY.plusDays(1));
        office.consented("c-1", Purpose.LIAISON, Consent.given(), null, MONDAY_TEN);

        assertThat(liaison("d-1", MONDAY_TEN).outcome()).isEqualTo(Kind.ASK_FIRST);
        assertThat(liaison("d-2", MONDAY_TEN.plus(Duration.ofDays(1))).outcome())
                .isEqualTo(Kind.SHARE_WITH_CONSENT);
    }

    @Test
    void a_finding_is_reviewed_on_a_day_to_come_and_nobody_decides_for_the_able() {
        assertThat(found("x-1", Purpose.LIAISON, false, TODAY))
                .isInstanceOfSatisfying(
                        KeepConsent.Outcome.Refused.class,
                        refused -> assertThat(refused.obligation()).isEqualTo("FAP-11"));
        found("x-2", Purpose.LIAISON, true, TODAY.plusDays(5));
        assertThat(office.consents()
                        .decideFor(
                                "f-1",
                                "x-2",
                                office.version(),
                                new KeepConsent.ForSomebody(true, "x", "y"),
                                TOM,
                                MONDAY_TEN))
                .isInstanceOfSatisfying(
                        KeepConsent.Outcome.Refused.class,
                        refused -> assertThat(refused.obligation()).isEqualTo("FAP-11"));
    }

    @Test
    void the_talk_at_the_start_of_involvement_is_on_record() {
        office.consents()
                .discuss(
                        "t-1",
                        "f-1",
                        Discussion.Occasion.START_OF_INVOLVEMENT,
                        true,
                        List.of("robin"),
                        "What we share, with whom and why.",
                        TOM,
                        MONDAY_TEN);

        assertThat(office.consentRecords.find("f-1").orElseThrow().record().discussions())
                .singleElement()
                .satisfies(talk -> assertThat(talk.by().person()).isEqualTo("p-tom"));
    }

    @Test
    void the_same_request_again_keeps_one_entry() {
        office.consented("c-1", Purpose.LIAISON, Consent.given(), null, MONDAY_TEN);
        office.consented("c-1", Purpose.LIAISON, Consent.given(), null, MONDAY_TEN);

        assertThat(office.consentRecords.find("f-1").orElseThrow().record().consents())
                .hasSize(1);
    }

    @Test
    void nobody_else_sees_or_changes_what_a_family_was_asked() {
        office.consented("c-1", Purpose.LIAISON, Consent.given(), null, MONDAY_TEN);

        assertThat(office.consents().read("f-1", SADE)).isEmpty();
        assertThat(office.consents().withdraw("f-1", "c-1", office.version(), "x", SADE, MONDAY_TEN))
                .isInstanceOf(KeepConsent.Outcome.NotFound.class);
    }

    /** FAP-11: what was found last takes the place of what was found before, also once it has to be looked at again. */
    @Test
    void a_finding_that_another_one_has_replaced_does_not_come_back_when_that_one_is_due_for_review() {
        found("x-1", Purpose.LIAISON, false, TODAY.plusDays(200));
        decided("x-1", true);
        assertThat(liaison("d-1", MONDAY_TEN).outcome()).isEqualTo(Kind.SHARE_WITHOUT_CONSENT);
        var later = MONDAY_TEN.plus(Duration.ofDays(30));
        foundAt("x-2", "robin", true, TODAY.plusDays(60), later);
        office.consented("c-1", Purpose.LIAISON, Consent.refused(), null, later);
        assertThat(liaison("d-2", later).outcome()).isEqualTo(Kind.DO_NOT_SHARE);

        assertThat(liaison("d-3", MONDAY_TEN.plus(Duration.ofDays(60))).outcome())
                .as("presumed able, and has said no")
                .isEqualTo(Kind.DO_NOT_SHARE);
    }

    /** FAP-11, ENG-10: a child's own competence is another question than the capacity of somebody of 16. */
    @Test
    void what_was_found_of_a_child_ends_on_the_sixteenth_birthday() {
        var birthday = LocalDate.of(2035, 6, 2);
        var before = Instant.parse("2035-05-01T09:00:00Z");
        foundAt("x-1", "wren", false, birthday.plusDays(90), before);
        office.consents()
                .decideFor(
                        "f-1",
                        "x-1",
                        office.version(),
                        new KeepConsent.ForSomebody(true, "It helps.", "Only the name."),
                        TOM,
                        before);
        office.consentedBy("wren", "c-1", Purpose.LIAISON, Consent.refused(), before);

        var decision = office.askedAbout("wren", "d-1", Instant.parse("2035-06-02T09:00:00Z"));

        assertThat(decision.inputs().people())
                .filteredOn(person -> person.person().equals("wren"))
                .singleElement()
                .satisfies(wren -> assertThat(wren.age()).isEqualTo(16))
                .satisfies(wren -> assertThat(wren.competence()).isEqualTo("presumed"))
                .satisfies(wren -> assertThat(wren.bestInterests()).isEqualTo("not-decided"));
        assertThat(decision.outcome()).as("their own refusal counts").isEqualTo(Kind.DO_NOT_SHARE);
    }

    /** FAP-11: what was found on the birthday itself is a finding of capacity already. */
    @Test
    void what_was_found_from_sixteen_on_goes_on() {
        var birthday = LocalDate.of(2035, 6, 2);
        foundAt("x-1", "wren", false, birthday.plusDays(90), Instant.parse("2035-06-02T08:00:00Z"));

        var decision = office.askedAbout("wren", "d-1", Instant.parse("2035-06-03T09:00:00Z"));

        assertThat(decision.inputs().people())
                .filteredOn(person -> person.person().equals("wren"))
                .singleElement()
                .satisfies(wren -> assertThat(wren.competence()).isEqualTo("found-wanting"));
    }

    /** SAL-02, SAL-03, FAP-11: from whom somebody is protected, that one neither agrees nor decides in their name. */
    @Test
    void who_somebody_is_protected_from_writes_no_agreement_and_no_finding_but_a_refusal_is_never_turned_away() {
        found("x-1", Purpose.LIAISON, false, TODAY.plusDays(30));
        office.consented("c-0", Purpose.TREATMENT, Consent.given(), null, MONDAY_TEN);
        office.hiddenFrom = Set.of(TOM.subject());
        var before = office.consentRecords.find("f-1");

        assertThat(recorded("c-1", Consent.given())).isInstanceOf(KeepConsent.Outcome.Refused.class);
        assertThat(recorded("c-2", new Consent(Consent.Answer.CANNOT_BE_GIVEN, null, Consent.GivenBy.SELF)))
                .isInstanceOf(KeepConsent.Outcome.Refused.class);
        assertThat(found("x-2", Purpose.LIAISON, false, TODAY.plusDays(30)))
                .isInstanceOf(KeepConsent.Outcome.Refused.class);
        assertThat(decided("x-1", true)).isInstanceOf(KeepConsent.Outcome.Refused.class);
        assertThat(office.consents()
                        .discuss(
                                "t-1",
                                "f-1",
                                Discussion.Occasion.START_OF_INVOLVEMENT,
                                true,
                                List.of("robin"),
                                "Told.",
                                TOM,
                                MONDAY_TEN))
                .isInstanceOf(KeepConsent.Outcome.Refused.class);
        assertThat(office.consentRecords.find("f-1")).isEqualTo(before);

        assertThat(recorded("c-3", Consent.refused())).isInstanceOf(KeepConsent.Outcome.Kept.class);
        assertThat(office.consents().withdraw("f-1", "c-0", office.version(), "Said so.", TOM, MONDAY_TEN))
                .isInstanceOf(KeepConsent.Outcome.Kept.class);
    }

    /** FAP-11, ENG-12: a decision for somebody that is taken again counts, and the one before it stays on record. */
    @Test
    void a_second_decision_in_somebodys_best_interests_erases_nothing() {
        found("x-1", Purpose.LIAISON, false, TODAY.plusDays(30));
        decided("x-1", true);
        assertThat(liaison("d-1", MONDAY_TEN).outcome()).isEqualTo(Kind.SHARE_WITHOUT_CONSENT);

        decided("x-1", false);

        assertThat(liaison("d-2", MONDAY_TEN).outcome()).isEqualTo(Kind.DO_NOT_SHARE);
        assertThat(office.consentRecords.find("f-1").orElseThrow().record().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.earlierDecisions())
                        .singleElement()
                        .satisfies(first -> assertThat(first.share()).isTrue()))
                .satisfies(finding -> assertThat(finding.writtenBy("another-agency"))
                        .satisfies(theirs -> assertThat(theirs.bestInterests()).isNull())
                        .satisfies(
                                theirs -> assertThat(theirs.earlierDecisions()).isEmpty()));
    }

    private KeepConsent.Outcome recorded(String id, Consent consent) {
        return office.consents()
                .record(
                        id,
                        "f-1",
                        new KeepConsent.Asking("robin", Purpose.LIAISON, consent, "Asked.", null),
                        TOM,
                        MONDAY_TEN);
    }

    private KeepConsent.Outcome decided(String findingId, boolean share) {
        return office.consents()
                .decideFor(
                        "f-1",
                        findingId,
                        office.version(),
                        new KeepConsent.ForSomebody(share, "The school can help.", "Only the name goes."),
                        TOM,
                        MONDAY_TEN);
    }

    private void foundAt(String id, String person, boolean able, LocalDate reviewOn, Instant at) {
        assertThat(office.consents()
                        .find(
                                id,
                                "f-1",
                                new KeepConsent.Finding(
                                        person, Purpose.LIAISON, able, List.of("Talked it through."), reviewOn),
                                TOM,
                                at))
                .isInstanceOf(KeepConsent.Outcome.Kept.class);
    }

    private KeepConsent.Outcome found(String id, Purpose purpose, boolean able, LocalDate reviewOn) {
        return office.consents()
                .find(
                        id,
                        "f-1",
                        new KeepConsent.Finding(
                                "robin", purpose, able, List.of("Understood.", "Could not weigh it up."), reviewOn),
                        TOM,
                        MONDAY_TEN);
    }

    private KeptDecision liaison(String id, Instant at) {
        return office.asked(id, "hackney", SOCIAL_CARE, stated(Purpose.LIAISON, null, "To plan care together."), at);
    }
}
