package uk.kinbridge.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.notice.RequestBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.notice.RequestBuilder.aRequest;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.AccessDecision;

class ReceivingANoticeTest {

    private static final Instant NOW = MONDAY_TEN.plusSeconds(5);

    private final InMemoryNotices notices = new InMemoryNotices();
    private final ReceiveNotice receive = new ReceiveNotice(notices);

    @BeforeEach
    void deliver() {
        notices.addOnce(Change.silent(aRequest().delivered("n1")), NOW, "m1");
    }

    @Test
    void a_second_acknowledgement_answers_the_first_ones_fact_and_tells_nobody_again() {
        var first = receive.acknowledge("n1", People.leila(), NOW);
        var second = receive.acknowledge("n1", People.noor(), NOW.plusSeconds(60));

        assertThat(first).isInstanceOf(ReceiveNotice.Outcome.Noted.class).isEqualTo(second);
        assertThat(notices.told()).hasSize(1);
    }

    @Test
    void a_refusal_changes_nothing() {
        assertThat(receive.acknowledge("n1", People.grace(), NOW))
                .isInstanceOfSatisfying(
                        ReceiveNotice.Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isInstanceOf(AccessDecision.Denied.class));
        assertThat(receive.see("n1", People.owen(), NOW))
                .isEqualTo(new ReceiveNotice.Outcome.Refused(new AccessDecision.Concealed()));

        assertThat(notices.find("n1").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void what_does_not_exist_is_answered_like_what_must_not_be_known() {
        assertThat(receive.acknowledge("n2", People.leila(), NOW))
                .isEqualTo(receive.acknowledge("n1", People.owen(), NOW));
    }

    @Test
    void losing_against_a_colleague_answers_the_colleagues_receipt() {
        var faster = new Notices() {
            @Override
            public boolean addOnce(Change<Notice, Notice.Event> born, Instant now, String messageId) {
                return notices.addOnce(born, now, messageId);
            }

            @Override
            public java.util.Optional<Kept> find(String id) {
                return notices.find(id);
            }

            @Override
            public boolean save(long version, Change<Notice, Notice.Event> change, Instant now) {
                new ReceiveNotice(notices).acknowledge("n1", People.noor(), NOW);
                return notices.save(version, change, now);
            }

            @Override
            public java.util.List<Kept> waitingFor(Fulfilment act) {
                return notices.waitingFor(act);
            }

            @Override
            public uk.kinbridge.platform.page.Page<Kept> list(
                    Listing listing, uk.kinbridge.platform.page.PageRequest page) {
                return notices.list(listing, page);
            }

            @Override
            public uk.kinbridge.platform.page.Page<Kept> sent(SentBy by, uk.kinbridge.platform.page.PageRequest page) {
                return notices.sent(by, page);
            }

            @Override
            public java.util.List<Kept> following(String id) {
                return notices.following(id);
            }

            @Override
            public long countWaiting(Inbox inbox) {
                return notices.countWaiting(inbox);
            }
        };

        var outcome = new ReceiveNotice(faster).acknowledge("n1", People.leila(), NOW.plusSeconds(1));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ReceiveNotice.Outcome.Noted.class,
                        noted -> assertThat(noted.kept().notice().acknowledged())
                                .extracting(receipt -> receipt.by().name())
                                .isEqualTo("Noor Aziz"));
        assertThat(notices.told()).hasSize(1);
    }
}
