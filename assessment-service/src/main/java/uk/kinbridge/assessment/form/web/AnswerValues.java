package uk.kinbridge.assessment.form.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.protocols.assessing.Answer;
import uk.kinbridge.protocols.assessing.Answers;
import uk.kinbridge.protocols.pack.AnswerType;
import uk.kinbridge.protocols.pack.Form;
import uk.kinbridge.protocols.pack.Option;
import uk.kinbridge.protocols.pack.Question;

/** One answer as values of FHIR, and back. */
final class AnswerValues {

    private static final String MEMBERS = Said.OURS + "identifier/family-member";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private AnswerValues() {}

    /** Empty when it is not what the question asks for, or FHIR could not carry it to the letter. */
    static Optional<List<Type>> of(Form form, Question question, Object typed) {
        return Answer.read(question.answer(), typed)
                .flatMap(answer -> values(form, question, answer))
                .filter(values ->
                        new Answers(Map.of("one", typed)).equals(new Answers(Map.of("one", typed(question, values)))));
    }

    private static Optional<List<Type>> values(Form form, Question question, Answer answer) {
        return switch (answer) {
            case Answer.Words(String text) ->
                isPlain(text) ? Optional.of(List.of(new StringType(text))) : Optional.empty();
            case Answer.YesOrNo(boolean yes) -> Optional.of(List.of(new BooleanType(yes)));
            case Answer.Day(LocalDate day) -> Optional.of(List.of(new DateType(day.toString())));
            case Answer.Figure(BigDecimal figure) -> figure(question.answer(), figure);
            case Answer.Chosen(var ids) ->
                Optional.of(ids.stream().map(id -> coding(form, question, id)).toList());
            case Answer.Named(var people) ->
                Optional.of(people.stream().map(AnswerValues::member).toList());
        };
    }

    /** FHIR has no control characters in its texts, and takes space at the ends for an accident. */
    private static boolean isPlain(String text) {
        return text.equals(text.strip())
                && text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')
                && text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static Optional<List<Type>> figure(AnswerType type, BigDecimal figure) {
        if (type instanceof AnswerType.Measure measure) {
            return Optional.of(List.of(new Quantity().setValue(figure).setUnit(measure.unit())));
        }
        try {
            return Optional.of(List.of(new IntegerType(figure.intValueExact())));
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    private static Type coding(Form form, Question question, String id) {
        String display = question.answer().option(id).map(Option::words).orElse(null);
        return new Coding(Written.options(form, question), id, display);
    }

    private static Type member(String id) {
        return new Reference().setIdentifier(new Identifier().setSystem(MEMBERS).setValue(id));
    }

    /** The plain value that somebody would have typed. */
    static Object typed(Question question, List<Type> values) {
        List<Object> plain = values.stream().map(AnswerValues::plain).toList();
        boolean several =
                question.answer() instanceof AnswerType.Choices || question.answer() instanceof AnswerType.Members;
        return several || plain.size() != 1 ? plain : plain.getFirst();
    }

    private static Object plain(Type value) {
        return switch (value) {
            case BooleanType yes -> yes.booleanValue();
            case IntegerType whole -> new BigDecimal(whole.getValue());
            case Quantity measured -> measured.getValue();
            case Coding chosen -> chosen.getCode();
            case Reference person -> person.getIdentifier().getValue();
            default -> Objects.requireNonNull(value.primitiveValue(), value.fhirType());
        };
    }

    static String json(Object typed) {
        return JSON.writeValueAsString(typed);
    }

    static Object read(String json) {
        return JSON.readValue(json, Object.class);
    }
}
