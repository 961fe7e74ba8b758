package uk.kinbridge.platform.web.problem;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import uk.kinbridge.platform.mongo.WriteWitness;

/** Turns whatever was thrown into the problem that the caller may see, and logs what only the operators may see. */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String RETRY_AFTER_SECONDS = "10";

    private final String telephoneAdvice;

    /**
     * @param telephoneAdvice whom to call when it cannot wait; said in every 503, since a concern for somebody's safety
     *     must have a way round a computer that is unwell
     */
    public Failures(@Nullable String telephoneAdvice) {
        this.telephoneAdvice = telephoneAdvice == null ? "" : telephoneAdvice.strip();
    }

    public Problem explain(Throwable thrown) {
        Optional<Problem> fault = RequestFaults.in(thrown);
        if (fault.isPresent()) {
            return fault.get();
        }
        Outage outage = Outage.in(thrown);
        return outage == null ? unexpected(thrown) : unavailable(outage, thrown);
    }

    private Problem unavailable(Outage outage, Throwable thrown) {
        LOG.warn("Answering 503: {} ({})", outage, thrown.getClass().getName());
        String detail = outage.detail(WriteWitness.mayHaveWritten());
        return Problem.of(ProblemType.UNAVAILABLE, telephoneAdvice.isEmpty() ? detail : detail + " " + telephoneAdvice)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    private static Problem unexpected(Throwable thrown) {
        String trace = MDC.get("traceId");
        String correlation = trace == null ? UUID.randomUUID().toString() : trace;
        LOG.error("Answering 500, correlation {}", correlation, thrown);
        return Problem.of(
                        ProblemType.UNEXPECTED,
                        "Something went wrong on our side. Quote the correlation when you report it.")
                .with("correlation", correlation);
    }
}
