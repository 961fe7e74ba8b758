package uk.kinbridge.referral.treatment.rabbit;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import uk.kinbridge.referral.information.Worker;
import uk.kinbridge.referral.notice.Addressee;
import uk.kinbridge.referral.notice.Pursued;
import uk.kinbridge.referral.treatment.Treatment;
import uk.kinbridge.referral.treatment.TreatmentEvent;

/** SAL-16: what is said of treatments obeys the contracts that the readers were built on, and names nobody. */
class TreatmentAnnouncementsContractTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final Worker JOEL = new Worker("p-joel", "Joel Amos", "achieve-salford");
    private static final Addressee BRIDGE = new Addressee("salford-childrens-services", "duty-worker", null);

    private static Treatment treatment() {
        return new Treatment(
                "t-1",
                "T-2222-2222",
                "f-1",
                "m-1",
                JOEL,
                new PackReference(new PackId("salford"), 1, "abc"),
                LocalDate.of(2026, 11, 23),
                AT,
                List.of("salford-childrens-services"),
                new Treatment.Told(List.of(), "Nobody", null, AT),
                List.of(),
                List.of());
    }

    @Test
    void obeys_the_schemas() {
        var pursued = new Pursued(ChasePlan.of(
                new Acknowledgement(Within.workingDays(1), Within.workingDays(1), List.of()),
                new ChasePlan.People<>(BRIDGE, List.of(), new Addressee("achieve-salford", "practitioner", "p-joel")),
                AT,
                WorkingCalendar.office(Jurisdiction.ENGLAND_AND_WALES)));
        var breached = new Clocks(List.of(Clock.started(
                        "tell-school-nursing",
                        List.of("SAL-16"),
                        new Owner("achieve-salford", "practitioner"),
                        AT,
                        AT.plusSeconds(60),
                        null,
                        "2026-06-01",
                        "Two working days.")))
                .elapse(AT.plusSeconds(60))
                .clocks()
                .all()
                .getFirst();

        obeys(
                "notice.requested.v1",
                new TreatmentEvent.NoticeRequested(
                        treatment(),
                        "parent-entered-treatment",
                        BRIDGE,
                        "Told",
                        "Confirm",
                        List.of("SAL-16"),
                        JOEL,
                        pursued,
                        AT));
        obeys("notice.fulfilled.v1", new TreatmentEvent.NoticeFulfilled(treatment(), "tell-school-nursing", JOEL, AT));
        obeys(
                "clock.breached.v1",
                new TreatmentEvent.ClockBreached(
                        treatment(), breached, "Told", List.of(new Addressee("achieve-salford", "manager", null))));
        obeys("clock.met.v1", new TreatmentEvent.ClockMet(treatment(), breached, "Told", AT.plusSeconds(90)));
    }

    private static void obeys(String contract, TreatmentEvent event) {
        var announcement = TreatmentAnnouncements.announcement(event);
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Objects.requireNonNull(TreatmentAnnouncementsContractTest.class.getResourceAsStream(
                        "/contracts/events/" + contract + ".schema.json")));

        assertThat(announcement.type()).isEqualTo("uk.kinbridge." + contract);
        assertThat(schema.validate(JSON.writeValueAsString(announcement.data()), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate("{}", InputFormat.JSON))
                .as("the check can fail")
                .isNotEmpty();
    }
}
