package uk.kinbridge.platform.web.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.support.StandardMultipartHttpServletRequest;
import org.springframework.web.util.ContentCachingResponseWrapper;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.web.CallerAuthentication;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemType;
import uk.kinbridge.platform.web.problem.ProblemWriter;

/** Runs an {@link IdempotentCreation} once for each key, and answers repetitions from what was kept. */
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    static final String ATTRIBUTE = IdempotencyKey.class.getName();

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final String RETRY_AFTER_SECONDS = "2";
    private static final String[] KEPT_HEADERS = {
        HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LOCATION
    };

    private final CreationFinder creations;
    private final IdempotencyKeys keys;
    private final InstantSource time;
    private final ProblemWriter problems;

    IdempotencyFilter(CreationFinder creations, IdempotencyKeys keys, InstantSource time, ProblemWriter problems) {
        this.creations = creations;
        this.keys = keys;
        this.time = time;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller = CallerAuthentication.current();
        if (caller.isEmpty() || !creations.isCreation(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<String> key = IdempotencyKey.read(request.getHeader(HEADER));
        if (key.isEmpty()) {
            problems.write(
                    Problem.of(
                            ProblemType.IDEMPOTENCY_KEY_MISSING,
                            "Send an Idempotency-Key header, a new UUID for example. Nothing was saved."),
                    request,
                    response);
            return;
        }
        String scope = IdempotencyKey.scope(caller.get(), request.getRequestURI(), key.get());
        HttpServletRequest again = isMultipart(request) ? request : new RereadableBody(request);
        switch (keys.claim(scope, fingerprint(again), time.instant())) {
            case Claim.Mine mine -> run(scope, mine, again, response, chain);
            case Claim.Answered(KeptAnswer answer) -> replay(answer, response);
            case Claim.InFlight() ->
                problems.write(
                        Problem.of(
                                        ProblemType.IDEMPOTENCY_IN_FLIGHT,
                                        "This request came before and is still being handled. Send it again shortly.")
                                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS),
                        request,
                        response);
            case Claim.Reused() ->
                problems.write(
                        Problem.of(
                                ProblemType.IDEMPOTENCY_KEY_REUSED,
                                "This key came before with another body. Nothing was saved; use a new key."),
                        request,
                        response);
        }
    }

    private void run(
            String scope, Claim.Mine claim, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(ATTRIBUTE, new IdempotencyKey(scope, claim.firstSeen(), claim.again()));
        ContentCachingResponseWrapper recorded = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            chain.doFilter(request, recorded);
            answered = true;
        } finally {
            settle(scope, claim.holder(), recorded, answered);
        }
        recorded.copyBodyToResponse();
    }

    /** The answer stands, whether or not it can be kept: the lease and the derived id cover for one that is not. */
    private void settle(String scope, String holder, ContentCachingResponseWrapper recorded, boolean answered) {
        try {
            if (answered && KeptAnswer.isFinal(recorded.getStatus())) {
                keys.answer(scope, holder, answer(recorded));
            } else {
                keys.release(scope, holder, time.instant());
            }
        } catch (DataAccessException away) {
            LOG.warn(
                    "The answer to a creation could not be kept ({})",
                    away.getClass().getSimpleName());
        }
    }

    private static KeptAnswer answer(ContentCachingResponseWrapper recorded) {
        Map<String, String> headers = new HashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = name.equals(HttpHeaders.CONTENT_TYPE) ? recorded.getContentType() : recorded.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new KeptAnswer(recorded.getStatus(), headers, new Binary(recorded.getContentAsByteArray()));
    }

    private static void replay(KeptAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        response.getOutputStream().write(answer.body().getData());
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** Parts are compared by content: the boundary between them is another one each time that they are sent. */
    private static String fingerprint(HttpServletRequest request) throws ServletException, IOException {
        Fingerprint fingerprint = new Fingerprint().add(request.getQueryString());
        if (request instanceof RereadableBody body) {
            return fingerprint.add(body.body()).hex();
        }
        // Spring's reading of the parts tells one that is too large from one that cannot be read.
        Collection<Part> parts = new StandardMultipartHttpServletRequest(request).getParts();
        for (Part part : parts) {
            fingerprint.add(part.getName()).add(part.getSubmittedFileName()).add(part.getContentType());
            try (InputStream content = part.getInputStream()) {
                fingerprint.add(content);
            }
        }
        return fingerprint.hex();
    }
}
