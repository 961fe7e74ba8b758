package uk.kinbridge.directory.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;

@OnEachDatabase
class CalendarStoreTest {

    private final TestDatabase database;
    private final CalendarStore store;

    CalendarStoreTest(TestDatabase database) {
        this.database = database;
        var mongo = new MongoTemplate(database.client(), database.name());
        this.store = new CalendarStore(
                mongo,
                new Aggregates(mongo),
                (id, event, now) -> new OutboxEntry(id, CalendarAnnouncements.TYPE, "{}"));
    }

    @BeforeEach
    void empty() {
        database.mongo().drop();
    }

    @Test
    void a_list_is_published_once_and_read_as_it_was() {
        CalendarVersion list = CalendarVersion.shipped();

        assertThat(store.publish(list, List.of())).isTrue();
        assertThat(store.publish(list, List.of())).isFalse();

        assertThat(store.all()).singleElement().satisfies(read -> {
            assertThat(read.version()).isEqualTo(list.version());
            assertThat(read.text()).isEqualTo(list.text());
            assertThat(read.publishedBy()).isEqualTo(CalendarVersion.THIS_RELEASE);
        });
    }
}
