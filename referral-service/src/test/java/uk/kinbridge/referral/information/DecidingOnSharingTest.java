package uk.kinbridge.referral.information;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.information.Office.MONDAY_TEN;
import static uk.kinbridge.referral.information.Office.SADE;
import static uk.kinbridge.referral.information.Office.SOCIAL_CARE;
import static uk.kinbridge.referral.information.Office.TOM;
import static uk.kinbridge.referral.information.Office.answered;
import static uk.kinbridge.referral.information.Office.stated;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.protocols.sharing.ChildConcern;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.Law;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.protocols.sharing.SharingDecision.Kind;
import uk.kinbridge.referral.notice.Addressee;

/** JWP-03, JWP-07, SAL-02, SAL-03, SAL-16, HAC-11, HAC-16: asked, decided, kept. */
class DecidingOnSharingTest {

    private final Office office = new Office();

    @Test
    void consent_is_sought_before_liaison_with_the_unit_and_names_whom_to_ask() {
        var decision = office.asked(
                "d-1",
                "hackney",
                SOCIAL_CARE,
                stated(Purpose.LIAISON, null, "Care planning.", "known-to-childrens-social-care"),
                MONDAY_TEN);

        assertThat(decision.outcome()).isEqualTo(Kind.ASK_FIRST);
        assertThat(decision.askFirst()).containsExactly("robin");
        assertThat(decision.obligations()).contains("HAC-11");
        assertThat(office.told).isEmpty();
    }

    @Test
    void what_is_on_record_for_the_purpose_counts_and_for_another_does_not() {
        office.consented("c-1", Purpose.TREATMENT, Consent.given(), null, MONDAY_TEN);
        assertThat(liaison("d-1").outcome()).isEqualTo(Kind.ASK_FIRST);

        office.consented("c-2", Purpose.LIAISON, Consent.given(), null, MONDAY_TEN);
        var decision = liaison("d-2");

        assertThat(decision.outcome()).isEqualTo(Kind.SHARE_WITH_CONSENT);
        assertThat(decision.reliesOn()).containsExactly("c-2");
    }

    @Test
    void the_recipient_reads_what_was_let_through_and_no_more() {
        office.consented("c-1", Purpose.LIAISON, Consent.given(), null, MONDAY_TEN);

        var shown = java.util.Objects.requireNonNull(liaison("d-1").shown());

        assertThat(shown.people()).extracting(KeptDecision.ShownPerson::id).containsExactly("robin", "wren");
        assertThat(shown.people().getFirst().bornOn()).isNull();
        assertThat(shown.address()).isNull();
        assertThat(shown.message()).isEqualTo("Robin has begun a treatment.");
    }

    @Test
    void the_other_agency_is_told_once_by_a_notice_that_names_nobody() {
        office.consented("c-1", Purpose.LIAISON, Consent.given(), null, MONDAY_TEN);
        liaison("d-1");
        liaison("d-1");

        assertThat(office.told).singleElement().isInstanceOfSatisfying(InformationEvent.NoticeRequested.class, n -> {
            assertThat(n.agency()).isEqualTo(SOCIAL_CARE);
            assertThat(n.words()).doesNotContain("Robin", "Wren", "Ashdown");
        });
    }

    @Test
    void a_refusal_does_not_stop_the_protection_of_a_child_and_the_objection_is_overruled_on_record() {
        var objecting = new StatedSharing(
                null,
                ChildConcern.SIGNIFICANT_HARM,
                null,
                false,
                false,
                false,
                null,
                List.of(new StatedSharing.Answer("robin", Consent.Answer.REFUSED, null, null, "Asked; refused.")),
                null,
                null,
                List.of(uk.kinbridge.protocols.pack.SharingRule.Objection.THERAPEUTIC_RELATIONSHIP),
                "Left alone for two nights.",
                null);

        var decision = office.asked("d-1", "hackney", SOCIAL_CARE, objecting, MONDAY_TEN);

        assertThat(decision.outcome()).isEqualTo(Kind.SHARE_REQUIRED);
        assertThat(decision.overruled()).containsExactly("therapeutic-relationship");
        assertThat(decision.obligations()).contains("HAC-16");
        assertThat(decision.inputs().people().getFirst().answer()).isEqualTo("refused");
        assertThat(decision.reason()).isEqualTo("Left alone for two nights.");
    }

    @Test
    void what_must_be_shared_cannot_be_held_back() {
        var outcome = office.outcome(
                "d-1",
                "hackney",
                SOCIAL_CARE,
                true,
                stated(null, ChildConcern.SIGNIFICANT_HARM, "It would upset our work together."),
                MONDAY_TEN);

        assertThat(outcome).isInstanceOf(AskAboutSharing.Outcome.MustBeShared.class);
        assertThat(office.decisions.find("d-1")).isEmpty();
    }

