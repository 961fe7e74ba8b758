package uk.kinbridge.platform.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import uk.kinbridge.platform.web.problem.ProblemType;

/** The parts of a service's OpenAPI description that are the same in all of them. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class OpenApiAutoConfiguration {

    private static final String BEARER = "bearer";

    @Bean
    @ConditionalOnMissingBean
    OpenAPI openApi(@Value("${spring.application.name:}") String service) {
        return new OpenAPI()
                .info(new Info().title("Kinbridge " + service).version("v1"))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    /** Added at the end, so that a service's own {@link OpenAPI} bean gets it as well. */
    @Bean
    GlobalOpenApiCustomizer platformComponents() {
        return api -> {
            if (api.getComponents() == null) {
                api.setComponents(new Components());
            }
            Components components = api.getComponents();
            components.addSecuritySchemes(
                    BEARER,
                    new SecurityScheme()
                            .type(SecurityScheme.Type.HTTP)
                            .scheme("bearer")
                            .bearerFormat("JWT"));
            components.addSchemas(PlatformOperations.PROBLEM, problem());
            ProblemType.COMMON.stream()
                    .collect(Collectors.groupingBy(PlatformOperations::response))
                    .forEach((name, types) -> components.addResponses(
                            name,
                            new ApiResponse()
                                    .description(types.stream()
                                            .map(type -> type.title() + " (" + type.uri() + ")")
                                            .collect(Collectors.joining("; ")))
                                    .content(content())));
        };
    }

    @Bean
    GlobalOperationCustomizer platformOperations() {
        return new PlatformOperations();
    }

    private static Content content() {
        return new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/" + PlatformOperations.PROBLEM)));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457; the types are documented at /problems")
                .addProperty("type", new StringSchema().format("uri-reference"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty(
                        "obligation",
                        new StringSchema().description("The obligation of the local protocol that is the reason"))
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("field", new StringSchema())
                                        .addProperty("detail", new StringSchema())))
                .addProperty("correlation", new StringSchema().description("Finds the fault in the logs"));
    }
}
