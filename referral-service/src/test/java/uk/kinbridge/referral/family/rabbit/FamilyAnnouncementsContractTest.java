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
import uk.kinbridge.protocols.chasing.ChasePlan;
import uk.kinbridge.protocols.pack.Acknowledgement;
import uk.kinbridge.protocols.time.Jurisdiction;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.protocols.time.WorkingCalendar;
import uk.kinbridge.referral.family.Author;
import uk.kinbridge.referral.family.CircumstancesTold;
import uk.kinbridge.referral.family.FamilyEvent;
import uk.kinbridge.referral.family.Merge;
import uk.kinbridge.referral.notice.Addressee;
import uk.kinbridge.referral.notice.Pursued;

/** SAL-17: what is said of a stale record obeys the contract that the readers were built on. */
class FamilyAnnouncementsContractTest {

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void a_change_that_is_told_obeys_the_schema_with_its_pursuit() {
        var lead = new Addressee("hackney-drug-treatment", "safeguarding-lead", null);
        var event = new CircumstancesTold(
                "f-1",
                "F-2222-2222",
                "change-in-the-situation-3",
                lead,
                "The situation has changed (F-2222-2222).",
                List.of("HAC-17"),
                new Author("p-1", "Sade Okafor", "hackney-childrens-social-care"),
                new Pursued(ChasePlan.of(
                        new Acknowledgement(Within.workingDays(1), Within.workingDays(1), List.of()),
                        new ChasePlan.People<>(
                                lead, List.of(), new Addressee("hackney-childrens-social-care", "practitioner", "p-1")),
                        AT,
                        WorkingCalendar.office(Jurisdiction.ENGLAND_AND_WALES))),
                "hackney",
                AT);
        var json = new JsonMapper()
                .writeValueAsString(FamilyAnnouncements.announcement(event).data());
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Objects.requireNonNull(
                        getClass().getResourceAsStream("/contracts/events/notice.requested.v1.schema.json")));

        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(json).contains("\"protocol\":\"hackney\"", "\"turn\":\"sender\"", "\"acknowledgeBy\"");
    }

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
