package uk.kinbridge.platform.mongo;

import com.mongodb.client.model.Filters;
import org.bson.conversions.Bson;

/** Where a sorted list goes on after a row that was read before: by a field, and by id among those that are alike. */
public final class After {

    private After() {}

    /**
     * What comes after the row in an ascending list. The plain bound lets an index narrow; the pair makes it exact.
     *
     * @param field the first field of the order; the second is {@code _id}
     */
    public static Bson ascending(String field, Object value, String id) {
        return Filters.and(
                Filters.gte(field, value),
                Filters.or(Filters.gt(field, value), Filters.and(Filters.eq(field, value), Filters.gt("_id", id))));
    }
}
