package uk.kinbridge.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.kinbridge.assessment.appointment.CourseMother;
import uk.kinbridge.assessment.appointment.Courses;
import uk.kinbridge.assessment.appointment.PinnedRules;
import uk.kinbridge.assessment.assessment.Assessment;
import uk.kinbridge.assessment.assessment.AssessmentMother;
import uk.kinbridge.assessment.assessment.Assessments;
import uk.kinbridge.assessment.engagement.Engagements;
import uk.kinbridge.assessment.engagement.RiskReview;
import uk.kinbridge.assessment.lost.SearchExamples;
import uk.kinbridge.assessment.lost.Searches;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.messaging.EventHandler;
import uk.kinbridge.platform.messaging.IncomingEvent;

/**
 * HAC-03, HAC-04, HAC-15, SAL-21, FAP-12: the examples of the contracts, as they are published, have their effect here,
 * once however often they come; of what is not ours nothing comes.
 */
class EventsHeardTest extends PeersPlayed {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    List<EventHandler> handlers;

    @Autowired
    Assessments assessments;

    @Autowired
    Courses courses;

    @Autowired
    Engagements engagements;

    @Autowired
    Searches searches;

    @Autowired
    PinnedRules rules;

    @Autowired
    InstantSource time;

    @Test
    void changed_circumstances_open_a_completed_assessment_once() throws IOException {
        var completed = kept(AssessmentMother.completedOf("f-" + UUID.randomUUID()));
        var event = example("circumstances.changed");
        event.withObject("/data").put("family", completed.family().id());

        hearTwice(event);

        var heard = assessments.find(completed.id()).orElseThrow();
        assertThat(heard.assessment().state()).isEqualTo(Assessment.State.REOPENED);
        assertThat(heard.assessment().reopened()).anyMatch(words -> words.contains("Recorded: household"));
        assertThat(heard.version()).as("changed once").isEqualTo(2);
    }

    @Test
    void changed_circumstances_are_told_to_who_held_a_closed_assessment_once_and_open_it_for_nobody()
            throws IOException {
        var closed = kept(AssessmentMother.closedOf("f-" + UUID.randomUUID()));
        var event = example("circumstances.changed");
        event.withObject("/data").put("family", closed.family().id());

        hearTwice(event);

        var heard = assessments.find(closed.id()).orElseThrow();
        assertThat(heard.assessment().state()).isEqualTo(Assessment.State.CLOSED);
        assertThat(heard.assessment().history().getLast().words()).contains("after it was closed");
        assertThat(heard.version()).as("changed once").isEqualTo(2);
    }

    @Test
    void an_acknowledged_outcome_is_received_by_that_person_at_that_moment() throws IOException {
        var shared = kept(AssessmentMother.withOutcome(AssessmentMother.completedOf("f-" + UUID.randomUUID())));
        var event = example("notice.acknowledged");
        about(event, "assessment", shared.id());
        event.withObject("/data").put("purpose", "assessment-outcome");
        event.withObject("/data/by").put("agency", AssessmentMother.SOCIAL_CARE);

        hearTwice(event);

        var outcome = assessments
                .find(shared.id())
                .orElseThrow()
                .assessment()
                .outcomes()
                .getFirst();
        assertThat(Objects.requireNonNull(outcome.receivedBy()).name()).isEqualTo("Leila Haddad");
        assertThat(outcome.receivedAt()).isEqualTo(Instant.parse("2026-11-23T11:30:00Z"));
    }

    @Test
    void the_front_door_that_acknowledges_knows_that_a_family_is_lost() throws IOException {
        var id = UUID.randomUUID().toString();
        var salford = CourseMother.rules("salford");
        var begun = SearchExamples.begun(
                id, "L-" + id, List.of(CourseMother.ACHIEVE), CourseMother.JOEL, salford, time.instant());
        var lost = SearchExamples.nobodyKnows(begun.next(), CourseMother.JOEL, salford, time.instant());
        searches.add(Change.silent(lost), time.instant());
        var event = example("notice.acknowledged");
        about(event, "lost-to-contact", id);
        event.withObject("/data").put("purpose", "inform-front-door");
        event.withObject("/data/by").put("agency", CourseMother.BRIDGE);

        hearTwice(event);

        var heard = searches.find(id).orElseThrow();
        assertThat(heard.search().frontDoor().informed()).isNotNull();
        assertThat(heard.version()).as("changed once").isEqualTo(2);
    }

