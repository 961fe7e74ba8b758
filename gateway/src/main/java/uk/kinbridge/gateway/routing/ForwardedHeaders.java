package uk.kinbridge.gateway.routing;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Tells the services how the request came in. Spring Cloud's own filters have already removed whatever the caller
 * claimed; what a trusted proxy said is in the servlet request, because Tomcat alone decides whom to believe. The
 * browser's cookies end here: a service sees only the token.
 */
@Component
final class ForwardedHeaders implements RequestHttpHeadersFilter, Ordered {

    @Override
    public int getOrder() {
        // after the removal (0), before hop-by-hop headers go (last)
        return 100;
    }

    @Override
    public HttpHeaders apply(HttpHeaders received, ServerRequest request) {
        HttpServletRequest servlet = request.servletRequest();
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(received);
        headers.remove(HttpHeaders.COOKIE);
        headers.remove("X-XSRF-TOKEN");
        headers.set("X-Forwarded-For", servlet.getRemoteAddr());
        headers.set("X-Forwarded-Proto", servlet.getScheme());
        headers.set("X-Forwarded-Host", host(servlet));
        headers.set("X-Forwarded-Port", Integer.toString(servlet.getServerPort()));
        return headers;
    }

    private static String host(HttpServletRequest servlet) {
        int port = servlet.getServerPort();
        boolean usual = port == (servlet.isSecure() ? 443 : 80);
        return usual ? servlet.getServerName() : servlet.getServerName() + ":" + port;
    }
}
