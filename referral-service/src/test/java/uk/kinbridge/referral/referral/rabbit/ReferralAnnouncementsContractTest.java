package uk.kinbridge.referral.referral.rabbit;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.aReferralFrom;
import static uk.kinbridge.referral.referral.ReferralMother.intoTreatment;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.referral.referral.Act;
import uk.kinbridge.referral.referral.Actor;
import uk.kinbridge.referral.referral.Receiver;
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
        return Stream.concat(
                        Stream.of(
                                born.events(),
                                acknowledged.events(),
                                overdue.events(),
                                late.events(),
                                invited.events()),
                        redirected())
                .flatMap(events -> events.stream());
    }

    /** ENG-19, FAP-14: asked, declined, asked again, taken back. */
    private static Stream<List<ReferralEvent>> redirected() {
        var rules = ReferralMother.rules("family-approach", "child-at-risk");
        var here = new Actor("p-callum", "Callum Reeve", "southampton-childrens-services", List.of());
        var there = new Actor("p-rory", "Rory Hescott", "portsmouth-childrens-services", List.of());
        var born = ReferralMother.aChildReferredIn(here.agency(), "r-2", rules);
        var redirect = new Act.Redirect(new Receiver(there.agency(), "Portsmouth", "duty-worker"), "Wren lives there");
        var asked = ReferralMother.done(born.next(), redirect, here, MONDAY_TEN, rules);
        var declined =
                ReferralMother.done(asked.next(), new Act.DeclineRedirection("Robin moved"), there, MONDAY_TEN, rules);
        var again = ReferralMother.done(declined.next(), redirect, here, MONDAY_TEN, rules);
        var withdrawn = ReferralMother.done(
                again.next(),
                new Act.Withdraw("Sent twice"),
                Objects.requireNonNull(born.next().history().getFirst().by()),
                MONDAY_TEN,
                rules);
        return Stream.of(asked.events(), declined.events(), again.events(), withdrawn.events());
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

    @Test
    void says_what_is_asked_of_whom_by_when() {
        assertThat(redirected().flatMap(List::stream))
                .filteredOn(event -> event instanceof ReferralEvent.NoticeRequested notice
                        && notice.purpose().equals("asked-to-take"))
                .hasSize(2)
                .allSatisfy(event -> assertThat(JSON.writeValueAsString(
                                ReferralAnnouncements.announcement(event).data()))
                        .contains("\"action\":\"Take it, or decline it and say why, by ")
                        .contains("\"acknowledgeBy\"", "\"obligation\":\"FAP-14\"", "\"link\":\"/api/referrals/r-2\""));
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
