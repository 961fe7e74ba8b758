package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.TREATMENT_WORKER;
import static uk.kinbridge.referral.referral.ReferralMother.aReferral;
import static uk.kinbridge.referral.referral.ReferralMother.aReferralOf;
import static uk.kinbridge.referral.referral.ReferralMother.acknowledged;
import static uk.kinbridge.referral.referral.ReferralMother.done;
import static uk.kinbridge.referral.referral.ReferralMother.intoTreatment;
import static uk.kinbridge.referral.referral.ReferralMother.owedBy;
import static uk.kinbridge.referral.referral.ReferralMother.submission;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/** HAC-03, HAC-17: who owes what, and to whom, is read off the clocks. */
class DutiesTest {

    private static final Caller SADE = caller("p-sade", "hackney-childrens-social-care", Role.PRACTITIONER);
    private static final Caller COLLEAGUE = caller("p-x", "hackney-childrens-social-care", Role.PRACTITIONER);
    private static final Caller MARTIN = caller("p-martin", "hackney-childrens-social-care", Role.MANAGER);
    private static final Caller LEILA = caller("p-leila", "hackney-drug-treatment", Role.SAFEGUARDING_LEAD);
    private static final Caller TOM = caller("p-tom", "hackney-drug-treatment", Role.PRACTITIONER);

    @Test
    void what_was_just_sent_is_owed_by_the_role_that_receives_it_and_to_the_one_who_sent_it() {
        var referral = aReferral(MONDAY_TEN);

        assertThat(standsIn(referral, Duties.owedBy(LEILA))).isTrue();
        assertThat(standsIn(referral, Duties.owedBy(TOM))).isFalse();
        assertThat(standsIn(referral, Duties.owedBy(SADE))).isFalse();
        assertThat(standsIn(referral, Duties.owedTo(SADE))).isTrue();
        assertThat(standsIn(referral, Duties.owedTo(COLLEAGUE))).isFalse();
        assertThat(standsIn(referral, Duties.owedTo(MARTIN)))
                .as("for the agency")
                .isTrue();
        assertThat(referral.clocks())
                .filteredOn(clock -> clock.kind().equals("acknowledge"))
                .allSatisfy(clock ->
                        assertThat(Duties.isOwedBy(LEILA, clock, referral)).isTrue())
                .allSatisfy(clock ->
                        assertThat(Duties.isOwedBy(SADE, clock, referral)).isFalse());
    }

    @Test
    void it_is_mine_when_i_sent_it_or_work_on_it() {
        var sent = aReferral(MONDAY_TEN);
        var worked = done(
                        acknowledged(sent, MONDAY_TEN).next(),
                        new Act.Invite(MONDAY_TEN.plusSeconds(60), null),
                        TREATMENT_WORKER,
                        MONDAY_TEN,
                        intoTreatment())
                .next();

        assertThat(standsIn(sent, Duties.mine(SADE))).isTrue();
        assertThat(standsIn(sent, Duties.mine(TOM))).isFalse();
        assertThat(standsIn(worked, Duties.mine(TOM))).isTrue();
        assertThat(standsIn(worked, Duties.mine(COLLEAGUE))).isFalse();
    }

    @Test
    void what_somebody_did_for_one_agency_stays_with_it_when_they_go_to_another() {
        var moved = caller("p-sade", "hackney-drug-treatment", Role.PRACTITIONER);
        var sent = aReferral(MONDAY_TEN);

        assertThat(standsIn(sent, Duties.mine(moved))).isFalse();
        assertThat(standsIn(sent, Duties.owedTo(moved))).isFalse();
        assertThat(standsIn(sent, Duties.owedTo(SADE))).isTrue();
    }

    @Test
    void teams_see_what_their_people_work_on() {
        var by = new Actor("p-sade", "Sade Okafor", SADE.agency(), List.of(), List.of("family-intervention"));
        var whole = ReferralMother.aCompleteSubmission();
        var sent = Referral.begun(
                        new Submission("r-1", "R-1", by, whole.referrer(), whole.recipient(), whole.content()),
                        intoTreatment(),
                        MONDAY_TEN)
                .next();
        var team = new Caller("p-y", "y", "Y", SADE.agency(), Set.of("family-intervention"), Set.of());
        var elsewhere = new Caller("p-z", "z", "Z", LEILA.agency(), Set.of("family-intervention"), Set.of());

        assertThat(standsIn(sent, Duties.ofTeams(team))).isTrue();
        assertThat(standsIn(sent, Duties.ofTeams(elsewhere)))
                .as("a team of the same name elsewhere")
                .isFalse();
    }

    @Test
    void a_team_keeps_what_its_worker_has_when_news_names_nobodys_teams() {
        var worker = new Actor("p-tom", "Tom", LEILA.agency(), List.of(), List.of("recovery"));
        var invited = done(
                        acknowledged(aReferral(MONDAY_TEN), MONDAY_TEN).next(),
                        new Act.Invite(MONDAY_TEN.plusSeconds(60), null),
                        worker,
                        MONDAY_TEN,
                        intoTreatment())
                .next();
        var byNews = new Actor("p-tom", "Tom", LEILA.agency(), List.of());
        var assessed = done(invited, new Act.CompleteAssessment(), byNews, MONDAY_TEN, intoTreatment())
                .next();
        var team = new Caller("p-y", "y", "Y", LEILA.agency(), Set.of("recovery"), Set.of());

        assertThat(standsIn(assessed, Duties.ofTeams(team))).isTrue();
    }

