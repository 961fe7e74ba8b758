package uk.kinbridge.platform.mongo;

import java.util.List;
import org.springframework.data.mongodb.core.index.IndexDefinition;

/** The indexes that a service's queries of one collection need; a bean of this type has them created. */
public record CollectionIndexes(String collection, List<IndexDefinition> indexes) {

    public CollectionIndexes {
        indexes = List.copyOf(indexes);
    }
}
