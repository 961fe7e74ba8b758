package uk.kinbridge.directory.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.time.BankHolidays;

class WhomToCallTest {

    private static final String DAY = "020 7946 0001";
    private static final String NIGHT = "020 7946 0003";
    private static final AreaId NORTHSHIRE = new AreaId("northshire");
    private final WhomToCall whom = new WhomToCall(new Packs(List.of(northshire())), BankHolidays.shipped());

    @ParameterizedTest(name = "{0} {1}: {2} until {3}")
    @CsvSource(textBlock = """
            # an ordinary Wednesday
            2026-02-11T08:29:59Z, just before it opens,        night, 2026-02-11T08:30:00Z
            2026-02-11T08:30:00Z, as it opens,                 day,   2026-02-11T17:00:00Z
            2026-02-11T16:59:59Z, just before it closes,       day,   2026-02-11T17:00:00Z
            2026-02-11T17:00:00Z, as it closes,                night, 2026-02-12T08:30:00Z
            2026-02-12T03:00:00Z, the middle of the night,     night, 2026-02-12T08:30:00Z
            # a weekend, with an early Friday
            2026-02-13T16:30:00Z, Friday afternoon,            night, 2026-02-16T08:30:00Z
            2026-02-14T12:00:00Z, Saturday noon,               night, 2026-02-16T08:30:00Z
            # Christmas 2026: Saturday is Boxing Day, its substitute is the Monday
            2026-12-24T12:00:00Z, Christmas Eve,               day,   2026-12-24T17:00:00Z
            2026-12-25T12:00:00Z, Christmas Day,               night, 2026-12-29T08:30:00Z
            2026-12-26T03:00:00Z, three on Boxing Day morning, night, 2026-12-29T08:30:00Z
            2026-12-28T12:00:00Z, the substitute day,          night, 2026-12-29T08:30:00Z
            # summer time begins on 2026-03-29 at 01:00 UTC
            2026-03-27T16:29:00Z, the Friday before,           day,   2026-03-27T16:30:00Z
            2026-03-29T00:59:59Z, before the clocks go on,     night, 2026-03-30T07:30:00Z
            2026-03-29T01:00:00Z, after the clocks went on,    night, 2026-03-30T07:30:00Z
            2026-03-30T07:30:00Z, half past eight in London,    day,   2026-03-30T16:00:00Z
            # and ends on 2026-10-25 at 01:00 UTC
            2026-10-23T15:29:00Z, the Friday before,           day,   2026-10-23T15:30:00Z
            2026-10-25T00:30:00Z, the first half past one,     night, 2026-10-26T08:30:00Z
            2026-10-25T01:30:00Z, the second half past one,    night, 2026-10-26T08:30:00Z
            2026-10-26T07:30:00Z, half past seven again,       night, 2026-10-26T08:30:00Z
            """)
    void answers_by_the_hour(String at, String when, String who, String until) {
        Answer answer = whom.answer(NORTHSHIRE, Need.CHILD_PROTECTION, Instant.parse(at));
        assertThat(first(answer)).as(when).isEqualTo(who.equals("day") ? DAY : NIGHT);
        assertThat(answer.until()).isEqualTo(Instant.parse(until));
    }

    @Test
    void names_further_numbers_of_the_same_desk_and_then_the_police() {
        Answer answer = at("2026-02-11T12:00:00Z", Need.CHILD_PROTECTION);
        assertThat(Objects.requireNonNull(answer.call()).telephones())
                .extracting(Line.Dialable::dial)
                .containsExactly("tel:+442079460001", "tel:+442079460002");
        assertThat(answer.then()).extracting(Line::name).containsExactly("Police, when it is no emergency");
    }

    @Test
    void says_why() {
        assertThat(at("2026-12-26T03:00:00Z", Need.CHILD_PROTECTION).why())
                .isEqualTo("It is Saturday 26 December 2026, 03:00. Northshire children's front door is"
                        + " closed until Tuesday 29 December 2026, 08:30. Northshire emergency duty team answers out of"
                        + " hours.");
    }

    @Test
    void puts_the_police_first_in_immediate_danger() {
        Answer answer = at("2026-12-26T03:00:00Z", Need.IMMEDIATE_DANGER);
        assertThat(first(answer)).isEqualTo("999");
        assertThat(answer.then()).extracting(Line::id).containsExactly("children-out-of-hours", "adults");
        assertThat(answer.until()).isEqualTo(Instant.parse("2026-12-29T08:30:00Z"));
    }

    @Test
    void shows_the_emergency_number_with_every_answer() {
        assertThat(at("2026-02-11T12:00:00Z", Need.SUBSTANCE_MISUSE).emergency().telephone())
                .isEqualTo("999");
    }

    @Test
    void an_answer_that_never_changes_has_no_end() {
        Answer answer = at("2026-02-11T12:00:00Z", Need.ADULT_SAFEGUARDING);
        assertThat(first(answer)).isEqualTo("020 7946 0004");
        assertThat(answer.until()).isNull();
        assertThat(answer.why()).endsWith("Northshire adults' services answers at all hours.");
    }

    @Test
    void says_openly_when_nobody_answers_and_who_opens_next() {
        Answer answer = at("2026-02-14T12:00:00Z", Need.SUBSTANCE_MISUSE);
        assertThat(answer.call()).isNull();
        assertThat(answer.opensNext()).extracting(Line::id).isEqualTo("treatment");
        assertThat(answer.why()).endsWith("Northshire recovery service opens on Monday 16 February 2026, 09:00.");
        assertThat(answer.until()).isEqualTo(Instant.parse("2026-02-16T09:00:00Z"));
    }

    @Test
    void takes_the_stand_in_where_the_protocol_names_nobody() {
        Answer answer = at("2026-02-14T12:00:00Z", Need.CHILD_WELFARE);
        assertThat(first(answer)).isEqualTo(NIGHT);
        assertThat(answer.why()).contains("The protocol names no number for nights");
    }

    @Test
    void a_contact_without_areas_serves_all_of_its_protocol() {
        Answer answer =
                whom.answer(new AreaId("eastmouth"), Need.SUBSTANCE_MISUSE, Instant.parse("2026-02-11T12:00:00Z"));
        assertThat(first(answer)).isEqualTo("020 7946 0005");
    }

    @Test
    void has_nothing_to_say_where_nobody_is_named() {
        assertThat(whom.answer(new AreaId("eastmouth"), Need.CHILD_PROTECTION, Instant.parse("2026-02-11T12:00:00Z"))
                        .isEmpty())
                .isTrue();
    }

    private Answer at(String at, Need need) {
        return whom.answer(NORTHSHIRE, need, Instant.parse(at));
    }

    private static String first(Answer answer) {
        return Objects.requireNonNull(answer.call()).telephones().getFirst().number();
    }

    static Pack northshire() {
        String file = "packs-of-tests/northshire-1.yaml";
        try (InputStream yaml = WhomToCallTest.class.getResourceAsStream("/" + file)) {
            byte[] text = Objects.requireNonNull(yaml).readAllBytes();
            return Packs.read(file, new String(text, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
