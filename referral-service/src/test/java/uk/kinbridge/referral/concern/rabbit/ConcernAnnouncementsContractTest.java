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
import uk.kinbridge.referral.concern.ConcernEvent;
import uk.kinbridge.referral.concern.Picture;

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

    private static Picture picture() {
        return new Picture(
                "p-1",
                "C-2222-2222",
                "several-voices",
                "hackney@1",
                List.of("ENG-12"),
                List.of("Three concerns."),
                List.of(),
                List.of(),
                List.of(),
                AT,
                null);
    }
}
