package uk.kinbridge.platform.web.idempotency;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;

/** What was answered, to be answered again. */
record KeptAnswer(int status, Map<String, String> headers, Binary body) {

    /** Refusals that may turn out otherwise although the request stays the same. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 408, 412, 425, 428, 429);

    KeptAnswer {
        headers = Map.copyOf(headers);
    }

    static boolean isFinal(int status) {
        return status >= 200 && status < 500 && !PASSING.contains(status);
    }

    Document toDocument() {
        return new Document("status", status)
                .append("headers", new Document(Map.<String, Object>copyOf(headers)))
                .append("body", body);
    }

    static KeptAnswer of(Document kept) {
        var headers = new HashMap<String, String>();
        kept.get("headers", Document.class).forEach((name, value) -> headers.put(name, String.valueOf(value)));
        return new KeptAnswer(kept.getInteger("status"), headers, kept.get("body", Binary.class));
    }
}
