package uk.kinbridge.assessment.family.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;
import uk.kinbridge.assessment.family.Merges;
import uk.kinbridge.assessment.family.OneFamily;
import uk.kinbridge.platform.mongo.CollectionIndexes;

/** One small document for each record that was ever part of another: into which one, with which revision. */
@Component
class MongoMerges implements Merges {

    static final String COLLECTION = "familyMerges";

    private final MongoOperations mongo;

    MongoMerges(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Asked beside the id: what has become part of a record, and whether a record has to do with any merge. */
    @Configuration(proxyBeanMethods = false)
    static class Indexes {
        @Bean
        CollectionIndexes indexesOfMerges() {
            return new CollectionIndexes(
                    COLLECTION,
                    List.of(
                            new Index().on("into", Direction.ASC).named("into"),
                            new Index().on("records", Direction.ASC).named("records")));
        }
    }

    private record Step(String record, @Nullable String into, Map<String, String> same) {}

    @Override
    public boolean merged(String record, String into, Map<String, String> same, long revision) {
        var pairs = same.entrySet().stream()
                .map(pair -> new Document("other", pair.getKey()).append("kept", pair.getValue()))
                .toList();
        return keep(
                record,
                revision,
                Updates.combine(
                        Updates.set("into", into),
                        Updates.set("records", List.of(record, into)),
                        Updates.set("same", pairs)));
    }

    @Override
    public boolean undone(String record, long revision) {
        return keep(
                record,
                revision,
                Updates.combine(Updates.unset("into"), Updates.unset("records"), Updates.unset("same")));
    }

    /** The same news again stands as it stood; where newer news is there, the insert finds the id taken. */
    private boolean keep(String record, long revision, Bson news) {
        try {
            mongo.execute(
                    COLLECTION,
                    c -> c.updateOne(
                            Filters.and(Filters.eq("_id", record), Filters.lte("revision", revision)),
                            Updates.combine(news, Updates.set("revision", revision)),
                            new UpdateOptions().upsert(true)));
            return true;
        } catch (DuplicateKeyException newerIsThere) {
            return false;
        }
    }

    @Override
    public OneFamily of(String record) {
        if (steps(Filters.eq("records", record)).isEmpty()) {
            return OneFamily.alone(record);
        }
        var kept = keptFrom(record);
        var others = new HashMap<String, Map<String, String>>();
        others.put(kept, Map.of());
        var round = List.of(kept);
        while (!round.isEmpty()) {
            var found = steps(Filters.in("into", round)).stream()
                    .filter(step -> !others.containsKey(step.record()))
                    .toList();
            found.forEach(step -> others.put(
                    step.record(), onwards(step.same(), others.getOrDefault(String.valueOf(step.into()), Map.of()))));
            round = found.stream().map(Step::record).toList();
        }
        others.remove(kept);
        return new OneFamily(kept, others);
    }

    private String keptFrom(String record) {
        var here = record;
        var passed = new ArrayList<String>();
        while (!passed.contains(here)) {
            passed.add(here);
            var step = steps(Filters.eq("_id", here));
            var into = step.isEmpty() ? null : step.getFirst().into();
            here = into == null ? here : into;
        }
        return here;
    }

    /**
     * A member whom the next record has under another id, and that one's next again; and those who came over from the next
     * one and have another id now. Whom the record knew itself it goes on naming as it did.
     */
    private static Map<String, String> onwards(Map<String, String> same, Map<String, String> next) {
        var all = new HashMap<String, String>();
        same.forEach((other, kept) -> all.put(other, next.getOrDefault(kept, kept)));
        var itsOwn = Set.copyOf(all.values());
        next.forEach((other, kept) -> {
            if (!itsOwn.contains(kept)) {
                all.putIfAbsent(other, kept);
            }
        });
        return all;
    }

    private List<Step> steps(Bson filter) {
        return Objects.requireNonNull(mongo.<List<Step>>execute(COLLECTION, c -> {
            var steps = new ArrayList<Step>();
            c.find(filter).forEach(document -> steps.add(step(document)));
            return steps;
        }));
    }

    private static Step step(Document document) {
        var same = new HashMap<String, String>();
        document.getList("same", Document.class, List.of())
                .forEach(pair -> same.put(pair.getString("other"), pair.getString("kept")));
        return new Step(document.getString("_id"), document.getString("into"), same);
    }
}
