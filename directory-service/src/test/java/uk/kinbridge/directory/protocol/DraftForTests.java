package uk.kinbridge.directory.protocol;

import java.time.Instant;
import org.springframework.data.mongodb.core.MongoOperations;

/** A draft at its first step, whatever was there before. */
public final class DraftForTests {

    public static final String ID = "hackney@77";

    private DraftForTests() {}

    public static void put(MongoOperations mongo) {
        mongo.save(Draft.uploaded(ID, Desk.hackney(77), "somebody.else", Instant.EPOCH));
    }
}
