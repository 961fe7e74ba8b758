package uk.kinbridge.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;

/** One aggregate, one document, one write: on every database that the suite may run on. */
@OnEachDatabase
class AggregateCollectionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final Parcels parcels;
    private final AggregateCollection<Parcel, Parcel.Event> collection;

    AggregateCollectionTest(TestDatabase database) {
        this.parcels = new Parcels(database);
        this.collection = parcels.collection();
    }

    @Test
    void what_is_added_is_found_again_with_its_first_version() {
        var change = Parcel.posted("p-1", "books", NOW);
        collection.insert(change, NOW);

        assertThat(collection.find("p-1")).contains(new Versioned<>(change.next(), 1));
    }

    @Test
    void an_id_that_is_taken_is_refused() {
        collection.insert(Parcel.posted("p-2", "books", NOW), NOW);

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> collection.insert(Parcel.posted("p-2", "shoes", NOW), NOW));
    }

    @Test
    void a_save_names_the_version_that_it_was_decided_on() {
        var posted = collection.insert(Parcel.posted("p-3", "books", NOW), NOW);

        assertThat(collection.save(1, posted.aggregate().signed("Kit", NOW), NOW))
                .isEqualTo(new SaveOutcome.Saved(2));
        assertThat(collection.save(1, posted.aggregate().signed("Max", NOW), NOW))
                .isEqualTo(new SaveOutcome.Stale());
        assertThat(collection.find("p-3").orElseThrow().aggregate().signedBy()).isEqualTo("Kit");
    }

    @Test
    void of_many_writers_at_once_one_wins() throws Exception {
        var posted = collection.insert(Parcel.posted("p-4", "books", NOW), NOW);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Callable<SaveOutcome>>();
            for (int i = 0; i < 8; i++) {
                var by = "writer-" + i;
                tries.add(() -> collection.save(1, posted.aggregate().signed(by, NOW), NOW));
            }
            var saved = 0;
            for (var outcome : threads.invokeAll(tries)) {
                if (outcome.get() instanceof SaveOutcome.Saved) {
                    saved++;
                }
            }
            assertThat(saved).isEqualTo(1);
        }
        assertThat(parcels.waiting("p-4")).containsExactly("Posted", "Signed");
    }

    @Test
    void a_field_that_became_nothing_is_gone_from_the_document() {
        var posted = collection.insert(Parcel.posted("p-5", "books", NOW), NOW);
        collection.save(1, posted.aggregate().signed("Kit", NOW), NOW);
        var signed = collection.find("p-5").orElseThrow();
        collection.save(2, signed.aggregate().unsigned(), NOW);

        assertThat(parcels.stored("p-5")).doesNotContainKey("signedBy");
    }

    @Test
    void a_message_has_its_effect_once_in_the_same_write() {
        var posted = collection.insert(Parcel.posted("p-6", "books", NOW), NOW);

        assertThat(collection.saveOnce(1, posted.aggregate().signed("Kit", NOW), NOW, "m-1"))
                .isEqualTo(new SaveOutcome.Saved(2));
        var signed = collection.find("p-6").orElseThrow();
        assertThat(collection.saveOnce(2, signed.aggregate().signed("Kit again", NOW), NOW, "m-1"))
                .isEqualTo(new SaveOutcome.AlreadyHandled());
        assertThat(collection.saveOnce(2, signed.aggregate().signed("Max", NOW), NOW, "m-2"))
                .isEqualTo(new SaveOutcome.Saved(3));
        assertThat(parcels.waiting("p-6")).containsExactly("Posted", "Signed", "Signed");
    }

    @Test
    void what_a_message_creates_is_created_once() {
        assertThat(collection.insertOnce(Parcel.posted("p-7", "books", NOW), NOW, "m-1"))
                .isEqualTo(new SaveOutcome.Saved(1));
        assertThat(collection.insertOnce(Parcel.posted("p-7", "books", NOW), NOW, "m-1"))
                .isEqualTo(new SaveOutcome.AlreadyHandled());
        assertThat(collection.hasHandled("p-7", "m-1")).isTrue();
    }

    @Test
    void a_settled_event_does_not_come_back_with_the_next_save() {
        var posted = collection.insert(Parcel.posted("p-8", "books", NOW), NOW);
        var claim = collection.outbox().claim("p-8", NOW, LEASE).orElseThrow();
        // decided before the relay has settled, saved after
        var change = posted.aggregate().signed("Kit", NOW);
        collection.outbox().settle("p-8", List.of(claim.entries().getFirst().id()));
        collection.save(1, change, NOW);

        assertThat(parcels.waiting("p-8")).containsExactly("Signed");
    }

    @Test
    void a_claim_is_a_lease() {
        collection.insert(Parcel.posted("p-9", "books", NOW), NOW);

        assertThat(collection.outbox().claim("p-9", NOW, LEASE)).isPresent();
        assertThat(collection.outbox().claim("p-9", NOW, LEASE)).isEmpty();
        assertThat(collection.outbox().claim("p-9", NOW.plus(LEASE), LEASE)).isPresent();
    }

    @Test
    void an_event_that_is_added_under_a_lease_is_found_when_settling() {
        var posted = collection.insert(Parcel.posted("p-10", "books", NOW), NOW);
        var claim = collection.outbox().claim("p-10", NOW, LEASE).orElseThrow();
        collection.save(1, posted.aggregate().signed("Kit", NOW), NOW);

        var left = collection
                .outbox()
                .settle("p-10", List.of(claim.entries().getFirst().id()))
                .orElseThrow();

        assertThat(left.entries()).extracting(OutboxEntry::type).containsExactly("Signed");
        assertThat(collection.outbox().settle("p-10", left.ids())).isEmpty();
        assertThat(parcels.stored("p-10")).doesNotContainKey("relayAt");
    }

    @Test
    void ids_of_events_are_the_same_whenever_the_same_save_is_repeated() {
        collection.insert(Parcel.posted("p-11", "books", NOW), NOW);

        assertThat(parcels.stored("p-11")
                        .getList("outbox", Document.class)
                        .getFirst()
                        .getString("id"))
                .isEqualTo("parcels/p-11/1/0");
    }

    @Test
    void what_is_due_is_found_and_can_be_left_alone_for_a_while() {
        var due = NOW.plus(Duration.ofDays(1));
        collection.insert(Parcel.posted("p-12", "books", NOW), NOW);
        assertThat(idsDue(due.minusMillis(1))).doesNotContain("p-12");
        assertThat(idsDue(due)).contains("p-12");

        collection.wakeLater(parcels.stored("p-12"), due.plus(LEASE));

        assertThat(idsDue(due)).doesNotContain("p-12");
        assertThat(idsDue(due.plus(LEASE))).contains("p-12");
    }

    private List<String> idsDue(Instant now) {
        return collection.due(now, 1_000).stream()
                .map(document -> document.getString("_id"))
                .toList();
    }

    @Test
    void many_changes_are_saved_at_once_and_each_only_on_its_version() {
        for (var id : List.of("p-20", "p-21")) {
            collection.insert(Parcel.posted(id, "books", NOW), NOW);
        }
        var first = collection.find("p-20").orElseThrow().aggregate();
        var second = collection.find("p-21").orElseThrow().aggregate();

        collection.saveAll(
                List.of(
                        new AggregateCollection.Taken<>(parcels.stored("p-20"), 1, first.signed("Kit", NOW)),
                        new AggregateCollection.Taken<>(parcels.stored("p-21"), 7, second.signed("Too late", NOW))),
                NOW);

        assertThat(collection.find("p-20").orElseThrow().version()).isEqualTo(2);
        assertThat(parcels.waiting("p-20")).containsExactly("Posted", "Signed");
        assertThat(collection.find("p-20").orElseThrow().aggregate())
                .as("what has changed is written, and all else is still there")
                .isEqualTo(first.signed("Kit", NOW).next());
        assertThat(collection.find("p-21").orElseThrow().version()).isEqualTo(1);
        assertThat(parcels.waiting("p-21")).containsExactly("Posted");
    }

    @Test
    void confirmed_events_are_taken_out_and_what_was_added_meanwhile_stays() {
        collection.insert(Parcel.posted("p-22", "books", NOW), NOW);
        var claim = collection.outbox().claim("p-22", NOW, LEASE).orElseThrow();
        collection.save(1, collection.find("p-22").orElseThrow().aggregate().signed("Kit", NOW), NOW);

        var left = collection.outbox().settle("p-22", claim.ids()).orElseThrow();

        assertThat(left.entries()).extracting(OutboxEntry::type).containsExactly("Signed");
        assertThat(parcels.stored("p-22")).containsKey("relayAt");
        assertThat(collection.outbox().settle("p-22", left.ids())).isEmpty();
        assertThat(parcels.stored("p-22")).doesNotContainKey("relayAt");
        assertThat(parcels.waiting("p-22")).isEmpty();
    }

    @Test
    void several_are_settled_at_once_and_only_what_was_added_meanwhile_is_left() {
        var claims = new ArrayList<Outbox.Claim>();
        for (var id : List.of("p-23", "p-24", "p-25")) {
            collection.insert(Parcel.posted(id, "books", NOW), NOW);
            claims.add(collection.outbox().claim(id, NOW, LEASE).orElseThrow());
        }
        collection.save(1, collection.find("p-24").orElseThrow().aggregate().signed("Kit", NOW), NOW);

        var left = collection.outbox().settleAll(claims);

        assertThat(left).extracting(Outbox.Claim::documentId).containsExactly("p-24");
        assertThat(left.getFirst().entries()).extracting(OutboxEntry::type).containsExactly("Signed");
        assertThat(parcels.stored("p-24")).containsKey("relayAt");
        for (var id : List.of("p-23", "p-25")) {
            assertThat(parcels.waiting(id)).isEmpty();
            assertThat(parcels.stored(id)).doesNotContainKey("relayAt");
        }
    }

    @Test
    void several_are_settled_by_one_who_was_late_without_touching_what_another_has_claimed_since() {
        var claims = new ArrayList<Outbox.Claim>();
        for (var id : List.of("p-26", "p-27")) {
            collection.insert(Parcel.posted(id, "books", NOW), NOW);
            claims.add(collection.outbox().claim(id, NOW, LEASE).orElseThrow());
        }
        collection.outbox().settle("p-26", claims.getFirst().ids());
        collection.save(1, collection.find("p-26").orElseThrow().aggregate().signed("Kit", NOW), NOW);
        assertThat(collection.outbox().claim("p-26", NOW, LEASE)).isPresent();

        assertThat(collection.outbox().settleAll(claims)).isEmpty();

        assertThat(parcels.waiting("p-26")).containsExactly("Signed");
        assertThat(parcels.stored("p-26")).containsKey("relayAt");
        assertThat(parcels.waiting("p-27")).isEmpty();
    }

    @Test
    void what_several_messages_create_is_added_at_once_and_each_once() {
        collection.insert(Parcel.posted("p-28", "books", NOW), NOW);

        var added = collection.insertAllOnce(
                List.of(
                        new AggregateCollection.Birth<>(Parcel.posted("p-28", "shoes", NOW), "m1"),
                        new AggregateCollection.Birth<>(Parcel.posted("p-29", "hats", NOW), "m2"),
                        new AggregateCollection.Birth<>(Parcel.posted("p-30", "hats", NOW), "m3"),
                        new AggregateCollection.Birth<>(Parcel.posted("p-29", "again", NOW), "m2")),
                NOW);

        assertThat(added).containsExactlyInAnyOrder("p-29", "p-30");
        assertThat(collection.find("p-28").orElseThrow().aggregate().label()).isEqualTo("books");
        assertThat(collection.find("p-29").orElseThrow().aggregate().label()).isEqualTo("hats");
        assertThat(collection.hasHandled("p-30", "m3")).isTrue();
        assertThat(parcels.waiting("p-30")).containsExactly("Posted");
        assertThat(collection.findAll(List.of("p-28", "p-30", "p-none")))
                .extracting(found -> found.aggregate().id())
                .containsExactlyInAnyOrder("p-28", "p-30");
    }

    @Test
    void what_queries_look_for_is_written_with_the_state() {
        collection.insert(Parcel.posted("p-13", "books", NOW), NOW);

        assertThat(parcels.stored("p-13").get("find", Document.class)).containsEntry("label", "books");
    }
}
