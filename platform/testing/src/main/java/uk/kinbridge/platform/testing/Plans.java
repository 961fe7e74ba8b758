package uk.kinbridge.platform.testing;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Reads a database's plan for a query, in the words of a document engine on PostgreSQL or of MongoDB itself. */
public final class Plans {

    private Plans() {}

    /** The steps that look at every document of a collection. */
    public static List<String> scansIn(Document explained) {
        var scans = new ArrayList<String>();
        collect(explained, scans);
        return scans;
    }

    private static void collect(Object node, List<String> scans) {
        if (node instanceof Document step) {
            if (isScan(step)) {
                scans.add(step.toJson());
            }
            step.values().forEach(inner -> collect(inner, scans));
        } else if (node instanceof List<?> steps) {
            steps.forEach(inner -> collect(inner, scans));
        }
    }

    private static boolean isScan(Document step) {
        if ("COLLSCAN".equals(step.get("stage")) || "Seq Scan".equals(step.get("Node Type"))) {
            return true;
        }
        // The index of ids is also the way to read all of a collection: only with a condition on the id does it search.
        return "_id_".equals(step.get("Index Name"))
                && !String.valueOf(step.get("Index Cond")).contains("object_id");
    }
}
