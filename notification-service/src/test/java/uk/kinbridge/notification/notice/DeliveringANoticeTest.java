package uk.kinbridge.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.notice.RequestBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.notice.RequestBuilder.aRequest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.kinbridge.notification.notice.Acknowledgement.Place;
import uk.kinbridge.notification.notice.Notices.Listing;
import uk.kinbridge.notification.notice.Notices.Shown;
import uk.kinbridge.platform.page.PageRequest;

class DeliveringANoticeTest {

    private static final Instant NOW = MONDAY_TEN.plusSeconds(5);
    private static final Instant DONE_AT = MONDAY_TEN.plusSeconds(3);

    private final InMemoryNotices notices = new InMemoryNotices();
    private final InMemoryFulfilments fulfilments = new InMemoryFulfilments();
    private final DeliverNotice deliver = new DeliverNotice(notices, fulfilments, Standing.WHOEVER, new Crowding(1000));
    private final FulfilNotices fulfil = new FulfilNotices(notices, fulfilments);

    @Test
    void a_request_becomes_one_notice_however_often_it_is_delivered() {
        deliver.deliver(aRequest().build(), "m1", NOW);
        deliver.deliver(aRequest().build(), "m1", NOW.plusSeconds(60));

        assertThat(all()).singleElement().satisfies(notice -> {
            assertThat(notice.deliveredAt()).isEqualTo(NOW);
            assertThat(notice.state()).isEqualTo(Notice.State.WAITING);
        });
    }

    @Test
    void two_requests_become_two_notices() {
        deliver.deliver(aRequest().build(), "m1", NOW);
        deliver.deliver(aRequest().build(), "m2", NOW);

        assertThat(all()).hasSize(2);
    }

    @Test
    void an_act_settles_the_notices_that_wait_for_it() {
        deliver.deliver(aRequest().build(), "m1", NOW);
        deliver.deliver(aRequest().to(People.DRUG_TREATMENT, "manager").build(), "m2", NOW);
        deliver.deliver(aRequest().purpose("other").build(), "m3", NOW);

        fulfil.fulfil(aRequest().fulfilledAt(DONE_AT), "m4", NOW);

        assertThat(notices.find(DeliverNotice.idOf("m1")).orElseThrow().notice().acknowledged())
                .isEqualTo(new Acknowledgement(DONE_AT, Actor.of(People.leila()), Place.SOURCE));
        assertThat(notices.find(DeliverNotice.idOf("m2")).orElseThrow().notice().state())
                .isEqualTo(Notice.State.ACKNOWLEDGED);
        assertThat(notices.find(DeliverNotice.idOf("m3")).orElseThrow().notice().state())
                .isEqualTo(Notice.State.WAITING);
        assertThat(notices.told()).as("the source knows already").isEmpty();
    }

    @Test
    void a_notice_that_arrives_after_its_act_is_born_acknowledged() {
        fulfil.fulfil(aRequest().fulfilledAt(DONE_AT), "m2", NOW);

        deliver.deliver(aRequest().build(), "m1", NOW);

        assertThat(notices.find(DeliverNotice.idOf("m1"))).hasValueSatisfying(kept -> {
            assertThat(kept.version()).isEqualTo(1);
            assertThat(kept.notice().acknowledged())
                    .isEqualTo(new Acknowledgement(DONE_AT, Actor.of(People.leila()), Place.SOURCE));
        });
    }

    @Test
    void an_act_that_is_told_twice_changes_nothing_more() {
        deliver.deliver(aRequest().build(), "m1", NOW);
        fulfil.fulfil(aRequest().fulfilledAt(DONE_AT), "m2", NOW);
        fulfil.fulfil(aRequest().fulfilledAt(DONE_AT), "m2", NOW.plusSeconds(60));

        assertThat(notices.find(DeliverNotice.idOf("m1")).orElseThrow().version())
                .isEqualTo(2);
    }

