package uk.kinbridge.referral.draft.rabbit;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.referral.draft.DraftMother;

/** ENG-09: what is said of a draft obeys the contract that the readers were built on. */
class DraftAnnouncementsContractTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant AT = Instant.parse("2026-12-21T10:00:00Z");

    @Test
    void obeys_the_schema_to_its_author_and_to_the_safeguarding_lead() {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Objects.requireNonNull(
                        getClass().getResourceAsStream("/contracts/events/notice.requested.v1.schema.json")));
        var events = Stream.concat(DraftMother.told(AT).events().stream(), DraftMother.reminded(AT).events().stream())
                .toList();

        assertThat(events).hasSize(3).allSatisfy(event -> {
            var json = JSON.writeValueAsString(
                    DraftAnnouncements.announcement(event).data());
            assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        });
        assertThat(schema.validate("{}", InputFormat.JSON))
                .as("the check can fail")
                .isNotEmpty();
    }
}
