package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.SOCIAL_WORKER;
import static uk.kinbridge.referral.referral.ReferralMother.TREATMENT_WORKER;
import static uk.kinbridge.referral.referral.ReferralMother.aCompleteSubmission;
import static uk.kinbridge.referral.referral.ReferralMother.aSubmissionIntoTreatment;
import static uk.kinbridge.referral.referral.ReferralMother.intoTreatment;
import static uk.kinbridge.referral.referral.ReferralMother.paperwork;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.protocols.pack.Missing;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.referral.referral.ReferralEvent.Addressee;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeRequested;

/** HAC-01, HAC-02, HAC-03, HAC-17, HAC-23. */
class SubmittingAReferralTest {

    private static final Map<String, String> OUTLINE = Map.of("treatment-issue-outline", "Heroin, on and off.");

    @Test
    void refuses_a_referral_without_the_assessment_paperwork_and_cites_HAC_02() {
        assertThat(missing(aSubmissionIntoTreatment(OUTLINE, List.of())))
                .singleElement()
                .satisfies(missing -> {
                    assertThat(missing.item().value()).isEqualTo("assessment-paperwork");
                    assertThat(missing.obligations()).containsExactly(new ObligationId("HAC-02"));
                });
    }

    @Test
    void refuses_a_referral_without_the_outline_of_the_treatment_issue_and_cites_HAC_02() {
        assertThat(missing(aSubmissionIntoTreatment(Map.of(), List.of(paperwork()))))
                .singleElement()
                .satisfies(missing -> {
                    assertThat(missing.item().value()).isEqualTo("treatment-issue-outline");
                    assertThat(missing.obligations()).containsExactly(new ObligationId("HAC-02"));
                });
    }

    @Test
    void an_outline_of_blanks_is_no_outline() {
        assertThat(missing(aSubmissionIntoTreatment(Map.of("treatment-issue-outline", " \n\t"), List.of(paperwork()))))
                .hasSize(1);
    }

    @Test
    void a_text_does_not_stand_for_the_paperwork() {
        assertThat(missing(aSubmissionIntoTreatment(
                        Map.of("treatment-issue-outline", "x", "assessment-paperwork", "it is in the post"),
                        List.of())))
                .hasSize(1);
    }

    @Test
    void names_everything_that_is_missing_at_once() {
        assertThat(missing(aSubmissionIntoTreatment(Map.of(), List.of()))).hasSize(2);
    }

    @Test
    void a_treatment_provider_cannot_use_the_pathway_of_childrens_social_care() {
        var wrong = ReferralMother.submission(
                new Sender("hackney-drug-treatment", "Hackney drug treatment service", "p-tom", "Tom Brandt"),
                "hackney-alcohol-treatment",
                TREATMENT_WORKER,
                OUTLINE,
                List.of(paperwork()),
                "safeguarding-lead");

        assertThat(wrong.submit(intoTreatment(), MONDAY_TEN)).isInstanceOf(Submission.Outcome.WrongWay.class);
    }

    @Test
    void a_referral_into_treatment_cannot_go_to_another_social_work_team() {
        var wrong = ReferralMother.submission(
                new Sender("hackney-childrens-social-care", "Hackney Children's Social Care", "p-sade", "Sade Okafor"),
                "hackney-childrens-social-care",
                SOCIAL_WORKER,
                OUTLINE,
                List.of(paperwork()),
                "safeguarding-lead");

        assertThat(wrong.submit(intoTreatment(), MONDAY_TEN)).isInstanceOf(Submission.Outcome.WrongWay.class);
    }

    @Test
    void is_a_priority_referral_on_the_pinned_protocol() {
        var referral = accepted().next();

        assertThat(referral.priority()).isEqualTo("priority");
        assertThat(referral.protocol()).isEqualTo(intoTreatment().pinned());
        assertThat(referral.state()).isEqualTo("submitted");
        assertThat(referral.parties()).containsExactly("hackney-childrens-social-care", "hackney-drug-treatment");
    }

