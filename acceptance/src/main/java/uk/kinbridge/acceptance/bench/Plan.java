package uk.kinbridge.acceptance.bench;

import java.util.List;
import java.util.function.Predicate;
import org.bson.Document;

/** How a database answers a query, in the words of a document engine on PostgreSQL or of MongoDB itself. */
record Plan(Document explained) {

    /** Whether a step goes by that index; one that was only considered does not count. */
    boolean uses(String index) {
        return any(
                explained,
                step -> index.equals(step.get("Index Name"))
                        || ("IXSCAN".equals(step.get("stage")) && index.equals(step.get("indexName"))));
    }

    /** Whether it looks at every document of the collection. */
    boolean scans() {
        return any(explained, step -> "COLLSCAN".equals(step.get("stage")) || "Seq Scan".equals(step.get("Node Type")));
    }

    private static boolean any(Object node, Predicate<Document> wanted) {
        return switch (node) {
            case Document step -> wanted.test(step) || step.values().stream().anyMatch(inner -> any(inner, wanted));
            case List<?> steps -> steps.stream().anyMatch(inner -> any(inner, wanted));
            case null, default -> false;
        };
    }
}
