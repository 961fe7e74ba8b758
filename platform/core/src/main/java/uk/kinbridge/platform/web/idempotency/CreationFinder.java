package uk.kinbridge.platform.web.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Knows before the dispatcher does whether a request will reach an {@link IdempotentCreation}. */
final class CreationFinder {

    private final RequestMappingHandlerMapping mapping;

    CreationFinder(RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    boolean isCreation(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            HandlerExecutionChain chain = mapping.getHandler(request);
            return chain != null
                    && chain.getHandler() instanceof HandlerMethod method
                    && method.hasMethodAnnotation(IdempotentCreation.class);
        } catch (Exception noHandler) {
            // the dispatcher will meet the same and answer it
            return false;
        }
    }
}
