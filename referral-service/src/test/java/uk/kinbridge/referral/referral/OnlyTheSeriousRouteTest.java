package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.referral.family.Person;

/** JWP-11, SAL-15: what is so in a case can leave one way only. */
class OnlyTheSeriousRouteTest {

    private static final Rules ADULT_SERVICES = ReferralMother.rules("joint-working", "adult-services");
    private static final String HARM = "child-at-risk-of-significant-harm";
    private static final Person ADULT = person("m-1", Person.Kind.ADULT);
    private static final Person CHILD = person("m-2", Person.Kind.CHILD);
    private static final Person SIBLING = person("m-3", Person.Kind.CHILD);
    private static final Rules CHILD_AT_RISK = ReferralMother.rules("joint-working", "child-at-risk");

    @ParameterizedTest
    @ValueSource(strings = {"delusion-involves-child", "child-in-suicide-plan", "child-at-risk-of-significant-harm"})
    void leaves_no_lower_route_whatever_else_was_ticked(String fact) {
        for (var lower : List.of(
                ADULT_SERVICES,
                rules("dorset", "young-carer"),
                rules("dorset", "adult-access"),
                rules("hackney", "into-treatment"),
                rules("salford", "into-treatment"),
                rules("salford", "holding-families"))) {
            for (var situation : List.of(List.of(fact), List.of("adult-with-unmet-needs", "open-to-treatment", fact))) {
                assertThat(submit(lower, situation))
                        .as("%s %s", lower.pathway().id(), situation)
                        .isInstanceOfSatisfying(
                                Submission.Outcome.TooLow.class,
                                low -> assertThat(low.only().obligations()).isNotEmpty());
            }
        }
        assertThat(submit(CHILD_AT_RISK, List.of(fact))).isInstanceOf(Submission.Outcome.Accepted.class);
    }

    @Test
    void names_the_way_to_those_who_may_take_it_and_nobody_to_call() {
        var only = tooLow(rules("dorset", "young-carer"), List.of("child-gives-care", HARM));

        assertThat(only.ways()).extracting(way -> way.id().value()).containsExactly("child-at-risk");
        assertThat(only.call()).isEmpty();
        assertThat(only.words()).startsWith("Suspected risk of significant harm");
    }

    /** JWP-19: the protocol has Children's Social Care receive such referrals, and send none. */
    @Test
    void names_no_way_that_the_referrer_may_not_take_but_whom_to_call_by_day_and_by_night() {
        var by = from(ADULT_SERVICES);
        var day = tooLow(by, ADULT_SERVICES, List.of(HARM), MONDAY_TEN);
        var night = tooLow(by, ADULT_SERVICES, List.of(HARM), MONDAY_TEN.plus(Duration.ofHours(13)));

        assertThat(day.ways()).isEmpty();
        assertThat(day.call()).extracting(WhomToCall::area).containsOnly("southampton");
        assertThat(day.call()).allSatisfy(line -> {
            assertThat(line.need()).isEqualTo("child-protection");
            assertThat(line.answersNow()).isTrue();
            assertThat(line.telephones()).isNotEmpty();
            assertThat(day.words()).contains(line.telephones());
        });
        assertThat(night.call()).isNotEmpty().doesNotContainAnyElementsOf(day.call());
    }

    @Test
    void childrens_social_care_that_works_with_the_family_goes_on() {
        var harm = List.of("substance-misuse-affects-parenting", HARM);

        assertThat(tooLow(ReferralMother.intoTreatment(), harm).words()).contains("known-to-childrens-social-care");
        assertThat(submit(
                        ReferralMother.intoTreatment(),
                        List.of("substance-misuse-affects-parenting", HARM, "known-to-childrens-social-care")))
                .isInstanceOf(Submission.Outcome.Accepted.class);
    }

    @Test
    void harm_that_is_stated_for_the_decision_on_sharing_alone_leaves_no_lower_route_either() {
        var lower = rules("dorset", "young-carer");
        var stated = new OpenBeside(
                List::of,
                OnlyTheSeriousRouteTest::rules,
                _ -> Set.of(),
                CHILD,
                Set.of(Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM));

        assertThat(with(from(lower), about(CHILD), List.of("child-gives-care")).submit(lower, stated, MONDAY_TEN))
                .isInstanceOf(Submission.Outcome.TooLow.class);
    }

    /** JWP-04: from one case more than one referral starts side by side. */
    @Test
    void a_referral_of_the_child_that_is_open_and_says_why_lets_another_one_go_beside_it() {
        var lower = rules("dorset", "young-carer");
        var child = open("child-to-duty-team", CHILD, List.of(HARM));

        assertThat(beside(lower, CHILD, child)).isInstanceOf(Submission.Outcome.Accepted.class);
        assertThat(beside(lower, ADULT, child)).isInstanceOf(Submission.Outcome.Accepted.class);
    }

