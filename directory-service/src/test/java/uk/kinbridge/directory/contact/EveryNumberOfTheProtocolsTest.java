package uk.kinbridge.directory.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.kinbridge.protocols.obligation.Obligations;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.Telephone;
import uk.kinbridge.protocols.time.BankHolidays;

/**
 * JWP-19, HAC-25, DOR-01 to DOR-04, SAL-04, SAL-09, SAL-10, SAL-19: the numbers as the five protocols print them; FAP-06:
 * those of children's and adults' services of each area.
 */
class EveryNumberOfTheProtocolsTest {

    /** In the daytime, clock changes included: a Monday in summer time and one after it has ended. */
    private static final List<Instant> DAYTIME = instants(
            "2026-02-11T09:00:00Z",
            "2026-02-11T16:59:59Z",
            "2026-03-30T08:00:00Z",
            "2026-07-15T12:00:00Z",
            "2026-10-26T09:00:00Z",
            "2026-12-24T12:00:00Z");

    /** Nights, weekends, bank holidays, both clock changes, and the very moments of opening and closing. */
    private static final List<Instant> OUT_OF_HOURS = instants(
            "2026-02-11T08:59:59Z",
            "2026-02-11T17:00:00Z",
            "2026-02-12T03:00:00Z",
            "2026-02-14T12:00:00Z",
            "2026-02-15T12:00:00Z",
            "2026-03-29T00:59:59Z",
            "2026-03-29T01:00:00Z",
            "2026-03-30T07:59:59Z",
            "2026-04-03T12:00:00Z",
            "2026-04-06T12:00:00Z",
            "2026-05-25T12:00:00Z",
            "2026-08-31T12:00:00Z",
            "2026-10-25T00:30:00Z",
            "2026-10-25T01:30:00Z",
            "2026-10-26T08:59:59Z",
            "2026-12-25T12:00:00Z",
            "2026-12-26T03:00:00Z",
            "2026-12-28T12:00:00Z",
            "2027-01-01T12:00:00Z");

    private final Packs packs = Packs.shipped();
    private final WhomToCall whom = new WhomToCall(packs, BankHolidays.shipped());

    @ParameterizedTest(name = "{0}, {1}: {2} by day, {3} out of hours")
    @CsvSource(textBlock = """
            southampton,   child-protection,              023 8083 3336, 023 8023 3344
            southampton,   adult-safeguarding,            023 8083 3003, 023 8083 3003
            southampton,   adult-social-care,             023 8083 3003, 023 8083 3003
            portsmouth,    child-protection,              0845 671 0271, 0300 555 1373
            portsmouth,    adult-safeguarding,            0845 671 0271, 0845 671 0271
            portsmouth,    adult-social-care,             0845 671 0271, 0845 671 0271
            isle-of-wight, child-protection,              0300 300 0901, 0300 555 1373
            isle-of-wight, adult-safeguarding,            01983 814374,  01983 821105
            isle-of-wight, adult-social-care,             01983 814374,  01983 821105
            hampshire,     child-protection,              01329 225379,  0300 555 1373
            hampshire,     adult-safeguarding,            01329 225378,  0300 555 1373
            hampshire,     adult-social-care,             01329 225378,  0300 555 1373
            hackney,       child-protection,              020 8356 5138, 999
            hackney,       substance-misuse,              020 8356 2180,
            salford,       child-protection,              0161 603 4500, 999
            salford,       substance-misuse,              0161 358 1530,
            salford,       young-person-substance-misuse, 0161 358 1858,
            salford,       whole-family-programme,        0161 358 1850,
            dorset,        child-protection,              01305 228558,  999
            dorset,        child-welfare,                 01305 228558,  999
            dorset,        adult-safeguarding,            01929 557712,  999
            dorset,        adult-social-care,             01305 221016,
            """)
    void the_number_to_call(String area, String need, String byDay, @Nullable String outOfHours) {
        DAYTIME.forEach(at -> assertThat(first(area, need, at)).as("%s", at).isEqualTo(byDay));
        OUT_OF_HOURS.forEach(
                at -> assertThat(first(area, need, at)).as("%s", at).isEqualTo(outOfHours));
    }

    @Test
    void the_three_numbers_of_first_response_are_tried_in_order() {
        Answer answer = ask("hackney", "child-protection", DAYTIME.getFirst());
        assertThat(answer.call())
                .satisfies(call ->
                        assertThat(numbers(call)).containsExactly("020 8356 5138", "020 8356 5136", "020 8356 5500"));
    }

    @Test
    void no_number_of_the_obligations_is_out_of_reach() {
        Pattern number = Pattern.compile("\\b0\\d{2,4} \\d{3,6}(?: \\d{3,4})?\\b");
        Set<String> asked = Obligations.shipped().all().stream()
                .flatMap(obligation -> number.matcher(obligation.must()).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked)
                .as("numbers of JWP-19, HAC-25, SAL-04, SAL-09, SAL-10, SAL-19, DOR-01, 02, 04")
                .hasSizeGreaterThan(15);
        assertThat(reached()).containsAll(asked);
    }

    @Test
    void no_number_of_any_protocol_is_out_of_reach() {
        Set<String> printed = packs.all().stream()
                .flatMap(pack -> pack.contacts().stream())
                .flatMap(contact -> contact.telephones().stream())
                .map(Telephone::value)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(reached()).containsAll(printed);
    }

    /** By day, by night, at weekends and on holidays, as the first number or the next one. */
    private Set<String> reached() {
        Set<String> reached = new TreeSet<>();
        for (Pack pack : packs.all()) {
            for (AreaId area : pack.areas()) {
                for (Need need : Need.values()) {
                    Stream.concat(DAYTIME.stream(), OUT_OF_HOURS.stream()).forEach(at -> {
                        Answer answer = whom.answer(area, need, at);
                        Stream.concat(Stream.ofNullable(answer.call()), answer.then().stream())
                                .forEach(line -> reached.addAll(numbers(line)));
                    });
                }
            }
        }
        return reached;
    }

    @Test
    void the_police_come_first_in_immediate_danger_everywhere_and_always() {
        packs.all().stream()
                .flatMap(pack -> pack.areas().stream())
                .forEach(area -> Stream.concat(DAYTIME.stream(), OUT_OF_HOURS.stream())
                        .forEach(at -> assertThat(first(area.value(), "immediate-danger", at))
                                .isEqualTo("999")));
    }

    private @Nullable String first(String area, String need, Instant at) {
        Line call = ask(area, need, at).call();
        return call == null ? null : numbers(call).getFirst();
    }

    private Answer ask(String area, String need, Instant at) {
        return whom.answer(new AreaId(area), Needs.named(need).orElseThrow(), at);
    }

    private static List<String> numbers(Line line) {
        return line.telephones().stream().map(Line.Dialable::number).toList();
    }

    private static List<Instant> instants(String... texts) {
        return Stream.of(texts).map(Instant::parse).toList();
    }
}
