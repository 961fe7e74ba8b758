package uk.kinbridge.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.kinbridge.notification.delivery.TidingsBuilder.AGENCY;
import static uk.kinbridge.notification.delivery.TidingsBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.delivery.TidingsBuilder.tidings;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.kinbridge.notification.config.Shipped;
import uk.kinbridge.notification.delivery.Carrier.Repetition;
import uk.kinbridge.notification.notice.Actor;
import uk.kinbridge.notification.template.Template;
import uk.kinbridge.notification.template.Templates;
import uk.kinbridge.platform.testing.SettableTime;

/** The intent is there before the hand-over; whatever dies in between, nothing goes out twice without a person's word. */
class HandingOverOnceTest {

    private static final Patience PATIENCE =
            new Patience(List.of(Duration.ofSeconds(10), Duration.ofMinutes(1)), Duration.ofMinutes(2));
    private static final Actor ABI = new Actor("id-of-abi.stonham", "Abi Stonham", AGENCY, List.of("agency-admin"));

    private final InMemoryDeliveries deliveries = new InMemoryDeliveries();
    private final SettableTime time = new SettableTime(MONDAY_TEN);
    private final Set<String> acknowledged = new HashSet<>();
    private Quiet quiet = (_, now) -> now;
    private AddressBook.Entry address = new AddressBook.Entry.At("leila.haddad@example.org");

    @Test
    void a_mail_is_handed_over_and_that_is_a_fact() {
        var server = new ScriptedCarrier(Repetition.UNKNOWN_TO_IT);
        plan();

        carryAll(server);

        assertThat(server.taken).hasSize(1);
        assertThat(server.taken.getFirst().address()).isEqualTo("leila.haddad@example.org");
        assertThat(the().state()).isEqualTo(Delivery.State.HANDED_OVER);
        assertThat(the().handedOverAt()).isEqualTo(MONDAY_TEN);
        assertThat(the().dueAt()).isNull();
    }

    @Test
    void the_intent_is_written_down_before_the_provider_hears_of_it() {
        var server = new ScriptedCarrier(Repetition.UNKNOWN_TO_IT);
        server.whenTaken = () -> assertThat(the().state()).isEqualTo(Delivery.State.HANDING_OVER);
        plan();

        carryAll(server);

        assertThat(server.taken).hasSize(1);
    }

    @Test
    void a_mail_whose_sender_died_before_the_recording_is_in_doubt_and_not_sent_again() {
        var server = dyingAfterTheHandOver(Repetition.UNKNOWN_TO_IT);

        time.advance(PATIENCE.lease());
        carryAll(server);
        time.advance(Duration.ofDays(30));
        carryAll(server);

        assertThat(server.taken).hasSize(1);
        assertThat(the().state()).isEqualTo(Delivery.State.IN_DOUBT);
        assertThat(the().log()).isNotEmpty();
    }

    @Test
    void nobody_touches_it_while_the_lease_of_the_hand_over_runs() {
        var server = dyingAfterTheHandOver(Repetition.UNKNOWN_TO_IT);

        time.advance(PATIENCE.lease().minusSeconds(1));
        carryAll(server);

        assertThat(the().state()).isEqualTo(Delivery.State.HANDING_OVER);
    }

    @Test
    void a_person_decides_a_doubt_and_the_second_mail_has_the_id_of_the_first() {
        var server = dyingAfterTheHandOver(Repetition.UNKNOWN_TO_IT);
        time.advance(PATIENCE.lease());
        carryAll(server);

        save(the().sendAgain(ABI, time.instant()));
        carryAll(server);

        assertThat(server.taken).hasSize(2).extracting(Parcel::id).containsOnly("d1");
        assertThat(the().decisions()).extracting(d -> d.by().name()).containsExactly("Abi Stonham");
        assertThat(the().state()).isEqualTo(Delivery.State.HANDED_OVER);
    }

    @Test
    void a_person_may_leave_a_doubt_as_it_is() {
        var server = dyingAfterTheHandOver(Repetition.UNKNOWN_TO_IT);
        time.advance(PATIENCE.lease());
        carryAll(server);

        save(the().leave(ABI, time.instant()));
        carryAll(server);

        assertThat(server.taken).hasSize(1);
        assertThat(the().decisions()).extracting(Decision::kind).containsExactly(Decision.Kind.LEFT);
    }

    @Test
    void a_provider_that_can_be_asked_is_asked_and_has_it() {
        var notify = dyingAfterTheHandOver(Repetition.CAN_BE_ASKED);
        notify.trace = new Carrier.Trace.Found("notify-1");

        time.advance(PATIENCE.lease());
        carryAll(notify);

        assertThat(notify.taken).hasSize(1);
        assertThat(the().state()).isEqualTo(Delivery.State.HANDED_OVER);
        assertThat(the().providerId()).isEqualTo("notify-1");
    }

