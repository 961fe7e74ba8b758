package uk.kinbridge.platform.web.problem;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import uk.kinbridge.platform.web.problem.Problem.FieldError;

/** Where and why a body could not be read, without showing how it is read. */
final class JsonFaults {

    private JsonFaults() {}

    static Problem in(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown ->
                at(
                        unknown,
                        Problem.of(
                                        ProblemType.UNKNOWN_PROPERTY,
                                        "Nothing was saved. Remove the property or correct its name.")
                                .errors(List.of(new FieldError(path(unknown), known(unknown)))));
            // a record that refuses its values in its constructor: its message is written for the caller
            case ValueInstantiationException refused
            when refused.getCause() instanceof IllegalArgumentException why && why.getMessage() != null ->
                RequestFaults.invalid(List.of(new FieldError(path(refused), why.getMessage())));
            case MismatchedInputException mismatched ->
                at(
                        mismatched,
                        malformed("A value is missing or of the wrong kind.")
                                .errors(List.of(new FieldError(path(mismatched), expected(mismatched)))));
            case JacksonException broken -> at(broken, malformed("The text breaks off or breaks JSON's rules."));
            case null, default -> malformed("The body is missing or cannot be read.");
        };
    }

    private static Problem malformed(String what) {
        return Problem.of(ProblemType.MALFORMED_JSON, what + " Nothing was saved.");
    }

    private static Problem at(JacksonException fault, Problem problem) {
        TokenStreamLocation place = fault.getLocation();
        return place == null || place.getLineNr() < 1
                ? problem
                : problem.with("line", place.getLineNr()).with("column", place.getColumnNr());
    }

    private static String known(UnrecognizedPropertyException unknown) {
        @Nullable Collection<Object> known = unknown.getKnownPropertyIds();
        return known == null || known.isEmpty()
                ? "is not known here"
                : "is not known here; known are "
                        + known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String expected(MismatchedInputException mismatched) {
        @Nullable Class<?> type = mismatched.getTargetType();
        if (type != null && type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        String kind = type == null ? "value" : type.getSimpleName();
        return mismatched instanceof InvalidFormatException ? "is not a valid " + kind : "must be a " + kind;
    }

    private static String path(JacksonException fault) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : fault.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }
}
