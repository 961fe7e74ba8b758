package uk.kinbridge.referral.exchange.web;

import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a message was not taken, as the standard has it.
 *
 * @param where a path into the message; null where it is the whole
 * @param obligations of the local protocol that are the reason; none where it is not a protocol
 * @param severity whether it stopped the message, or is only good to know
 */
record Issue(
        Code code,
        IssueType type,
        String words,
        @Nullable String where,
        List<String> obligations,
        IssueSeverity severity) {

    Issue(Code code, IssueType type, String words, @Nullable String where, List<String> obligations) {
        this(code, type, words, where, obligations, IssueSeverity.ERROR);
    }

    /** Good to know although, or beside that, the message was taken or not. */
    static Issue remark(String words, @Nullable String where, List<String> obligations) {
        return new Issue(
                Code.UNPROCESSABLE_ENTITY, IssueType.NOTSUPPORTED, words, where, obligations, IssueSeverity.WARNING);
    }

    Issue {
        obligations = List.copyOf(obligations);
    }

    static Issue of(Code code, IssueType type, String words) {
        return new Issue(code, type, words, null, List.of());
    }

    static Issue required(String where, String words) {
        return new Issue(Code.BAD_REQUEST, IssueType.REQUIRED, words, where, List.of());
    }

    static Issue invalid(String where, String words) {
        return new Issue(Code.BAD_REQUEST, IssueType.INVALID, words, where, List.of());
    }

    static Issue invariant(String where, String words) {
        return new Issue(Code.BAD_REQUEST, IssueType.INVARIANT, words, where, List.of());
    }

    /** The receiver's error codes of the standard. */
    enum Code {
        BAD_REQUEST(400),
        UNAUTHORIZED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        METHOD_NOT_ALLOWED(405),
        NOT_ACCEPTABLE(406),
        CONFLICT(409),
        UNPROCESSABLE_ENTITY(422),
        SERVER_ERROR(500),
        SERVICE_UNAVAILABLE(503);

        private final int status;

        Code(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        String word() {
            return "REC_" + name();
        }
    }
}
