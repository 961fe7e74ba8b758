package uk.kinbridge.protocols.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.SharingRule;

/** Each sharing rule of each pack has a case in which it speaks and is cited. */
class EveryPacksSharingRulesTest {

    private static final List<String> CASES = List.of(
            "child=harm",
            "child=harm risk",
            "child=lower",
            "child=lower consent=given",
            "danger",
            "same-agency",
            "adult=at-risk",
            "adult=at-risk able=found-wanting",
            "adult=unmet-needs",
            "able=found-wanting",
            "law=on child=lower",
            "consent=given fact=open-to-treatment fact=child-cared-for",
            "fact=known-to-childrens-social-care");

    static Stream<Arguments> rules() {
        return Packs.shipped().all().stream()
                .flatMap(pack -> pack.practice().sharing().stream()
                        .map(rule -> Arguments.of(pack.pack().value(), rule.id().value(), rule)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rules")
    void speaks_and_is_cited(String pack, String id, SharingRule rule) {
        assertThat(CASES)
                .filteredOn(
                        words -> rule.when().holds(Asked.of(words).question().facts(law(words))))
                .as("a case for " + id)
                .isNotEmpty()
                .allSatisfy(words -> {
                    var grounds = Asked.of(words).under(pack).grounds();
                    assertThat(grounds.obligations()).containsAll(rule.obligations());
                    assertThat(grounds.words()).anyMatch(sentence -> sentence.startsWith(rule.words()));
                });
    }

    private static Law law(String words) {
        return words.contains("law=") ? Asked.DUTY : Law.WITHOUT_DUTY;
    }

    @org.junit.jupiter.api.Test
    void what_the_question_answers_itself_cannot_be_slipped_in_as_a_fact() {
        var facts = Asked.of("consent=refused fact=consent-given fact=same-agency")
                .question()
                .facts(Law.WITHOUT_DUTY);

        assertThat(facts).contains(Fact.CONSENT_REFUSED).doesNotContain(Fact.CONSENT_GIVEN, Fact.SAME_AGENCY);
        assertThat(EnumSet.copyOf(Set.of(Fact.CONSENT_REFUSED))).isSubsetOf(facts);
    }
}
