package uk.kinbridge.gateway.trace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request a W3C trace context and says it in the answer, so that a report of a fault can be followed. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TraceContextFilter extends OncePerRequestFilter {

    private static final String LOG_KEY = "traceId";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        TraceContext trace = TraceContext.continuing(request.getHeader(TraceContext.HEADER));
        request.setAttribute(TraceContext.ATTRIBUTE, trace);
        response.setHeader(TraceContext.HEADER, trace.traceparent());
        try (MDC.MDCCloseable _ = MDC.putCloseable(LOG_KEY, trace.traceId())) {
            chain.doFilter(new Traced(request, trace), response);
        }
    }

    /** The request as if the caller had sent the trace context. */
    private static final class Traced extends HttpServletRequestWrapper {

        private final TraceContext trace;

        Traced(HttpServletRequest request, TraceContext trace) {
            super(request);
            this.trace = trace;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isOurs(name) ? trace.traceparent() : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isOurs(name) ? Collections.enumeration(Set.of(trace.traceparent())) : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            Set<String> names = new LinkedHashSet<>();
            super.getHeaderNames().asIterator().forEachRemaining(name -> {
                if (!isOurs(name)) {
                    names.add(name);
                }
            });
            names.add(TraceContext.HEADER);
            return Collections.enumeration(names);
        }

        private static boolean isOurs(String name) {
            return TraceContext.HEADER.equalsIgnoreCase(name);
        }
    }
}
