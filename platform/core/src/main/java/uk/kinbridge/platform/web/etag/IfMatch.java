package uk.kinbridge.platform.web.etag;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemType;

/**
 * The version that the caller has read and wants to change. A controller that changes something takes it as an argument;
 * a request without the header never reaches the controller (428).
 */
public record IfMatch(long version) {

    private static final Pattern STRONG = Pattern.compile("\"(\\d{1,18})\"");

    /** The answer when somebody else was faster. */
    public static Problem stale() {
        return Problem.of(
                ProblemType.STALE,
                "Somebody else has changed this since you read it. Nothing was saved: read it again and decide anew.");
    }

    static IfMatch parse(@Nullable String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            throw Problem.of(
                            ProblemType.VERSION_REQUIRED,
                            "Send the ETag that you last read in the If-Match header. Nothing was saved.")
                    .exception();
        }
        Matcher strong = STRONG.matcher(header.strip());
        if (!strong.matches()) {
            // a weak tag, another's tag or several: none of them is the one strong tag that a change needs
            throw stale().exception();
        }
        return new IfMatch(Long.parseLong(strong.group(1)));
    }
}
