package uk.kinbridge.protocols.assessing;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.kinbridge.protocols.assessing.Finding.Stands;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Recorded;

/**
 * The rules that no assessment gets around, in any area. Each says which question it is about, why, and under which
 * obligation of the area's own protocol.
 */
public final class HardRules {

    private static final List<Rule> RULES = List.of(
            new ProtocolIsAnswered(),
            new ChildIsHeard(),
            new ChildNeverProtects(),
            new TestNeverAlone(),
            new SupportIsNoInability(),
            new YoungCarersAreAskedAbout(),
            new AbuseIsDecidedOn(),
            new PersonIsInIt());

    private HardRules() {}

    /** One rule; an empty answer means that it is kept. */
    interface Rule {

        Stream<Finding> look(Look look);
    }

    /** Everything that stands against completing the assessment, or against keeping it as it is. */
    public static List<Finding> check(Pack pack, Form form, Answers answers, Situation situation) {
        return check(pack, Interview.of(form, answers, situation), situation);
    }

    /** Two rules may miss the same thing; the one that stands against more is heard. */
    static List<Finding> check(Pack pack, Interview interview, Situation situation) {
        var look = new Look(pack, interview, situation);
        Set<Object> said = new HashSet<>();
        return RULES.stream()
                .flatMap(rule -> rule.look(look))
                .sorted(Comparator.comparing(Finding::stands).reversed())
                .filter(finding -> said.add(
                        List.of(String.valueOf(finding.question()), String.valueOf(finding.about()), finding.code())))
                .toList();
    }

    /**
     * What may be stored, shown, exported and shared: everything that was typed, but for the result of a test that has
     * no account of the recovery coordinator and no stated limits beside it (SAL-18).
     */
    public static Answers fitToKeep(Pack pack, Form form, Answers answers, Situation situation) {
        boolean alone = new TestNeverAlone()
                .look(new Look(pack, Interview.of(form, answers, situation), situation))
                .anyMatch(finding -> finding.stands() == Stands.AGAINST_KEEPING);
        if (!alone) {
            return answers;
        }
        return answers.without(form.recording(Recorded.TEST_RESULT).stream()
                .map(question -> question.id().value())
                .collect(Collectors.toSet()));
    }
}
