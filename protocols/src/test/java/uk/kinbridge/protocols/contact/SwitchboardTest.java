package uk.kinbridge.protocols.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.Telephone;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.WorkingCalendar;

class SwitchboardTest {

    @ParameterizedTest(name = "{1}, {2}, {3}: {4}")
    @CsvSource(textBlock = """
            family-approach, southampton,   CHILD_PROTECTION,   2026-06-10T11:00, 023 8083 3336
            family-approach, southampton,   CHILD_PROTECTION,   2026-06-10T03:00, 023 8023 3344
            family-approach, southampton,   ADULT_SAFEGUARDING, 2026-06-10T03:00, 023 8083 3003
            family-approach, portsmouth,    CHILD_PROTECTION,   2026-06-10T11:00, 0845 671 0271
            family-approach, portsmouth,    CHILD_PROTECTION,   2026-06-13T11:00, 0300 555 1373
            family-approach, portsmouth,    ADULT_SOCIAL_CARE,  2026-06-13T11:00, 0845 671 0271
            family-approach, isle-of-wight, CHILD_PROTECTION,   2026-06-10T09:00, 0300 300 0901
            family-approach, isle-of-wight, CHILD_PROTECTION,   2026-12-26T03:00, 0300 555 1373
            family-approach, isle-of-wight, ADULT_SAFEGUARDING, 2026-06-10T16:59, 01983 814374
            family-approach, isle-of-wight, ADULT_SAFEGUARDING, 2026-06-10T17:00, 01983 821105
            family-approach, hampshire,     CHILD_PROTECTION,   2026-06-10T11:00, 01329 225379
            family-approach, hampshire,     CHILD_PROTECTION,   2026-12-25T11:00, 0300 555 1373
            family-approach, hampshire,     ADULT_SAFEGUARDING, 2026-06-10T11:00, 01329 225378
            family-approach, hampshire,     ADULT_SAFEGUARDING, 2026-06-13T11:00, 0300 555 1373
            joint-working,   hampshire,     CHILD_PROTECTION,   2026-06-10T11:00, 01329 225379
            hackney,         hackney,       CHILD_PROTECTION,   2026-06-10T11:00, 020 8356 5138
            hackney,         hackney,       CHILD_PROTECTION,   2026-06-10T03:00, 999
            hackney,         hackney,       SUBSTANCE_MISUSE,   2026-06-10T11:00, 020 8356 2180
            hackney,         hackney,       SAFEGUARDING_PARTNERSHIP, 2026-06-10T11:00, 020 8356 3661
            salford,         salford,       CHILD_PROTECTION,   2026-06-10T11:00, 0161 603 4500
            salford,         salford,       SUBSTANCE_MISUSE,   2026-06-10T11:00, 0161 358 1530
            salford,         salford,       YOUNG_PERSON_SUBSTANCE_MISUSE, 2026-06-10T11:00, 0161 358 1858
            salford,         salford,       WHOLE_FAMILY_PROGRAMME, 2026-06-10T11:00, 0161 358 1850
            salford,         salford,       ALCOHOL_IN_PREGNANCY, 2026-06-10T11:00, 0300 123 1110
            dorset,          dorset,        CHILD_PROTECTION,   2026-06-10T11:00, 01305 228558
            dorset,          dorset,        ADULT_SAFEGUARDING, 2026-06-10T11:00, 01929 557712
            dorset,          dorset,        ADULT_SOCIAL_CARE,  2026-06-10T11:00, 01305 221016
            dorset,          dorset,        IMMEDIATE_DANGER,   2026-06-10T11:00, 999
            """)
    void names_the_number_to_call(String pack, String area, Need need, LocalDateTime at, String number) {
        Switchboard board = Switchboard.of(
                List.of(Packs.shipped().latest(new PackId(pack)).orElseThrow()),
                new AreaId(area),
                need,
                BankHolidays.shipped());
        assertThat(board.answeringAt(at.atZone(WorkingCalendar.LONDON).toInstant())
                        .getFirst()
                        .contact()
                        .telephones())
                .first()
                .isEqualTo(new Telephone(number));
    }
}