    @Test
    void one_of_another_child_for_a_lesser_concern_or_taken_back_does_not() {
        var lower = rules("dorset", "young-carer");
        var child = open("child-to-duty-team", CHILD, List.of(HARM));
        var back = ReferralMother.done(
                        child, new Act.Withdraw("By mistake."), ReferralMother.SOCIAL_WORKER, MONDAY_TEN, rules(child))
                .next();

        assertThat(beside(lower, CHILD, open("child-to-duty-team", SIBLING, List.of(HARM))))
                .isInstanceOf(Submission.Outcome.TooLow.class);
        assertThat(beside(lower, CHILD, open("child-to-duty-team", CHILD, List.of("child-welfare-concern"))))
                .isInstanceOf(Submission.Outcome.TooLow.class);
        assertThat(beside(lower, CHILD, open("young-carer", CHILD, List.of("child-gives-care"))))
                .isInstanceOf(Submission.Outcome.TooLow.class);
        assertThat(beside(lower, CHILD, back)).isInstanceOf(Submission.Outcome.TooLow.class);
    }

    @Test
    void a_lower_need_alone_leaves_its_route_open() {
        assertThat(submit(ADULT_SERVICES, List.of("adult-with-unmet-needs")))
                .isInstanceOf(Submission.Outcome.Accepted.class);
    }

    @Test
    void both_referrals_run_side_by_side_when_adult_and_child_are_at_risk() {
        var both = List.of("adult-at-risk", "child-at-risk-of-significant-harm");

        assertThat(submit(CHILD_AT_RISK, both)).isInstanceOf(Submission.Outcome.Accepted.class);
        assertThat(submit(ReferralMother.rules("joint-working", "adult-at-risk"), both))
                .isInstanceOf(Submission.Outcome.Accepted.class);
    }

    /** JWP-04 */
    @ParameterizedTest
    @ValueSource(strings = {"delusion-involves-child", "child-in-suicide-plan", "child-at-risk-of-significant-harm"})
    void the_adult_at_risk_is_referred_beside_the_child(String fact) {
        assertThat(submit(ReferralMother.rules("joint-working", "adult-at-risk"), List.of("adult-at-risk", fact)))
                .isInstanceOf(Submission.Outcome.Accepted.class);
    }

    private static Person person(String id, Person.Kind kind) {
        return new Person(id, kind, "Robin", "Ashdown", LocalDate.of(2012, 3, 1), null);
    }

    private static OnlyWays tooLow(Rules rules, List<String> situation) {
        return tooLow(from(rules), rules, situation, MONDAY_TEN);
    }

    private static OnlyWays tooLow(Submission complete, Rules rules, List<String> situation, Instant now) {
        var outcome = with(complete, complete.content().disclosed(), situation).submit(rules, now);
        return ((Submission.Outcome.TooLow) outcome).only();
    }

    private static Rules rules(Referral referral) {
        return rules("dorset", referral.pathway());
    }

    private static Rules rules(String protocol, String pathway) {
        return ReferralMother.rules(protocol, pathway);
    }

    private static Referral open(String pathway, Person subject, List<String> situation) {
        var rules = rules("dorset", pathway);
        var submission = with(from(rules), about(subject), situation);
        return ((Submission.Outcome.Accepted) submission.submit(rules, MONDAY_TEN))
                .change()
                .next();
    }

    private static Submission.Outcome beside(Rules lower, Person subject, Referral other) {
        var beside = new OpenBeside(
                () -> List.of(other),
                OnlyTheSeriousRouteTest::rules,
                referral -> Situation.facts(referral.content().situation()),
                subject,
                Set.of());
        return with(from(lower), about(subject), List.of("child-gives-care", HARM))
                .submit(lower, beside, MONDAY_TEN);
    }

    private static Disclosed about(Person subject) {
        return new Disclosed("f-1", "F-2222-2222", subject, List.of(), null);
    }

    private static Submission.Outcome submit(Rules rules, List<String> situation) {
        var complete = from(rules);
        return with(complete, complete.content().disclosed(), situation).submit(rules, MONDAY_TEN);
    }

    private static Submission from(Rules rules) {
        return EveryPathwayRunsTest.complete(rules);
    }

    private static Submission with(Submission complete, Disclosed disclosed, List<String> situation) {
        var content = complete.content();
        return new Submission(
                complete.id(),
                complete.reference(),
                complete.by(),
                complete.referrer(),
                complete.recipient(),
                new Content(disclosed, content.texts(), content.documents(), content.call(), situation, null));
    }
}
