package uk.kinbridge.referral.referral.rabbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.protocols.pack.CaseEvent;

/** HAC-05, HAC-06, SAL-20, SAL-21: what assessment-service tells is read as its contract shows it. */
class AppointmentNewsContractTest {

    @ParameterizedTest
    @CsvSource({
        "appointment.missed.v1, APPOINTMENT_MISSED",
        "appointment.offers-used-up.v1, OFFERS_USED_UP",
        "appointment.next-steps-agreed.v1, NEXT_STEPS_AGREED",
        "appointment.attendance-failing.v1, ATTENDANCE_FAILING",
        "family.lost-to-contact.v1, LOST_TO_CONTACT",
        "family.found.v1, FAMILY_FOUND"
    })
    void reads_the_example_of_the_contract(String name, CaseEvent event) throws Exception {
        try (var example = Objects.requireNonNull(AppointmentNewsContractTest.class.getResourceAsStream(
                "/contracts/events/examples/" + name + ".json"))) {
            var data = new JsonMapper().readTree(example).required("data");

            var heard = AppointmentNews.heard("uk.kinbridge." + name, data);

            assertThat(heard.event()).isEqualTo(event);
            assertThat(heard.by().agency()).isNotEmpty();
        }
    }
}
