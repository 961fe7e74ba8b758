package uk.kinbridge.gateway.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/**
 * Lets only one request of a session refresh its token. A page asks for several things at once; the realm accepts each
 * refresh token once, so a second request using the same one would end the person's session.
 */
final class OneRefreshAtATime implements OAuth2AuthorizedClientManager {

    private final OAuth2AuthorizedClientManager manager;

    OneRefreshAtATime(OAuth2AuthorizedClientManager manager) {
        this.manager = manager;
    }

    @Override
    public @Nullable OAuth2AuthorizedClient authorize(OAuth2AuthorizeRequest request) {
        HttpSession session = session(request);
        if (session == null) {
            return manager.authorize(request);
        }
        synchronized (WebUtils.getSessionMutex(session)) {
            return manager.authorize(request);
        }
    }

    private static @Nullable HttpSession session(OAuth2AuthorizeRequest request) {
        HttpServletRequest servlet = request.getAttribute(HttpServletRequest.class.getName());
        if (servlet == null
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            servlet = attributes.getRequest();
        }
        return servlet == null ? null : servlet.getSession(false);
    }
}
