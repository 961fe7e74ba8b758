package uk.kinbridge.protocols.pack;

import uk.kinbridge.protocols.reading.Word;

/** What can happen in a case: the closed list that states, clocks and notices of a pack refer to. */
public enum CaseEvent implements Word {
    INTAKE_PASSED("intake.passed"),
    CIRCUMSTANCES_CHANGED("circumstances.changed"),
    INFORMATION_CHECKED("information.checked"),
    INFORMATION_SHARED("information.shared"),
    OUTSIDE_TOLD("outside.told"),
    WORK_TYPE_CHANGED("work.type-changed"),
    CASE_CLOSED("case.closed"),

    CONCERN_RAISED("concern.raised"),
    PICTURE_RAISED("concern.picture-raised"),
    PICTURE_ANSWERED("concern.picture-answered"),

    CALL_RECORDED("referral.call-recorded"),
    REFERRAL_SUBMITTED("referral.submitted"),
    REFERRAL_ACKNOWLEDGED("referral.acknowledged"),
    REFERRAL_DECIDED("referral.decided"),
    REFERRAL_NOT_TAKEN_FURTHER("referral.not-taken-further"),
    REFERRAL_REDIRECTED("referral.redirected"),
    REDIRECTION_ACCEPTED("referral.redirection-accepted"),
    REDIRECTION_DECLINED("referral.redirection-declined"),
    REFERRAL_WAITLISTED("referral.waitlisted"),
    PLACE_OFFERED("referral.place-offered"),
    REFERRAL_PROGRESSED("referral.progressed"),
    REFERRAL_CORRECTED("referral.corrected"),
    REFERRAL_SITUATION_TOLD("referral.situation-told"),
    REFERRAL_WITHDRAWN("referral.withdrawn"),
    REFERRAL_CLOSED("referral.closed"),
    ADVICE_GIVEN("referral.advice-given"),

    ASSESSMENT_INVITED("assessment.invited"),
    ASSESSMENT_COMPLETED("assessment.completed"),
    ASSESSMENT_OUTCOME_SHARED("assessment.outcome-shared"),
    ASSESSMENT_REVIEWED("assessment.reviewed"),
    HARM_INDICATED("assessment.harm-indicated"),

    APPOINTMENT_MISSED("appointment.missed"),
    OFFERS_USED_UP("appointment.offers-used-up"),
    ATTENDANCE_FAILING("appointment.attendance-failing"),
    LOST_TO_CONTACT("family.lost-to-contact"),
    FAMILY_FOUND("family.found"),
    NEXT_STEPS_AGREED("referral.next-steps-agreed"),

    TREATMENT_ENTERED("treatment.entered"),
    PREGNANCY_BEGAN("pregnancy.began"),
    PREGNANCY_RECORDED("pregnancy.recorded"),
    MIDWIFE_REFERRED("pregnancy.midwife-referred"),
    TEAM_AROUND_CHILD_HELD("pregnancy.team-around-child-held"),
    PREGNANCY_ENDED("pregnancy.ended"),

    STRATEGY_DISCUSSED("protection.strategy-discussed"),
    CONFERENCE_CALLED("protection.conference-called"),
    CONFERENCE_HELD("protection.conference-held"),
    CONFERENCE_REVIEWED("protection.conference-reviewed"),
    CORE_GROUP_HELD("protection.core-group-held"),
    PROTECTION_ENDED("protection.ended"),

    JOINT_PLAN_AGREED("joint-work.plan-agreed"),
    JOINT_PLAN_REVIEWED("joint-work.plan-reviewed"),
    MEETING_CALLED("joint-work.meeting-called"),
    MEETING_HELD("joint-work.meeting-held"),
    UPDATE_REQUESTED("joint-work.update-requested"),
    UPDATE_GIVEN("joint-work.update-given"),
    DECIDED_IN_EMERGENCY("joint-work.decided-in-emergency"),
    INCIDENT_REVIEWED("joint-work.incident-reviewed"),
    CLOSURE_PROPOSED("joint-work.closure-proposed"),
    CLOSURE_HEARD("joint-work.closure-heard"),
    JOINT_WORK_ENDED("joint-work.ended"),

    TURNED_SEVENTEEN("transition.turned-seventeen"),
    TRANSITION_PLANNED("transition.planned"),

    DISAGREEMENT_RAISED("disagreement.raised"),
    DISAGREEMENT_MOVED_UP("disagreement.moved-up"),
    DISAGREEMENT_RESOLVED("disagreement.resolved"),

    CLOCK_WARNED("clock.warned"),
    CLOCK_BREACHED("clock.breached");

    private final String word;

    CaseEvent(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
