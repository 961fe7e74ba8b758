package uk.kinbridge.gateway.routing;

import java.util.List;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Leaves out of a service's answer what is the gateway's to say: security headers, which
 * other sites may read it, cookies, the trace, the software.
 */
@Component
final class AnswerHeaders implements ResponseHttpHeadersFilter {

    private static final List<String> NOT_THE_SERVICES_TO_SAY = List.of(
            HttpHeaders.SET_COOKIE,
            HttpHeaders.SERVER,
            "X-Powered-By",
            "traceparent",
            // saying it twice would make browsers refuse the answer
            HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN,
            HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS,
            HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
            "Content-Security-Policy",
            "Permissions-Policy",
            "Referrer-Policy",
            "Strict-Transport-Security",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "X-XSS-Protection");

    @Override
    public HttpHeaders apply(HttpHeaders received, ServerResponse response) {
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(received);
        NOT_THE_SERVICES_TO_SAY.forEach(headers::remove);
        return headers;
    }
}
