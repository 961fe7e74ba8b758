package uk.kinbridge.referral.family.rabbit;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.protocols.chasing.ChasePlan;
import uk.kinbridge.protocols.pack.Acknowledgement;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.PackReference;
import uk.kinbridge.protocols.time.Jurisdiction;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.protocols.time.WorkingCalendar;
import uk.kinbridge.referral.family.Author;
import uk.kinbridge.referral.family.CircumstancesTold;
import uk.kinbridge.referral.family.FamilyEvent;
import uk.kinbridge.referral.family.Merge;
import uk.kinbridge.referral.notice.Addressee;
import uk.kinbridge.referral.notice.Pursued;

/** SAL-17, JWP-14: what is said of a stale record obeys the contract that the readers were built on. */
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
        assertThat(faults("notice.requested", stale("salford"))).isEmpty();
        assertThat(faults("notice.requested", stale(null)))
                .as("where no protocol asks any more")
                .isEmpty();
    }

    /** HAC-08. */
    @Test
    void that_an_agencys_work_has_ended_obeys_the_schema_and_names_nobody_of_the_family() {
        var by = new Author("p-1", "Nadia Rahman", "salford-childrens-services");
        var event = new FamilyEvent.WorkEnded("f-1", "F-2222-2222", "achieve-salford", "3-work-ended", by, AT);

        assertThat(faults("notice.requested", event)).isEmpty();
        assertThat(json(event)).contains("achieve-salford", "safeguarding-lead").doesNotContain("person");
    }

    /** A mail about it has the protocol's own words where that protocol has some. */
    @Test
    void names_the_protocol_that_asks_for_the_check_where_one_does() {
        assertThat(json(stale("salford"))).contains("\"protocol\":\"salford\"");
        assertThat(json(stale(null))).doesNotContain("protocol");
    }

    private static FamilyEvent stale(@Nullable String protocol) {
        return new FamilyEvent.NoticeRequested(
                "f-1",
                "F-2222-2222",
                "check-information-1",
                "salford-childrens-services",
                "practitioner",
                "p-1",
                "Check it (F-2222-2222).",
                List.of("SAL-17"),
                protocol,
                AT);
    }

    private static String json(FamilyEvent event) {
        return new JsonMapper()
                .writeValueAsString(FamilyAnnouncements.announcement(event).data());
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
