package uk.kinbridge.protocols.answering;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.assessing.Answers;
import uk.kinbridge.protocols.assessing.Finding;
import uk.kinbridge.protocols.assessing.Finding.Stands;
import uk.kinbridge.protocols.assessing.HardRules;
import uk.kinbridge.protocols.assessing.Interview;
import uk.kinbridge.protocols.assessing.Situation;
import uk.kinbridge.protocols.pack.AnswerType;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Option;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Question;
import uk.kinbridge.protocols.pack.Recorded;

/** What is wrong with answers, each with its question, the reason in plain words and the obligation. */
public final class AnswerCheck {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private static final String NOBODY = "";

    private AnswerCheck() {}

    /** What cannot be read as its question asks for; a draft may leave anything open. */
    public static List<Finding> ofDraft(Form form, Answers answers, Situation situation) {
        return against(FormSchema.ofDraft(form, situation), form, answers);
    }

    /** Everything that stands against completing it: unreadable, unanswered, or against a rule that always holds. */
    public static List<Finding> ofComplete(Pack pack, Form form, Answers answers, Situation situation) {
        Interview interview = Interview.of(form, answers, situation);
        List<Finding> found = new ArrayList<>(HardRules.check(pack, form, answers, situation));
        Set<List<String>> said = found.stream().map(AnswerCheck::place).collect(toSet());
        found.forEach(finding -> said.add(List.of(String.valueOf(finding.question()), NOBODY)));
        // a rule knows better why something is missing, and under which clause of the area
        against(FormSchema.ofComplete(interview, situation), form, answers).stream()
                .filter(finding -> finding.question() == null || !said.contains(place(finding)))
                .forEach(found::add);
        return List.copyOf(found);
    }

    private static List<String> place(Finding finding) {
        return List.of(String.valueOf(finding.question()), finding.about() == null ? NOBODY : finding.about());
    }

    private static List<Finding> against(ObjectNode schema, Form form, Answers answers) {
        return SCHEMAS.getSchema(schema, STRICT).validate(node(answers.typed())).stream()
                .map(message -> finding(message, form))
                .distinct()
                .toList();
    }

    private static Finding finding(ValidationMessage message, Form form) {
        List<String> path = path(message);
        if (path.isEmpty()) {
            return new Finding(
                    null,
                    null,
                    Stands.AGAINST_THE_ANSWER,
                    "unknown-question",
                    message.getMessage(),
                    form.obligations());
        }
        var question = form.questions()
                .filter(asked -> asked.id().value().equals(path.getFirst()))
                .findFirst();
        if (question.isEmpty()) {
            return new Finding(
                    null,
                    null,
                    Stands.AGAINST_THE_ANSWER,
                    "unknown-question",
                    "The form %s has no question '%s'; what was typed is kept, but it answers nothing."
                            .formatted(form.reference(), path.getFirst()),
                    form.obligations());
        }
        boolean each = form.sectionOf(question.get().id()).orElseThrow().each() != null;
        boolean missing = message.getType().equals("required");
        return new Finding(
                question.get().id(),
                each && path.size() > 1 ? path.get(1) : null,
                missing ? Stands.AGAINST_COMPLETION : Stands.AGAINST_THE_ANSWER,
                missing ? "unanswered" : message.getType(),
                reason(message, question.get(), each && path.size() == 1),
                obligations(question.get(), form));
    }

    private static List<String> path(ValidationMessage message) {
        List<String> path = new ArrayList<>();
        var location = message.getInstanceLocation();
        for (int i = 0; i < location.getNameCount(); i++) {
            path.add(location.getName(i));
        }
        if (message.getProperty() != null) {
            path.add(message.getProperty());
        }
        return path;
    }

    private static List<ObligationId> obligations(Question question, Form form) {
        return question.obligations().isEmpty()
                ? form.sectionOf(question.id()).orElseThrow().obligations()
                : question.obligations();
    }

    private static String reason(ValidationMessage message, Question question, boolean wholeEach) {
        if (message.getType().equals("required")) {
            return "'%s' has to be answered before the assessment is complete.".formatted(question.asks());
        }
        if (wholeEach) {
            return "'%s' is asked for each person: answer it under the person's id.".formatted(question.asks());
        }
        String wanted = "'%s' %s".formatted(question.asks(), wanted(question.answer()));
        return question.records().contains(Recorded.PROTECTIVE_FACTORS)
                ? wanted + " A child never counts as protection for an adult."
                : wanted;
    }

    private static String wanted(AnswerType type) {
        return switch (type) {
            case AnswerType.Text _ -> "is answered in words.";
            case AnswerType.YesNo _ -> "is answered with yes or no.";
            case AnswerType.Date _ -> "is answered with a date, written like 2026-04-01.";
            case AnswerType.Count _ -> "is answered with a whole number from 0.";
            case AnswerType.Choice(List<Option> options) ->
                "is answered with one of these: %s.".formatted(words(options));
            case AnswerType.Choices(List<Option> options) ->
                "is answered with one or more of these, each once: %s.".formatted(words(options));
            case AnswerType.Measure measure -> measured(measure);
            case AnswerType.Scale scale ->
                "is answered with a whole number from %d (%s) to %d (%s)."
                        .formatted(scale.from(), scale.low(), scale.to(), scale.high());
            case AnswerType.Members(var among) ->
                switch (among) {
                    case ADULTS -> "is answered with adults of the family's record.";
                    case CHILDREN -> "is answered with children of the family's record.";
                    case ANYBODY -> "is answered with people of the family's record.";
                };
        };
    }

    private static String measured(AnswerType.Measure measure) {
        String decimals = measure.decimals() == null || measure.decimals() == 0
                ? "a whole number"
                : "a number with up to %d digits after the point".formatted(measure.decimals());
        return "is answered with %s in %s%s%s."
                .formatted(decimals, measure.unit(), end(" from ", measure.from()), end(" up to ", measure.to()));
    }

    private static String end(String words, @Nullable Integer figure) {
        return figure == null ? "" : words + figure;
    }

    private static String words(List<Option> options) {
        return options.stream().map(option -> option.id().value()).collect(joining(", "));
    }

    /** Whole figures as integers, whatever their notation: 3.0 children are three children. */
    private static JsonNode node(Object value) {
        var json = JsonNodeFactory.instance;
        return switch (value) {
            case Map<?, ?> map -> {
                ObjectNode object = json.objectNode();
                map.forEach((key, inner) -> object.set(String.valueOf(key), node(inner)));
                yield object;
            }
            case List<?> list -> {
                ArrayNode array = json.arrayNode();
                list.forEach(inner -> array.add(node(inner)));
                yield array;
            }
            case Boolean flag -> json.booleanNode(flag);
            case BigDecimal figure ->
                figure.stripTrailingZeros().scale() <= 0
                        ? json.numberNode(figure.toBigInteger())
                        : json.numberNode(figure);
            default -> json.textNode(value.toString());
        };
    }
}
