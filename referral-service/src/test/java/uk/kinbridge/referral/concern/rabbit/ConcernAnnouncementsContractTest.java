package uk.kinbridge.referral.concern.rabbit;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.PackReference;
import uk.kinbridge.referral.concern.ConcernEvent;
import uk.kinbridge.referral.concern.Picture;
import uk.kinbridge.referral.information.Worker;

/** JWP-08: what is said of a picture obeys the contract that the readers were built on. */
class ConcernAnnouncementsContractTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void obeys_the_schema_to_a_role_and_to_a_person() {
        for (var person : new String[] {"p-tom", ""}) {
            var event = new ConcernEvent.NoticeRequested(
                    "f-1",
                    picture(),
                    "concern-counted",
                    "hackney-drug-treatment",
                    "practitioner",
                    person.isEmpty() ? null : person,
                    "Your concern counts (C-2222-2222).",
                    List.of("ENG-12"),
                    false,
                    AT);
            var json = JSON.writeValueAsString(
                    ConcernAnnouncements.announcement(event).data());
            var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(Objects.requireNonNull(
                            getClass().getResourceAsStream("/contracts/events/notice.requested.v1.schema.json")));

            assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
            assertThat(schema.validate("{}", InputFormat.JSON))
                    .as("the check can fail")
                    .isNotEmpty();
        }
    }

    @Test
    void an_overdue_answer_and_its_coming_obey_the_schemas() {
        var clock = Clock.started(
                "answer/several-voices",
                List.of("ENG-12"),
                new Owner("hackney-drug-treatment", "safeguarding-lead"),
                AT,
                AT.plusSeconds(60),
                null,
                "2026-06-01",
                "One working day.");
        var breached = new Clocks(List.of(clock))
                .elapse(AT.plusSeconds(60))
                .clocks()
                .all()
                .getFirst();
        var others = List.of("hackney-childrens-social-care");
        var told = List.of(new Picture.Addressee("hackney-drug-treatment", "manager"));

        obeys("clock.breached.v1", new ConcernEvent.ClockBreached("f-1", picture(), breached, others, told));
        obeys(
                "notice.fulfilled.v1",
                new ConcernEvent.NoticeFulfilled(
                        picture(), "growing-picture", new Worker("p-tom", "Tom Brandt", "hackney-drug-treatment"), AT));
        obeys("clock.met.v1", new ConcernEvent.ClockMet("f-1", picture(), breached, others, AT.plusSeconds(90)));
    }

    private static void obeys(String contract, ConcernEvent event) {
        var announcement = ConcernAnnouncements.announcement(event);
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Objects.requireNonNull(ConcernAnnouncementsContractTest.class.getResourceAsStream(
                        "/contracts/events/" + contract + ".schema.json")));

        assertThat(announcement.type()).isEqualTo("uk.kinbridge." + contract);
        assertThat(schema.validate(JSON.writeValueAsString(announcement.data()), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate("{}", InputFormat.JSON))
                .as("the check can fail")
                .isNotEmpty();
    }

    private static Picture picture() {
        return new Picture(
                "p-1",
                "C-2222-2222",
                "several-voices",
                new PackReference(new PackId("hackney"), 1, "abc"),
                List.of("ENG-12"),
                List.of("Three concerns."),
                List.of(),
                List.of(),
                List.of(),
                AT,
                null,
                null,
                null);
    }
}
