package uk.kinbridge.notification.delivery.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.delivery.TidingsBuilder.AGENCY;
import static uk.kinbridge.notification.delivery.TidingsBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.delivery.TidingsBuilder.tidings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.notification.delivery.Addressee;
import uk.kinbridge.notification.delivery.Answer;
import uk.kinbridge.notification.delivery.Carrier;
import uk.kinbridge.notification.delivery.Channel;
import uk.kinbridge.notification.delivery.Deliveries;
import uk.kinbridge.notification.delivery.Deliveries.Listing;
import uk.kinbridge.notification.delivery.Delivery;
import uk.kinbridge.notification.delivery.Patience;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;

@OnEachDatabase
class MongoDeliveriesTest {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Patience PATIENCE = new Patience(List.of(Duration.ofSeconds(10)), LEASE);

    private final TestDatabase database;
    private final MongoTemplate mongo;
    private MongoDeliveries deliveries;

    MongoDeliveriesTest(TestDatabase database) {
        this.database = database;
        this.mongo = new MongoTemplate(database.client(), database.name());
        this.deliveries = new MongoDeliveries(mongo, new Aggregates(mongo));
    }

    @BeforeEach
    void startEmpty() {
        database.mongo().drop();
        var of = new DeliveryIndexes().indexesOfDeliveries();
        of.indexes().forEach(index -> mongo.indexOps(of.collection()).createIndex(index));
    }

    @Test
    void a_delivery_comes_back_as_it_was_kept() {
        var planned = aDelivery("d1", Channel.EMAIL);

        assertThat(deliveries.addOnce(planned, MONDAY_TEN)).isTrue();
        assertThat(deliveries.addOnce(aDelivery("d1", Channel.TEXT), MONDAY_TEN))
                .as("the second time")
                .isFalse();

        assertThat(deliveries.find("d1").orElseThrow().delivery()).isEqualTo(planned);
        assertThat(deliveries.about("n1")).hasSize(1);
        assertThat(deliveries.about("n2")).isEmpty();
    }

    @Test
    void everything_that_can_happen_to_it_is_kept() {
        deliveries.addOnce(aDelivery("d1", Channel.EMAIL), MONDAY_TEN);
        var claimed = deliveries.claimDue(Channel.EMAIL, MONDAY_TEN, LEASE).orElseThrow();
        var begun = changed(claimed.delivery().begin(MONDAY_TEN, LEASE));
        assertThat(deliveries.save(claimed.version(), begun, MONDAY_TEN)).isTrue();
        var ended = changed(begun.end(
                new Answer.Unanswered("broken off"), Carrier.Repetition.UNKNOWN_TO_IT, PATIENCE, 0.5, MONDAY_TEN));
        assertThat(deliveries.save(claimed.version() + 1, ended, MONDAY_TEN)).isTrue();

        assertThat(deliveries.find("d1").orElseThrow().delivery()).isEqualTo(ended);
        assertThat(deliveries.save(1, begun, MONDAY_TEN)).as("an old version").isFalse();
        assertThat(deliveries.claimDue(Channel.EMAIL, MONDAY_TEN.plus(Duration.ofDays(1)), LEASE))
                .as("nothing is left to do")
                .isEmpty();
        assertThat(deliveries.backlog(MONDAY_TEN).get(Channel.EMAIL))
                .satisfies(backlog -> assertThat(backlog.inDoubt()).isEqualTo(1));
    }

    @Test
    void a_channel_is_given_only_what_is_its_own_and_due() {
        deliveries.addOnce(aDelivery("d1", Channel.EMAIL), MONDAY_TEN);
        deliveries.addOnce(aDelivery("d2", Channel.WEBHOOK), MONDAY_TEN);

        assertThat(deliveries.claimDue(Channel.TEXT, MONDAY_TEN, LEASE)).isEmpty();
        assertThat(deliveries.claimDue(Channel.EMAIL, MONDAY_TEN.minusMillis(1), LEASE))
                .isEmpty();
        assertThat(deliveries.claimDue(Channel.EMAIL, MONDAY_TEN, LEASE)).isPresent();
        assertThat(deliveries.claimDue(Channel.EMAIL, MONDAY_TEN, LEASE))
                .as("somebody has it")
                .isEmpty();
        assertThat(deliveries.claimDue(Channel.EMAIL, MONDAY_TEN.plus(LEASE), LEASE))
                .as("who had it died")
                .isPresent();
        var backlog = deliveries.backlog(MONDAY_TEN.plus(Duration.ofHours(1)));
        assertThat(backlog.get(Channel.WEBHOOK)).isEqualTo(new Deliveries.Backlog(1, MONDAY_TEN, 0, 0, 0));
        assertThat(backlog.get(Channel.TEXT)).isEqualTo(new Deliveries.Backlog(0, null, 0, 0, 0));
    }