    @Test
    void not_sharing_is_kept_with_its_reason_and_is_nobody_elses() {
        office.consented("c-1", Purpose.LIAISON, Consent.given(), null, MONDAY_TEN);
        var outcome = office.outcome(
                "d-1",
                "hackney",
                SOCIAL_CARE,
                true,
                stated(Purpose.LIAISON, null, "Nothing new since last week."),
                MONDAY_TEN);

        var decision = ((AskAboutSharing.Outcome.Decided) outcome).decision();
        assertThat(decision.outcome()).isEqualTo(Kind.DO_NOT_SHARE);
        assertThat(decision.reason()).isEqualTo("Nothing new since last week.");
        assertThat(decision.lets()).isEmpty();
        assertThat(decision.obligations()).isNotEmpty();
        assertThat(decision.by().person()).isEqualTo("p-tom");
        assertThat(office.told).isEmpty();
        assertThat(InformationAccess.read(SADE, decision)).isEqualTo(AccessDecision.concealed());
        assertThat(InformationAccess.read(TOM, decision).isGranted()).isTrue();
    }

    @Test
    void sharing_and_not_sharing_both_need_a_reason() {
        var outcome =
                office.outcome("d-1", "hackney", SOCIAL_CARE, false, stated(Purpose.LIAISON, null, " "), MONDAY_TEN);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        AskAboutSharing.Outcome.Unknown.class,
                        unknown -> assertThat(unknown.byField()).containsKey("sharing.reason"));
    }

    @Test
    void an_answer_that_comes_with_the_question_is_kept_as_consent_once() {
        office.asked("d-1", "hackney", SOCIAL_CARE, answered(null, Consent.Answer.GIVEN), MONDAY_TEN);
        office.asked("d-2", "hackney", SOCIAL_CARE, answered(null, Consent.Answer.GIVEN), MONDAY_TEN);

        assertThat(office.consentRecords.find("f-1").orElseThrow().record().consents())
                .singleElement()
                .satisfies(consent -> {
                    assertThat(consent.how()).isEqualTo("Asked by telephone.");
                    assertThat(consent.by().person()).isEqualTo("p-tom");
                });
        assertThat(office.decisions.relyingOn("d-1-robin")).hasSize(2);
    }

    @Test
    void the_duty_to_share_counts_from_its_day() {
        office.law = new Law(LocalDate.of(2026, 11, 23));
        var stating = answered(ChildConcern.LOWER, Consent.Answer.REFUSED);

        assertThat(office.asked("d-1", "hackney", SOCIAL_CARE, stating, MONDAY_TEN.minus(Duration.ofDays(1)))
                        .outcome())
                .isEqualTo(Kind.DO_NOT_SHARE);
        var decision = office.asked("d-2", "hackney", SOCIAL_CARE, stating, MONDAY_TEN);
        assertThat(decision.outcome()).isEqualTo(Kind.SHARE_REQUIRED);
        assertThat(decision.obligations()).contains("ENG-13");
        assertThat(decision.inputs().dutyInForce()).isTrue();
    }

    @Test
    void in_the_four_areas_a_lower_risk_goes_to_liaison_under_its_clauses() {
        office.consented("c-1", Purpose.LIAISON, Consent.given(), null, MONDAY_TEN);
        var decision = office.asked(
                "d-1",
                "joint-working",
                "southampton-childrens-services",
                stated(Purpose.LIAISON, ChildConcern.LOWER, "The school nurse sees the child weekly."),
                MONDAY_TEN);

        assertThat(decision.outcome()).isEqualTo(Kind.SHARE_WITH_CONSENT);
        assertThat(decision.obligations()).contains("JWP-03", "JWP-07");
        assertThat(office.told).hasSize(1);
    }

    /** SAL-23, SAL-03: only what stays in one agency does not wait; between two agencies consent counts, and so does a no. */
    @Test
    void what_goes_to_another_agency_does_not_stay_in_one_because_somebody_says_so() {
        office.consented("c-1", Purpose.LIAISON, Consent.refused(), null, MONDAY_TEN);

        for (var protocol : List.of("salford", "hackney")) {
            assertThat(withinTeam(
                            "d-" + protocol,
                            protocol,
                            protocol.equals("salford") ? "salford-childrens-services" : SOCIAL_CARE))
                    .isInstanceOfSatisfying(
                            AskAboutSharing.Outcome.Unknown.class,
                            unknown -> assertThat(unknown.byField()).containsOnlyKeys("withinTeam"));
        }
        assertThat(office.told).isEmpty();
        assertThat(withinTeam("d-own", "hackney", TOM.agency()))
                .isInstanceOfSatisfying(
                        AskAboutSharing.Outcome.Decided.class,
                        own -> assertThat(own.decision().outcome()).isEqualTo(Kind.SHARE_WITHOUT_CONSENT));
    }

    /** SAL-02, JWP-07, HAC-16: from whom somebody is protected, that one tells of danger and of nothing else. */
    @Test
    void who_somebody_is_protected_from_shares_nothing_about_the_family_but_danger() {
        office.consented("c-1", Purpose.LIAISON, Consent.given(), null, MONDAY_TEN);
        office.hiddenFrom = java.util.Set.of(TOM.subject());

        for (var said : List.of(
                stated(Purpose.LIAISON, null, "To plan care together."),
                answered(ChildConcern.SIGNIFICANT_HARM, Consent.Answer.GIVEN))) {
            assertThat(office.outcome("d-1", "hackney", SOCIAL_CARE, false, said, MONDAY_TEN))
                    .isInstanceOf(AskAboutSharing.Outcome.Unknown.class);
        }
        assertThat(office.consentRecords.find("f-1").orElseThrow().record().consents())
                .hasSize(1);

        assertThat(office.asked(
                                "d-2",
                                "hackney",
                                SOCIAL_CARE,
                                stated(null, ChildConcern.SIGNIFICANT_HARM, "Left alone for two nights."),
                                MONDAY_TEN)
                        .outcome())
                .isEqualTo(Kind.SHARE_REQUIRED);
    }

    /** SAL-03, HAC-11: who comes along with a consent of their own is told, and takes it back, like everybody else. */
    @Test
    void the_consent_of_everybody_who_is_let_through_by_it_is_relied_on() {
        office.consented("c-1", Purpose.LIAISON, Consent.given(), null, MONDAY_TEN);
        office.consentedBy("sam", "c-2", Purpose.LIAISON, Consent.given(), MONDAY_TEN);

        var decision = liaison("d-1");

        assertThat(decision.of("sam")).isNotEmpty();
        assertThat(decision.reliesOn()).containsExactly("c-1", "c-2");
    }

    @Test
    void with_consent_the_health_visitor_is_told_that_a_parent_enters_treatment() {
        office.consented("c-1", Purpose.LIAISON, Consent.given(), null, MONDAY_TEN);
        var decision = office.asked(
                "d-1",
                "salford",
                "salford-childrens-services",
                stated(Purpose.LIAISON, null, "Treatment begins.", "open-to-treatment", "child-cared-for"),
                MONDAY_TEN);

        assertThat(decision.outcome()).isEqualTo(Kind.SHARE_WITH_CONSENT);
        assertThat(decision.obligations()).contains("SAL-16");
    }

    /** SAL-16, HAC-17: shared is not received; who does not confirm it is chased, and whoever shared it hears of it. */
    @Test
    void what_is_shared_is_chased_until_somebody_confirms_it() {
        office.consented("c-1", Purpose.LIAISON, Consent.given(), null, MONDAY_TEN);
        office.told.clear();
        office.asked(
                "d-1",
                "salford",
                "salford-childrens-services",
                stated(Purpose.LIAISON, null, "Treatment begins.", "open-to-treatment", "child-cared-for"),
                MONDAY_TEN);

        assertThat(office.told).singleElement().isInstanceOfSatisfying(InformationEvent.NoticeRequested.class, told -> {
            assertThat(told.protocol()).isEqualTo("salford");
            var plan = java.util.Objects.requireNonNull(told.pursued()).plan();
            assertThat(plan.acknowledgeBy()).isEqualTo("2026-11-24T17:00:00Z");
            assertThat(plan.steps().get(1).to())
                    .isEqualTo(new Addressee("salford-childrens-services", "manager", null));
            assertThat(plan.steps().getLast().to())
                    .isEqualTo(new Addressee(Office.TOM.agency(), "practitioner", Office.TOM.subject()));
        });
    }

    private AskAboutSharing.Outcome withinTeam(String id, String protocol, String recipient) {
        return office.ask()
                .ask(
                        id,
                        "f-1",
                        new AskAboutSharing.Request(
                                protocol,
                                recipient,
                                null,
                                List.of("robin"),
                                List.of(),
                                true,
                                null,
                                false,
                                stated(Purpose.LIAISON, null, "One team.")),
                        TOM,
                        MONDAY_TEN);
    }

    @Test
    void a_family_that_the_caller_does_not_see_does_not_exist() {
        var outcome = office.ask()
                .ask(
                        "d-1",
                        "f-1",
                        new AskAboutSharing.Request(
                                "hackney",
                                "hackney-drug-treatment",
                                null,
                                List.of("robin"),
                                List.of(),
                                false,
                                null,
                                false,
                                stated(null, null, "x")),
                        SADE,
                        MONDAY_TEN);

        assertThat(outcome).isInstanceOf(AskAboutSharing.Outcome.NotFound.class);
    }

    private KeptDecision liaison(String id) {
        return office.asked(
                id, "hackney", SOCIAL_CARE, stated(Purpose.LIAISON, null, "To plan care together."), MONDAY_TEN);
    }
}
