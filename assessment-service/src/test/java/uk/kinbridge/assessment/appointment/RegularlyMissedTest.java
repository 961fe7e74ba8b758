package uk.kinbridge.assessment.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.assessment.appointment.CourseMother.ACHIEVE;
import static uk.kinbridge.assessment.appointment.CourseMother.BRIDGE;
import static uk.kinbridge.assessment.appointment.CourseMother.JOEL;
import static uk.kinbridge.assessment.appointment.CourseMother.at;
import static uk.kinbridge.assessment.appointment.CourseMother.begunInSalford;
import static uk.kinbridge.assessment.appointment.CourseMother.corrected;
import static uk.kinbridge.assessment.appointment.CourseMother.days;
import static uk.kinbridge.assessment.appointment.CourseMother.done;
import static uk.kinbridge.assessment.appointment.CourseMother.missed;
import static uk.kinbridge.assessment.appointment.CourseMother.notices;
import static uk.kinbridge.assessment.appointment.CourseMother.offered;
import static uk.kinbridge.assessment.appointment.CourseMother.owed;
import static uk.kinbridge.assessment.appointment.CourseMother.rules;
import static uk.kinbridge.assessment.appointment.CourseMother.told;
import static uk.kinbridge.assessment.appointment.CourseMother.why;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import uk.kinbridge.assessment.appointment.CourseEvent.AttendanceFailing;
import uk.kinbridge.assessment.news.Addressee;
import uk.kinbridge.protocols.chasing.ChasePlan;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.time.BankHolidays;

/** SAL-20, SAL-24: regularly missed appointments are told at once, and a home visit is the next step. */
class RegularlyMissedTest {

    private final Rules salford = rules("salford");

    @Test
    void one_missed_appointment_is_told_to_the_other_service_and_is_not_yet_a_rule() {
        var change = missed(begunInSalford().next(), salford);

        assertThat(change.events()).noneMatch(e -> e instanceof AttendanceFailing);
        assertThat(notices(change))
                .anyMatch(n -> n.to().agency().equals(BRIDGE) && n.obligation().equals("SAL-24"));
    }

    @Test
    void the_second_is_told_at_once_to_the_coordinator_and_the_team_around_the_family() {
        var change = missed(offered(missed(begunInSalford().next(), salford).next(), salford), salford);

        var tell = owed(change.next(), Duty.Kind.TELL);
        assertThat(told(change, tell.id()))
                .containsExactly(
                        new Addressee(ACHIEVE, "practitioner", JOEL.person()),
                        new Addressee(BRIDGE, "duty-worker", null));
        assertThat(change.events()).anyMatch(e -> e instanceof AttendanceFailing f && f.missed() == 2);
        assertThat(owed(change.next(), Duty.Kind.OFFER_HOME_VISIT).obligations())
                .contains("SAL-20");
    }

    /** HAC-17: what a pack wants acknowledged is chased, the next person hears of the silence, and the sender last. */
    @Test
    void a_missed_appointment_that_the_pack_wants_acknowledged_is_chased() {
        var notice = notices(missed(begunInSalford().next(), wantingReceipts())).stream()
                .filter(n -> n.purpose().startsWith("appointment-missed"))
                .findFirst()
                .orElseThrow();

        assertThat(notice.protocol()).isEqualTo("salford");
        assertThat(notice.acknowledgeBy()).isNotNull();
        var pursued = Objects.requireNonNull(notice.pursued());
        assertThat(pursued.sender()).isEqualTo(JOEL);
        assertThat(pursued.chase().steps())
                .extracting(ChasePlan.Step::to)
                .containsExactly(
                        null,
                        new Addressee(BRIDGE, "manager", null),
                        new Addressee(ACHIEVE, "practitioner", JOEL.person()));
    }

    /** Salford's protocol, if it wanted to know that a missed appointment has been heard of. */
    private static Rules wantingReceipts() {
        try (var file = Objects.requireNonNull(Packs.class.getResourceAsStream("/packs/salford-1.yaml"))) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("version: 1", "version: 9")
                    .replace(
                            "    words: An appointment was missed\n",
                            "    words: An appointment was missed\n    acknowledge: {within: 1 working day,"
                                    + " chase-every: 1 working day, then-tell: [{side: other, role: manager}]}\n");
            var written = Packs.read("salford-9.yaml", text.getBytes(StandardCharsets.UTF_8));
            return new Rules(
                    Packs.shipped()
                            .with(written)
                            .version(new PackId("salford"), 9)
                            .orElseThrow(),
                    BankHolidays.shipped());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void nobody_hears_the_same_twice() {
        var change = missed(offered(missed(begunInSalford().next(), salford).next(), salford), salford);

        assertThat(notices(change))
                .filteredOn(n -> n.to().agency().equals(BRIDGE))
                .hasSize(1);
    }

    @Test
    void only_a_home_visit_is_a_home_visit() {
        var failing = missed(offered(missed(begunInSalford().next(), salford).next(), salford), salford)
                .next();
        var later = days(6);

        var clinic = done(failing.offer(at(later), JOEL, salford, days(3))).next();
        var home = done(failing.offer(at(later, Mode.HOME_VISIT), JOEL, salford, days(3)))
                .next();

        assertThat(clinic.owed()).anyMatch(d -> d.kind() == Duty.Kind.OFFER_HOME_VISIT);
        assertThat(home.owed()).noneMatch(d -> d.kind() == Duty.Kind.OFFER_HOME_VISIT);
    }

    @Test
    void an_unsafe_visit_is_left_undone_with_the_reason_but_telling_never_is() {
        var failing = missed(offered(missed(begunInSalford().next(), salford).next(), salford), salford)
                .next();
        var visit = owed(failing, Duty.Kind.OFFER_HOME_VISIT);

        var left = done(failing.leave(visit.id(), JOEL, "A dog that bites", salford, days(3)))
                .next();

        assertThat(left.owed()).noneMatch(d -> d.kind() == Duty.Kind.OFFER_HOME_VISIT);
        assertThat(why(failing.leave(owed(failing, Duty.Kind.TELL).id(), JOEL, "No", salford, days(3))))
                .isEqualTo(Ruling.Why.NOTHING_OWED);
    }

    @Test
    void what_lies_long_ago_does_not_make_it_regular() {
        var first = missed(begunInSalford().next(), salford).next();
        var later = days(100);

        var change = missed(
                done(first.offer(at(later), JOEL, salford, later.minus(Duration.ofDays(1))))
                        .next(),
                salford);

        assertThat(change.events()).noneMatch(e -> e instanceof AttendanceFailing);
    }

    @Test
    void a_corrected_miss_takes_the_failing_back() {
        var failing = missed(offered(missed(begunInSalford().next(), salford).next(), salford), salford)
                .next();
        var now = days(3);

        var change = done(failing.correct(2, corrected(Attendance.ATTENDED, JOEL, now), salford, now));

        assertThat(change.next().failingSince()).isNull();
        assertThat(change.next().owed()).isEmpty();
    }
}
