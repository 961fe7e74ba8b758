package uk.kinbridge.assessment.assessment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.kinbridge.assessment.assessment.FamilyRecords.Let;
import uk.kinbridge.assessment.assessment.FamilyRecords.Sharing;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.assessing.Answers;
import uk.kinbridge.protocols.assessing.HardRules;
import uk.kinbridge.protocols.pack.Recorded;
import uk.kinbridge.protocols.sharing.FieldGroup;

/**
 * What one reader sees of the others' part: their own agency's sections whole; of another agency's what its decision on
 * sharing lets through; without one, that there is a section and who holds it (JWP-03, SAL-16). An adult's own
 * vulnerabilities are seen by both workforces (FAP-03). A test result is never shown alone (SAL-18).
 *
 * @param why what is said to the reader about what is missing; empty when they see all
 */
public record Shown(List<Part> parts, List<String> outlined, String why) {

    static final String UNREACHABLE =
            "Decisions on sharing could not be asked just now, so no more than the minimum necessary is shown.";
    static final String NOT_DECIDED =
            "The agency that holds these sections has not decided to share them with yours. Ask it.";

    public Shown {
        parts = List.copyOf(parts);
        outlined = List.copyOf(outlined);
    }

    /** What the caller sees of these parts. */
    public static Shown of(Assessment a, List<Part> parts, Caller caller, Sharing sharing, Rules rules) {
        var shown = parts.stream()
                .map(part -> seen(a, part, caller, sharing, rules))
                .toList();
        var outlined = shown.stream()
                .filter(part -> parts.stream()
                        .anyMatch(whole -> whole.section().equals(part.section()) && !whole.holdsAsMuchAs(part)))
                .map(Part::section)
                .toList();
        var why = outlined.isEmpty() ? "" : sharing instanceof Sharing.Unreachable ? UNREACHABLE : NOT_DECIDED;
        return new Shown(shown, outlined, why);
    }

    private static Part seen(Assessment a, Part part, Caller caller, Sharing sharing, Rules rules) {
        var fit = HardRules.fitToKeep(
                        rules.pack(), rules.form(), a.answers(), a.family().situation())
                .only(part.answers().typed().keySet());
        if (caller.worksFor(part.agency())) {
            return with(part, fit, true);
        }
        var about = let(part.agency(), caller, sharing);
        return about.contains(a.person())
                ? with(part, people(fit, about), true)
                : with(part, people(bothSee(fit, rules), about), false);
    }

    /** The people of whom the owner of a section lets this reader see assessments. */
    private static Set<String> let(String owner, Caller caller, Sharing sharing) {
        return switch (sharing) {
            case Sharing.Unreachable _ -> Set.of();
            case Sharing.Decided(List<Let> lets) ->
                lets.stream()
                        .filter(let -> let.from().equals(owner) && let.to().equals(caller.agency()))
                        .filter(let -> let.fields().contains(FieldGroup.ASSESSMENT))
                        .map(Let::person)
                        .collect(Collectors.toSet());
        };
    }

    /** In what is asked for each person only those whom the decision names. */
    private static Answers people(Answers answers, Set<String> about) {
        var left = new LinkedHashMap<String, Object>();
        answers.typed().forEach((question, typed) -> {
            if (typed instanceof Map<?, ?> each) {
                var some = new LinkedHashMap<Object, Object>(each);
                some.keySet().removeIf(person -> !about.contains(String.valueOf(person)));
                if (!some.isEmpty()) {
                    left.put(question, some);
                }
            } else {
                left.put(question, typed);
            }
        });
        return new Answers(left);
    }

    private static Answers bothSee(Answers answers, Rules rules) {
        return answers.only(rules.form().recording(Recorded.ADULT_VULNERABILITIES).stream()
                .map(question -> question.id().value())
                .collect(Collectors.toSet()));
    }

    private static Part with(Part part, Answers answers, boolean documents) {
        return new Part(
                part.section(),
                part.agency(),
                part.version(),
                answers,
                documents ? part.attachments() : List.of(),
                part.by(),
                part.at());
    }
}
