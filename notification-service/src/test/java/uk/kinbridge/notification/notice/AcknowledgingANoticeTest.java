package uk.kinbridge.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.notice.RequestBuilder.aRequest;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.kinbridge.notification.notice.Acknowledgement.Place;
import uk.kinbridge.platform.aggregate.Change;

class AcknowledgingANoticeTest {

    private static final Instant HALF_PAST_ELEVEN = Instant.parse("2026-11-23T11:30:00Z");
    private static final Actor LEILA = Actor.of(People.leila());
    private static final Actor NOOR = Actor.of(People.noor());

    private final Notice delivered = aRequest().delivered("n1");

    @Test
    void a_delivered_notice_is_neither_seen_nor_acknowledged() {
        assertThat(delivered.seen()).isNull();
        assertThat(delivered.acknowledged()).isNull();
        assertThat(delivered.state()).isEqualTo(Notice.State.WAITING);
    }

    @Test
    void seeing_is_no_receipt() {
        var seen = changed(delivered.see(LEILA, HALF_PAST_ELEVEN));

        assertThat(seen.next().seen()).isEqualTo(new Sighting(HALF_PAST_ELEVEN, LEILA));
        assertThat(seen.next().state()).isEqualTo(Notice.State.WAITING);
        assertThat(seen.events()).isEmpty();
    }

    @Test
    void the_first_sighting_stands() {
        var seen = changed(delivered.see(LEILA, HALF_PAST_ELEVEN)).next();

        assertThat(seen.see(NOOR, HALF_PAST_ELEVEN.plusSeconds(60))).isEqualTo(new Notice.Outcome.Stands());
    }

    @Test
    void acknowledging_tells_others_who_did_it_and_when() {
        var acknowledged = changed(delivered.acknowledge(LEILA, HALF_PAST_ELEVEN));

        var receipt = new Acknowledgement(HALF_PAST_ELEVEN, LEILA, Place.INBOX);
        assertThat(acknowledged.next().acknowledged()).isEqualTo(receipt);
        assertThat(acknowledged.events()).containsExactly(new Notice.Event.Acknowledged(acknowledged.next(), receipt));
    }

    @Test
    void who_acknowledges_has_seen_it() {
        assertThat(changed(delivered.acknowledge(LEILA, HALF_PAST_ELEVEN))
                        .next()
                        .seen())
                .isEqualTo(new Sighting(HALF_PAST_ELEVEN, LEILA));
    }

    @Test
    void acknowledging_keeps_the_first_sighting() {
        var seen =
                changed(delivered.see(NOOR, HALF_PAST_ELEVEN.minusSeconds(60))).next();

        assertThat(changed(seen.acknowledge(LEILA, HALF_PAST_ELEVEN)).next().seen())
                .isEqualTo(new Sighting(HALF_PAST_ELEVEN.minusSeconds(60), NOOR));
    }

    @Test
    void the_first_acknowledgement_stands_and_is_told_once() {
        var acknowledged =
                changed(delivered.acknowledge(LEILA, HALF_PAST_ELEVEN)).next();

        assertThat(acknowledged.acknowledge(NOOR, HALF_PAST_ELEVEN.plusSeconds(60)))
                .isEqualTo(new Notice.Outcome.Stands());
    }

    @Test
    void doing_it_at_the_source_acknowledges_without_telling_the_source_again() {
        var fulfilled = changed(delivered.fulfil(aRequest().fulfilledAt(HALF_PAST_ELEVEN)));

        assertThat(fulfilled.next().acknowledged())
                .isEqualTo(new Acknowledgement(HALF_PAST_ELEVEN, LEILA, Place.SOURCE));
        assertThat(fulfilled.next().seen()).as("nobody has opened the notice").isNull();
        assertThat(fulfilled.events()).isEmpty();
    }

    @Test
    void an_act_at_the_source_takes_nothing_back_from_whoever_acknowledged_here() {
        var acknowledged =
                changed(delivered.acknowledge(LEILA, HALF_PAST_ELEVEN)).next();

        var acted = changed(acknowledged.fulfil(aRequest().fulfilledAt(HALF_PAST_ELEVEN.plusSeconds(1))));

        assertThat(acted.next().acknowledged()).isEqualTo(acknowledged.acknowledged());
        assertThat(acted.events()).as("nobody needs to hear of it twice").isEmpty();
    }

    @Test
    void an_act_about_something_else_or_for_another_purpose_answers_nothing() {
        assertThat(delivered.fulfil(aRequest().about("referral-2").fulfilledAt(HALF_PAST_ELEVEN)))
                .isEqualTo(new Notice.Outcome.Stands());
        assertThat(delivered.fulfil(aRequest().purpose("another").fulfilledAt(HALF_PAST_ELEVEN)))
                .isEqualTo(new Notice.Outcome.Stands());
    }

    @Test
    void an_act_before_the_request_does_not_answer_it() {
        assertThat(delivered.fulfil(aRequest().fulfilledAt(RequestBuilder.MONDAY_TEN.minusMillis(1))))
                .isEqualTo(new Notice.Outcome.Stands());
    }

    @Test
    void it_is_overdue_from_the_minute_on_while_nobody_has_acknowledged() {
        var due = Instant.parse("2026-11-24T10:00:00Z");

        assertThat(delivered.overdueAt(due.minusMillis(1))).isFalse();
        assertThat(delivered.overdueAt(due)).isTrue();
        assertThat(changed(delivered.acknowledge(LEILA, due)).next().overdueAt(due.plusSeconds(1)))
                .isFalse();
    }

    private static Change<Notice, Notice.Event> changed(Notice.Outcome outcome) {
        return ((Notice.Outcome.Changed) outcome).change();
    }
}
