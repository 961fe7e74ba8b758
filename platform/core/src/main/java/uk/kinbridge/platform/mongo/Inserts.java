package uk.kinbridge.platform.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import uk.kinbridge.platform.background.Together;

/**
 * Adds documents to one collection. Those that several threads add at one moment go in one statement, which costs the
 * database hardly more than a single one; each thread comes back when its own document is safe.
 */
public final class Inserts {

    private static final int DUPLICATE_KEY = 11000;

    private final MongoOperations mongo;
    private final String collection;
    private final Together<Document, Boolean> together = new Together<>(this::insertedWithOthers);

    public Inserts(MongoOperations mongo, String collection) {
        this.mongo = mongo;
        this.collection = collection;
    }

    /**
     * Adds one.
     *
     * @throws DuplicateKeyException when a unique key is taken
     */
    public void insert(Document document) {
        WriteWitness.sends(collection);
        if (!together.take(document)) {
            insertAlone(document);
        }
    }

    private void insertAlone(Document document) {
        mongo.execute(collection, c -> c.insertOne(document));
    }

    /** Whether each is in; one that the database has refused is tried again by itself, so that it hears why. */
    private List<Boolean> insertedWithOthers(List<Document> documents) {
        if (documents.size() == 1) {
            insertAlone(documents.getFirst());
            return List.of(true);
        }
        var refused = refused(documents, _ -> true);
        return IntStream.range(0, documents.size())
                .mapToObj(place -> !refused.contains(place))
                .toList();
    }

    /** Adds all but those whose key is taken, and gives the places of those. */
    Set<Integer> allButTaken(List<Document> documents) {
        return refused(documents, error -> error.getCode() == DUPLICATE_KEY);
    }

    private Set<Integer> refused(List<Document> documents, Predicate<BulkWriteError> expected) {
        return Objects.requireNonNull(mongo.execute(collection, c -> refused(c, documents, expected)));
    }

    private static Set<Integer> refused(
            MongoCollection<Document> c, List<Document> documents, Predicate<BulkWriteError> expected) {
        try {
            c.insertMany(documents, new InsertManyOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException some) {
            if (some.getWriteConcernError() != null
                    || !some.getWriteErrors().stream().allMatch(expected)) {
                throw some;
            }
            return some.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
        }
    }
}
