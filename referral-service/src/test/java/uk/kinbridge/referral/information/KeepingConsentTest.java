package uk.kinbridge.referral.information;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.api.Test;
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
