package uk.kinbridge.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.notice.RequestBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.notice.RequestBuilder.aRequest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.notification.notice.Chase.Step;
import uk.kinbridge.notification.notice.Chase.Turn;
import uk.kinbridge.notification.notice.Notice.Event;
import uk.kinbridge.notification.notice.Telling.Kind;

/** HAC-17: always check that the communication has been received; who does not confirm it is chased. */
class ChasingANoticeTest {

    private static final Instant TUESDAY_TEN = MONDAY_TEN.plus(Duration.ofDays(1));
    private static final Instant WEDNESDAY_TEN = MONDAY_TEN.plus(Duration.ofDays(2));
    private static final Instant THURSDAY_TEN = MONDAY_TEN.plus(Duration.ofDays(3));
    private static final Recipient MANAGER = Recipient.role(People.DRUG_TREATMENT, "manager");
    private static final Recipient SENDER = Recipient.person("hackney-childrens-social-care", "practitioner", "maya");
    private static final Actor LEILA = Actor.of(People.leila());
    private static final Answerer LEILA_ANSWERS =
            new Answerer(People.DRUG_TREATMENT, LEILA.person(), LEILA.name(), "has this role in the agency", false);
    private static final Answerer GRACE_STANDS_IN =
            new Answerer(People.DRUG_TREATMENT, "id-of-grace.mensah", "Grace Mensah", "acts for Leila Haddad", true);

    private final Standing duty = new Standing();
    private final Notice delivered = aRequest()
            .dispatch(new Dispatch(new Sender(SENDER.agency(), "maya", "Maya Okafor"), chase(null), null, null))
            .delivered("n1");

    @Test
    void wakes_for_its_first_step_and_then_for_the_next_until_there_is_none() {
        duty.answers(LEILA_ANSWERS);
        assertThat(delivered.wakeAt()).hasValue(TUESDAY_TEN);
        var chased = after(delivered, TUESDAY_TEN);
        assertThat(chased.wakeAt()).hasValue(WEDNESDAY_TEN);
        var told = after(chased, WEDNESDAY_TEN);
        assertThat(told.wakeAt()).hasValue(THURSDAY_TEN);
        assertThat(after(told, THURSDAY_TEN).wakeAt()).isEmpty();
    }

    @Test
    void nothing_happens_before_its_time() {
        var change = delivered.elapse(TUESDAY_TEN.minusMillis(1), duty);

        assertThat(change.next()).isEqualTo(delivered);
        assertThat(change.events()).isEmpty();
    }

    @Test
    void first_the_recipient_is_told_again() {
        duty.answers(LEILA_ANSWERS);

        var change = delivered.elapse(TUESDAY_TEN, duty);

        assertThat(last(change.next()))
                .isEqualTo(new Telling(
                        2, Kind.CHASED, delivered.recipient(), List.of(LEILA_ANSWERS), false, null, TUESDAY_TEN));
        assertThat(change.events()).as("nobody else hears of it yet").isEmpty();
    }

    @Test
    void who_is_away_by_then_is_chased_through_who_stands_in() {
        duty.answers(GRACE_STANDS_IN);

        var chased = after(delivered, TUESDAY_TEN);

        assertThat(Inbox.of(People.grace()).receives(delivered)).isFalse();
        assertThat(Inbox.of(People.grace()).receives(chased)).isTrue();
        assertThat(Inbox.of(People.leila()).receives(chased)).isTrue();
    }

    @Test
    void then_the_next_person_is_told_by_a_notice_of_their_own() {
        var chased = after(delivered, TUESDAY_TEN);

        var change = chased.elapse(WEDNESDAY_TEN, duty);

        assertThat(last(change.next()).kind()).isEqualTo(Kind.NEXT_TOLD);
        assertThat(change.events()).containsExactly(new Event.Unreceived(chased, MANAGER, Turn.NEXT, WEDNESDAY_TEN));
        assertThat(Inbox.of(People.grace()).receives(change.next()))
                .as("a manager's receipt is not the recipient's")
                .isFalse();
    }

    @Test
    void last_the_sender_is_told() {
        var told = after(after(delivered, TUESDAY_TEN), WEDNESDAY_TEN);

        var change = told.elapse(THURSDAY_TEN, duty);

        assertThat(last(change.next()).kind()).isEqualTo(Kind.SENDER_TOLD);
        assertThat(change.events()).containsExactly(new Event.Unreceived(told, SENDER, Turn.SENDER, THURSDAY_TEN));
    }

    @Test
    void whom_a_deadline_has_told_the_same_is_not_told_twice() {
        var watched = aRequest()
                .dispatch(new Dispatch(null, chase("acknowledge"), null, null))
                .delivered("n2");

        var change = after(watched, TUESDAY_TEN).elapse(WEDNESDAY_TEN, duty);

        assertThat(change.events()).isEmpty();
        assertThat(last(change.next())).satisfies(known -> {
            assertThat(known.kind()).isEqualTo(Kind.KNOWN);
            assertThat(known.to()).isEqualTo(MANAGER);
            assertThat(known.by()).isEqualTo("acknowledge");
        });
    }

    @Test
    void an_acknowledged_notice_is_left_in_peace() {
        var acknowledged = changed(delivered.acknowledge(LEILA, TUESDAY_TEN.minusSeconds(1)))
                .next();

        assertThat(acknowledged.wakeAt()).isEmpty();
        assertThat(acknowledged.elapse(THURSDAY_TEN, duty).next()).isEqualTo(acknowledged);
    }

