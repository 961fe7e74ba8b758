package uk.kinbridge.gateway.trace;

import jakarta.servlet.ServletRequest;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace context of one request. */
public record TraceContext(String traceparent) {

    static final String HEADER = "traceparent";
    static final String ATTRIBUTE = TraceContext.class.getName();

    private static final Pattern WELL_FORMED =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** The caller's context, or a new one when there is none that can be read. */
    static TraceContext continuing(@Nullable String traceparent) {
        return traceparent != null && WELL_FORMED.matcher(traceparent).matches()
                ? new TraceContext(traceparent)
                : fresh();
    }

    private static TraceContext fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        // the lowest bit is set because an identifier of zeros is invalid
        return new TraceContext(
                "00-%016x%016x-%016x-01".formatted(random.nextLong(), random.nextLong() | 1, random.nextLong() | 1));
    }

    /** The context that the filter gave to this request. */
    public static @Nullable TraceContext of(ServletRequest request) {
        return (TraceContext) request.getAttribute(ATTRIBUTE);
    }

    public String traceId() {
        return traceparent.substring(3, 35);
    }
}
