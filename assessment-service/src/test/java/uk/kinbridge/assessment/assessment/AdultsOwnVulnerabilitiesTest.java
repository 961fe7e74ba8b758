package uk.kinbridge.assessment.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.assessment.AssessmentMother.MONDAY_TEN;
import static uk.kinbridge.assessment.assessment.AssessmentMother.rules;
import static uk.kinbridge.assessment.assessment.AssessmentMother.typed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.kinbridge.assessment.assessment.FamilyRecords.Sharing;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.pack.AssessmentRule.Kind;
import uk.kinbridge.protocols.pack.Recorded;

/** FAP-03: an adult's own vulnerabilities can be recorded on every form about an adult, and both workforces see them. */
class AdultsOwnVulnerabilitiesTest {

    private static final String SECTION = "adults-own-vulnerabilities";
    private static final String QUESTION = "own-vulnerabilities";
    private static final Caller TREATMENT = worker("p-amy", "portsmouth-recovery-hub");
    private static final Caller CHILDRENS = worker("p-ben", "portsmouth-childrens-services");

    private final Rules rules = rules("family-approach", Kind.COMPREHENSIVE);

    @ParameterizedTest
    @EnumSource(
            names = {"COMPREHENSIVE", "PARENTAL_NEEDS", "CHILD_AND_FAMILY", "PRE_BIRTH", "YOUNG_CARER", "ADULT_CARE"})
    void every_form_asks_for_each_of_them(Kind kind) {
        var asked = rules("family-approach", kind).form().recording(Recorded.ADULT_VULNERABILITIES);

        assertThat(asked)
                .singleElement()
                .satisfies(question -> assertThat(question.answer().offered())
                        .extracting(option -> option.words().toLowerCase(java.util.Locale.UK))
                        .hasSizeGreaterThanOrEqualTo(10)
                        .anyMatch(words -> words.contains("alone") || words.contains("isolat"))
                        .anyMatch(words -> words.contains("neglect"))
                        .anyMatch(words -> words.contains("exploit")));
    }

    @Test
    void the_other_workforce_sees_them_without_a_decision_and_nothing_else_of_that_section_or_others() {
        var offered = rules.form()
                .recording(Recorded.ADULT_VULNERABILITIES)
                .getFirst()
                .answer()
                .offered();
        var vulnerable = List.of(offered.get(1).id().value());
        var written = typed(
                typed(begun(), SECTION, Map.of(QUESTION, vulnerable), TREATMENT, rules),
                "strengths-and-wishes",
                Map.of("strengths", "Honest."),
                TREATMENT,
                rules);

        var shown = Shown.of(written, written.parts(), CHILDRENS, new Sharing.Decided(List.of()), rules);

        assertThat(shown.parts())
                .filteredOn(part -> part.section().equals(SECTION))
                .singleElement()
                .satisfies(part -> assertThat(part.answers().typed()).containsEntry(QUESTION, vulnerable));
        assertThat(shown.parts())
                .filteredOn(part -> !part.section().equals(SECTION))
                .allMatch(part -> part.answers().isEmpty());
    }

    private Assessment begun() {
        return BeginAssessment.begun(
                        "a-1",
                        "A-1",
                        new BeginAssessment.Request(
                                "family-approach", Kind.COMPREHENSIVE, "f-1", "m-1", null, List.of()),
                        AssessmentMother.family(),
                        Actor.of(TREATMENT),
                        rules,
                        MONDAY_TEN)
                .next();
    }

    private static Caller worker(String person, String agency) {
        return new Caller(person, person, person, agency, Set.of(), Set.of(Role.PRACTITIONER));
    }
}
