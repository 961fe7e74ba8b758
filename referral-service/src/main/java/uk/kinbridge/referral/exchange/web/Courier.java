package uk.kinbridge.referral.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The headers of the standard on one request. Names are compared without regard to case, which servlets do anyway.
 *
 * @param request the id under which a message is known again; empty when it is missing
 * @param target {@code system|value} of the receiver; null when it is not named
 * @param answerIn the format that the sender can read
 * @param issues what is wrong with them
 */
record Courier(String request, String correlation, @Nullable String target, MediaType answerIn, List<Issue> issues) {

    static final String REQUEST_ID = "X-Request-Id";
    static final String CORRELATION_ID = "X-Correlation-Id";
    static final String TARGET = "NHSD-Target-Identifier";

    /** Of a message: both ids must be there and be UUIDs. All other headers are for those on the way. */
    static Courier ofMessage(HttpServletRequest http) {
        var issues = new ArrayList<Issue>();
        var request = id(http, REQUEST_ID, issues);
        var correlation = id(http, CORRELATION_ID, issues);
        var target = target(http.getHeader(TARGET), issues);
        return new Courier(request, correlation, target, answerIn(http, issues), issues);
    }

    /** Of a look: the ids are mirrored where they are there. */
    static Courier ofLook(HttpServletRequest http) {
        var issues = new ArrayList<Issue>();
        return new Courier(
                LetterReader.text(http.getHeader(REQUEST_ID)),
                LetterReader.text(http.getHeader(CORRELATION_ID)),
                null,
                answerIn(http, issues),
                issues);
    }

    private static String id(HttpServletRequest http, String name, List<Issue> issues) {
        var value = http.getHeader(name);
        if (value == null || value.isBlank()) {
            issues.add(Issue.required(name, "The header " + name + " is missing; a UUID is wanted."));
            return "";
        }
        try {
            return UUID.fromString(value.strip()).toString();
        } catch (IllegalArgumentException no) {
            issues.add(Issue.invalid(name, "The header " + name + " is no UUID."));
            return value;
        }
    }

    private static @Nullable String target(@Nullable String header, List<Issue> issues) {
        if (header == null) {
            return null;
        }
        try {
            var text = new String(Base64.getDecoder().decode(header.strip()), StandardCharsets.UTF_8);
            var identifier = JsonMapper.shared().readTree(text);
            return identifier.path("system").asString("") + "|"
                    + identifier.path("value").asString("");
        } catch (IllegalArgumentException | JacksonException unreadable) {
            issues.add(Issue.invalid(TARGET, "It is to be the Base64 of {\"system\": …, \"value\": …}."));
            return null;
        }
    }

    private static MediaType answerIn(HttpServletRequest http, List<Issue> issues) {
        var accept = http.getHeader("Accept");
        if (accept == null || accept.isBlank()) {
            return Fhir.JSON;
        }
        try {
            var types = MediaType.parseMediaTypes(accept);
            version(types, issues);
            for (var type : types) {
                if (type.isWildcardSubtype()) {
                    return Fhir.JSON;
                }
                var format = Fhir.formatOf(type);
                if (format.isPresent()) {
                    return format.get();
                }
            }
            issues.add(Issue.of(
                    Issue.Code.NOT_ACCEPTABLE,
                    IssueType.PROCESSING,
                    "Answers come as application/fhir+json or application/fhir+xml."));
        } catch (InvalidMediaTypeException | InvalidMimeTypeException unreadable) {
            issues.add(Issue.of(Issue.Code.NOT_ACCEPTABLE, IssueType.PROCESSING, "Accept cannot be read."));
        }
        return Fhir.JSON;
    }

    /** The highest version that the sender names counts. */
    private static void version(List<MediaType> types, List<Issue> issues) {
        types.stream()
                .flatMap(type -> java.util.stream.Stream.ofNullable(type.getParameter("version")))
                .map(version -> version.replace("\"", "").split("\\.", -1)[0])
                .filter(major -> major.matches("[0-9]{1,4}"))
                .mapToInt(Integer::parseInt)
                .max()
                .ifPresent(major -> {
                    if (major != Terms.MAJOR_VERSION) {
                        issues.add(Issue.of(
                                Issue.Code.UNPROCESSABLE_ENTITY,
                                IssueType.NOTSUPPORTED,
                                "Version " + Terms.MAJOR_VERSION + " of the standard is spoken here, up to "
                                        + Terms.VERSION + "."));
                    }
                });
    }
}
