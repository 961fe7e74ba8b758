package uk.kinbridge.directory.practitioner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;

@OnEachDatabase
class PractitionerStoreTest {

    private static final Practitioner TOM = People.inAgency("north", "tom.brandt", "practitioner");
    private static final Practitioner LEILA = People.inAgency("north", "leila.haddad", "safeguarding-lead");

    private final TestDatabase database;
    private final PractitionerStore store;

    PractitionerStoreTest(TestDatabase database) {
        this.database = database;
        this.store = new PractitionerStore(new MongoTemplate(database.client(), database.name()));
    }

    @BeforeEach
    void empty() {
        database.mongo().drop();
    }

    @Test
    void keeps_who_is_new_or_moved_and_forgets_who_is_gone() {
        store.save(List.of(TOM, LEILA), List.of());
        Practitioner moved = People.inAgency("south", "tom.brandt", "manager");
        store.save(List.of(moved), List.of(LEILA.subject()));
        assertThat(store.all()).containsExactly(moved);
    }
}
