package uk.kinbridge.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.notice.RequestBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.notice.RequestBuilder.aRequest;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.notification.notice.Notices.Listing;
import uk.kinbridge.notification.notice.Notices.Shown;
import uk.kinbridge.platform.page.PageRequest;

/** Too many at once become one, and the one that matters is still seen. */
class BundlingNoticesTest {

    private static final int FEW = 5;

    private final InMemoryNotices notices = new InMemoryNotices();
    private final InMemoryFulfilments fulfilments = new InMemoryFulfilments();
    private final DeliverNotice deliver = new DeliverNotice(notices, fulfilments, Standing.WHOEVER, new Crowding(FEW));
    private final ReceiveNotice receive = new ReceiveNotice(notices);

    @Test
    void a_thousand_in_a_minute_become_few_and_one_bundle() {
        deliver(1000, MONDAY_TEN);

        assertThat(inbox())
                .hasSize(FEW + 1)
                .filteredOn(Bundle::is)
                .singleElement()
                .satisfies(bundle -> {
                    assertThat(notices.countWaiting(Inbox.ofBundle(bundle.id())))
                            .isEqualTo(1000 - FEW);
                    assertThat(bundle.urgency()).isEqualTo(Urgency.IMMEDIATE);
                });
    }

    @Test
    void a_second_delivery_of_the_same_messages_bundles_nothing_anew() {
        deliver(20, MONDAY_TEN);
        deliver(20, MONDAY_TEN);

        assertThat(inbox()).hasSize(FEW + 1);
    }

    @Test
    void the_next_minute_begins_anew() {
        deliver(20, MONDAY_TEN);

        deliver.deliver(aRequest().build(), "later", MONDAY_TEN.plusSeconds(61));

        assertThat(inbox()).hasSize(FEW + 2);
    }

    @Test
    void others_are_not_crowded() {
        deliver(20, MONDAY_TEN);
        deliver.deliver(aRequest().to(People.DRUG_TREATMENT, "manager").build(), "m", MONDAY_TEN);

        assertThat(notices.list(new Listing(Inbox.of(People.grace()), Shown.WAITING, null), PageRequest.first(100))
                        .items())
                .hasSize(1);
    }

    @Test
    void what_is_looked_for_by_its_record_is_found_in_its_bundle() {
        deliver(FEW, MONDAY_TEN);
        deliver.deliver(aRequest().about("sought").build(), "m", MONDAY_TEN);

        assertThat(notices.list(new Listing(Inbox.of(People.leila()), Shown.WAITING, "sought"), PageRequest.first(100))
                        .items())
                .hasSize(1);
    }

    @Test
    void acknowledging_a_bundle_takes_note_of_what_only_informs_and_brings_out_the_rest() {
        deliver(FEW, MONDAY_TEN);
        for (int i = 0; i < 3; i++) {
            deliver.deliver(informing(), "informs" + i, MONDAY_TEN);
        }
        deliver.deliver(aRequest().urgency(Urgency.IMMEDIATE).about("urgent").build(), "urgent", MONDAY_TEN);
        var bundle = inbox().stream().filter(Bundle::is).findFirst().orElseThrow();

        receive.acknowledge(bundle.id(), People.leila(), MONDAY_TEN.plusSeconds(70));

        assertThat(inbox())
                .hasSize(FEW + 1)
                .noneMatch(Bundle::is)
                .anySatisfy(released -> assertThat(released.about().id()).isEqualTo("urgent"));
        assertThat(notices.find(DeliverNotice.idOf("informs0"))
                        .orElseThrow()
                        .notice()
                        .acknowledged())
                .isNotNull();
    }

    @Test
    void what_comes_after_the_bundle_was_acknowledged_does_not_hide_in_it() {
        deliver(FEW + 1, MONDAY_TEN);
        var bundle = inbox().stream().filter(Bundle::is).findFirst().orElseThrow();
        receive.acknowledge(bundle.id(), People.leila(), MONDAY_TEN.plusSeconds(10));

        deliver.deliver(aRequest().about("late").build(), "late", MONDAY_TEN.plusSeconds(20));

        assertThat(inbox()).anySatisfy(notice -> assertThat(notice.about().id()).isEqualTo("late"));
    }

    @Test
    void somebody_else_empties_no_bundle() {
        deliver(FEW + 1, MONDAY_TEN);
        var bundle = inbox().stream().filter(Bundle::is).findFirst().orElseThrow();

        receive.acknowledge(bundle.id(), People.grace(), MONDAY_TEN.plusSeconds(10));

        assertThat(notices.countWaiting(Inbox.ofBundle(bundle.id()))).isEqualTo(1);
    }

    private void deliver(int many, Instant now) {
        for (int i = 0; i < many; i++) {
            deliver.deliver(aRequest().about("referral-" + i).build(), "m" + i, now);
        }
    }

    private static Notice.Request informing() {
        var request = aRequest().urgency(Urgency.ROUTINE).build();
        return new Notice.Request(
                request.about(),
                request.purpose(),
                request.recipient(),
                request.words(),
                null,
                request.obligation(),
                request.urgency(),
                null,
                request.requestedAt(),
                request.dispatch());
    }

    private List<Notice> inbox() {
        return notices
                .list(new Listing(Inbox.of(People.leila()), Shown.WAITING, null), PageRequest.first(100))
                .items()
                .stream()
                .map(Notices.Kept::notice)
                .toList();
    }
}
