package uk.kinbridge.assessment.appointment.rabbit;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.appointment.CourseMother.LEILA;
import static uk.kinbridge.assessment.appointment.CourseMother.MONDAY_TEN;
import static uk.kinbridge.assessment.appointment.CourseMother.begun;
import static uk.kinbridge.assessment.appointment.CourseMother.begunInSalford;
import static uk.kinbridge.assessment.appointment.CourseMother.corrected;
import static uk.kinbridge.assessment.appointment.CourseMother.days;
import static uk.kinbridge.assessment.appointment.CourseMother.done;
import static uk.kinbridge.assessment.appointment.CourseMother.missed;
import static uk.kinbridge.assessment.appointment.CourseMother.missedInARow;
import static uk.kinbridge.assessment.appointment.CourseMother.offered;
import static uk.kinbridge.assessment.appointment.CourseMother.owed;
import static uk.kinbridge.assessment.appointment.CourseMother.rules;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.assessment.appointment.Attendance;
import uk.kinbridge.assessment.appointment.CourseEvent;
import uk.kinbridge.assessment.appointment.Discussion;
import uk.kinbridge.assessment.appointment.Duty;

/** HAC-05, HAC-06, SAL-20: what is said of appointments obeys the contracts, and repeats no place and nobody's words. */
class AppointmentEventsContractTest {

    private static final JsonMapper JSON = new JsonMapper();

    static Stream<CourseEvent> events() {
        var hackney = rules("hackney");
        var salford = rules("salford");
        var missed = missedInARow(1).next();
        var third = missedInARow(3);
        var discussion =
                new Discussion(LEILA, days(5), "Wren's worker", Discussion.Decision.HOME_VISIT, "Wren is home.", null);
        var overdue = missed.elapse(days(9), hackney);
        return Stream.of(
                        begun().events(),
                        begun().next().elapse(days(1).minusSeconds(60), hackney).events(),
                        missedInARow(1).events(),
                        overdue.events(),
                        done(overdue.next().told(owed(missed, Duty.Kind.TELL).id(), LEILA, "Told Wren", hackney, days(9)))
                                .events(),
                        done(missed.correct(1, corrected(Attendance.ATTENDED, LEILA, days(2)), hackney, days(2)))
                                .events(),
                        third.events(),
                        done(third.next()
                                        .discussed(
                                                owed(third.next(), Duty.Kind.DISCUSS_JOINTLY).id(),
                                                discussion,
                                                hackney,
                                                days(5)))
                                .events(),
                        missed(offered(missed(begunInSalford().next(), salford).next(), salford), salford)
                                .events())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("events")
    void obeys_its_schema(CourseEvent event) {
        var announcement = CourseAnnouncements.announcement(event);

        assertThat(faults(announcement.type(), JSON.writeValueAsString(announcement.data())))
                .isEmpty();
        assertThat(faults(announcement.type(), "{}")).as("the check can fail").isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void says_no_place_and_nobodys_words(CourseEvent event) {
        assertThat(JSON.writeValueAsString(
                        CourseAnnouncements.announcement(event).data()))
                .doesNotContain("Clapton", "Wren");
    }

    @Test
    void every_event_of_appointments_has_been_said_here() {
        var said = events()
                .map(e -> CourseAnnouncements.announcement(e).type())
                .filter(type -> type.contains(".appointment."))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(said)
                .containsExactly(
                        "uk.kinbridge.appointment.attendance-failing.v1",
                        "uk.kinbridge.appointment.missed-taken-back.v1",
                        "uk.kinbridge.appointment.missed.v1",
                        "uk.kinbridge.appointment.next-steps-agreed.v1",
                        "uk.kinbridge.appointment.offers-used-up.v1",
                        "uk.kinbridge.appointment.outcome-recorded.v1");
    }

    @Test
    void reads_the_invitation_that_the_contract_shows() throws Exception {
        try (var example = Objects.requireNonNull(AppointmentEventsContractTest.class.getResourceAsStream(
                "/contracts/events/examples/referral.invited.v1.json"))) {
            var invited = Invitations.invited(JSON.readTree(example).required("data"));

            assertThat(invited.by().agency()).isEqualTo("hackney-drug-treatment");
            assertThat(invited.referral().agency()).isEqualTo("hackney-childrens-social-care");
            assertThat(invited.appointmentAt()).isAfter(MONDAY_TEN);
        }
    }

    private static Set<?> faults(String type, String data) {
        var file = "/contracts/events/" + type.substring("uk.kinbridge.".length()) + ".schema.json";
        var schema = Objects.requireNonNull(
                AppointmentEventsContractTest.class.getResourceAsStream(file), "there is no " + file);
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema)
                .validate(data, InputFormat.JSON);
    }
}
