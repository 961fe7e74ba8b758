package uk.kinbridge.platform.web.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import uk.kinbridge.platform.security.AccessDecision;

/**
 * A refusal or failure on its way to the caller. A controller maps each case of a sealed outcome to one of these in an
 * exhaustive {@code switch} and answers its {@link #response()}.
 *
 * @param detail a sentence for the person who reads it: what happened to this request and what to do
 * @param members extension members, in order
 */
public record Problem(ProblemType type, String detail, Map<String, Object> members, Map<String, String> headers) {

    static final String OBLIGATION = "obligation";
    static final String ERRORS = "errors";

    public Problem {
        members = Map.copyOf(members);
        headers = Map.copyOf(headers);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, Map.of(), Map.of());
    }

    /** The answer to a refused access rule; a concealed record gives the same answer as one that does not exist. */
    public static Problem of(AccessDecision.Refused refused) {
        return switch (refused) {
            case AccessDecision.Denied(String why, @Nullable String obligation) -> {
                Problem denied = of(ProblemType.NOT_PERMITTED, why);
                yield obligation == null ? denied : denied.obligation(obligation);
            }
            case AccessDecision.Concealed() -> notFound();
        };
    }

    /** The one answer for what does not exist and for what the caller must not know of. */
    public static Problem notFound() {
        return of(ProblemType.NOT_FOUND, "There is nothing at this address for you.");
    }

    /** Names the obligation of the local protocol that is the reason. */
    public Problem obligation(String id) {
        return with(OBLIGATION, id);
    }

    /** Names the fields that are wrong. */
    public Problem errors(List<FieldError> errors) {
        return with(ERRORS, errors);
    }

    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(type, detail, more, headers);
    }

    public Problem header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(type, detail, members, more);
    }

    public ProblemDetail body() {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(type.status(), detail);
        body.setType(type.uri());
        body.setTitle(type.title());
        members.forEach(body::setProperty);
        return body;
    }

    /** Generic so that a controller method of any body type can answer it. */
    @SuppressWarnings("unchecked")
    public <T> ResponseEntity<T> response() {
        HttpHeaders answer = new HttpHeaders();
        // Said here, because what the operation produces otherwise, such as a calendar, cannot hold a problem.
        answer.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.forEach(answer::set);
        return (ResponseEntity<T>) new ResponseEntity<>(body(), answer, type.status());
    }

    /** For the web adapter only, where an answer by value cannot be given (argument resolvers, filters). */
    public ProblemException exception() {
        return new ProblemException(this);
    }

    /** A field that is wrong, and why; {@code field} is its path in the body or the name of the parameter. */
    public record FieldError(String field, String detail) {}
}
