package uk.kinbridge.platform.web.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import uk.kinbridge.platform.web.problem.Problem.FieldError;

/** What is wrong with a request, told from the exceptions that the framework refuses it with. */
final class RequestFaults {

    private static final String CORRECT_AND_RESEND =
            "Nothing was saved. Correct what 'errors' names and send it again.";

    private RequestFaults() {}

    /** Empty when the exception does not blame the request. */
    static Optional<Problem> in(Throwable thrown) {
        return switch (thrown) {
            case ProblemException ours -> Optional.of(ours.problem());
            case HttpMessageNotReadableException unreadable -> Optional.of(JsonFaults.in(unreadable));
            case MethodArgumentNotValidException invalid -> Optional.of(invalid(fields(invalid.getBindingResult())));
            case HandlerMethodValidationException invalid ->
                invalid.isForReturnValue() ? Optional.empty() : Optional.of(invalid(parameters(invalid)));
            case MissingServletRequestParameterException missing ->
                Optional.of(invalid(missing.getParameterName(), "is missing"));
            case MissingRequestHeaderException missing ->
                Optional.of(invalid(missing.getHeaderName(), "this header is missing"));
            case MissingServletRequestPartException missing ->
                Optional.of(invalid(missing.getRequestPartName(), "this part is missing"));
            case MethodArgumentTypeMismatchException mismatch ->
                Optional.of(invalid(mismatch.getName(), expected(mismatch)));
            case MaxUploadSizeExceededException large -> Optional.of(tooLarge());
            case MultipartException unreadable -> Optional.of(invalid("body", "its parts cannot be read"));
            case ErrorResponse other
            when other.getStatusCode().is4xxClientError() -> Optional.of(ofStatus(other.getStatusCode()));
            default -> Optional.empty();
        };
    }

    static Problem tooLarge() {
        return Problem.of(
                ProblemType.PAYLOAD_TOO_LARGE,
                "The body or one of its files is larger than the service accepts. Nothing was saved.");
    }

    static Problem invalid(List<FieldError> errors) {
        return Problem.of(ProblemType.INVALID_REQUEST, CORRECT_AND_RESEND).errors(errors);
    }

    /** The common problem for a status that the framework chose. */
    static Problem ofStatus(HttpStatusCode status) {
        return ProblemType.COMMON.stream()
                .filter(type -> type.status().isSameCodeAs(status))
                .findFirst()
                .filter(type -> !type.equals(ProblemType.INVALID_REQUEST))
                .map(type ->
                        type.equals(ProblemType.NOT_FOUND) ? Problem.notFound() : Problem.of(type, type.description()))
                .orElseGet(() -> Problem.of(ProblemType.INVALID_REQUEST, "The request cannot be understood."));
    }

    private static Problem invalid(String field, String detail) {
        return invalid(List.of(new FieldError(field, detail)));
    }

    private static List<FieldError> fields(BindingResult result) {
        return errors(result.getAllErrors()).toList();
    }

    private static List<FieldError> parameters(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(result -> result instanceof ParameterErrors bean
                        ? errors(bean.getAllErrors())
                        : result.getResolvableErrors().stream()
                                .map(error -> new FieldError(parameter(result), sentence(error))))
                .toList();
    }

    private static Stream<FieldError> errors(List<ObjectError> errors) {
        return errors.stream()
                .map(error -> new FieldError(
                        error instanceof org.springframework.validation.FieldError field ? field.getField() : "body",
                        sentence(error)));
    }

    private static String parameter(ParameterValidationResult result) {
        String name = result.getMethodParameter().getParameterName();
        return name == null ? "parameter" : name;
    }

    private static String sentence(MessageSourceResolvable error) {
        String message = error.getDefaultMessage();
        return message == null ? "is not valid" : message;
    }

    private static String expected(TypeMismatchException mismatch) {
        @Nullable Class<?> type = mismatch.getRequiredType();
        if (type != null && type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return type == null ? "is of the wrong kind" : "is not a valid " + type.getSimpleName();
    }
}
