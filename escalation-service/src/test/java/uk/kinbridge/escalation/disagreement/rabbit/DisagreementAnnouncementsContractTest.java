package uk.kinbridge.escalation.disagreement.rabbit;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.CARLTON;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.FILLED;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.GARETH;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.JOEL;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MAEVE;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.done;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.onLevel;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.proposed;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.raised;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.resolved;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.salford;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.escalation.disagreement.DisagreementEvent;
import uk.kinbridge.escalation.disagreement.Resolution.ChildSafety;
import uk.kinbridge.protocols.pack.Fact;

/** SAL-27: what escalation-service says obeys the contracts, and repeats nobody's own words. */
class DisagreementAnnouncementsContractTest {

    private static final JsonMapper JSON = new JsonMapper();

    static Stream<DisagreementEvent> events() {
        var born = raised("d-1", FILLED, MONDAY_TEN, Fact.IMMEDIATE_DANGER);
        var d = onLevel(2, MONDAY_TEN);
        var asked = done(d.inquire(CARLTON, "formal-review", "Wren is not seen", salford(), FILLED, MONDAY_TEN));
        var ended = resolved(MONDAY_TEN);
        var late = ended.elapse(MONDAY_TEN.plusSeconds(900_000), salford(), FILLED);
        return Stream.of(
                        done(d.handOver(JOEL, CARLTON, "Wren", salford(), MONDAY_TEN))
                                .events(),
                        ended.elapse(ended.wakeAt().orElseThrow(), salford(), FILLED)
                                .events(),
                        late.events(),
                        done(late.next()
                                        .fulfil(
                                                MAEVE,
                                                1,
                                                "Wren was visited",
                                                salford(),
                                                MONDAY_TEN.plusSeconds(900_000)))
                                .events(),
                        born.events(),
                        born.next()
                                .elapse(MONDAY_TEN.plusSeconds(900_000), salford(), FILLED)
                                .events(),
                        d.elapse(d.wakeAt().orElseThrow(), salford(), FILLED).events(),
                        done(d.discuss(MAEVE, "Wren was seen", "Wren", true, MONDAY_TEN))
                                .events(),
                        done(raised("d-2", FILLED, MONDAY_TEN)
                                        .next()
                                        .climb(JOEL, "Wren is alone", salford(), FILLED, MONDAY_TEN))
                                .events(),
                        done(d.declareRisk(
                                        MAEVE,
                                        List.of(Fact.CHILD_HOME_ALONE),
                                        "Wren is alone",
                                        salford(),
                                        FILLED,
                                        MONDAY_TEN))
                                .events(),
                        asked.events(),
                        done(asked.next().reply(GARETH, 1, "See Wren", salford(), MONDAY_TEN))
                                .events(),
                        done(proposed(d, MONDAY_TEN).decline(JOEL, "Wren", salford(), MONDAY_TEN))
                                .events(),
                        done(proposed(d, MONDAY_TEN)
                                        .confirm(JOEL, ChildSafety.SAFER, "Wren is safe", salford(), MONDAY_TEN))
                                .events())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("events")
    void obeys_its_schema(DisagreementEvent event) {
        var announcement = DisagreementAnnouncements.announcement(event);

        assertThat(faults(announcement.type(), JSON.writeValueAsString(announcement.data())))
                .isEmpty();
        assertThat(faults(announcement.type(), "{}")).as("the check can fail").isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void repeats_nobodys_own_words(DisagreementEvent event) {
        assertThat(JSON.writeValueAsString(
                        DisagreementAnnouncements.announcement(event).data()))
                .doesNotContain("Wren", "baby");
    }

    private static java.util.Set<?> faults(String type, String data) {
        var file = "/contracts/events/" + type.substring("uk.kinbridge.".length()) + ".schema.json";
        var schema = Objects.requireNonNull(
                DisagreementAnnouncementsContractTest.class.getResourceAsStream(file), "there is no " + file);
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema)
                .validate(data, InputFormat.JSON);
    }
}
