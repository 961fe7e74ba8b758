package uk.kinbridge.notification.notice.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.notice.RequestBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.notice.RequestBuilder.aRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.notification.notice.Dispatch;
import uk.kinbridge.notification.notice.Inbox;
import uk.kinbridge.notification.notice.Notices;
import uk.kinbridge.notification.notice.Notices.Listing;
import uk.kinbridge.notification.notice.Notices.Shown;
import uk.kinbridge.notification.notice.People;
import uk.kinbridge.notification.notice.Sender;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.testing.OnADatabaseWithIndexes;
import uk.kinbridge.platform.testing.QueryWatch;

/** Every query that the adapters really send is answered from an index, however many notices there are. */
@OnADatabaseWithIndexes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexUseTest {

    private static final int MANY = 3_000;
    private static final Inbox LEILAS = Inbox.of(People.leila());

    private final QueryWatch watch = QueryWatch.onGivenServer(IndexUseTest.class);
    private final MongoRig rig =
            new MongoRig(new MongoTemplate(watch.client(), watch.database().name()));

    @BeforeAll
    void fill() {
        var template =
                new MongoTemplate(watch.database().client(), watch.database().name());
        MongoRig.createIndexes(template);
        var filler = new MongoRig(template);
        var agencies = List.of(People.DRUG_TREATMENT, People.ALCOHOL_TREATMENT, "salford-midwifery");
        var notices = new ArrayList<Document>();
        var entries = new ArrayList<Document>();
        for (int i = 0; i < MANY; i++) {
            var notice = aRequest()
                    .about("referral-" + i)
                    .to(agencies.get(i % agencies.size()), i % 2 == 0 ? "safeguarding-lead" : "manager")
                    .requestedAt(MONDAY_TEN.plusSeconds(i))
                    .dispatch(new Dispatch(
                            new Sender("hackney-childrens-social-care", i % 50 == 0 ? "maya" : "zoe", "Maya Okafor"),
                            null,
                            i % 30 == 0 ? "n600" : null,
                            null))
                    .delivered("n" + i);
            var document = new Document();
            template.getConverter().write(notice, document);
            document.append("version", 1L).append("find", NoticeIndexes.findable(notice));
            if (i % 100 != 0) {
                document.get("find", Document.class).remove("unfed");
            }
            notices.add(document);
            entries.add(new Document("_id", (long) i + 1)
                    .append("address", Inbox.placesOf(notice))
                    .append("change", notice.id() + "/1")
                    .append("notice", notice.id())
                    .append("version", 1L));
        }
        watch.database().mongo().getCollection(MongoNotices.COLLECTION).insertMany(notices);
        watch.database().mongo().getCollection(MongoFeed.COLLECTION).insertMany(entries);
        watch.database()
                .mongo()
                .getCollection(MongoFeed.COLLECTION)
                .insertOne(new Document("_id", 0L).append("reaches", (long) MANY));
        for (int i = 0; i < MANY; i++) {
            if (i % 10 == 0) {
                filler.fulfilments.add(aRequest().about("referral-" + i).fulfilledAt(MONDAY_TEN), "m" + i);
            }
        }
    }

    @AfterAll
    void drop() {
        watch.close();
    }

    Stream<Arguments> queries() {
        return Stream.of(
                query(
                        "a first page of waiting notices",
                        () -> rig.notices.list(new Listing(LEILAS, Shown.WAITING, null), PageRequest.first(25))),
                query(
                        "a later page of waiting notices",
                        () -> rig.notices.list(
                                new Listing(LEILAS, Shown.WAITING, null),
                                new PageRequest(
                                        25,
                                        Cursor.of(
                                                Notices.LIST,
                                                "WAITING",
                                                NoticeIndexes.urgentFirst(aRequest()
                                                        .requestedAt(MONDAY_TEN.plusSeconds(500))
                                                        .delivered("n500")))))),
                query(
                        "acknowledged notices",
                        () -> rig.notices.list(new Listing(LEILAS, Shown.ACKNOWLEDGED, null), PageRequest.first(25))),
                query(
                        "all notices",
                        () -> rig.notices.list(new Listing(LEILAS, Shown.ALL, null), PageRequest.first(25))),
                query(
                        "notices about one record",
                        () -> rig.notices.list(new Listing(LEILAS, Shown.ALL, "referral-600"), PageRequest.first(25))),
                query(
                        "waiting for an act",
                        () -> rig.notices.waitingFor(
                                aRequest().about("referral-600").fulfilledAt(MONDAY_TEN.plusSeconds(9000)))),
                query(
                        "an act for a notice",
                        () -> rig.fulfilments.covering(
                                aRequest().about("referral-600").delivered("n600"))),
                query(
                        "a page of what somebody sent",
                        () -> rig.notices.sent(
                                new Notices.SentBy("hackney-childrens-social-care", "maya"), PageRequest.first(25))),
                query("what says that nobody has acknowledged one", () -> rig.notices.following("n600")),
                query("left out of the feed", () -> rig.feeder.collect(MONDAY_TEN.minusSeconds(60))),
                query("the end of the feed", () -> rig.feed.latest()),
                query("the feed of an inbox", () -> rig.feed.after(MANY - 100, LEILAS)),
                query("the feed of everybody", () -> rig.feed.stirsAfter(MANY - 100)));
    }

    private static Arguments query(String name, Runnable run) {
        return Arguments.of(name, run);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void is_answered_from_an_index(String name, Runnable query) {
        assertThat(watch.scansOf(query)).as(name).isEmpty();
    }

    /** Counting is no query of its own for the watch: what is counted is looked for instead. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'find.waitingAt': {$gt: ''}, 'find.due': {$lte: {$date: '2026-11-23T10:00:00Z'}}}",
                "{'find.waitingAt': 'hackney-drug-treatment'}",
                "{'find.unfed': {$gt: {$date: '1970-01-01T00:00:00Z'}}}"
            })
    void what_the_backlog_counts_is_found_from_an_index(String counted) {
        var find = BsonDocument.parse("{find: 'notices', filter: " + counted + "}");

        assertThat(watch.scansOf(find)).isEmpty();
    }

    @org.junit.jupiter.api.Test
    void a_query_without_an_index_is_noticed() {
        var scan = BsonDocument.parse("{find: 'notices', filter: {words: 'nothing'}}");

        assertThat(watch.scansOf(scan)).isNotEmpty();
    }
}
