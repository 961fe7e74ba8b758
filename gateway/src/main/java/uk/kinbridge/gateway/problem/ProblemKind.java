package uk.kinbridge.gateway.problem;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/** The kinds of problem (RFC 9457) that the gateway itself answers with; slugs shared with the services mean the same. */
public enum ProblemKind {
    MALFORMED_REQUEST(
            HttpStatus.BAD_REQUEST,
            "malformed-request",
            "The request cannot be understood",
            "The request is not valid HTTP, its address holds characters that are not allowed, or its headers are larger"
                    + " together than the gateway reads."),
    NOT_SIGNED_IN(
            HttpStatus.UNAUTHORIZED,
            "not-signed-in",
            "Sign in first",
            "The request has neither a signed-in session nor a bearer token that is valid now."),
    CSRF_TOKEN_MISSING(
            HttpStatus.FORBIDDEN,
            "csrf-token-missing",
            "The cross-site token is missing or wrong",
            "A change made with a browser session must carry the value of the cookie XSRF-TOKEN in the header"
                    + " X-XSRF-TOKEN. GET /session sets the cookie."),
    NOT_PERMITTED(
            HttpStatus.FORBIDDEN,
            "not-permitted",
            "You may not do this",
            "You are signed in, but this is not open to you."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "not-found", "Not found", "No service answers at this address."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "method-not-allowed",
            "The method is not allowed here",
            "The address exists but does not answer this method; the Allow header names those that it does."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "not-acceptable",
            "No representation that you accept",
            "The Accept header asks for a media type that this address does not produce."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "unsupported-media-type",
            "The body is of a type that is not accepted here",
            "The Content-Type is missing or not accepted here."),
    TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            "too-large",
            "The request is too large",
            "The body is larger than the gateway lets in: 12 MB for documents, 1 MB for everything else unless the"
                    + " operator has set other limits. Nothing was saved."),
    TOO_MANY_REQUESTS(
            HttpStatus.TOO_MANY_REQUESTS,
            "too-many-requests",
            "Too many requests",
            "This person or program has sent more requests than its share. Nothing was done with this one; send it"
                    + " again after the seconds in Retry-After."),
    UNEXPECTED(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "unexpected",
            "Something went wrong on our side",
            "A fault of the gateway. 'correlation' finds it in the logs; quote it when you report the fault."),
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "unavailable",
            "The service cannot work just now",
            "What is needed for this does not answer. 'detail' says whether anything may have been saved, and whom to"
                    + " call when it cannot wait; otherwise try again after the seconds in Retry-After."),
    OUTCOME_UNKNOWN(
            HttpStatus.GATEWAY_TIMEOUT,
            "outcome-unknown",
            "It is not known whether this was done",
            "The request reached the service, but no answer came back in time, so it may or may not have been done. Look"
                    + " before you repeat it; a repeated creation with the same Idempotency-Key is done only once.");

    private final HttpStatus status;
    private final String slug;
    private final String title;
    private final String description;

    ProblemKind(HttpStatus status, String slug, String title, String description) {
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.description = description;
    }

    public URI type() {
        return URI.create("/problems/" + slug);
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    /** The kind that goes with a bare status, for errors that come without an explanation. */
    static Optional<ProblemKind> ofStatus(int status) {
        return Stream.of(values()).filter(kind -> kind.status.value() == status).findFirst();
    }

    /** A person may be waiting to refer a child: such an answer says whom to call. */
    boolean withholdsTheService() {
        return status.is5xxServerError() || this == TOO_MANY_REQUESTS;
    }
}