    @Test
    void a_provider_that_can_be_asked_and_does_not_have_it_gets_it_again() {
        var notify = new ScriptedCarrier(Repetition.CAN_BE_ASKED, new Answer.Unanswered("no answer"));
        plan();
        carryAll(notify);
        assertThat(the().state()).isEqualTo(Delivery.State.HANDING_OVER);

        for (int i = 0; i < 3; i++) {
            time.advance(PATIENCE.lease());
            carryAll(notify);
        }

        assertThat(notify.taken).hasSize(1);
        assertThat(the().state()).isEqualTo(Delivery.State.HANDED_OVER);
    }

    @Test
    void a_provider_that_does_not_even_say_is_asked_until_it_does() {
        var notify = dyingAfterTheHandOver(Repetition.CAN_BE_ASKED);
        notify.trace = new Carrier.Trace.NotTold("away");
        for (int i = 0; i < 50; i++) {
            time.advance(PATIENCE.lease());
            carryAll(notify);
        }
        assertThat(the().state()).isEqualTo(Delivery.State.HANDING_OVER);

        notify.trace = new Carrier.Trace.Found("notify-1");
        time.advance(PATIENCE.lease());
        carryAll(notify);

        assertThat(notify.taken).hasSize(1);
        assertThat(the().state()).isEqualTo(Delivery.State.HANDED_OVER);
    }

    @Test
    void what_a_receiver_knows_by_its_id_is_simply_sent_again() {
        var system = dyingAfterTheHandOver(Repetition.RECOGNISED);

        time.advance(PATIENCE.lease());
        carryAll(system);
        time.advance(Duration.ofMinutes(2));
        carryAll(system);

        assertThat(system.taken).hasSize(2).extracting(Parcel::id).containsOnly("d1");
        assertThat(the().state()).isEqualTo(Delivery.State.HANDED_OVER);
    }

    @Test
    void what_fails_comes_again_later_each_time_and_is_given_up_in_the_end() {
        var server = new ScriptedCarrier(
                Repetition.UNKNOWN_TO_IT,
                Answer.NotNow.away("away"),
                Answer.NotNow.away("away"),
                Answer.NotNow.away("away"));
        plan();

        carryAll(server);
        assertThat(the().dueAt()).isEqualTo(MONDAY_TEN.plusSeconds(10));
        time.advance(Duration.ofSeconds(10));
        carryAll(server);
        assertThat(the().dueAt()).isEqualTo(MONDAY_TEN.plusSeconds(70));
        time.advance(Duration.ofMinutes(1));
        carryAll(server);

        assertThat(the().state()).isEqualTo(Delivery.State.DEAD);
        assertThat(the().log()).hasSize(3);
        assertThat(server.taken).isEmpty();
    }

    @Test
    void a_dead_letter_goes_again_when_a_person_says_so() {
        var server = new ScriptedCarrier(Repetition.RECOGNISED, new Answer.Refused("answered 410"));
        plan();
        carryAll(server);
        assertThat(the().state()).isEqualTo(Delivery.State.DEAD);

        save(the().sendAgain(ABI, time.instant()));
        carryAll(server);

        assertThat(the().state()).isEqualTo(Delivery.State.HANDED_OVER);
    }

    @Test
    void being_kept_from_trying_is_no_try() {
        var until = MONDAY_TEN.plusSeconds(20);
        var server = new ScriptedCarrier(
                Repetition.UNKNOWN_TO_IT, new Answer.NotTried(until), new Answer.NotTried(until.plusSeconds(20)));
        plan();

        carryAll(server);
        time.set(until);
        carryAll(server);

        assertThat(the().tries()).isZero();
        assertThat(the().dueAt()).isEqualTo(until.plusSeconds(20));
        assertThat(the().state()).isEqualTo(Delivery.State.WAITING);
    }

    @Test
    void a_provider_that_names_a_time_is_not_asked_before_it() {
        var midnight = Instant.parse("2026-11-24T00:00:00Z");
        var server =
                new ScriptedCarrier(Repetition.CAN_BE_ASKED, new Answer.NotNow("limit of the day", midnight, true));
        plan();

        carryAll(server);

        assertThat(the().dueAt()).isEqualTo(midnight);
    }

    @Test
    void a_person_without_an_address_is_a_dead_letter_and_a_silent_directory_is_not() {
        var server = new ScriptedCarrier(Repetition.UNKNOWN_TO_IT);
        address = new AddressBook.Entry.NotToldNow("the directory does not answer");
        plan();
        carryAll(server);
        assertThat(the().state()).isEqualTo(Delivery.State.WAITING);

        address = new AddressBook.Entry.Nowhere("no address");
        time.advance(Duration.ofSeconds(10));
        carryAll(server);

        assertThat(the().state()).isEqualTo(Delivery.State.DEAD);
        assertThat(server.taken).isEmpty();
    }

    @Test
    void nobody_gets_a_mail_about_what_was_acknowledged_while_it_waited() {
        var server = new ScriptedCarrier(Repetition.UNKNOWN_TO_IT);
        plan();
        acknowledged.add("n1");

        carryAll(server);

        assertThat(server.taken).isEmpty();
        assertThat(the().state()).isEqualTo(Delivery.State.DROPPED);
    }

