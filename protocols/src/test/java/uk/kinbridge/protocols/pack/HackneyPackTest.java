package uk.kinbridge.protocols.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.kinbridge.protocols.time.BankHolidays;

class HackneyPackTest {

    private static final Pack HACKNEY =
            Packs.shipped().latest(new PackId("hackney")).orElseThrow();
    private static final Pathway INTO_TREATMENT =
            HACKNEY.pathway(new PathwayId("into-treatment")).orElseThrow();

    /** HAC-02 */
    @Test
    void asks_for_the_paperwork_and_the_outline() {
        assertThat(INTO_TREATMENT.missing(Set.of(new ItemId("assessment-paperwork"))))
                .singleElement()
                .satisfies(missing -> {
                    assertThat(missing.item()).isEqualTo(new ItemId("treatment-issue-outline"));
                    assertThat(missing.kind()).isEqualTo(ItemKind.TEXT);
                    assertThat(missing.obligations()).containsExactly(new ObligationId("HAC-02"));
                });
        assertThat(INTO_TREATMENT.missing(
                        Set.of(new ItemId("assessment-paperwork"), new ItemId("treatment-issue-outline"))))
                .isEmpty();
    }

    /** HAC-03 */
    @Test
    void gives_24_hours_to_acknowledge_and_5_working_days_to_invite() {
        Instant fridayEvening = Instant.parse("2026-12-18T18:30:00Z");
        var calendar = HACKNEY.calendarOf(new AgencyId("hackney-drug-treatment"), BankHolidays.shipped());

        List<Clock> clocks = INTO_TREATMENT.clocksStartedBy(CaseEvent.REFERRAL_SUBMITTED);

        assertThat(clocks)
                .extracting(clock -> clock.id().value())
                .containsExactly("acknowledge", "invite-to-assessment");
        assertThat(clocks)
                .extracting(clock -> clock.deadline(fridayEvening, calendar).due())
                .containsExactly(Instant.parse("2026-12-19T18:30:00Z"), Instant.parse("2026-12-30T17:00:00Z"));
        assertThat(clocks)
                .extracting(clock -> Objects.requireNonNull(clock.warning(clock.deadline(fridayEvening, calendar))))
                .containsExactly(Instant.parse("2026-12-19T14:30:00Z"), Instant.parse("2026-12-29T17:00:00Z"));
        assertThat(INTO_TREATMENT.clocksStoppedBy(CaseEvent.ASSESSMENT_INVITED))
                .extracting(clock -> clock.id().value())
                .contains("invite-to-assessment");
    }

    /** HAC-17 */
    @Test
    void wants_the_arrival_acknowledged_by_a_person() {
        assertThat(INTO_TREATMENT.noticesOn(CaseEvent.REFERRAL_SUBMITTED))
                .allMatch(Notice::needsAcknowledgement)
                .flatExtracting(Notice::to)
                .containsExactly(new Party(Side.RECIPIENT, PersonRole.SAFEGUARDING_LEAD));
    }

    /** HAC-23 */
    @Test
    void keeps_the_providers_own_safeguarding_lead_informed() {
        assertThat(HACKNEY.pathway(new PathwayId("into-social-care"))
                        .orElseThrow()
                        .noticesOn(CaseEvent.REFERRAL_SUBMITTED))
                .flatExtracting(Notice::to)
                .contains(new Party(Side.REFERRER, PersonRole.SAFEGUARDING_LEAD));
    }

    @Test
    void is_in_force_in_hackney() {
        assertThat(Packs.shipped().inForce(new AreaId("hackney"), LocalDate.of(2026, 6, 1)))
                .contains(HACKNEY);
        assertThat(HACKNEY.agencies(AgencyRole.TREATMENT_PROVIDER)).hasSize(2);
    }
}
