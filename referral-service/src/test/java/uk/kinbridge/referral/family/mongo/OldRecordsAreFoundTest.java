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
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.referral.family.Families.Held;
import uk.kinbridge.referral.family.Families.Search;
import uk.kinbridge.referral.family.FamilyMother;
import uk.kinbridge.referral.family.SearchTerms;

/** HAC-08: a record that was saved before we looked for words of double names is found by them all the same. */
@OnEachDatabase
class OldRecordsAreFoundTest {

    private static final int MANY = 450;

    private final MongoTemplate mongo;
    private final MongoFamilies families;

    OldRecordsAreFoundTest(TestDatabase database) {
        mongo = new MongoTemplate(database.client(), database.name());
        families = FamilyRig.families(mongo);
    }

    /** As an earlier release has left them. */
    @BeforeEach
    void old_records() {
        mongo.getCollection(MongoFamilies.COLLECTION).deleteMany(new Document());
        mongo.getCollection(FindableRound.PROGRESS).deleteMany(new Document());
        families.add(family("g-000", SADE, null, adult("Mary Jane", "Thornbury-Vale", null)), NOW);
        var pattern = stored("g-000");
        var others = new ArrayList<Document>();
        for (int i = 1; i < MANY; i++) {
            others.add(new Document(pattern)
                    .append("_id", "g-%03d".formatted(i))
                    .append("reference", "F-g-" + i)
                    .append("find", old()));
        }
        mongo.getCollection(MongoFamilies.COLLECTION).insertMany(others);
        mongo.getCollection(MongoFamilies.COLLECTION)
                .updateOne(new Document("_id", "g-000"), new Document("$set", new Document("find", old())));
    }

    private static Document old() {
        return new Document("keys", List.of()).append("terms", List.of(CSC + "|name:something-else"));
    }

    private Document stored(String id) {
        return Objects.requireNonNull(mongo.getCollection(MongoFamilies.COLLECTION)
                .find(new Document("_id", id))
                .first());
    }

    private List<Held> found() {
        return families.search(new Search(CSC, SearchTerms.wanted(null, "Vale Mary", null, SOUNDS), null, MANY + 1));
    }

    @Test
    void they_are_found_after_one_round_and_nothing_else_of_them_changes() {
        assertThat(found()).isEmpty();

        new FindableRound(mongo, families).round();

        assertThat(found()).hasSize(MANY);
        assertThat(families.find("g-000").orElseThrow().version()).isEqualTo(1);
        assertThat(families.find("g-000").orElseThrow().family())
                .isEqualTo(family("g-000", SADE, null, adult("Mary Jane", "Thornbury-Vale", null)));
    }

    @Test
    void a_round_that_was_cut_short_goes_on_where_it_stopped() {
        assertThat(new FindableRound(mongo, families).batch()).isFalse();
        assertThat(found()).hasSize(200);
        mongo.getCollection(MongoFamilies.COLLECTION)
                .updateOne(new Document("_id", "g-000"), new Document("$set", new Document("find", old())));

        new FindableRound(mongo, families).round();

        assertThat(found()).as("the first one is not looked at twice").hasSize(MANY - 1);
    }

    @Test
    void what_somebody_saves_meanwhile_is_theirs_and_a_merged_record_stays_found_through_the_other() {
        families.save(
                1, FamilyMother.merged(families.find("g-000").orElseThrow().family(), "g-001"), NOW);

        new FindableRound(mongo, families).round();

        assertThat(found())
                .extracting(held -> held.family().id())
                .doesNotContain("g-000")
                .hasSize(MANY - 1);
        assertThat(families.find("g-000").orElseThrow().version()).isEqualTo(2);
    }
}
