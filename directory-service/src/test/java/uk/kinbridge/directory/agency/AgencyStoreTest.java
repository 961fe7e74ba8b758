package uk.kinbridge.directory.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;

@OnEachDatabase
class AgencyStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final TestDatabase database;
    private final AgencyStore store;

    AgencyStoreTest(TestDatabase database) {
        this.database = database;
        this.store = new AgencyStore(new MongoTemplate(database.client(), database.name()));
    }

    @BeforeEach
    void empty() {
        database.mongo().drop();
    }

    @Test
    void of_two_who_change_an_agency_the_first_one_counts_and_is_noted() {
        AgencyEntry agency = AgencyEntry.of("north", "North", "police", List.of("hackney"), null);
        assertThat(store.insert(agency)).isTrue();
        assertThat(store.insert(agency)).isFalse();
        var lead = new Responsibility(Post.SAFEGUARDING_LEAD, "leila.haddad", null);
        var note = new ChangeNote(NOW, "abi.stonham", "responsibilities", 2);

        assertThat(store.change("north", 1, new Update().set("responsibilities", List.of(lead)), note))
                .hasValueSatisfying(changed -> {
                    assertThat(changed.version()).isEqualTo(2);
                    assertThat(changed.responsibilities()).containsExactly(lead);
                    assertThat(changed.changes()).containsExactly(note);
                });
        assertThat(store.change("north", 1, new Update().set("name", "Other"), note))
                .isEmpty();
        assertThat(store.find("north")).map(AgencyEntry::name).contains("North");
        assertThat(store.all()).hasSize(1);
    }
}
