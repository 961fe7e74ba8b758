package uk.kinbridge.platform.web.problem;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * One documented kind of problem; its {@code type} in an answer is the relative URI {@code /problems/<slug>}. The
 * constants are what every service can answer; a service adds its own with a {@link ProblemCatalogue} bean.
 *
 * @param description what it means and what the caller can do, for the documentation page
 */
public record ProblemType(String slug, HttpStatus status, String title, String description) {

    public static final ProblemType INVALID_REQUEST = new ProblemType(
            "invalid-request",
            HttpStatus.BAD_REQUEST,
            "The request is not valid",
            "One or more fields or parameters are missing or wrong. 'errors' names each with a sentence. Nothing was"
                    + " saved; correct them and send the request again.");
    public static final ProblemType MALFORMED_JSON = new ProblemType(
            "malformed-json",
            HttpStatus.BAD_REQUEST,
            "The body cannot be read as JSON",
            "The body is empty, is not JSON, or has a value of the wrong kind. 'line', 'column' and 'errors' say where.");
    public static final ProblemType UNKNOWN_PROPERTY = new ProblemType(
            "unknown-property",
            HttpStatus.BAD_REQUEST,
            "The body has a property that is not known",
            "Unknown properties are refused rather than ignored, so that a misspelt one is never lost in silence.");
    public static final ProblemType BAD_CURSOR = new ProblemType(
            "bad-cursor",
            HttpStatus.BAD_REQUEST,
            "The cursor is not one of ours",
            "Cursors are opaque: use 'next' exactly as a page gave it, on the same list. Start again without a cursor.");
    public static final ProblemType IDEMPOTENCY_KEY_MISSING = new ProblemType(
            "idempotency-key-missing",
            HttpStatus.BAD_REQUEST,
            "The Idempotency-Key header is missing or not usable",
            "A creation needs an Idempotency-Key of 1 to 255 visible characters, a UUID for example, new for each thing"
                    + " to create and the same for each retry.");
    public static final ProblemType IDEMPOTENCY_KEY_REUSED = new ProblemType(
            "idempotency-key-reused",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The Idempotency-Key was used for another request",
            "The key came before with a different body. Use a new key for a new request; repeat a request unchanged.");
    public static final ProblemType IDEMPOTENCY_IN_FLIGHT = new ProblemType(
            "idempotency-in-flight",
            HttpStatus.CONFLICT,
            "The first request with this Idempotency-Key is still being handled",
            "Wait for the seconds in Retry-After and send the same request again to get its answer.");
    public static final ProblemType NOT_SIGNED_IN = new ProblemType(
            "not-signed-in",
            HttpStatus.UNAUTHORIZED,
            "Sign in first",
            "The request has no bearer token, or one that is expired or not meant for this service.");
    public static final ProblemType NOT_PERMITTED = new ProblemType(
            "not-permitted",
            HttpStatus.FORBIDDEN,
            "You may not do this",
            "You are signed in, but your role, your agency or your part in the case does not allow this. 'detail' says"
                    + " why; 'obligation', when there, names the rule of the local protocol.");
    public static final ProblemType NO_AGENCY = new ProblemType(
            "no-agency",
            HttpStatus.FORBIDDEN,
            "Your account belongs to no agency",
            "Everything here is done on behalf of an agency. Ask your agency's administrator to put your account into"
                    + " the agency's group, then sign in again.");
    public static final ProblemType NOT_FOUND = new ProblemType(
            "not-found",
            HttpStatus.NOT_FOUND,
            "Not found",
            "There is no such record or address, or it is not for you to know of it.");
    public static final ProblemType METHOD_NOT_ALLOWED = new ProblemType(
            "method-not-allowed",
            HttpStatus.METHOD_NOT_ALLOWED,
            "The method is not allowed here",
            "The address exists but does not answer this method; the Allow header names those that it does.");
    public static final ProblemType NOT_ACCEPTABLE = new ProblemType(
            "not-acceptable",
            HttpStatus.NOT_ACCEPTABLE,
            "No representation that you accept",
            "The Accept header asks for a media type that this address does not produce.");
    public static final ProblemType STALE = new ProblemType(
            "stale",
            HttpStatus.PRECONDITION_FAILED,
            "Somebody else has changed this since you read it",
            "The If-Match header does not match the present version. Nothing was saved; read it again and decide anew.");
    public static final ProblemType PAYLOAD_TOO_LARGE = new ProblemType(
            "too-large",
            HttpStatus.CONTENT_TOO_LARGE,
            "The request is too large",
            "The body or an uploaded file is larger than the service accepts. Nothing was saved.");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE = new ProblemType(
            "unsupported-media-type",
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "The body is of a type that is not accepted here",
            "The Content-Type is missing or not accepted here; the Accept header of the answer names those that are.");
    public static final ProblemType VERSION_REQUIRED = new ProblemType(
            "version-required",
            HttpStatus.PRECONDITION_REQUIRED,
            "Say which version you are changing",
            "Send the ETag that you last read in the If-Match header, so that nobody's change is overwritten unseen.");
    public static final ProblemType UNEXPECTED = new ProblemType(
            "unexpected",
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Something went wrong on our side",
            "A fault of the service. 'correlation' finds it in the logs; quote it when you report the fault.");
    public static final ProblemType UNAVAILABLE = new ProblemType(
            "unavailable",
            HttpStatus.SERVICE_UNAVAILABLE,
            "The service cannot work just now",
            "The database or the sign-in server does not answer. 'detail' says whether anything may have been saved,"
                    + " and whom to call when it cannot wait; otherwise try again after the seconds in Retry-After.");

    /** What every service can answer. */
    public static final List<ProblemType> COMMON = List.of(
            INVALID_REQUEST,
            MALFORMED_JSON,
            UNKNOWN_PROPERTY,
            BAD_CURSOR,
            IDEMPOTENCY_KEY_MISSING,
            IDEMPOTENCY_KEY_REUSED,
            IDEMPOTENCY_IN_FLIGHT,
            NOT_SIGNED_IN,
            NOT_PERMITTED,
            NO_AGENCY,
            NOT_FOUND,
            METHOD_NOT_ALLOWED,
            NOT_ACCEPTABLE,
            STALE,
            PAYLOAD_TOO_LARGE,
            UNSUPPORTED_MEDIA_TYPE,
            VERSION_REQUIRED,
            UNEXPECTED,
            UNAVAILABLE);

    /** The {@code type} member of an answer. */
    public URI uri() {
        return URI.create("/problems/" + slug);
    }
}