    @Test
    void an_invitation_becomes_one_appointment() throws IOException {
        var referral = UUID.randomUUID().toString();
        var event = example("referral.invited");
        event.withObject("/data").put("referral", referral).put("family", "f-" + referral);
        pin(event);

        hearTwice(event);

        var offered = courses.list(new Courses.Query("hackney-drug-treatment", null, "f-" + referral, false, null, 10));
        assertThat(offered).singleElement().satisfies(held -> {
            assertThat(held.course().offers()).hasSize(1);
            assertThat(held.course().offers().getFirst().at()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
        });
    }

    @Test
    void an_outcome_goes_into_the_picture_of_the_family_once() throws IOException {
        var family = "f-" + UUID.randomUUID();
        var event = example("appointment.outcome-recorded");
        event.withObject("/data/appointment").put("family", family);
        pin(event);

        hearTwice(event);

        assertThat(engagements.find(family).orElseThrow().engagement().seen()).hasSize(1);
    }

    @Test
    void merged_records_are_one_family_in_lists_and_what_is_complete_is_looked_at_again_once() throws IOException {
        var kept = kept(AssessmentMother.completedOf("f-" + UUID.randomUUID()));
        var other = kept(AssessmentMother.completedOf("f-" + UUID.randomUUID()));

        hearTwice(merged(other.family().id(), kept.family().id(), 4));

        for (var family : List.of(kept.family().id(), other.family().id())) {
            assertThat(assessments.ofFamily(family)).containsExactlyInAnyOrder(kept.id(), other.id());
            assertThat(assessments.list(new Assessments.Query(
                            Assessments.Of.AGENCY, AssessmentMother.TREATMENT, null, family, null, 10)))
                    .extracting(Assessments.Row::id)
                    .containsExactlyInAnyOrder(kept.id(), other.id());
        }
        for (var id : List.of(kept.id(), other.id())) {
            var heard = assessments.find(id).orElseThrow();
            assertThat(heard.assessment().state()).isEqualTo(Assessment.State.REOPENED);
            assertThat(heard.version()).as("changed once").isEqualTo(2);
        }
    }

    @Test
    void a_merge_that_is_undone_leaves_each_record_its_own_in_whatever_order_that_is_heard() throws IOException {
        var kept = kept(AssessmentMother.completedOf("f-" + UUID.randomUUID()));
        var other = kept(AssessmentMother.completedOf("f-" + UUID.randomUUID()));
        var undone = example("family.merge-undone");
        undone.withObject("/data")
                .put("family", other.family().id())
                .put("from", kept.family().id())
                .put("revision", 5);

        hearTwice(undone);
        hearTwice(merged(other.family().id(), kept.family().id(), 4));

        assertThat(assessments.ofFamily(kept.family().id())).containsExactly(kept.id());
        assertThat(assessments.ofFamily(other.family().id())).containsExactly(other.id());
        assertThat(assessments.find(other.id()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void what_is_missed_half_on_one_record_and_half_on_the_other_is_a_pattern_once_they_are_one() throws IOException {
        var kept = "f-" + UUID.randomUUID();
        var other = "f-" + UUID.randomUUID();
        missed(kept, 1);
        missed(other, 2);
        missed(other, 3);
        assertThat(engagements.find(kept).orElseThrow().engagement().open()).isEmpty();
        assertThat(engagements.find(other).orElseThrow().engagement().open()).isEmpty();

        hearTwice(merged(other, kept, 4));

        assertThat(engagements.find(kept).orElseThrow().engagement().open())
                .as("on the record that is kept")
                .anyMatch(review -> review.pattern().equals("persistent"))
                .allSatisfy(review -> assertThat(review.sources()).hasSize(3));
        assertThat(engagements.find(other).orElseThrow().engagement().seen())
                .as("each keeps its own")
                .hasSize(2);
    }

    @Test
    void what_is_missed_after_the_merge_counts_for_the_whole_family_under_whichever_record_it_comes()
            throws IOException {
        var kept = "f-" + UUID.randomUUID();
        var other = "f-" + UUID.randomUUID();
        hearTwice(merged(other, kept, 4));
        missed(kept, 1);
        missed(other, 2);
        missed(other, 3);

        assertThat(engagements.find(kept).orElseThrow().engagement().open())
                .extracting(RiskReview::pattern)
                .contains("persistent")
                .doesNotHaveDuplicates();
        assertThat(engagements.find(other).orElseThrow().engagement().open()).isEmpty();
    }

    private ObjectNode merged(String other, String into, int revision) throws IOException {
        var event = example("family.merged");
        event.withObject("/data").put("family", other).put("into", into).put("revision", revision);
        return event;
    }

    private void missed(String family, int number) throws IOException {
        var event = example("appointment.outcome-recorded");
        event.withObject("/data/appointment").put("family", family).put("id", family);
        event.withObject("/data")
                .put("number", number)
                .put("revision", 1)
                .put("sign", "did-not-attend")
                .put("at", time.instant().minus(Duration.ofDays(10 - number)).toString());
        var pack = CourseMother.rules("family-approach").pack().reference();
        event.withObject("/data/protocol")
                .put("pack", pack.id().value())
                .put("version", pack.version())
                .put("hash", pack.hash());
        hearTwice(event);
    }

    @Test
    void what_is_about_others_changes_nothing_here() throws IOException {
        var acknowledged = example("notice.acknowledged");
        var changed = example("circumstances.changed");

        hearTwice(acknowledged);
        hearTwice(changed);

        assertThat(assessments.ofFamily(changed.at("/data/family").asString())).isEmpty();
    }

    private Assessment kept(Assessment assessment) {
        assessments.add(Change.silent(assessment), time.instant());
        return assessment;
    }

    private void hearTwice(JsonNode event) throws IOException {
        var type = event.path("type").asString();
        obeysItsContract(type, event.path("data"));
        var incoming = new IncomingEvent(
                UUID.randomUUID().toString(),
                type,
                event.path("subject").asString(),
                Instant.parse(event.path("time").asString()),
                event.path("data"));
        var listening = handlers.stream()
                .filter(handler -> handler.types().contains(type))
                .toList();
        assertThat(listening).isNotEmpty();
        for (int i = 0; i < 2; i++) {
            listening.forEach(handler -> handler.handle(incoming));
        }
    }

    /** The protocol that is really there. */
    private void pin(ObjectNode event) {
        var pinned = AssessmentMother.aParentalNeedsAssessment().protocol();
        event.withObject("/data/protocol")
                .put("pack", pinned.pack())
                .put("version", pinned.version())
                .put("hash", pinned.hash());
    }

    private static void about(ObjectNode event, String type, String id) {
        event.withObject("/data/about").put("type", type).put("id", id);
    }

    private static ObjectNode example(String name) throws IOException {
        try (var example = Objects.requireNonNull(
                EventsHeardTest.class.getResourceAsStream("/contracts/events/examples/" + name + ".v1.json"))) {
            return (ObjectNode) JSON.readTree(example);
        }
    }

    private static void obeysItsContract(String type, JsonNode data) throws IOException {
        var file = "/contracts/events/" + type.substring("uk.kinbridge.".length()) + ".schema.json";
        try (var schema = Objects.requireNonNull(EventsHeardTest.class.getResourceAsStream(file))) {
            assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                            .getSchema(schema)
                            .validate(data.toString(), InputFormat.JSON))
                    .isEmpty();
        }
    }
}
