package uk.kinbridge.referral.information.rabbit;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.protocols.chasing.ChasePlan;
import uk.kinbridge.protocols.pack.Acknowledgement;
import uk.kinbridge.protocols.time.Jurisdiction;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.protocols.time.WorkingCalendar;
import uk.kinbridge.referral.information.DecisionMother;
import uk.kinbridge.referral.information.InformationEvent;
import uk.kinbridge.referral.information.Worker;
import uk.kinbridge.referral.notice.Addressee;
import uk.kinbridge.referral.notice.Pursued;

/** SAL-03, SAL-16: what is said of decisions obeys the contract that the readers were built on, and names nobody. */
class InformationAnnouncementsContractTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void obeys_the_schema_and_names_no_member_of_the_family() {
        var event = new InformationEvent.NoticeRequested(
                "d-1",
                "D-2222-2222",
                "f-1",
                "information-shared",
                DecisionMother.RECIPIENT,
                "safeguarding-lead",
                "Another agency shares information about a family with you (D-2222-2222).",
                List.of("HAC-11"),
                false,
                DecisionMother.AT,
                new Worker("p-sade", "Sade Okafor", "hackney-childrens-social-care"),
                pursued(),
                "hackney");
        var announcement = InformationAnnouncements.announcement(event);
        var json = JSON.writeValueAsString(announcement.data());
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Objects.requireNonNull(
                        getClass().getResourceAsStream("/contracts/events/notice.requested.v1.schema.json")));

        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate("{}", InputFormat.JSON))
                .as("the check can fail")
                .isNotEmpty();
        assertThat(json)
                .contains("\"protocol\":\"hackney\"", "\"turn\":\"next\"", "\"turn\":\"sender\"", "acknowledgeBy")
                .doesNotContain("Robin", "Ashdown");
    }

    @Test
    void that_a_consent_has_ended_obeys_the_schema_and_names_no_member_of_the_family() {
        var event = new InformationEvent.ConsentEnded(
                "c-1", "f-1", new Worker("p-joel", "Joel Amos", "achieve-salford"), DecisionMother.AT);
        var announcement = InformationAnnouncements.announcement(event);
        var json = JSON.writeValueAsString(announcement.data());
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Objects.requireNonNull(
                        getClass().getResourceAsStream("/contracts/events/consent.ended.v1.schema.json")));

        assertThat(announcement.type()).isEqualTo("uk.kinbridge.consent.ended.v1");
        assertThat(announcement.subject()).isEqualTo("c-1");
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate("{}", InputFormat.JSON))
                .as("the check can fail")
                .isNotEmpty();
    }

    private static Pursued pursued() {
        var lead = new Addressee(DecisionMother.RECIPIENT, "safeguarding-lead", null);
        return new Pursued(ChasePlan.of(
                new Acknowledgement(Within.workingDays(1), Within.workingDays(1), List.of()),
                new ChasePlan.People<>(
                        lead,
                        List.of(new Addressee(DecisionMother.RECIPIENT, "manager", null)),
                        new Addressee("hackney-childrens-social-care", "practitioner", "p-sade")),
                DecisionMother.AT,
                WorkingCalendar.office(Jurisdiction.ENGLAND_AND_WALES)));
    }
}
