package uk.kinbridge.platform.web.page;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.platform.web.problem.ProblemType;

/** Reads {@code ?limit=} and {@code ?cursor=} into a {@link PageRequest}. */
public final class PageRequestArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class && parameter.hasParameterAnnotation(ListName.class);
    }

    @Override
    public PageRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String list = Objects.requireNonNull(parameter.getParameterAnnotation(ListName.class))
                .value();
        return new PageRequest(limit(request.getParameter("limit")), cursor(list, request.getParameter("cursor")));
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return PageRequest.DEFAULT_LIMIT;
        }
        // a number of four digits or more is out of bounds, whatever it is
        int limit = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
            throw Problem.of(ProblemType.INVALID_REQUEST, "The page size is out of bounds.")
                    .errors(List.of(new FieldError("limit", "must be a number from 1 to " + PageRequest.MAX_LIMIT)))
                    .exception();
        }
        return limit;
    }

    private static @Nullable Cursor cursor(String list, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return Cursor.decode(list, text)
                .orElseThrow(() -> Problem.of(
                                ProblemType.BAD_CURSOR,
                                "Use 'next' exactly as a page of this list gave it, or start without a cursor.")
                        .exception());
    }
}
