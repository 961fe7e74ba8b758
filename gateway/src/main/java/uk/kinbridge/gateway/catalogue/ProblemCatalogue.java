package uk.kinbridge.gateway.catalogue;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.gateway.problem.ProblemKind;
import uk.kinbridge.gateway.services.ServiceDocuments;
import uk.kinbridge.gateway.services.Services;

/** All types of problem of the suite: the gateway's own and what the services say of theirs, the last time they did. */
@Component
class ProblemCatalogue {

    private static final Log LOG = LogFactory.getLog(ProblemCatalogue.class);
    private static final String GATEWAY = "gateway";

    private final Services services;
    private final LoadingCache<String, List<ProblemType>> published;

    ProblemCatalogue(Services services, ServiceDocuments documents) {
        this.services = services;
        this.published = Caffeine.newBuilder()
                .refreshAfterWrite(Duration.ofMinutes(1))
                .build(service -> typesOf(service, documents));
    }

    private static List<ProblemType> typesOf(String service, ServiceDocuments documents) {
        List<ProblemType> types = new ArrayList<>();
        for (JsonNode entry : documents.read(service, "/problems").orElseThrow()) {
            if (entry.path("type").asString("").startsWith("/problems/")) {
                types.add(new ProblemType(
                        entry.path("type").asString(),
                        entry.path("title").asString(""),
                        entry.path("status").asInt(0),
                        entry.path("description").asString(""),
                        List.of(service)));
            }
        }
        return List.copyOf(types);
    }

    List<ProblemType> all() {
        Map<String, ProblemType> byType = new LinkedHashMap<>();
        own().forEach(type -> byType.put(type.type(), type));
        gathered().forEach(type -> byType.merge(type.type(), type, ProblemCatalogue::alsoAnsweredBy));
        return byType.values().stream()
                .sorted(Comparator.comparingInt(ProblemType::status).thenComparing(ProblemType::type))
                .toList();
    }

    Optional<ProblemType> find(String slug) {
        return all().stream().filter(type -> type.slug().equals(slug)).findFirst();
    }

    private static List<ProblemType> own() {
        return List.of(ProblemKind.values()).stream()
                .map(kind -> new ProblemType(
                        kind.type().toString(),
                        kind.title(),
                        kind.status().value(),
                        kind.description(),
                        List.of(GATEWAY)))
                .toList();
    }

    private List<ProblemType> gathered() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<List<ProblemType>>> answers = services.services().keySet().stream()
                    .map(service -> CompletableFuture.supplyAsync(() -> lastKnown(service), threads))
                    .toList();
            return answers.stream().flatMap(answer -> answer.join().stream()).toList();
        }
    }

    private List<ProblemType> lastKnown(String service) {
        try {
            return published.get(service);
        } catch (RestClientException silent) {
            LOG.info("The " + service + " service does not say its types of problem: " + silent.getMessage());
            return List.of();
        }
    }

    private static ProblemType alsoAnsweredBy(ProblemType known, ProblemType same) {
        List<String> both = new ArrayList<>(known.answeredBy());
        both.addAll(same.answeredBy());
        return new ProblemType(known.type(), known.title(), known.status(), known.description(), List.copyOf(both));
    }
}
