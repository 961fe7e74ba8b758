package uk.kinbridge.gateway.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import uk.kinbridge.gateway.services.ServiceDocuments;
import uk.kinbridge.gateway.services.Services;

/** The OpenAPI descriptions of all services in one place, with a page to try them. */
@RestController
class ApiDocs {

    private final Services services;
    private final ServiceDocuments documents;
    private final Pages pages;
    private final String swaggerUi;

    ApiDocs(
            Services services,
            ServiceDocuments documents,
            Pages pages,
            @Value("${kinbridge.docs.swagger-ui}") String swaggerUi) {
        this.services = services;
        this.documents = documents;
        this.pages = pages;
        this.swaggerUi = swaggerUi;
    }

    /** One service's description, as a list for the page names them. */
    record Listed(String service, String name, String url) {}

    @GetMapping("/docs")
    ResponseEntity<String> page(HttpServletRequest request) {
        return pages.show(
                request, "docs", Map.of("title", "API documentation", "swaggerUi", swaggerUi, "services", list()));
    }

    /** Open to those signed in only, so that going here signs a person in and brings them back. */
    @GetMapping("/docs/try")
    ResponseEntity<Void> signedIn() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/docs"))
                .build();
    }

    @GetMapping("/api-docs")
    List<Listed> list() {
        return services.services().entrySet().stream()
                .map(entry -> new Listed(entry.getKey(), entry.getValue().title(), "/api-docs/" + entry.getKey()))
                .toList();
    }

    @GetMapping("/api-docs/{service}")
    JsonNode description(@PathVariable String service) {
        Optional<JsonNode> description = documents.read(shortName(service), "/v3/api-docs");
        JsonNode openApi = description.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return openApi instanceof ObjectNode document ? asSeenFromOutside(document) : openApi;
    }

    private static String shortName(String service) {
        return service.endsWith("-service") ? service.substring(0, service.length() - "-service".length()) : service;
    }

    /** A service knows its own address; callers only ever see the gateway's. */
    private static JsonNode asSeenFromOutside(ObjectNode document) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        document.set("servers", nodes.arrayNode().add(nodes.objectNode().put("url", "/")));
        ObjectNode schemes = document.withObjectProperty("components").withObjectProperty("securitySchemes");
        if (schemes.isEmpty()) {
            schemes.set(
                    "bearer",
                    nodes.objectNode()
                            .put("type", "http")
                            .put("scheme", "bearer")
                            .put("bearerFormat", "JWT"));
            document.set("security", nodes.arrayNode().add(nodes.objectNode().set("bearer", nodes.arrayNode())));
        }
        return document;
    }
}
