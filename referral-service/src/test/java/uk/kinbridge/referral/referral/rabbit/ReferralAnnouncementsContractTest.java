package uk.kinbridge.referral.referral.rabbit;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.aReferralFrom;
import static uk.kinbridge.referral.referral.ReferralMother.intoTreatment;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.referral.referral.Act;
import uk.kinbridge.referral.referral.ReferralEvent;
import uk.kinbridge.referral.referral.ReferralMother;

/** HAC-17: what referral-service says obeys the contract that the readers were built on. */
class ReferralAnnouncementsContractTest {

    private static final JsonMapper JSON = new JsonMapper();

    static Stream<ReferralEvent> events() {
        var born = aReferralFrom("r-1", MONDAY_TEN);
        var acknowledged = ReferralMother.acknowledged(born.next(), MONDAY_TEN);
        var overdue = born.next().elapse(MONDAY_TEN.plus(Duration.ofDays(9)), intoTreatment());
        var late = ReferralMother.acknowledged(overdue.next(), MONDAY_TEN.plus(Duration.ofDays(10)));
        var invited = ReferralMother.done(
                acknowledged.next(),
                new Act.Invite(MONDAY_TEN.plus(Duration.ofDays(3)), "Room 2"),
                ReferralMother.TREATMENT_WORKER,
                MONDAY_TEN.plusSeconds(60),
                intoTreatment());
        return Stream.of(born.events(), acknowledged.events(), overdue.events(), late.events(), invited.events())
                .flatMap(events -> events.stream());
    }

    @ParameterizedTest
    @MethodSource("events")
    void obeys_its_schema(ReferralEvent event) {
        var announcement = ReferralAnnouncements.announcement(event);

        assertThat(faults(announcement.type(), JSON.writeValueAsString(announcement.data())))
                .isEmpty();
        assertThat(faults(announcement.type(), "{}")).as("the check can fail").isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void names_no_member_of_the_family(ReferralEvent event) {
        assertThat(JSON.writeValueAsString(
                        ReferralAnnouncements.announcement(event).data()))
                .doesNotContain("Ashdown", "Robin", "Wren");
    }

    private static java.util.Set<?> faults(String type, String data) {
        var file = "/contracts/events/" + type.substring("uk.kinbridge.".length()) + ".schema.json";
        var schema = Objects.requireNonNull(
                ReferralAnnouncementsContractTest.class.getResourceAsStream(file), "there is no " + file);
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema)
                .validate(data, InputFormat.JSON);
    }
}
