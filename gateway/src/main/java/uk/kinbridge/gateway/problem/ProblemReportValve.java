package uk.kinbridge.gateway.problem;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.MediaType;

/** Answers requests that Tomcat refuses before any filter sees them, such as headers that are too large. */
public final class ProblemReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ProblemKind kind = Failures.ofStatus(status).kind();
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        try (Writer writer = response.getReporter()) {
            if (writer != null) {
                // none of these texts holds a character that JSON would have to escape
                writer.write("{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(kind.type(), kind.title(), status, kind.description()));
            }
            response.finishResponse();
        } catch (IOException | IllegalStateException _) {
            // the caller has hung up; there is nobody left to tell
        }
    }
}
