package uk.kinbridge.acceptance.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.bson.Document;

/** Copies of one real document, so that a collection is as full as in life without a week of typing. */
final class Seeds {

    /** Marks what was seeded, so that all of it can be taken away again. */
    static final String MARK = "bench";

    private static final int BATCH = 1_000;

    private Seeds() {}

    /**
     * A copy under another id, for other agencies, whose dates lie later by so much. It tells nobody anything: its
     * outbox is empty, and it does not wake up.
     */
    static Document copy(Document original, String id, Map<String, String> others, Duration later) {
        var copy = (Document) changed(original, instead(original, id, others), later);
        copy.put("_id", id);
        copy.put(MARK, true);
        copy.put("outbox", List.of());
        copy.put("inbox", List.of());
        copy.remove("relayAt");
        copy.remove("wakeAt");
        return copy;
    }

    /** A reference is one copy's alone, also among the terms by which it is found. */
    private static Map<String, String> instead(Document original, String id, Map<String, String> others) {
        var instead = new LinkedHashMap<>(others);
        if (original.get("reference") instanceof String reference) {
            instead.put(reference, "B-" + id);
        }
        return instead;
    }

    private static Object changed(Object value, Map<String, String> others, Duration later) {
        return switch (value) {
            case Document document -> {
                var copy = new Document();
                document.forEach((key, inner) -> copy.put(key, inner == null ? null : changed(inner, others, later)));
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<Object>();
                list.forEach(inner -> copy.add(changed(inner, others, later)));
                yield copy;
            }
            case Date date -> Date.from(date.toInstant().plus(later));
            case String text -> said(text, others);
            default -> value;
        };
    }

    /** Agencies and references stand inside the names of lists and terms, too. */
    private static String said(String text, Map<String, String> others) {
        String said = text;
        for (var other : others.entrySet()) {
            said = said.replace(other.getKey(), other.getValue());
        }
        return said;
    }

    /** Puts so many in, and says how far it is. */
    static void fill(
            MongoCollection<Document> collection,
            int from,
            int to,
            IntFunction<Document> seed,
            Consumer<String> progress) {
        var batch = new ArrayList<Document>();
        for (int i = from; i < to; i++) {
            batch.add(seed.apply(i));
            if (batch.size() == BATCH || i == to - 1) {
                collection.insertMany(batch, new InsertManyOptions().ordered(false));
                batch.clear();
                if ((i + 1) % (25 * BATCH) == 0) {
                    progress.accept("seeded %,d of %,d".formatted(i + 1, to));
                }
            }
        }
    }

    /** Takes all seeds away. */
    static void clear(MongoCollection<Document> collection) {
        collection.deleteMany(Filters.eq(MARK, true));
    }
}
