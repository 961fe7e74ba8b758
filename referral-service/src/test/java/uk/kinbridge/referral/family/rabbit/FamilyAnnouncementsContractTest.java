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
import uk.kinbridge.referral.family.FamilyEvent;

/** SAL-17: what is said of a stale record obeys the contract that the readers were built on. */
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
}