    @Test
    void the_same_receipt_twice_is_one_and_an_older_one_changes_nothing() {
        carryAll(planned(new ScriptedCarrier(Repetition.CAN_BE_ASKED)));
        var later = MONDAY_TEN.plusSeconds(5);
        save(the().receipt("delivered", true, null, "notify-1", later));

        assertThat(the().state()).isEqualTo(Delivery.State.ARRIVED);
        assertThat(the().receipt("delivered", true, null, "notify-1", later))
                .isInstanceOf(Delivery.Outcome.Stands.class);
        assertThat(the().receipt("sending", false, null, "notify-1", MONDAY_TEN))
                .isInstanceOf(Delivery.Outcome.Stands.class);
    }

    @Test
    void a_receipt_ends_a_doubt() {
        dyingAfterTheHandOver(Repetition.CAN_BE_ASKED);

        save(the().receipt("delivered", true, null, "notify-1", MONDAY_TEN.plusSeconds(5)));

        assertThat(the().state()).isEqualTo(Delivery.State.ARRIVED);
        assertThat(the().dueAt()).isNull();
    }

    @Test
    void a_receipt_of_failure_makes_a_dead_letter() {
        carryAll(planned(new ScriptedCarrier(Repetition.CAN_BE_ASKED)));

        save(the().receipt("permanent-failure", false, "no such address", "notify-1", MONDAY_TEN.plusSeconds(5)));

        assertThat(the().state()).isEqualTo(Delivery.State.DEAD);
    }

    @Test
    void what_is_on_its_way_or_done_is_not_sent_again_by_anybody() {
        carryAll(planned(new ScriptedCarrier(Repetition.CAN_BE_ASKED)));

        assertThat(the().sendAgain(ABI, time.instant())).isInstanceOf(Delivery.Outcome.Stands.class);
        assertThat(the().leave(ABI, time.instant())).isInstanceOf(Delivery.Outcome.Stands.class);
    }

    @Test
    void a_provider_that_comes_back_at_night_wakes_nobody_and_the_waiting_is_no_try() {
        var morning = MONDAY_TEN.plus(Duration.ofHours(22));
        var server = new ScriptedCarrier(Repetition.UNKNOWN_TO_IT, Answer.NotNow.away("away"));
        plan();
        carryAll(server);
        quiet = (_, now) -> now.isBefore(morning) ? morning : now;

        time.advance(Duration.ofHours(12));
        carryAll(server);
        assertThat(server.taken).isEmpty();
        assertThat(the().dueAt()).isEqualTo(morning);
        assertThat(the().tries()).isEqualTo(1);

        time.advance(Duration.ofHours(10));
        carryAll(server);
        assertThat(server.taken).hasSize(1);
    }

    private ScriptedCarrier dyingAfterTheHandOver(Repetition repetition) {
        var carrier = planned(new ScriptedCarrier(repetition));
        carrier.whenTaken = deliveries::die;
        assertThatThrownBy(() -> carry(carrier).carryNext(Channel.EMAIL, () -> {}))
                .isInstanceOf(InMemoryDeliveries.DiedException.class);
        deliveries.revive();
        carrier.whenTaken = () -> {};
        return carrier;
    }

    private ScriptedCarrier planned(ScriptedCarrier carrier) {
        plan();
        return carrier;
    }

    private void plan() {
        deliveries.addOnce(
                Delivery.planned(
                        "d1",
                        Channel.EMAIL,
                        Addressee.person(AGENCY, "id-of-leila.haddad"),
                        tidings().build(),
                        "en",
                        MONDAY_TEN,
                        MONDAY_TEN),
                MONDAY_TEN);
    }

    private void carryAll(Carrier carrier) {
        var carry = carry(carrier);
        for (int i = 0; i < 10 && carry.carryNext(Channel.EMAIL, () -> {}); i++) {
            assertThat(i).as("it goes round and round").isLessThan(9);
        }
    }

    private CarryDeliveries carry(Carrier carrier) {
        return new CarryDeliveries(
                deliveries,
                (channel, to) -> address,
                Map.of(Channel.EMAIL, carrier),
                Map.of(Channel.EMAIL, PATIENCE),
                new WriteLetter(
                        new Templates(Map.of(
                                new Templates.Key("delivered", "email", "", "en"),
                                new Template("{{reference}}", "{{link}}"))),
                        Shipped.phrasebook(),
                        "https://kinbridge.example"),
                time,
                () -> 0.5,
                notices -> {
                    var settled = new HashSet<>(notices);
                    settled.retainAll(acknowledged);
                    return settled;
                },
                quiet);
    }

    private Delivery the() {
        return deliveries.find("d1").orElseThrow().delivery();
    }

    private void save(Delivery.Outcome outcome) {
        var version = deliveries.find("d1").orElseThrow().version();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Delivery.Outcome.Changed.class,
                        changed -> assertThat(deliveries.save(version, changed.next(), time.instant()))
                                .isTrue());
    }
}