    @Test
    void a_late_receipt_is_news_for_those_who_were_told() {
        var told = after(after(delivered, TUESDAY_TEN), WEDNESDAY_TEN);

        var events = changed(told.acknowledge(LEILA, THURSDAY_TEN)).events();

        assertThat(events).last().isInstanceOfSatisfying(Event.Received.class, received -> {
            assertThat(received.by()).isEqualTo(LEILA);
            assertThat(received.at()).isEqualTo(THURSDAY_TEN);
        });
        assertThat(changed(delivered.acknowledge(LEILA, MONDAY_TEN)).events())
                .as("where nobody was told, nobody needs to hear")
                .hasSize(1);
    }

    @Test
    void a_long_sleep_tells_everybody_once_and_the_recipient_once() {
        duty.answers(LEILA_ANSWERS);

        var change = delivered.elapse(THURSDAY_TEN.plus(Duration.ofDays(9)), duty);

        assertThat(change.next().course().tellings())
                .extracting(Telling::kind)
                .containsExactly(Kind.DELIVERED, Kind.CHASED, Kind.NEXT_TOLD, Kind.SENDER_TOLD);
        assertThat(change.next().wakeAt()).isEmpty();
    }

    @Test
    void while_the_directory_is_away_the_role_holds_it_and_it_is_asked_again() {
        var unknown = Notice.delivered("n3", aRequest().build(), new Duty.Answer.Unknown(), MONDAY_TEN)
                .next();
        assertThat(Inbox.of(People.leila()).receives(unknown)).isTrue();
        assertThat(unknown.wakeAt()).hasValue(MONDAY_TEN.plusSeconds(30));

        var still = unknown.elapse(MONDAY_TEN.plusSeconds(30), duty).next();
        assertThat(still.course().tellings()).hasSize(1);
        assertThat(still.wakeAt()).hasValue(MONDAY_TEN.plusSeconds(60));

        duty.answers(GRACE_STANDS_IN);
        var resolved = still.elapse(MONDAY_TEN.plusSeconds(60), duty).next();
        assertThat(last(resolved).kind()).isEqualTo(Kind.RESOLVED);
        assertThat(Inbox.of(People.grace()).receives(resolved)).isTrue();
        assertThat(resolved.wakeAt()).isEmpty();
    }

    @Test
    void at_night_it_waits_until_somebody_is_at_work() {
        var night = Notice.delivered("n4", aRequest().build(), new Duty.Answer.Known(List.of(), true), MONDAY_TEN)
                .next();
        assertThat(last(night).outOfHours()).isTrue();
        assertThat(last(night).reachesOut()).isFalse();
        duty.answers(new Duty.Answer.Known(List.of(), true));

        var later = night.elapse(MONDAY_TEN.plus(Duration.ofHours(5)), duty).next();

        assertThat(later.wakeAt())
                .as("looked at every quarter of an hour")
                .hasValue(MONDAY_TEN.plus(Duration.ofHours(5)).plus(Duration.ofMinutes(15)));
    }

    @Test
    void acted_on_is_a_fact_beside_the_receipt() {
        var acknowledged =
                changed(delivered.acknowledge(LEILA, MONDAY_TEN.plusSeconds(9))).next();

        var acted = changed(acknowledged.fulfil(aRequest().fulfilledAt(TUESDAY_TEN)))
                .next();

        assertThat(acted.acknowledged()).isEqualTo(acknowledged.acknowledged());
        assertThat(acted.course().acted()).isEqualTo(new Deed(TUESDAY_TEN, LEILA));
        assertThat(acted.fulfil(aRequest().fulfilledAt(THURSDAY_TEN))).isEqualTo(new Notice.Outcome.Stands());
    }

    @Test
    void the_sender_reads_the_whole_way_in_one_line() {
        duty.answers(LEILA_ANSWERS);
        var told = after(after(delivered, TUESDAY_TEN), WEDNESDAY_TEN);
        var managers = aRequest()
                .to(MANAGER)
                .requestedAt(WEDNESDAY_TEN)
                .dispatch(new Dispatch(null, null, "n1", null))
                .delivered("n5");
        var seenByManager = changed(managers.see(Actor.of(People.grace()), WEDNESDAY_TEN.plusSeconds(60)))
                .next();
        var late =
                changed(told.acknowledge(LEILA, WEDNESDAY_TEN.plusSeconds(600))).next();

        assertThat(LineOfLife.of(late, List.of(seenByManager)))
                .extracting(LineOfLife.Entry::words)
                .containsExactly(
                        "Sent by Maya Okafor",
                        "Delivered to the safeguarding lead of hackney-drug-treatment",
                        "Not acknowledged in time: told the safeguarding lead of hackney-drug-treatment again: Leila"
                                + " Haddad (has this role in the agency)",
                        "Still not acknowledged: told the manager of hackney-drug-treatment",
                        "Seen by Grace Mensah",
                        "Seen by Leila Haddad",
                        "Acknowledged by Leila Haddad");
    }

    private static Chase chase(@Nullable String managerToldBy) {
        return new Chase(
                "1 working day",
                List.of(
                        new Step(TUESDAY_TEN, Turn.RECIPIENT, null, null),
                        new Step(WEDNESDAY_TEN, Turn.NEXT, MANAGER, managerToldBy),
                        new Step(THURSDAY_TEN, Turn.SENDER, SENDER, null)));
    }

    private Notice after(Notice notice, Instant now) {
        return notice.elapse(now, duty).next();
    }

    private static Telling last(Notice notice) {
        return notice.course().tellings().getLast();
    }

    private static uk.kinbridge.platform.aggregate.Change<Notice, Event> changed(Notice.Outcome outcome) {
        return ((Notice.Outcome.Changed) outcome).change();
    }
}