    @Test
    void an_invitation_is_read_by_those_alone_who_may_read_of_the_appointment() {
        var acknowledged = acknowledged(aReferral(MONDAY_TEN), MONDAY_TEN).next();
        var invite = new Act.Invite(MONDAY_TEN.plusSeconds(60), "Room 4");
        var open = invited(acknowledged, invite, Passing.ALL);
        var closed = invited(acknowledged, invite, new Passing("d-1", List.of(Act.APPOINTMENT)));

        assertThat(Shown.to(SADE.agency(), open, intoTreatment()).invitation()).isNotNull();
        assertThat(Shown.to(LEILA.agency(), closed, intoTreatment()).invitation())
                .isNotNull();
        var shown = Shown.to(SADE.agency(), closed, intoTreatment());
        assertThat(shown.invitation()).isNull();
        assertThat(shown.history().toString()).doesNotContain(Story.spoken(invite.appointmentAt()));
    }

    private static Referral invited(Referral referral, Act.Invite invite, Passing passing) {
        return ((Acted.Done) referral.act(invite, TREATMENT_WORKER, MONDAY_TEN, intoTreatment(), passing))
                .change()
                .next();
    }

    @Test
    void what_somebody_owes_is_due_when_their_own_clock_says_and_not_when_another_does() {
        var soon = MONDAY_TEN.plusSeconds(60);
        var later = MONDAY_TEN.plusSeconds(3600);
        var last = MONDAY_TEN.plusSeconds(7200);
        var referral = aReferralOf(
                        "r-1",
                        owedBy(SADE.agency(), "practitioner", later),
                        owedBy(LEILA.agency(), "safeguarding-lead", last),
                        owedBy(LEILA.agency(), "safeguarding-lead", soon),
                        owedBy(LEILA.agency(), "manager", last))
                .next();
        var manager = caller("p-m", LEILA.agency(), Role.MANAGER);

        assertThat(Duties.dueIn(Duties.owedBy(LEILA), referral)).contains(soon);
        assertThat(Duties.dueIn(Duties.owedBy(manager), referral)).contains(last);
        assertThat(Duties.dueIn(Duties.owedBy(SADE), referral)).contains(later);
        assertThat(Duties.dueIn(Duties.owedTo(SADE), referral)).contains(soon);
        assertThat(Duties.dueIn(Duties.owedTo(LEILA), referral)).contains(later);
        assertThat(Duties.dueIn(Duties.owedBy(COLLEAGUE), referral)).isEmpty();
    }

    @Test
    void nothing_is_owed_about_what_was_taken_back() {
        var gone = done(
                        aReferral(MONDAY_TEN),
                        new Act.Withdraw("A slip"),
                        ReferralMother.SOCIAL_WORKER,
                        MONDAY_TEN,
                        intoTreatment())
                .next();

        assertThat(standsIn(gone, Duties.owedBy(LEILA))).isFalse();
        assertThat(standsIn(gone, Duties.owedTo(SADE))).isFalse();
    }

    @Test
    void is_found_by_each_agency_under_what_it_may_read() {
        var narrow = new Disclosed(
                "f-1",
                "F-1",
                new uk.kinbridge.referral.family.Person(
                        "m-1", uk.kinbridge.referral.family.Person.Kind.ADULT, "Robin", "Ashdown", null, null),
                List.of(),
                null);
        var whole = submission(
                new Sender(SADE.agency(), "CSC", "p-sade", "Sade Okafor"),
                LEILA.agency(),
                ReferralMother.SOCIAL_WORKER,
                Map.of("treatment-issue-outline", "x"),
                List.of(ReferralMother.paperwork()),
                "safeguarding-lead");
        var referral = Referral.begun(
                        new Submission(
                                "r-1",
                                "R-3333-3333",
                                whole.by(),
                                whole.referrer(),
                                whole.recipient(),
                                new Content(narrow, Map.of(), List.of(), null, List.of(), null)),
                        intoTreatment(),
                        MONDAY_TEN)
                .next();
        var sounds = new uk.kinbridge.referral.family.NameSounds() {
            @Override
            public String of(String name) {
                return name.substring(0, 1);
            }

            @Override
            public double likeness(String one, String other) {
                return 0;
            }
        };

        assertThat(ReferralTerms.of(referral, intoTreatment(), sounds))
                .contains("hackney-drug-treatment|name:A", "hackney-drug-treatment|ref:R-3333-3333")
                .noneMatch(term -> term.contains("born:"))
                .noneMatch(term -> term.startsWith("hackney-alcohol"));
    }

    private static boolean standsIn(Referral referral, List<String> lists) {
        return !Collections.disjoint(Duties.lists(referral), lists)
                || Duties.dueIn(lists, referral).isPresent();
    }

    private static Caller caller(String person, String agency, Role role) {
        return new Caller(person, person, person, agency, Set.of(), Set.of(role));
    }
}
