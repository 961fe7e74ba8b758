package uk.kinbridge.assessment.assessment.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.assessment.AssessmentMother.MONDAY_TEN;
import static uk.kinbridge.assessment.assessment.AssessmentMother.TREATMENT;
import static uk.kinbridge.assessment.assessment.AssessmentMother.begunAs;

import java.util.ArrayList;
import java.util.Date;
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
import uk.kinbridge.assessment.assessment.Assessments.Of;
import uk.kinbridge.assessment.assessment.Assessments.Position;
import uk.kinbridge.assessment.assessment.Assessments.Query;
import uk.kinbridge.platform.testing.OnADatabaseWithIndexes;
import uk.kinbridge.platform.testing.QueryWatch;
import uk.kinbridge.protocols.published.FollowsCalendars.Place;

/** HAC-10: every list of assessments is answered from an index, however many there are. */
@OnADatabaseWithIndexes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssessmentIndexUseTest {

    private static final int MANY = 2_000;

    private final QueryWatch watch = QueryWatch.onGivenServer(AssessmentIndexUseTest.class);
    private final MongoAssessments assessments =
            Rig.assessments(Rig.template(watch.client(), watch.database().name()));

    @BeforeAll
    void fill() {
        Rig.createIndexes(
                Rig.template(watch.database().client(), watch.database().name()));
        assessments.add(begunAs("a-0"), MONDAY_TEN);
        var collection = watch.database().mongo().getCollection(MongoAssessments.COLLECTION);
        var pattern = Objects.requireNonNull(collection.find().first());
        var documents = new ArrayList<Document>();
        for (int i = 1; i < MANY; i++) {
            var find = new Document(pattern.get("find", Document.class));
            find.append("nextDueAt", Date.from(MONDAY_TEN.plusSeconds(i)))
                    .append("family", "f-" + i)
                    .append("referral", "r-" + i)
                    .append("families", List.of(TREATMENT + "/f-" + i))
                    .append("calendar", "2026-08-21");
            if (i % 5 != 0) {
                find.append("agencies", List.of("a-" + i))
                        .append("workers", List.of("a-" + i + "/p-" + i))
                        .append("withChildren", "a-" + i);
            }
            documents.add(new Document(pattern)
                    .append("_id", "a-" + i)
                    .append("reference", "A-a-" + i)
                    .append("find", find));
        }
        collection.insertMany(documents);
    }

    @AfterAll
    void drop() {
        watch.close();
    }

    Stream<Arguments> questions() {
        var later = new Position(MONDAY_TEN.plusSeconds(500), "a-500");
        return Stream.of(
                asked("a first page of a team's", () -> list(Of.AGENCY, null, null)),
                asked("a later page of a team's", () -> list(Of.AGENCY, null, later)),
                asked("those of one worker", () -> list(Of.MINE, null, later)),
                asked("clients with children", () -> list(Of.WITH_CHILDREN, null, later)),
                asked("those that are closed", () -> list(Of.CLOSED, null, later)),
                asked("whose a document is", () -> assessments.carry("d-600")),
                asked("those of one family", () -> list(Of.AGENCY, "f-600", null)),
                asked("whose clocks are behind", () -> assessments.following().behind("2027-01-01", null, 200)),
                asked(
                        "who else is behind",
                        () -> assessments.following().behind("2027-01-01", new Place("2026-08-21", "a-500"), 200)),
                asked("all of a family", () -> assessments.ofFamily("f-600")),
                asked("those of a referral", () -> assessments.ofReferral("r-600")));
    }

    private void list(
            Of of,
            @org.jspecify.annotations.Nullable String family,
            @org.jspecify.annotations.Nullable Position after) {
        assessments.list(new Query(of, TREATMENT, "p-tom", family, after, 26));
    }

    private static Arguments asked(String name, Runnable question) {
        return Arguments.of(name, question);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void is_answered_from_an_index(String name, Runnable question) {
        assertThat(watch.scansOf(question)).as(name).isEmpty();
    }

    @Test
    void a_query_without_an_index_is_noticed() {
        assertThat(watch.scansOf(BsonDocument.parse("{find: 'assessments', filter: {title: 'nothing'}}")))
                .isNotEmpty();
    }
}