    @Test
    void a_request_after_the_act_asks_anew() {
        fulfil.fulfil(aRequest().fulfilledAt(DONE_AT), "m2", NOW);

        deliver.deliver(aRequest().requestedAt(DONE_AT.plusMillis(1)).build(), "m1", NOW);

        assertThat(all()).singleElement().extracting(Notice::state).isEqualTo(Notice.State.WAITING);
    }

    @Test
    void an_act_that_is_told_between_looking_and_adding_is_not_lost() {
        var meanwhile = new Fulfilments() {
            private boolean told;

            @Override
            public void add(Fulfilment act, String messageId) {
                fulfilments.add(act, messageId);
            }

            @Override
            public Optional<Fulfilment> covering(Notice notice) {
                var known = fulfilments.covering(notice);
                if (!told) {
                    told = true;
                    fulfil.fulfil(aRequest().fulfilledAt(DONE_AT), "m2", NOW);
                }
                return known;
            }
        };

        new DeliverNotice(notices, meanwhile, Standing.WHOEVER, new Crowding(1000))
                .deliver(aRequest().build(), "m1", NOW);

        assertThat(all()).singleElement().extracting(Notice::state).isEqualTo(Notice.State.ACKNOWLEDGED);
    }

    @Test
    void a_process_that_dies_after_adding_is_made_good_by_the_next_delivery() {
        var dying = new Fulfilments() {
            private int looks;

            @Override
            public void add(Fulfilment act, String messageId) {
                fulfilments.add(act, messageId);
            }

            @Override
            public Optional<Fulfilment> covering(Notice notice) {
                if (++looks == 2) {
                    throw new IllegalStateException("killed");
                }
                return fulfilments.covering(notice);
            }
        };
        try {
            new DeliverNotice(notices, dying, Standing.WHOEVER, new Crowding(1000))
                    .deliver(aRequest().build(), "m1", NOW);
        } catch (IllegalStateException killed) {
            // Remembered, but its own search died as well.
            fulfilments.add(aRequest().fulfilledAt(DONE_AT), "m2");
        }

        deliver.deliver(aRequest().build(), "m1", NOW);

        assertThat(all()).singleElement().extracting(Notice::state).isEqualTo(Notice.State.ACKNOWLEDGED);
    }

    @Test
    void several_are_delivered_at_once_as_if_they_had_come_one_by_one() {
        fulfil.fulfil(aRequest().about("referral-2").fulfilledAt(DONE_AT), "m9", NOW);
        deliver.deliver(aRequest().build(), "m1", NOW);

        deliver.deliverAll(
                List.of(
                        new DeliverNotice.Asked(aRequest().build(), "m1"),
                        new DeliverNotice.Asked(aRequest().about("referral-2").build(), "m2"),
                        new DeliverNotice.Asked(aRequest().about("referral-3").build(), "m3"),
                        new DeliverNotice.Asked(aRequest().about("referral-3").build(), "m3")),
                NOW.plusSeconds(60));

        assertThat(all()).hasSize(3);
        assertThat(notices.find(DeliverNotice.idOf("m1")).orElseThrow().notice().deliveredAt())
                .as("delivered before")
                .isEqualTo(NOW);
        assertThat(notices.find(DeliverNotice.idOf("m2")).orElseThrow().notice().state())
                .as("its act was done before it came")
                .isEqualTo(Notice.State.ACKNOWLEDGED);
        assertThat(notices.find(DeliverNotice.idOf("m3")).orElseThrow().notice().state())
                .isEqualTo(Notice.State.WAITING);
    }

    private List<Notice> all() {
        var inbox = new Inbox(java.util.Set.of(
                Recipient.role(People.DRUG_TREATMENT, "safeguarding-lead").address()));
        return notices.list(new Listing(inbox, Shown.ALL, null), PageRequest.first(100)).items().stream()
                .map(Notices.Kept::notice)
                .toList();
    }
}
