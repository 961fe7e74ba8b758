package uk.kinbridge.directory.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.mongo.OutboxEntry;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;

@OnEachDatabase
class StoresTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final TestDatabase database;
    private final Aggregates aggregates;
    private final VersionStore versions;
    private final DraftStore drafts;

    StoresTest(TestDatabase database) {
        this.database = database;
        var mongo = new MongoTemplate(database.client(), database.name());
        this.aggregates = new Aggregates(mongo);
        this.versions = new VersionStore(
                mongo, aggregates, (id, version, now) -> new OutboxEntry(id, VersionAnnouncements.TYPE, version.id()));
        this.drafts = new DraftStore(mongo);
    }

    @BeforeEach
    void empty() {
        database.mongo().drop();
    }

    @Test
    void a_version_is_published_once_and_told_in_the_same_write() {
        var shelf = Shelf.of(ShippedVersions.all());
        var version = shelf.versions().getFirst();
        var publication = shelf.publication(version).at(NOW);

        assertThat(versions.publish(publication, version)).isTrue();
        assertThat(versions.publish(publication, version)).isFalse();

        assertThat(versions.find(version.id())).contains(publication);
        assertThat(versions.allBut(Set.of())).containsExactly(publication);
        assertThat(versions.allBut(Set.of(version.id()))).isEmpty();
        var outbox = aggregates.outboxes().getFirst();
        var told = outbox.withEventsDue(NOW, 10);
        assertThat(told).hasSize(1);
        assertThat(outbox.claim(told.getFirst(), NOW, java.time.Duration.ofSeconds(1)))
                .hasValueSatisfying(claim -> assertThat(claim.entries())
                        .extracting(OutboxEntry::event)
                        .containsExactly(version.id()));
    }

    @Test
    void of_two_who_change_a_draft_the_first_one_counts() {
        Draft draft = Draft.uploaded("borsetshire@1", Sixth.manuscript(), "anna.first", NOW);
        assertThat(drafts.insert(draft)).isTrue();
        assertThat(drafts.insert(draft)).isFalse();
        assertThat(drafts.replace(draft.published("anna.first", NOW))).isTrue();
        assertThat(drafts.replace(draft.edited(Manuscript.of("other"), "ben.second", NOW)))
                .isFalse();
        assertThat(drafts.find("borsetshire@1")).contains(draft.published("anna.first", NOW));
    }
}
