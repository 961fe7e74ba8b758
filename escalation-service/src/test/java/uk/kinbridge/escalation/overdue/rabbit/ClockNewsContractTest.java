package uk.kinbridge.escalation.overdue.rabbit;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.escalation.overdue.OverdueMother;

/** JWP-14: the news of other services is understood as the contract writes it, and ours obeys it. */
class ClockNewsContractTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(strings = {"clock.breached.v1", "clock.met.v1"})
    void understands_the_example_of_the_contract(String name) throws IOException {
        var example = JSON.readTree(resource("/contracts/events/examples/" + name + ".json"));

        var overdue = ClockNews.overdue(example.path("data"));

        assertThat(overdue.clock()).isEqualTo("acknowledge");
        assertThat(overdue.owner().agency()).isEqualTo("hackney-drug-treatment");
        assertThat(overdue.others()).containsExactly("hackney-childrens-social-care");
        assertThat(overdue.dueAt()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
        assertThat(overdue.obligations()).containsExactly("HAC-03");
    }

    /** The example names a role that has been told, and one person of another role, which is not that role. */
    @Test
    void knows_who_has_been_told() throws IOException {
        var example = JSON.readTree(resource("/contracts/events/examples/clock.breached.v1.json"));

        assertThat(ClockNews.told(example.path("data")))
                .containsExactly(new uk.kinbridge.platform.clock.Owner("hackney-drug-treatment", "manager"));
    }

    @Test
    void its_notices_obey_their_schema() {
        for (var event : OverdueMother.born("r-1").events()) {
            var announcement = ConcernAnnouncements.announcement(event);
            var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(resource("/contracts/events/notice.requested.v1.schema.json"));

            assertThat(schema.validate(JSON.writeValueAsString(announcement.data()), InputFormat.JSON))
                    .isEmpty();
            assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
        }
    }

    private static InputStream resource(String path) {
        return Objects.requireNonNull(ClockNewsContractTest.class.getResourceAsStream(path), path);
    }
}
