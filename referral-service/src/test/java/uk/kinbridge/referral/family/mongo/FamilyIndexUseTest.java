package uk.kinbridge.referral.family.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.CSC;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.SOUNDS;
import static uk.kinbridge.referral.family.FamilyMother.adult;
import static uk.kinbridge.referral.family.FamilyMother.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.testing.OnADatabaseWithIndexes;
import uk.kinbridge.platform.testing.QueryWatch;
import uk.kinbridge.protocols.published.FollowsCalendars.Place;
import uk.kinbridge.referral.family.Families.Search;
import uk.kinbridge.referral.family.MatchKeys;
import uk.kinbridge.referral.family.SearchTerms;

/** Every query of families is answered from an index, however many there are. */
@OnADatabaseWithIndexes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FamilyIndexUseTest {

    private static final int MANY = 2_000;

    private final QueryWatch watch = QueryWatch.onGivenServer(FamilyIndexUseTest.class);
    private final MongoFamilies families =
            families(new MongoTemplate(watch.client(), watch.database().name()));

    private static MongoFamilies families(MongoTemplate mongo) {
        return FamilyRig.families(mongo);
    }

    @BeforeAll
    void fill() {
        var mongo =
                new MongoTemplate(watch.database().client(), watch.database().name());
        var indexes = new FamilyIndexes().indexesOfFamilies();
        indexes.indexes().forEach(index -> mongo.indexOps(indexes.collection()).createIndex(index));
        families.add(family("f-0", SADE, "1 Old Road, E8 1AA", adult("Robin", "Ashdown", "1990-03-01")), NOW);
        var collection = watch.database().mongo().getCollection(MongoFamilies.COLLECTION);
        var pattern = Objects.requireNonNull(collection.find().first());
        var documents = new ArrayList<Document>();
        for (int i = 1; i < MANY; i++) {
            documents.add(new Document(pattern)
                    .append("_id", "f-" + i)
                    .append("reference", "F-f-" + i)
                    .append(
                            "find",
                            new Document("keys", List.of("nhs:" + i, "at:" + i))
                                    .append("terms", List.of("other-" + i % 50 + "|all", "other|name:" + i))
                                    .append("calendar", "2026-08-21")));
        }
        collection.insertMany(documents);
    }

    @AfterAll
    void drop() {
        watch.close();
    }

    Stream<Arguments> queries() {
        var asked = family("asked", SADE, "1 Old Road, E8 1AA", adult("Robyn", "Ashdown", "1990-03-01"));
        return Stream.of(
                query("one family", () -> families.find("f-7")),
                query("who may be the same", () -> families.sharing(MatchKeys.narrow(asked, SOUNDS), 200)),
                query("who sounds the same", () -> families.sharing(MatchKeys.wide(asked, SOUNDS), 100)),
                query("all of an agency", () -> families.search(new Search("other-7", List.of("all"), null, 26))),
                query("a later page", () -> families.search(new Search("other-7", List.of("all"), "f-500", 26))),
                query("a name", () -> families.search(wanted(null, "Robin"))),
                query("whose clocks are behind", () -> families.following().behind("2027-01-01", null, 200)),
                query(
                        "who else is behind",
                        () -> families.following().behind("2027-01-01", new Place("2026-08-21", "f-500"), 200)),
                query("a reference", () -> families.search(wanted("F-f-0", null))));
    }

    private static Search wanted(
            @org.jspecify.annotations.Nullable String reference, @org.jspecify.annotations.Nullable String name) {
        return new Search(CSC, SearchTerms.wanted(reference, name, null, SOUNDS), null, 26);
    }

    private static Arguments query(String name, Runnable run) {
        return Arguments.of(name, run);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void is_answered_from_an_index(String name, Runnable query) {
        assertThat(watch.scansOf(query)).as(name).isEmpty();
    }

    @Test
    void a_query_without_an_index_is_noticed() {
        assertThat(watch.scansOf(BsonDocument.parse("{find: 'families', filter: {agency: 'nothing'}}")))
                .isNotEmpty();
    }
}
