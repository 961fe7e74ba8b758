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
import uk.kinbridge.referral.family.Author;
import uk.kinbridge.referral.family.FamilyEvent;
import uk.kinbridge.referral.family.Merge;

/** SAL-17: what is said of a stale record obeys the contract that the readers were built on. */
class FamilyAnnouncementsContractTest {

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void that_records_are_one_or_two_again_obeys_the_schema() {
        var by = new Author("p-1", "Nadia Rahman", "salford-childrens-services");
        var same = List.of(new Merge.Same("f-1-1", "f-2-1"));

        assertThat(faults("family.merged", new FamilyEvent.Merged("f-2", "F-2", "f-1", same, 4, by, AT)))
                .isEmpty();
        assertThat(faults("family.merge-undone", new FamilyEvent.MergeUndone("f-2", "F-2", "f-1", 5, by, AT)))
                .isEmpty();
        assertThat(faults("family.merged", new FamilyEvent.MergeUndone("f-2", "F-2", "f-1", 5, by, AT)))
                .as("the check can fail")
                .isNotEmpty();
    }

    private List<?> faults(String name, FamilyEvent event) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Objects.requireNonNull(
                        getClass().getResourceAsStream("/contracts/events/" + name + ".v1.schema.json")))
                .validate(
                        new JsonMapper()
                                .writeValueAsString(
                                        FamilyAnnouncements.announcement(event).data()),
                        InputFormat.JSON)
                .stream()
                .toList();
    }

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
