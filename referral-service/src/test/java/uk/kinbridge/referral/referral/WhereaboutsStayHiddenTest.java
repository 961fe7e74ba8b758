package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.SAFEGUARDING_LEAD;
import static uk.kinbridge.referral.referral.ReferralMother.SOCIAL_WORKER;
import static uk.kinbridge.referral.referral.ReferralMother.TREATMENT_WORKER;
import static uk.kinbridge.referral.referral.ReferralMother.acknowledged;
import static uk.kinbridge.referral.referral.ReferralMother.done;
import static uk.kinbridge.referral.referral.ReferralMother.intoTreatment;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** HAC-08, ENG-11: who somebody is protected from cannot read out of a referral where and when she is to be found. */
class WhereaboutsStayHiddenTest {

    private static final Act.Invite INVITE = new Act.Invite(MONDAY_TEN.plusSeconds(90_000), "Hidden Lane Clinic");

    private static Referral invited() {
        var read = acknowledged(ReferralMother.submitted(MONDAY_TEN).next(), MONDAY_TEN)
                .next();
        var invited = done(read, INVITE, TREATMENT_WORKER, MONDAY_TEN, intoTreatment())
                .next();
        return done(
                        invited,
                        new Act.ReportProgress("She comes from 3 Hidden Lane every Monday."),
                        TREATMENT_WORKER,
                        MONDAY_TEN,
                        intoTreatment())
                .next();
    }

    private static Shown seenBy(Actor reader, Referral referral) {
        return Shown.to(reader.agency(), referral, intoTreatment()).withoutWhereabouts(referral, reader.person());
    }

    @Test
    void nothing_that_others_wrote_and_no_appointment_reaches_them() {
        var referral = invited();
        var open = Shown.to(SAFEGUARDING_LEAD.agency(), referral, intoTreatment());
        assertThat(open.texts()).as("there is something to hide").isNotEmpty();
        assertThat(open.documents()).isNotEmpty();
        assertThat(open.invitation()).isNotNull();

        var shown = seenBy(SAFEGUARDING_LEAD, referral);

        assertThat(shown.texts()).isEmpty();
        assertThat(shown.documents()).isEmpty();
        assertThat(shown.invitation()).isNull();
        assertThat(shown.disclosed().address()).isNull();
        assertThat(shown.history()).hasSameSizeAs(open.history());
        assertThat(shown.toString()).doesNotContain("Hidden Lane", Story.spoken(INVITE.appointmentAt()));
    }

    @Test
    void what_they_wrote_themselves_they_keep() {
        var referral = invited();

        var sender = seenBy(SOCIAL_WORKER, referral);
        assertThat(sender.texts()).isEqualTo(referral.texts());
        assertThat(sender.documents()).isEqualTo(referral.documents());
        assertThat(sender.toString()).doesNotContain("Hidden Lane");

        var worker = seenBy(TREATMENT_WORKER, referral);
        assertThat(worker.invitation()).isEqualTo(referral.invitation());
        assertThat(worker.history().getLast().said())
                .containsEntry("progress", "She comes from 3 Hidden Lane every Monday.");
    }

    @Test
    void a_correction_belongs_to_whoever_made_it_and_what_it_replaced_does_not() {
        var item = "treatment-issue-outline";
        var colleague = new Actor("p-nadia", "Nadia Rahman", SOCIAL_WORKER.agency(), List.of());
        var corrected = new Amended(invited(), colleague, MONDAY_TEN, Passing.ALL)
                .corrected(item, "She has moved to Hidden Lane.", "Moved.", intoTreatment())
                .next();

        assertThat(seenBy(SOCIAL_WORKER, corrected).texts()).doesNotContainKey(item);
        var hers = seenBy(colleague, corrected);
        assertThat(hers.texts()).isEqualTo(Map.of(item, "She has moved to Hidden Lane."));
        assertThat(hers.documents()).isEmpty();
        assertThat(hers.history().getLast().said()).containsKey("after").doesNotContainKey("before");
    }

    @Test
    void whoever_took_it_over_has_not_written_what_came_with_it() {
        var first = ReferralMother.aCompleteSubmission();
        var taken = new Submission("r-2", "R-2", TREATMENT_WORKER, first.referrer(), first.recipient(), first.content())
                .takenOver(intoTreatment(), MONDAY_TEN)
                .next();

        assertThat(seenBy(TREATMENT_WORKER, taken).texts()).isEmpty();
    }
}
