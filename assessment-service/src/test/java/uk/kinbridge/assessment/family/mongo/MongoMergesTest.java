package uk.kinbridge.assessment.family.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.assessment.family.OneFamily;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.Plans;
import uk.kinbridge.platform.testing.TestDatabase;

/** HAC-08, FAP-12: records of one family are one, in whatever order and however often that is told, and two again. */
@OnEachDatabase
class MongoMergesTest {

    private final TestDatabase database;
    private final MongoMerges merges;

    MongoMergesTest(TestDatabase database) {
        this.database = database;
        var mongo = new MongoTemplate(database.client(), database.name());
        var indexes = new MongoMerges.Indexes().indexesOfMerges();
        indexes.indexes().forEach(index -> mongo.indexOps(indexes.collection()).createIndex(index));
        this.merges = new MongoMerges(mongo);
    }

    @BeforeEach
    void empty() {
        database.mongo().getCollection(MongoMerges.COLLECTION).deleteMany(new Document());
    }

    @Test
    void a_record_of_which_nothing_was_heard_is_the_only_one() {
        assertThat(merges.of("f-1")).isEqualTo(OneFamily.alone("f-1"));
    }

    @Test
    void both_records_lead_to_the_one_that_is_kept_and_a_member_of_both_is_one() {
        assertThat(merges.merged("f-2", "f-1", Map.of("f-2-1", "f-1-1"), 4)).isTrue();

        for (var record : new String[] {"f-1", "f-2"}) {
            var one = merges.of(record);
            assertThat(one.record()).isEqualTo("f-1");
            assertThat(one.ids()).containsExactly("f-1", "f-2");
            assertThat(one.toKept("f-2").apply("f-2-1")).isEqualTo("f-1-1");
            assertThat(one.toKept("f-2").apply("f-2-2")).as("only on one").isEqualTo("f-2-2");
            assertThat(one.fromKept("f-2").apply("f-1-1")).isEqualTo("f-2-1");
            assertThat(one.fromKept("f-1").apply("f-1-1")).isEqualTo("f-1-1");
        }
    }

    @Test
    void a_kept_one_that_becomes_part_of_a_third_takes_the_first_with_it() {
        merges.merged("f-2", "f-1", Map.of("f-2-1", "f-1-1"), 4);
        merges.merged("f-1", "f-0", Map.of("f-1-1", "f-0-1", "f-1-2", "f-0-2"), 6);

        var one = merges.of("f-2");

        assertThat(one.record()).isEqualTo("f-0");
        assertThat(one.ids()).containsExactlyInAnyOrder("f-0", "f-1", "f-2");
        assertThat(one.toKept("f-2").apply("f-2-1")).isEqualTo("f-0-1");
        assertThat(one.toKept("f-2").apply("f-1-2")).as("came over before").isEqualTo("f-0-2");
        assertThat(one.fromKept("f-2").apply("f-0-1")).isEqualTo("f-2-1");
        assertThat(merges.of("f-0")).isEqualTo(one);
    }

    @Test
    void undone_each_stands_for_itself_and_what_else_is_merged_stays_so() {
        merges.merged("f-2", "f-1", Map.of(), 4);
        merges.merged("f-3", "f-1", Map.of(), 2);

        assertThat(merges.undone("f-2", 5)).isTrue();

        assertThat(merges.of("f-2")).isEqualTo(OneFamily.alone("f-2"));
        assertThat(merges.of("f-1").ids()).containsExactly("f-1", "f-3");
    }

    @Test
    void older_news_that_comes_late_changes_nothing_and_the_same_news_again_stands() {
        assertThat(merges.undone("f-2", 5)).isTrue();

        assertThat(merges.merged("f-2", "f-1", Map.of(), 4)).isFalse();
        assertThat(merges.of("f-2").isAlone()).isTrue();
        assertThat(merges.undone("f-2", 5)).isTrue();
        assertThat(merges.merged("f-2", "f-1", Map.of(), 6)).isTrue();
        assertThat(merges.merged("f-2", "f-1", Map.of(), 6)).isTrue();
        assertThat(merges.of("f-2").record()).isEqualTo("f-1");
    }

    @Test
    void is_found_through_its_indexes() {
        if (database.isEmbedded()) {
            // The embedded server ignores non-unique indexes and has no plans to show.
            return;
        }
        var documents = new ArrayList<Document>();
        for (int i = 0; i < 2_000; i++) {
            documents.add(new Document("_id", "x-" + i)
                    .append("into", "y-" + i)
                    .append("records", List.of("x-" + i, "y-" + i))
                    .append("revision", 1L));
        }
        database.mongo().getCollection(MongoMerges.COLLECTION).insertMany(documents);

        for (var filter : new String[] {"{records: 'x-7'}", "{into: {$in: ['y-7']}}", "{_id: 'x-7'}"}) {
            var find = Document.parse("{find: '" + MongoMerges.COLLECTION + "', filter: " + filter + "}");
            assertThat(Plans.scansIn(database.mongo().runCommand(new Document("explain", find))))
                    .as(filter)
                    .isEmpty();
        }
    }
}
