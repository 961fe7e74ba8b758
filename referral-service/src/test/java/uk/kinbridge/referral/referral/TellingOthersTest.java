package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.information.Office.MONDAY_TEN;
import static uk.kinbridge.referral.information.Office.SADE;
import static uk.kinbridge.referral.information.Office.TOM;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.protocols.sharing.ChildConcern;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.FieldGroup;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.protocols.sharing.SharingDecision.Kind;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.information.DecideForReferral;
import uk.kinbridge.referral.information.KeepConsent;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.Office;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.referral.FollowAssessment.News;
import uk.kinbridge.referral.referral.FollowAssessment.What;
import uk.kinbridge.referral.referral.Referrals.Held;
import uk.kinbridge.referral.referral.TellOthers.Verdict;

/**
 * ENG-11, SAL-03, JWP-07: what goes to another agency after a referral was sent passes the decision on sharing again,
 * field by field, with what is on record by then.
 */
class TellingOthersTest {

    private static final Instant LATER = MONDAY_TEN.plusSeconds(3600);
    private static final Rules RULES = ReferralMother.rules("into-social-care");
    private static final Act PROGRESS = new Act.ReportProgress("A visit took place.");

    private final Office office = new Office();
    private final TellOthers tell = new TellOthers(office.again());
    private int versions;

    @Test
    void progress_goes_on_the_consent_of_the_referral_and_the_decision_is_kept_with_its_occasion() {
        var held = referred(lowerConcern());

        var passing = goes(tell.of(PROGRESS, held, RULES, StatedSharing.NOTHING, SADE, LATER));

        assertThat(passing.keptBack()).isEmpty();
        var decision =
                office.decisions.find(String.valueOf(passing.decisionId())).orElseThrow();
        assertThat(decision.outcome()).isEqualTo(Kind.SHARE_WITH_CONSENT);
        assertThat(decision.agency()).isEqualTo(SADE.agency());
        assertThat(decision.recipient()).isEqualTo(TOM.agency());
        assertThat(decision.purpose()).isEqualTo(Purpose.CHILD_WELFARE);
        assertThat(decision.by().person()).isEqualTo(SADE.subject());
        assertThat(decision.at()).isEqualTo(LATER);
        assertThat(decision.occasion()).isEqualTo(new KeptDecision.Occasion("referral-progressed", "r-1", "R-1"));
    }

