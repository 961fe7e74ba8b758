package uk.kinbridge.platform.access.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.access.AccessLog.Part;
import uk.kinbridge.platform.access.AccessLog.Place;
import uk.kinbridge.platform.access.Look;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.Plans;
import uk.kinbridge.platform.testing.TestDatabase;

/** Every look at a record is kept, in order, and each record's log is read by itself. */
@OnEachDatabase
class MongoAccessLogTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Caller SADE = new Caller(
            "p-sade", "sade", "Sade Okafor", "hackney-childrens-social-care", Set.of(), Set.of(Role.PRACTITIONER));
    private static final Caller LEILA = new Caller(
            "p-leila", "leila", "Leila Haddad", "hackney-drug-treatment", Set.of(), Set.of(Role.SAFEGUARDING_LEAD));

    private final TestDatabase database;
    private final AccessLog log;

    MongoAccessLogTest(TestDatabase database) {
        this.database = database;
        var mongo = new MongoTemplate(database.client(), database.name());
        var indexes = new AccessLogConfiguration().indexesOfAccessLog();
        indexes.indexes().forEach(index -> mongo.indexOps(indexes.collection()).createIndex(index));
        this.log = new MongoAccessLog(mongo);
    }

    @Test
    void says_who_of_which_agency_did_what_and_when() {
        var look = Look.of("referral", "r-1", LEILA, "read", NOON);
        log.add(look);

        assertThat(looks("referral/r-1", null)).containsExactly(look);
        assertThat(look.roles()).containsExactly("safeguarding-lead");
        assertThat(looks("family/r-1", null)).isEmpty();
    }

    @Test
    void looks_that_come_at_once_are_all_kept_before_their_records_are_shown() throws Exception {
        try (var everybody = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var shown = new ArrayList<java.util.concurrent.Future<Boolean>>();
            for (int i = 0; i < 100; i++) {
                var at = NOON.plusSeconds(i);
                shown.add(everybody.submit(() -> {
                    var look = Look.of("family", "busy", SADE, "read", at);
                    log.add(look);
                    return log.of(new Part("family/busy", null, null, 200)).stream()
                            .anyMatch(kept -> kept.look().equals(look));
                }));
            }
            for (var each : shown) {
                assertThat(each.get()).isTrue();
            }
        }

        assertThat(looks("family/busy", null)).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void a_look_at_a_list_is_one_at_each_of_its_records() {
        log.addAll(List.of(
                Look.of("sharing-decision", "d-1", SADE, "listed", NOON),
                Look.of("sharing-decision", "d-2", SADE, "listed", NOON)));
        log.addAll(List.of());

        assertThat(looks("sharing-decision/d-1", null)).hasSize(1);
        assertThat(looks("sharing-decision/d-2", null)).hasSize(1);
    }

    @Test
    void the_latest_look_comes_first_and_pages_leave_none_out_even_at_one_instant() {
        for (int i = 0; i < 7; i++) {
            log.add(Look.of("family", "paged", SADE, "read", NOON.plusSeconds(i / 3)));
        }

        assertThat(looks("family/paged", null))
                .hasSize(7)
                .isSortedAccordingTo(java.util.Comparator.comparing(Look::at).reversed());
    }

    @Test
    void can_be_read_for_one_agency_alone() {
        log.add(Look.of("family", "both", SADE, "read", NOON));
        log.add(Look.of("family", "both", LEILA, "read", NOON));

        assertThat(looks("family/both", LEILA.agency())).extracting(Look::name).containsExactly("Leila Haddad");
    }

    @Test
    void is_read_from_an_index() {
        if (database.isEmbedded()) {
            // The embedded server ignores non-unique indexes and has no plans to show.
            return;
        }
        var documents = new ArrayList<Document>();
        for (int i = 0; i < 2_000; i++) {
            documents.add(new Document("_id", "x-" + i)
                    .append("record", "family/x-" + i)
                    .append("at", java.util.Date.from(NOON)));
        }
        database.mongo().getCollection(MongoAccessLog.COLLECTION).insertMany(documents);

        var find = Document.parse(
                "{find: 'accessLog', filter: {$and: [{record: 'family/x-7'}]}, sort: {at: -1, _id: -1}}");

        assertThat(Plans.scansIn(database.mongo().runCommand(new Document("explain", find))))
                .isEmpty();
    }

    private List<Look> looks(String record, @Nullable String agency) {
        var looks = new ArrayList<Look>();
        @Nullable Place before = null;
        List<AccessLog.Kept> page;
        do {
            page = log.of(new Part(record, agency, before, 2));
            page.forEach(kept -> looks.add(kept.look()));
            before = page.isEmpty()
                    ? null
                    : new Place(page.getLast().look().at(), page.getLast().id());
        } while (page.size() == 2);
        return looks;
    }
}
