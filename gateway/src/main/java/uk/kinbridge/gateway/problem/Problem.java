package uk.kinbridge.gateway.problem;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** One problem as an answer: its kind, what happened this time, and the headers that go with it. */
public record Problem(ProblemKind kind, String detail, Map<String, String> headers) {

    public Problem {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, Map.of());
    }

    public Problem with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Problem(kind, detail, more);
    }

    public Problem retryAfter(Duration wait) {
        return with(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }
}