    @Test
    void the_recipients_24_hours_to_acknowledge_run_through_the_night() {
        assertThat(clock("acknowledge").dueAt()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
        assertThat(clock("acknowledge").owner()).isEqualTo(new Owner("hackney-drug-treatment", "safeguarding-lead"));
        assertThat(clock("acknowledge").obligations()).containsExactly("HAC-03");
        assertThat(clock("acknowledge").explanation()).isNotBlank();
    }

    @Test
    void the_five_working_days_to_invite_end_on_the_next_monday_at_closing_time() {
        assertThat(clock("invite-to-assessment").dueAt()).isEqualTo(Instant.parse("2026-11-30T17:00:00Z"));
        assertThat(clock("invite-to-assessment").obligations()).containsExactly("HAC-03");
        assertThat(clock("invite-to-assessment").calendar()).isNotBlank();
    }

    @Test
    void the_safeguarding_lead_is_told_and_must_acknowledge_within_24_hours() {
        assertThat(accepted().events()).singleElement().isInstanceOfSatisfying(NoticeRequested.class, told -> {
            assertThat(told.to()).isEqualTo(new Addressee("hackney-drug-treatment", "safeguarding-lead", null));
            assertThat(told.acknowledgeBy()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
            assertThat(told.obligations()).contains("HAC-17");
        });
    }

    @Test
    void who_does_not_acknowledge_is_chased_then_the_manager_knows_then_the_sender_is_told() {
        assertThat(accepted().events()).singleElement().isInstanceOfSatisfying(NoticeRequested.class, told -> {
            assertThat(told.sender()).isEqualTo(SOCIAL_WORKER);
            assertThat(told.pursuit())
                    .isEqualTo(new Pursuit(
                            "1 working day",
                            List.of(
                                    new Pursuit.Step(
                                            Instant.parse("2026-11-24T10:00:00Z"), Pursuit.Turn.RECIPIENT, null, null),
                                    // HAC-17, and the clock of HAC-03 tells the same manager at the 24th hour.
                                    new Pursuit.Step(
                                            Instant.parse("2026-11-25T17:00:00Z"),
                                            Pursuit.Turn.NEXT,
                                            new Addressee("hackney-drug-treatment", "manager", null),
                                            "acknowledge"),
                                    new Pursuit.Step(
                                            Instant.parse("2026-11-26T17:00:00Z"),
                                            Pursuit.Turn.SENDER,
                                            new Addressee("hackney-childrens-social-care", "practitioner", "p-sade"),
                                            null))));
        });
    }

    @Test
    void what_is_said_names_no_member_of_the_family() {
        assertThat(accepted().events())
                .allSatisfy(event -> assertThat(((NoticeRequested) event).words())
                        .doesNotContain("Robin", "Wren", "Ashdown")
                        .contains("R-3333-3333"));
    }

    @Test
    void a_worker_refers_to_social_care_directly_and_the_own_safeguarding_lead_is_informed() {
        var direct = ReferralMother.submission(
                new Sender("hackney-drug-treatment", "Hackney drug treatment service", "p-tom", "Tom Brandt"),
                "hackney-childrens-social-care",
                TREATMENT_WORKER,
                Map.of(),
                List.of(),
                "duty-worker");

        var outcome = direct.submit(ReferralMother.rules("into-social-care"), MONDAY_TEN);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Submission.Outcome.Accepted.class,
                        accepted -> assertThat(accepted.change().events())
                                .extracting(event -> ((NoticeRequested) event).to())
                                .contains(
                                        new Addressee("hackney-drug-treatment", "safeguarding-lead", null),
                                        new Addressee("hackney-childrens-social-care", "duty-worker", null)));
    }

    private static List<Missing> missing(Submission submission) {
        return ((Submission.Outcome.Incomplete) submission.submit(intoTreatment(), MONDAY_TEN)).missing();
    }

    private static uk.kinbridge.platform.aggregate.Change<Referral, ReferralEvent> accepted() {
        return ((Submission.Outcome.Accepted) aCompleteSubmission().submit(intoTreatment(), MONDAY_TEN)).change();
    }

    private static Clock clock(String kind) {
        return accepted().next().clocks().stream()
                .filter(c -> c.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
