package uk.kinbridge.referral.family.rabbit;

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
import uk.kinbridge.referral.family.FamilyEvent;

/** SAL-17, JWP-14: what is said of a stale record obeys the contract that the readers were built on. */
class FamilyAnnouncementsContractTest {

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void obeys_the_schema() {
        var event = new FamilyEvent.NoticeRequested(
                "f-1",
                "F-2222-2222",
                "check-information-1",
                "salford-childrens-services",
                "practitioner",
                "p-1",
                "Check it (F-2222-2222).",
                List.of("SAL-17"),
                AT);
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Objects.requireNonNull(
                        getClass().getResourceAsStream("/contracts/events/notice.requested.v1.schema.json")));

        assertThat(schema.validate(
                        new JsonMapper()
                                .writeValueAsString(
                                        FamilyAnnouncements.announcement(event).data()),
                        InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate("{}", InputFormat.JSON))
                .as("the check can fail")
                .isNotEmpty();
    }

    /** JWP-14. */
    @Test
    void an_overdue_check_and_its_being_made_obey_the_schemas() {
        var clock = Clock.started(
                "check-information",
                List.of("SAL-17"),
                new Owner("salford-childrens-services", "practitioner"),
                AT,
                AT.plusSeconds(60),
                null,
                "2026-06-01",
                "Three calendar months.");
        var breached = new Clocks(List.of(clock))
                .elapse(AT.plusSeconds(60))
                .clocks()
                .all()
                .getFirst();
        var protocol = new PackReference(new PackId("salford"), 1, "abc");
        var others = List.of("salford-achieve");

        obeys(
                "clock.breached.v1",
                new FamilyEvent.ClockBreached("f-1", "F-2222-2222", breached, others, protocol),
                "breachedAt");
        obeys(
                "clock.met.v1",
                new FamilyEvent.ClockMet("f-1", "F-2222-2222", breached, others, protocol, AT.plusSeconds(90)),
                "metAt");
    }

    private static void obeys(String contract, FamilyEvent event, String last) {
        var announcement = FamilyAnnouncements.announcement(event);
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Objects.requireNonNull(FamilyAnnouncementsContractTest.class.getResourceAsStream(
                        "/contracts/events/" + contract + ".schema.json")));
        var json = new JsonMapper().writeValueAsString(announcement.data());

        assertThat(announcement.type()).isEqualTo("uk.kinbridge." + contract);
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(json).contains(last, "/api/families/f-1", "What is known of the children is checked");
        assertThat(schema.validate("{}", InputFormat.JSON))
                .as("the check can fail")
                .isNotEmpty();
    }
}
