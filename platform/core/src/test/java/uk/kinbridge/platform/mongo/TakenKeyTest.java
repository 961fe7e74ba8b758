package uk.kinbridge.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;

/** Another's unique key is not mistaken for a message that was handled: what the message asks for would be lost. */
@OnEachDatabase
class TakenKeyTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final Parcels parcels;

    TakenKeyTest(TestDatabase database) {
        this.parcels = new Parcels(database);
    }

    @Test
    void only_its_own_id_says_that_a_message_had_its_effect() {
        parcels.mongo()
                .indexOps("parcels")
                .createIndex(
                        new Index().on("label", Direction.ASC).named("label").unique());
        var collection = parcels.collection();
        collection.insertOnce(Parcel.posted("p-1", "the only one", NOW), NOW, "m-1");

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> collection.insertOnce(Parcel.posted("p-2", "the only one", NOW), NOW, "m-2"));
        assertThat(collection.hasHandled("p-2", "m-2")).isFalse();
        assertThat(collection.insertOnce(Parcel.posted("p-1", "the only one", NOW), NOW, "m-1"))
                .isEqualTo(new SaveOutcome.AlreadyHandled());
    }
}
