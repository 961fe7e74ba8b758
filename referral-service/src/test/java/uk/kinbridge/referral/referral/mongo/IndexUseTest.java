package uk.kinbridge.referral.referral.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.aReferralFrom;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.platform.testing.OnADatabaseWithIndexes;
import uk.kinbridge.platform.testing.QueryWatch;
import uk.kinbridge.protocols.published.FollowsCalendars.Place;
import uk.kinbridge.referral.referral.Duties;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.Referrals.Position;
import uk.kinbridge.referral.referral.Referrals.WorklistQuery;
import uk.kinbridge.referral.referral.Referrals.WorklistSide;

/** Every query of referrals is answered from an index, however many there are. */
@OnADatabaseWithIndexes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexUseTest {

    private static final int MANY = 2_000;
    private static final String TREATMENT = "hackney-drug-treatment";
    private static final Caller LEAD = new Caller(
            "p-leila",
            "leila.haddad",
            "Leila Haddad",
            TREATMENT,
            Set.of("recovery"),
            Set.of(Role.SAFEGUARDING_LEAD, Role.PRACTITIONER));

    private final QueryWatch watch = QueryWatch.onGivenServer(IndexUseTest.class);
    private final MongoReferrals referrals =
            Rig.referrals(new MongoTemplate(watch.client(), watch.database().name()));

    @BeforeAll
    void fill() {
        Rig.createIndexes(
                new MongoTemplate(watch.database().client(), watch.database().name()));
        referrals.add(aReferralFrom("r-0", MONDAY_TEN), MONDAY_TEN);
        var collection = watch.database().mongo().getCollection(MongoReferrals.COLLECTION);
        var pattern = java.util.Objects.requireNonNull(collection.find().first());
        var documents = new ArrayList<Document>();
        for (int i = 1; i < MANY; i++) {
            var copy = new Document(pattern).append("_id", "r-" + i).append("reference", "R-r-" + i);
            var find = new Document(pattern.get("find", Document.class));
            find.append("nextDueAt", Date.from(MONDAY_TEN.plusSeconds(i)))
                    .append("carried", List.of(TREATMENT + "/d-" + i))
                    .append("family", "f-" + i);
            if (i % 10 != 0) {
                find.append("calendar", "2026-12-01");
            }
            if (i % 3 != 0) {
                find.append("parties", List.of("a-" + i, "b-" + i))
                        .append("lists", List.of("agency:a-" + i, "agency:b-" + i, "owes:a-" + i + "/manager"))
                        .append("due1", due(i, "owes:a-" + i + "/manager"))
                        .append("due2", due(i + 60, "owed:a-" + i))
                        .append("terms", List.of("a-" + i + "|all", "a-" + i + "|name:ashdown"));
            }
            documents.add(copy.append("find", find));
        }
        collection.insertMany(documents);
    }

    @AfterAll
    void drop() {
        watch.close();
    }

    Stream<Arguments> queries() {
        var later = new Position(MONDAY_TEN.plusSeconds(500), "r-500");
        return Stream.of(
                query("one referral", () -> referrals.find("r-7")),
                query("a first page of the worklist", () -> worklist(null, null)),
                query("a later page of the worklist", () -> worklist(null, later)),
                query("what was received", () -> worklist(WorklistSide.RECIPIENT, null)),
                query("what was sent", () -> worklist(WorklistSide.REFERRER, later)),
                query("what somebody owes", () -> due(Duties.owedBy(LEAD), null, null)),
                query("more of what somebody owes", () -> due(Duties.owedBy(LEAD), null, later)),
                query("what others owe", () -> due(Duties.owedTo(LEAD), null, null)),
                query("what others owe and is overdue", () -> due(Duties.owedTo(LEAD), later.nextDueAt(), null)),
                query("what somebody works on", () -> listed(Duties.mine(LEAD), later)),
                query("what teams work on", () -> listed(Duties.ofTeams(LEAD), null)),
                query("a name", () -> referrals.search(TREATMENT, List.of("name:ashdown"), null, 26)),
                query(
                        "a name and a date of birth",
                        () -> referrals.search(TREATMENT, List.of("name:robin", "born:1990-03-01"), "r-300", 26)),
                query(
                        "what is overdue",
                        () -> referrals.worklist(
                                new WorklistQuery(TREATMENT, null, MONDAY_TEN.plus(Duration.ofMinutes(5)), null, 26))),
                query("whose clocks are behind", () -> referrals.following().behind("2026-12-01", null, 200)),
                query(
                        "who else is behind",
                        () -> referrals.following().behind("2026-12-01", new Place("2026-08-21", "r-1500"), 200)),
                query(
                        "the cases of a family",
                        () -> referrals.ofFamily(List.of("f-600", "f-601"), TREATMENT, null, 26)),
                query("who carries a document", () -> referrals.carriedTo(TREATMENT, "d-600")));
    }

    private List<Referrals.Held> worklist(
            @org.jspecify.annotations.Nullable WorklistSide side, @org.jspecify.annotations.Nullable Position after) {
        return referrals.worklist(new WorklistQuery(TREATMENT, side, null, after, 26));
    }

    private List<Referrals.Held> listed(List<String> lists, @org.jspecify.annotations.Nullable Position after) {
        return referrals.listed(new Referrals.ListQuery(lists, true, null, after, 26));
    }

    private List<Referrals.Row> due(
            List<String> lists,
            @org.jspecify.annotations.Nullable Instant overdueAt,
            @org.jspecify.annotations.Nullable Position after) {
        return referrals.due(new Referrals.DutyQuery(lists, overdueAt, after, 26));
    }

    private static Document due(int seconds, String list) {
        return new Document("at", Date.from(MONDAY_TEN.plusSeconds(seconds))).append("lists", List.of(list));
    }

    private static Arguments query(String name, Runnable run) {
        return Arguments.of(name, run);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void is_answered_from_an_index(String name, Runnable query) {
        assertThat(watch.scansOf(query)).as(name).isEmpty();
    }

    /**
     * MongoDB reads a list off its index, in its order, where the index has, after the one field that is looked for, those of
     * the order and no array among them; else it would sort in memory.
     */
    @ParameterizedTest(name = "place {0}")
    @ValueSource(ints = {0, 1, 2})
    void what_is_owed_stands_in_its_index_in_the_order_of_its_list(int place) {
        var index = DuePlaces.indexes().get(place);
        var keys = List.copyOf(index.getIndexKeys().keySet());
        var order = List.copyOf(DuePlaces.order(place).toBsonDocument().keySet());

        assertThat(keys.subList(1, keys.size())).isEqualTo(order);
        assertThat(watch.database()
                        .mongo()
                        .getCollection(MongoReferrals.COLLECTION)
                        .countDocuments(Filters.type(order.getFirst(), BsonType.ARRAY)))
                .isZero();
    }

    @Test
    void a_query_without_an_index_is_noticed() {
        assertThat(watch.scansOf(BsonDocument.parse("{find: 'referrals', filter: {pathway: 'nothing'}}")))
                .isNotEmpty();
    }
}
