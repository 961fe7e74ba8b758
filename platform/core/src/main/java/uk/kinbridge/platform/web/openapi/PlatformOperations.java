package uk.kinbridge.platform.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.idempotency.IdempotentCreation;
import uk.kinbridge.platform.web.problem.ProblemType;

/** Describes what the platform adds to an operation: its headers, its paging, its problems. */
final class PlatformOperations implements GlobalOperationCustomizer {

    static final String PROBLEM = "Problem";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        ApiResponses responses = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        operation.setResponses(responses);
        add(responses, ProblemType.NOT_SIGNED_IN, ProblemType.NOT_PERMITTED, ProblemType.UNAVAILABLE);
        if (method.hasMethodAnnotation(IdempotentCreation.class)) {
            operation.addParametersItem(header(
                    "Idempotency-Key", "New for each thing to create, the same for each retry; a UUID for example"));
            add(responses, ProblemType.IDEMPOTENCY_IN_FLIGHT, ProblemType.IDEMPOTENCY_KEY_REUSED);
            add(responses, ProblemType.IDEMPOTENCY_KEY_MISSING);
        }
        if (takes(method, IfMatch.class)) {
            operation.addParametersItem(header(HttpHeaders.IF_MATCH, "The ETag that was last read, quotes included"));
            add(responses, ProblemType.STALE, ProblemType.VERSION_REQUIRED);
        }
        if (takes(method, PageRequest.class)) {
            operation.addParametersItem(query("limit", "How many at most", limit()));
            operation.addParametersItem(query("cursor", "'next' of the page before", new StringSchema()));
            add(responses, ProblemType.BAD_CURSOR);
        }
        if (parameters(method).anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class))) {
            add(responses, ProblemType.NOT_FOUND);
        }
        if (parameters(method).anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class))) {
            add(responses, ProblemType.INVALID_REQUEST);
        }
        return operation;
    }

    private static Schema<?> limit() {
        IntegerSchema limit = new IntegerSchema();
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT));
        limit.setDefault(PageRequest.DEFAULT_LIMIT);
        return limit;
    }

    private static Parameter header(String name, String description) {
        return new Parameter()
                .in("header")
                .name(name)
                .required(true)
                .description(description)
                .schema(new StringSchema());
    }

    private static Parameter query(String name, String description, Schema<?> schema) {
        return new Parameter()
                .in("query")
                .name(name)
                .required(false)
                .description(description)
                .schema(schema);
    }

    /** What the operation itself says of a status comes first. */
    private static void add(ApiResponses responses, ProblemType... types) {
        for (ProblemType type : types) {
            String status = String.valueOf(type.status().value());
            if (!responses.containsKey(status)) {
                responses.addApiResponse(status, new ApiResponse().$ref(response(type)));
            }
        }
    }

    /** One response for each status: several types can share it, and the answer's own type says which. */
    static String response(ProblemType type) {
        return "Problem" + type.status().value();
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return parameters(method).anyMatch(parameter -> parameter.getParameterType() == type);
    }

    private static Stream<MethodParameter> parameters(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters());
    }
}
