package uk.kinbridge.platform.logging;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.web.CallerAuthentication;

/** Says in every log line for which agency it was; the trace is there already, the person stays out. */
final class LogContextFilter extends OncePerRequestFilter {

    private static final String AGENCY = "agency";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String agency = CallerAuthentication.current().map(Caller::agency).orElse("none");
        try (MDC.MDCCloseable context = MDC.putCloseable(AGENCY, agency)) {
            chain.doFilter(request, response);
        }
    }
}
