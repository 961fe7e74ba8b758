package uk.kinbridge.platform.mongodb.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;

/** Refuses loudly what the server underneath would accept and then do wrongly. */
final class UnsupportedOptions {

    private UnsupportedOptions() {}

    static void refuse(String command, Document query) {
        if (command.equalsIgnoreCase("createIndexes") && query.get("indexes") instanceof Collection<?> indexes) {
            indexes.forEach(UnsupportedOptions::refuseUniquePartial);
        }
    }

    private static void refuseUniquePartial(Object index) {
        if (index instanceof Document options
                && Boolean.TRUE.equals(options.get("unique"))
                && options.get("partialFilterExpression") != null) {
            throw new MongoServerError(
                    ErrorCode.InvalidOptions,
                    "the embedded server would ignore the partial filter of index '" + options.get("name")
                            + "' and make it unique for every document; use a unique sparse index");
        }
    }
}
