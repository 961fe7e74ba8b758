package uk.kinbridge.protocols.answering;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.assessing.Asked;
import uk.kinbridge.protocols.assessing.Interview;
import uk.kinbridge.protocols.assessing.Situation;
import uk.kinbridge.protocols.pack.AnswerType;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.FormSection;
import uk.kinbridge.protocols.pack.Question;

/** JSON Schema (2020-12) of the answers to a form: of any draft, or of what is complete in one situation. */
public final class FormSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SOMETHING = "\\S";

    private final @Nullable Situation situation;

    private FormSchema(@Nullable Situation situation) {
        this.situation = situation;
    }

    /** What any draft of it looks like, whoever the family is; for those who build on the API. */
    public static String of(Form form) {
        return new FormSchema(null).draft(form).toPrettyString();
    }

    static ObjectNode ofDraft(Form form, Situation situation) {
        return new FormSchema(situation).draft(form);
    }

    static ObjectNode ofComplete(Interview interview, Situation situation) {
        ObjectNode schema = new FormSchema(situation).draft(interview.form());
        List<Asked> owed =
                interview.asked().stream().filter(interview::isRequired).toList();
        require(schema, owed, asked -> true);
        for (String question : each(owed)) {
            ObjectNode people = (ObjectNode) schema.get("properties").get(question);
            ArrayNode required = people.putArray("required");
            owed.stream()
                    .filter(asked -> asked.about() != null && isFor(asked, question))
                    .forEach(asked -> required.add(asked.about()));
        }
        return schema;
    }

    private static void require(ObjectNode schema, List<Asked> owed, Predicate<Asked> which) {
        ArrayNode required = schema.putArray("required");
        owed.stream()
                .filter(which)
                .map(asked -> asked.question().id().value())
                .distinct()
                .forEach(required::add);
    }

    private static List<String> each(Collection<Asked> owed) {
        return owed.stream()
                .filter(asked -> asked.about() != null)
                .map(asked -> asked.question().id().value())
                .distinct()
                .toList();
    }

    private static boolean isFor(Asked asked, String question) {
        return asked.question().id().value().equals(question);
    }

    private ObjectNode draft(Form form) {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "%s (%s)".formatted(form.title(), form.reference()));
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (FormSection section : form.sections()) {
            for (Question question : section.questions()) {
                properties.set(question.id().value(), property(section, question));
            }
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private ObjectNode property(FormSection section, Question question) {
        ObjectNode one = type(question.answer());
        one.put("title", question.asks());
        if (question.help() != null) {
            one.put("description", question.help());
        }
        if (section.each() == null) {
            return one;
        }
        ObjectNode people = JSON.objectNode();
        people.put("title", question.asks());
        people.put("type", "object");
        people.set("additionalProperties", one);
        return people;
    }

    private ObjectNode type(AnswerType type) {
        ObjectNode schema = JSON.objectNode();
        switch (type) {
            case AnswerType.Text _ -> schema.put("type", "string").put("pattern", SOMETHING);
            case AnswerType.YesNo _ -> schema.put("type", "boolean");
            case AnswerType.Date _ -> schema.put("type", "string").put("format", "date");
            case AnswerType.Count _ -> schema.put("type", "integer").put("minimum", 0);
            case AnswerType.Choice choice -> {
                schema.put("type", "string");
                options(schema, ids(choice));
            }
            case AnswerType.Choices choices -> options(list(schema), ids(choices));
            case AnswerType.Measure measure -> measure(schema, measure);
            case AnswerType.Scale scale ->
                schema.put("type", "integer").put("minimum", scale.from()).put("maximum", scale.to());
            case AnswerType.Members members -> members(list(schema), members.among());
        }
        return schema;
    }

    private static void measure(ObjectNode schema, AnswerType.Measure measure) {
        schema.put("type", "number");
        if (measure.from() != null) {
            schema.put("minimum", measure.from());
        }
        if (measure.to() != null) {
            schema.put("maximum", measure.to());
        }
        schema.put(
                "multipleOf", BigDecimal.ONE.scaleByPowerOfTen(measure.decimals() == null ? 0 : -measure.decimals()));
    }

    private static ObjectNode list(ObjectNode schema) {
        schema.put("type", "array").put("minItems", 1).put("uniqueItems", true);
        return schema.putObject("items").put("type", "string");
    }

    private void members(ObjectNode items, AnswerType.Among among) {
        if (situation == null) {
            return;
        }
        ArrayNode known = items.putArray("enum");
        if (among != AnswerType.Among.CHILDREN) {
            situation.adults().forEach(known::add);
        }
        if (among != AnswerType.Among.ADULTS) {
            situation.children().forEach(known::add);
        }
    }

    private static void options(ObjectNode schema, List<String> ids) {
        ArrayNode known = schema.putArray("enum");
        ids.forEach(known::add);
    }

    private static List<String> ids(AnswerType type) {
        return type.offered().stream().map(option -> option.id().value()).toList();
    }
}
