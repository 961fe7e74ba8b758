package uk.kinbridge.gateway.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.gateway.trace.TraceContext;

/** Writes problems: the only form in which the gateway says that something did not work. */
@Component
public final class ProblemAnswers {

    private final JsonMapper json;
    private final String telephoneAdvice;

    ProblemAnswers(@Value("${kinbridge.safety.telephone-advice}") String telephoneAdvice) {
        this.json = JsonMapper.builder()
                .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                .build();
        this.telephoneAdvice = telephoneAdvice.strip();
    }

    public void send(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.kind().status().value());
        problem.headers().forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = json.writeValueAsBytes(body(request, problem));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private ProblemDetail body(HttpServletRequest request, Problem problem) {
        ProblemKind kind = problem.kind();
        String detail = kind.withholdsTheService() ? problem.detail() + " " + telephoneAdvice : problem.detail();
        ProblemDetail body = ProblemDetail.forStatusAndDetail(kind.status(), detail);
        body.setType(kind.type());
        body.setTitle(kind.title());
        TraceContext trace = TraceContext.of(request);
        if (trace != null) {
            body.setProperty("correlation", trace.traceId());
        }
        return body;
    }
}