    @Test
    void a_consent_that_was_taken_back_stops_what_is_only_told() {
        var held = referred(lowerConcern());
        withdraw();

        var verdict = tell.of(PROGRESS, held, RULES, StatedSharing.NOTHING, SADE, LATER);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Stays.class, stays -> {
            assertThat(stays.decision().outcome()).isEqualTo(Kind.DO_NOT_SHARE);
            assertThat(office.decisions.find(stays.decision().id()))
                    .as("kept too")
                    .isPresent();
        });
    }

    @Test
    void what_has_to_be_done_is_done_and_only_its_words_stay_with_those_who_said_them() {
        var held = referred(lowerConcern());
        withdraw();
        var no = new Act.TakeNoFurther("The aunt looks after them.");

        var passing = goes(tell.of(no, held, RULES, StatedSharing.NOTHING, SADE, LATER));
        var referral = done(held.referral(), no, SADE.agency(), passing);

        assertThat(Shown.to(SADE.agency(), referral, RULES).history().getLast().said())
                .containsEntry("rationale", "The aunt looks after them.");
        assertThat(Shown.to(TOM.agency(), referral, RULES).history().getLast())
                .satisfies(line -> assertThat(line.said()).isEmpty())
                .satisfies(line -> assertThat(line.words()).contains("no further action"));
    }

    /** ENG-11: on record stands why its words stayed, also where the person has to be asked first. */
    @Test
    void what_is_done_while_somebody_has_to_be_asked_first_leaves_that_decision_on_record() {
        var held = referred(lowerConcern());
        office.consents()
                .find(
                        "x-1",
                        "f-1",
                        new KeepConsent.Finding(
                                "robin",
                                Purpose.CHILD_WELFARE,
                                false,
                                List.of("Could not weigh it up."),
                                LocalDate.of(2026, 12, 24)),
                        TOM,
                        MONDAY_TEN.plusSeconds(60));

        assertThat(tell.of(PROGRESS, held, RULES, StatedSharing.NOTHING, SADE, LATER))
                .isInstanceOfSatisfying(
                        Verdict.Stays.class,
                        stays -> assertThat(
                                        office.decisions.find(stays.decision().id()))
                                .as("nothing was done: nothing is decided yet")
                                .isEmpty());
        var no = new Act.TakeNoFurther("The aunt looks after them.");
        var passing = goes(tell.of(no, held, RULES, StatedSharing.NOTHING, SADE, LATER));

        assertThat(passing.keptBack()).isNotEmpty();
        assertThat(office.decisions.find(String.valueOf(passing.decisionId())))
                .hasValueSatisfying(kept -> assertThat(kept.outcome()).isEqualTo(Kind.ASK_FIRST))
                .hasValueSatisfying(kept -> assertThat(kept.askFirst()).containsExactly("robin"));
    }

    @Test
    void a_danger_that_has_come_to_light_is_told_whatever_anybody_has_refused() {
        var held = referred(lowerConcern());
        withdraw();

        assertThat(goes(tell.of(new Act.IndicateHarm("Bruises."), held, RULES, StatedSharing.NOTHING, SADE, LATER))
                        .keptBack())
                .isEmpty();
        var stated = new StatedSharing(
                null,
                ChildConcern.SIGNIFICANT_HARM,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "It grew.",
                null);
        assertThat(goes(tell.of(PROGRESS, held, RULES, stated, SADE, LATER)).keptBack())
                .isEmpty();
    }

    @Test
    void what_the_purpose_does_not_need_is_kept_back_field_by_field() {
        var held = referred(lowerConcern());
        var outcome = new Act.ShareOutcome("Support is offered.", "Daily use", "Some risk");

        var passing = goes(tell.of(outcome, held, RULES, StatedSharing.NOTHING, SADE, LATER));

        assertThat(passing.keptBack()).containsExactly("level-of-use");
    }

    @Test
    void papers_and_words_of_a_referral_reach_the_other_agency_as_far_as_they_were_let_through() {
        var disclosed = new Disclosed(
                "f-1", "F-1", robin(), List.of(), null, "d-1", Set.of(FieldGroup.IDENTITY, FieldGroup.CONCERN));
        var referral = referral(disclosed, Map.of("treatment-issue-outline", "Alcohol."), true);
        var rules = ReferralMother.intoTreatment();

        var theirs = Shown.to("hackney-drug-treatment", referral, rules);
        var ours = Shown.to("hackney-childrens-social-care", referral, rules);

        assertThat(theirs.texts()).containsKey("treatment-issue-outline");
        assertThat(theirs.documents()).isEmpty();
        assertThat(theirs.keptBack()).isEmpty();
        assertThat(ours.documents()).hasSize(1);
        assertThat(ours.keptBack()).containsExactly("assessment-paperwork");
    }

    @Test
    void who_is_asked_to_take_a_referral_reads_what_was_let_through_to_them_and_not_what_others_said_before() {
        var rules = ReferralMother.rules("family-approach", "child-at-risk");
        var worker = new Actor("p-callum", "Callum Reeve", "southampton-childrens-services", List.of());
        var first =
                ReferralMother.aChildReferredIn(worker.agency(), "r-9", rules).next();
        var progressed = first.amended(
                first.content(),
                new Happening(
                        MONDAY_TEN,
                        "referral.corrected",
                        "An answer was corrected",
                        first.history().getFirst().by(),
                        List.of(),
                        Map.of("after", "Sleeps elsewhere.")));
        var next = new Receiver("portsmouth-childrens-services", "Portsmouth", "duty-worker");
        var narrow = new Disclosed("f-1", "F-1", robin(), List.of(), null, "d-2", Set.of(FieldGroup.IDENTITY));

        var redirected = ReferralMother.done(
                        progressed,
                        new Act.Redirect(next, "They moved", narrow),
                        worker,
                        MONDAY_TEN.plusSeconds(120),
                        rules)
                .next();
        var read = Shown.to(next.agency(), redirected, rules);

        assertThat(read.disclosed()).isEqualTo(narrow);
        assertThat(read.texts()).isEmpty();
        assertThat(read.history().getLast().said()).containsEntry("reason", "They moved");
        assertThat(read.history())
                .filteredOn(line -> line.at().isBefore(MONDAY_TEN.plusSeconds(120)))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.said()).isEmpty());
        assertThat(Shown.to(worker.agency(), redirected, rules).texts()).isNotEmpty();
    }

    @Test
    void facts_that_are_told_later_and_kept_back_are_read_by_those_alone_who_told_them() {
        var rules = ReferralMother.intoTreatment();
        var told = new Amended(
                        ReferralMother.letThrough(EnumSet.allOf(FieldGroup.class)),
                        ReferralMother.SOCIAL_WORKER,
                        LATER,
                        new Passing("d-2", List.of(Amended.SITUATION)))
                .told(List.of("safeguarding-issue"), rules)
                .next();

        assertThat(Shown.to("hackney-drug-treatment", told, rules).situation())
                .containsExactly("adult-with-unmet-needs");
        assertThat(Shown.to("hackney-childrens-social-care", told, rules).situation())
                .containsExactly("adult-with-unmet-needs", "safeguarding-issue");
    }

    /** HAC-03, ENG-11: an appointment and an outcome pass the decision, wherever they were typed. */
    @Test
    void what_happens_to_an_assessment_moves_the_referral_on_and_is_told_as_far_as_it_may_be() {
        var disclosed = referred(lowerConcern()).referral().disclosed();
        var held = new Held(referral(disclosed, Map.of("treatment-issue-outline", "Alcohol."), true), 1);
        assertThat(read(followed(held, What.INVITED), SADE.agency()).said()).containsKey(Act.APPOINTMENT);
        withdraw();

        var invited = followed(held, What.INVITED);
        assertThat(invited.state()).isEqualTo("invited");
        assertThat(read(invited, SADE.agency()).said()).isEmpty();
        assertThat(Shown.to(SADE.agency(), invited, ReferralMother.intoTreatment())
                        .invitation())
                .isNull();
        assertThat(read(invited, TOM.agency()).said()).containsKey(Act.APPOINTMENT);

        var shared = followed(held, What.OUTCOME_SHARED);
        assertThat(shared.state()).isEqualTo("outcome-shared");
        assertThat(read(shared, SADE.agency()).said()).isEmpty();
        assertThat(read(shared, TOM.agency()).said()).containsKey("outcome");
    }

    private Referral followed(Held held, What what) {
        var news = new News(what, "A-2222-2222", "r-1", "f-1", Actor.of(TOM), LATER, LATER.plusSeconds(86_400));
        var applicable = ReferralMother.intoTreatment();
        // At a version of its own, since the same telling is decided once.
        var asked = new Held(held.referral(), held.version() + versions++);
        return FollowAssessment.followed(asked, news, applicable, tell, LATER)
                .orElseThrow()
                .next();
    }

    private static Happening read(Referral referral, String agency) {
        return Shown.to(agency, referral, ReferralMother.intoTreatment())
                .history()
                .getLast();
    }

    @Test
    void another_kind_of_recipient_needs_a_consent_of_its_own() {
        var held = referred(lowerConcern());
        var treatment = new Receiver("hackney-alcohol-treatment", "Alcohol service", "safeguarding-lead");

        var decision = tell.toNext(treatment, held, RULES, StatedSharing.NOTHING, SADE, LATER)
                .orElseThrow();

        assertThat(decision.purpose()).isEqualTo(Purpose.TREATMENT);
        assertThat(decision.outcome()).isEqualTo(Kind.ASK_FIRST);
    }

    private void withdraw() {
        var record = office.consentRecords.find("f-1").orElseThrow();
        office.consents()
                .withdraw(
                        "f-1",
                        record.record().consents().getFirst().id(),
                        record.version(),
                        "By telephone.",
                        TOM,
                        MONDAY_TEN.plusSeconds(60));
    }

    private Held referred(StatedSharing stated) {
        var decision = office.forReferral()
                .decide(
                        "d-first",
                        true,
                        new DecideForReferral.About(
                                office.family(),
                                RULES.pack(),
                                Office.SOCIAL_CARE,
                                List.of("robin", "wren"),
                                stated.toStatement(),
                                stated.toString(),
                                new KeptDecision.Occasion("referral", "r-1", "R-1"),
                                false),
                        TOM,
                        MONDAY_TEN);
        assertThat(decision.shares()).isTrue();
        var whole = new Disclosed("f-1", "F-2222-2222", robin(), List.of(), "12 Made-up Road");
        return new Held(referral(whole.letThroughBy(decision), Map.of("concern", "Tired."), false), 1);
    }

    private static Referral referral(Disclosed disclosed, Map<String, String> texts, boolean intoTreatment) {
        var from = intoTreatment ? SADE : TOM;
        var to = intoTreatment ? TOM.agency() : SADE.agency();
        var rules = intoTreatment ? ReferralMother.intoTreatment() : RULES;
        return Referral.begun(
                        new Submission(
                                "r-1",
                                "R-1",
                                Actor.of(from),
                                new Sender(from.agency(), from.agency(), from.subject(), from.name()),
                                new Receiver(
                                        to, to, Rules.role(rules.pathway().to().person())),
                                new Content(
                                        disclosed,
                                        texts,
                                        intoTreatment ? List.of(ReferralMother.paperwork()) : List.of(),
                                        null,
                                        List.of(),
                                        null)),
                        rules,
                        MONDAY_TEN)
                .next();
    }

    private static Referral done(Referral referral, Act act, String agency, Passing passing) {
        var by = new Actor("p-2", "A Receiver", agency, List.of());
        return ((Acted.Done) referral.act(act, by, LATER, RULES, passing))
                .change()
                .next();
    }

    private static Passing goes(@Nullable Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Goes.class);
        return ((Verdict.Goes) java.util.Objects.requireNonNull(verdict)).passing();
    }

    private static StatedSharing lowerConcern() {
        return new StatedSharing(
                null,
                ChildConcern.LOWER,
                null,
                null,
                null,
                null,
                null,
                List.of(new StatedSharing.Answer("robin", Consent.Answer.GIVEN, null, null, "Asked at home.")),
                new StatedSharing.Talk(true, "What is told to whom."),
                null,
                null,
                "Early help is wanted.",
                null);
    }

    private static Person robin() {
        return new Person("robin", Person.Kind.ADULT, "Robin", "Ashdown", LocalDate.of(1990, 3, 1), null);
    }
}
