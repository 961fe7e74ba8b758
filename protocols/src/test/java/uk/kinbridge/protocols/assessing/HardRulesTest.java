package uk.kinbridge.protocols.assessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.kinbridge.protocols.assessing.Finding.Stands;
import uk.kinbridge.protocols.pack.AssessmentRule.Kind;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.FormReference;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;

/** What no assessment gets around: JWP-16 to JWP-18, SAL-18, SAL-26, SAL-31, FAP-02, FAP-10, DOR-07, DOR-08. */
class HardRulesTest {

    static Stream<Arguments> everyForm() {
        return Packs.shipped().all().stream()
                .filter(pack -> !pack.national())
                .flatMap(pack -> pack.assessing().forms().stream().map(form -> Arguments.of(pack, form.reference())));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("everyForm")
    void every_form_can_be_completed(Pack pack, FormReference form) {
        assertThat(Filling.of(pack, pack.form(form).orElseThrow()).theRest().findings())
                .isEmpty();
    }

    /** What was left out of an otherwise complete form; the rule that speaks, and under which clause. */
    @ParameterizedTest(name = "{0} {1} without {2}: {3} under {4}")
    @CsvSource({
        "salford,         child-and-family, childs-voice,       childs-voice,                    SAL-31",
        "salford,         child-and-family, seen-alone,         child-seen-alone,                SAL-31",
        "joint-working,   comprehensive,    childs-voice,       childs-voice,                    JWP-16",
        "joint-working,   comprehensive,    child-gives-care,   young-carer-question,            JWP-17",
        "joint-working,   comprehensive,    vulnerabilities,    vulnerability-factors,           JWP-10",
        "dorset,          adult-care,       child-gives-care,   young-carer-question,            DOR-08",
        "family-approach, adult-care,       strengths,          strengths,                       FAP-10",
        "family-approach, comprehensive,    own-wishes,         own-wishes,                      FAP-10",
        "family-approach, child-and-family, taking-part,        taking-part,                     FAP-10",
        "hackney,         comprehensive,    level-of-use,       level-of-use,                    HAC-04",
        "hackney,         parental-needs,   parenting,          parenting-factors,               HAC-12",
        "hackney,         triage,           children-in-life,   children-cared-for-or-in-contact, HAC-07",
        "salford,         domestic-abuse,   referral-decision,  safeguarding-referral-decision,  SAL-26"
    })
    void says_what_is_missing(String pack, String kind, String leftOut, String code, String obligation) {
        var filling = Filling.of(pack, kind(kind))
                .with(Fact.CHILD_CARED_FOR, Fact.MENTAL_ILL_HEALTH, Fact.DOMESTIC_ABUSE)
                .theRest();
        assertThat(filling.findings()).isEmpty();

        assertThat(filling.leave(leftOut).findings())
                .filteredOn(finding -> finding.code().equals(code))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.stands()).isEqualTo(Stands.AGAINST_COMPLETION);
                    assertThat(finding.reason()).endsWith(".");
                    assertThat(finding.obligations()).contains(new ObligationId(obligation));
                });
    }

    @Test
    void each_child_is_heard_not_one_for_all() {
        var filling = Filling.of("salford", Kind.CHILD_AND_FAMILY)
                .answer("childs-voice", Map.of(Filling.AMINA, "I want mum to get up in the morning"))
                .theRest();
        assertThat(filling.findings()).isEmpty();

        filling.leave("childs-voice").answer("childs-voice", Map.of(Filling.AMINA, "I want mum to get up"));

        assertThat(filling.findings())
                .extracting(Finding::code, Finding::about)
                .containsExactly(tuple("childs-voice", Filling.BEN));
    }

    @Test
    void a_child_who_was_not_seen_alone_brings_the_question_why() {
        var filling = Filling.of("salford", Kind.CHILD_AND_FAMILY)
                .answer("seen-alone", Map.of(Filling.AMINA, "not-seen-alone", Filling.BEN, "seen-alone"))
                .theRest();
        assertThat(filling.findings()).isEmpty();

        assertThat(filling.leave("why-not-alone").findings())
                .extracting(Finding::code, Finding::about)
                .containsExactly(tuple("reason-for-not-seeing-alone", Filling.AMINA));
    }

    @Test
    void a_child_never_protects_but_a_partner_who_is_not_affected_can() {
        var filling = Filling.of("family-approach", Kind.COMPREHENSIVE).theRest();

        assertThat(filling.answer("who-protects", List.of(Filling.THEIR_MOTHER))
                        .answer("what-else-protects", List.of("partner"))
                        .findings())
                .isEmpty();
        assertThat(filling.answer("who-protects", List.of(Filling.THEIR_MOTHER, Filling.AMINA))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("child-as-protective-factor");
                    assertThat(finding.obligations()).contains(new ObligationId("FAP-02"), new ObligationId("JWP-18"));
                });
    }

    @Test
    void a_test_is_never_kept_without_the_account_and_its_limits() {
        var filling = Filling.of("salford", Kind.SCREENING_TEST)
                .answer("result", "found")
                .answer("what-was-found", "Opiates");

        assertThat(filling.findings())
                .filteredOn(finding -> finding.stands() == Stands.AGAINST_KEEPING)
                .extracting(Finding::code)
                .containsExactly("recovery-coordinators-account", "limits-of-the-test");
        assertThat(kept(filling).typed()).doesNotContainKeys("result", "what-was-found");

        filling.answer("coordinators-account", "Comes to every appointment; a lapse, and spoke of it first");
        assertThat(kept(filling).typed()).doesNotContainKeys("result", "what-was-found");

        filling.answer("limits", List.of("hours-or-days-only"));
        assertThat(kept(filling)).isEqualTo(filling.answers());
        assertThat(filling.theRest().findings()).isEmpty();
    }

    @Test
    void an_unreadable_test_result_is_not_kept_alone_either() {
        var filling = Filling.of("salford", Kind.SCREENING_TEST).answer("result", "positive, I think");

        assertThat(kept(filling).typed()).isEmpty();
    }

    /** judgement, grounds, whether it stands. */
    @ParameterizedTest(name = "{0} on the ground of {1}: stands {2}")
    @CsvSource({
        "able,              -,                        true",
        "able-with-support, -,                        true",
        "not-able-now,      support-need,             false",
        "not-able-now,      harm,                     true",
        "not-able-now,      support-need+needs-unmet, true"
    })
    void a_need_for_support_is_never_by_itself_an_inability(String judgement, String grounds, boolean stands) {
        var filling = Filling.of("dorset", Kind.ADULT_CARE)
                .with(Fact.CHILD_CARED_FOR, Fact.PARENT_WITH_SUPPORT_NEEDS)
                .answer("ability-to-parent", judgement);
        if (!grounds.equals("-")) {
            filling.answer("grounds-of-judgement", List.of(grounds.split("\\+", -1)));
        }
        filling.theRest();

        assertThat(filling.findings().isEmpty()).isEqualTo(stands);
        if (!stands) {
            assertThat(filling.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo("support-need-as-inability-to-parent");
                assertThat(finding.obligations()).containsExactly(new ObligationId("DOR-07"));
            });
        }
    }

    /** decision, reason given, what is missing. */
    @ParameterizedTest(name = "{0}, reason {1}: {2}")
    @CsvSource({
        "children,    true,  -",
        "both,        true,  -",
        "none,        true,  -",
        "none,        false, reason-for-the-decision",
        "not-decided, false, safeguarding-referral-decision"
    })
    void domestic_abuse_ends_with_a_decided_referral(String decision, boolean reason, String missing) {
        var filling = Filling.of("salford", Kind.DOMESTIC_ABUSE)
                .with(Fact.DOMESTIC_ABUSE)
                .answer("referral-decision", decision)
                .theRest();
        if (!reason) {
            filling.leave("reason-for-decision");
        }

        assertThat(filling.findings())
                .extracting(Finding::code)
                .isEqualTo(missing.equals("-") ? List.of() : List.of(missing));
    }

    @Test
    void an_assessment_of_somebody_without_children_is_not_asked_for_a_childs_voice() {
        var alone = new Situation(Set.of(), List.of(), List.of(Filling.THEIR_MOTHER));

        assertThat(Filling.of("salford", Kind.COMPREHENSIVE).in(alone).theRest().findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"parental-needs, unborn-child", "pre-birth, due-date", "comprehensive, level-of-use"})
    void somebody_who_expects_a_first_child_can_be_assessed(String kind, String asked) {
        var expecting = new Situation(Set.of(Fact.PREGNANCY), List.of(), List.of(Filling.THEIR_MOTHER));
        var filling = Filling.of("hackney", kind(kind)).in(expecting).theRest();

        assertThat(filling.findings()).isEmpty();
        assertThat(filling.answers().typed()).containsKey(asked);
    }

    @Test
    void a_family_whose_children_are_not_on_record_is_not_complete() {
        var unnamed = new Situation(Set.of(Fact.CHILD_CARED_FOR), List.of(), List.of(Filling.THEIR_MOTHER));

        assertThat(Filling.of("joint-working", Kind.COMPREHENSIVE)
                        .in(unnamed)
                        .theRest()
                        .findings())
                .anySatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo("childs-voice");
                    assertThat(finding.reason()).contains("is everybody named");
                });
    }

    private static Answers kept(Filling filling) {
        Form form = filling.form();
        return HardRules.fitToKeep(filling.pack(), form, filling.answers(), filling.situation());
    }

    private static Kind kind(String word) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