    @Test
    void many_carriers_at_once_are_given_each_of_them_once() throws InterruptedException, ExecutionException {
        for (int i = 0; i < 60; i++) {
            deliveries.addOnce(aDelivery("d" + i, Channel.EMAIL), MONDAY_TEN);
        }
        var instances = List.of(deliveries, new MongoDeliveries(mongo, new Aggregates(mongo)));
        var carried = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<List<String>>>();
            for (int i = 0; i < 6; i++) {
                var mine = instances.get(i % 2);
                work.add(() -> carryAll(mine));
            }
            for (var done : threads.invokeAll(work)) {
                carried.addAll(done.get());
            }
        }

        assertThat(carried).hasSize(60);
        assertThat(new HashSet<>(carried)).hasSize(60);
    }

    private static List<String> carryAll(MongoDeliveries mine) {
        var begun = new ArrayList<String>();
        for (var few = mine.claimDue(Channel.EMAIL, MONDAY_TEN, LEASE, 4);
                !few.isEmpty();
                few = mine.claimDue(Channel.EMAIL, MONDAY_TEN, LEASE, 4)) {
            for (var kept : few) {
                var intent = changed(kept.delivery().begin(MONDAY_TEN, LEASE));
                if (mine.save(kept.version(), intent, MONDAY_TEN)) {
                    begun.add(intent.id());
                }
            }
        }
        return begun;
    }

    @Test
    void a_few_are_claimed_at_once_those_first_that_have_waited_longest() {
        for (int i = 0; i < 5; i++) {
            deliveries.addOnce(
                    Delivery.planned(
                            "d" + i,
                            Channel.EMAIL,
                            Addressee.person(AGENCY, "p"),
                            tidings().build(),
                            "en",
                            MONDAY_TEN.plusSeconds(10 - i),
                            MONDAY_TEN),
                    MONDAY_TEN);
        }
        var now = MONDAY_TEN.plusSeconds(60);

        assertThat(deliveries.claimDue(Channel.EMAIL, now, LEASE, 3))
                .extracting(kept -> kept.delivery().id())
                .containsExactlyInAnyOrder("d2", "d3", "d4");
        assertThat(deliveries.claimDue(Channel.EMAIL, now, LEASE, 3))
                .extracting(kept -> kept.delivery().id())
                .containsExactlyInAnyOrder("d0", "d1");
        assertThat(deliveries.claimDue(Channel.EMAIL, now, LEASE, 3)).isEmpty();
    }

    @Test
    void several_are_added_at_once_and_each_once() {
        deliveries.addOnce(aDelivery("d1", Channel.EMAIL), MONDAY_TEN);

        deliveries.addAllOnce(
                List.of(aDelivery("d1", Channel.TEXT), aDelivery("d2", Channel.EMAIL), aDelivery("d2", Channel.TEXT)),
                MONDAY_TEN);

        assertThat(deliveries.find("d1").orElseThrow().delivery().channel()).isEqualTo(Channel.EMAIL);
        assertThat(deliveries.find("d2").orElseThrow().delivery().channel()).isEqualTo(Channel.EMAIL);
    }

    @Test
    void a_list_shows_an_agencys_own_the_newest_first_page_by_page() {
        for (int i = 0; i < 5; i++) {
            deliveries.addOnce(
                    Delivery.planned(
                            "d" + i,
                            Channel.EMAIL,
                            Addressee.person(AGENCY, "p"),
                            tidings().build(),
                            "en",
                            MONDAY_TEN,
                            MONDAY_TEN.plusSeconds(i)),
                    MONDAY_TEN);
        }
        deliveries.addOnce(
                Delivery.planned(
                        "other",
                        Channel.EMAIL,
                        Addressee.person("hackney-alcohol-treatment", "p"),
                        tidings().build(),
                        "en",
                        MONDAY_TEN,
                        MONDAY_TEN),
                MONDAY_TEN);
        var all = new Listing(AGENCY, null, null);

        var first = deliveries.list(all, PageRequest.first(3));
        assertThat(first.items()).extracting(kept -> kept.delivery().id()).containsExactly("d4", "d3", "d2");
        var cursor = Cursor.decode("deliveries", java.util.Objects.requireNonNull(first.next()))
                .orElseThrow();
        assertThat(deliveries.list(all, new PageRequest(3, cursor)).items())
                .extracting(kept -> kept.delivery().id())
                .containsExactly("d1", "d0");
        assertThat(deliveries
                        .list(new Listing(AGENCY, Delivery.State.DEAD, null), PageRequest.first(3))
                        .items())
                .isEmpty();
        assertThat(deliveries
                        .list(new Listing(AGENCY, Delivery.State.WAITING, Channel.TEXT), PageRequest.first(3))
                        .items())
                .isEmpty();
    }

    private static Delivery aDelivery(String id, Channel channel) {
        return Delivery.planned(
                id, channel, Addressee.person(AGENCY, "p"), tidings().build(), "en", MONDAY_TEN, MONDAY_TEN);
    }

    private static Delivery changed(Delivery.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Delivery.Outcome.Changed.class);
        return outcome instanceof Delivery.Outcome.Changed(var next) ? next : aDelivery("none", Channel.EMAIL);
    }
}
