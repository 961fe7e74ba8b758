package uk.kinbridge.notification.delivery.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.stereotype.Component;

/** The token of a callback is a provider's and not the realm's: its controller checks it. */
@Component
class CallbackTokens implements BearerTokenResolver {

    static final String PATH = "/callbacks/govuk-notify";

    private final BearerTokenResolver others = new DefaultBearerTokenResolver();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        return PATH.equals(request.getRequestURI()) ? null : others.resolve(request);
    }
}
