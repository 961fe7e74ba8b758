package uk.kinbridge.notification.notice.rabbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.kinbridge.notification.notice.RequestBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.notice.RequestBuilder.aRequest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import uk.kinbridge.notification.Events;
import uk.kinbridge.notification.WholeService;
import uk.kinbridge.notification.notice.Acknowledgement.Place;
import uk.kinbridge.notification.notice.Inbox;
import uk.kinbridge.notification.notice.Notice;
import uk.kinbridge.notification.notice.Notices;
import uk.kinbridge.notification.notice.Notices.Listing;
import uk.kinbridge.notification.notice.Notices.Shown;
import uk.kinbridge.notification.notice.People;
import uk.kinbridge.notification.notice.ReceiveNotice;
import uk.kinbridge.notification.notice.RequestBuilder;
import uk.kinbridge.platform.page.PageRequest;

@WholeService
@Import(DyingHandlers.class)
class NoticeEventsIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant DONE_AT = MONDAY_TEN.plusSeconds(600);

    @Autowired
    private Events events;

    @Autowired
    private Notices notices;

    @Autowired
    private ReceiveNotice receive;

    @Autowired
    private InstantSource time;

    @Autowired
    private DyingHandlers dying;

    /** Each test works on a referral of its own. */
    private final String referral = UUID.randomUUID().toString();

    private final RequestBuilder request = aRequest().about(referral);

    @Test
    void a_request_that_is_delivered_often_becomes_one_notice() {
        for (int i = 0; i < 5; i++) {
            events.request("once-" + referral, request);
        }
        events.request("marker-" + referral, request.purpose("marker"));

        await().atMost(SOON).until(() -> about(referral).size() == 2);
        assertThat(about(referral))
                .extracting(Notice::purpose)
                .containsExactlyInAnyOrder("acknowledge-receipt", "marker");
    }

    @Test
    void an_act_that_overtakes_its_request_is_not_forgotten() {
        events.fulfil("act-" + referral, request, DONE_AT);
        events.request("marker-" + referral, request.purpose("marker"));
        await().atMost(SOON).until(() -> about(referral).size() == 1);

        events.request("late-" + referral, request);

        await().atMost(SOON).until(() -> about(referral).size() == 2);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(about(referral))
                        .filteredOn(notice -> notice.purpose().equals("acknowledge-receipt"))
                        .singleElement()
                        .satisfies(notice -> {
                            assertThat(notice.state()).isEqualTo(Notice.State.ACKNOWLEDGED);
                            assertThat(String.valueOf(notice.acknowledged()))
                                    .contains("Leila Haddad", DONE_AT.toString(), Place.SOURCE.name());
                        }));
    }

    @Test
    void duplicates_in_any_order_with_deaths_after_the_save_have_each_effect_once() {
        int referrals = 30;
        var deliveries = new ArrayList<Runnable>();
        for (int i = 0; i < referrals; i++) {
            var one = request.about(referral + "-" + i);
            var mark = i % 3 == 0 ? DyingHandlers.MARK : "lives";
            var requestId = mark + "-r-" + one.about();
            var actId = mark + "-f-" + one.about();
            deliveries.addAll(List.of(
                    () -> events.request(requestId, one),
                    () -> events.request(requestId, one),
                    () -> events.fulfil(actId, one, DONE_AT),
                    () -> events.fulfil(actId, one, DONE_AT)));
        }
        Collections.shuffle(deliveries, new Random(7));
        var deathsBefore = dying.deaths();

        deliveries.forEach(Runnable::run);

        for (int i = 0; i < referrals; i++) {
            var one = referral + "-" + i;
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(about(one))
                            .singleElement()
                            .extracting(Notice::state)
                            .isEqualTo(Notice.State.ACKNOWLEDGED));
        }
        await().atMost(SOON).until(() -> dying.deaths() - deathsBefore == 20);
        assertThat(events.deadLetter(500)).as("nothing is given up").isEmpty();
        assertThat(events.heardByReferralService(500))
                .as("the source knows already")
                .isEmpty();
    }

    @Test
    void a_receipt_by_a_person_is_told_once() {
        events.request("ack-" + referral, request);
        await().atMost(SOON).until(() -> about(referral).size() == 1);
        var id = about(referral).getFirst().id();

        var now = time.instant();
        receive.acknowledge(id, People.leila(), now);
        receive.acknowledge(id, People.noor(), now.plusSeconds(60));

        var heard = events.heardByReferralService(10_000).orElseThrow();
        assertThat(heard.path("type").asString()).isEqualTo("uk.kinbridge.notice.acknowledged.v1");
        assertThat(heard.path("source").asString()).isEqualTo("/notification-service");
        assertThat(heard.path("subject").asString()).isEqualTo(id);
        assertThat(heard.at("/data/about/id").asString()).isEqualTo(referral);
        assertThat(heard.at("/data/by/name").asString()).isEqualTo("Leila Haddad");
        assertThat(heard.at("/data/acknowledgedAt").asString()).isEqualTo(now.toString());
        assertThat(events.heardByReferralService(1_500)).isEmpty();
    }

    @Test
    void a_message_that_can_never_be_handled_stands_in_nobodys_way_and_is_kept() {
        events.brokenRequest("broken-" + referral);
        events.request("good-" + referral, request);

        await().atMost(SOON).until(() -> about(referral).size() == 1);
        assertThat(events.deadLetter(15_000).orElseThrow().path("id").asString())
                .isEqualTo("broken-" + referral);
    }

    private List<Notice> about(String id) {
        return notices
                .list(new Listing(Inbox.of(People.leila()), Shown.ALL, id), PageRequest.first(100))
                .items()
                .stream()
                .map(Notices.Kept::notice)
                .toList();
    }
}
