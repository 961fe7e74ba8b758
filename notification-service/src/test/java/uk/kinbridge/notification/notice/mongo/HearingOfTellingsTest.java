package uk.kinbridge.notification.notice.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.notice.RequestBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.notice.RequestBuilder.aRequest;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.notification.notice.Answerer;
import uk.kinbridge.notification.notice.Backlog;
import uk.kinbridge.notification.notice.Dispatch;
import uk.kinbridge.notification.notice.Duty;
import uk.kinbridge.notification.notice.Notice;
import uk.kinbridge.notification.notice.People;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;

/** Whoever reaches people outside the inbox hears of every telling, whatever dies in between. */
@OnEachDatabase
class HearingOfTellingsTest {

    private static final Answerer LEILA =
            new Answerer(People.DRUG_TREATMENT, "leila", "Leila Haddad", "has this role", false);

    private final TestDatabase database;
    private final MongoTemplate mongo;
    private final MongoRig rig;

    HearingOfTellingsTest(TestDatabase database) {
        this.database = database;
        this.mongo = new MongoTemplate(database.client(), database.name());
        this.rig = new MongoRig(mongo);
    }

    @BeforeEach
    void startEmpty() {
        database.mongo().drop();
        MongoRig.createIndexes(mongo);
    }

    @Test
    void hears_who_answers_and_not_of_what_nobody_answers_for() {
        add("n1", Dispatch.PLAIN, new Duty.Answer.Known(List.of(LEILA), false));
        add("n2", Dispatch.PLAIN, new Duty.Answer.Unknown());
        add("n3", Dispatch.PLAIN.within("bundle"), new Duty.Answer.Known(List.of(LEILA), false));

        rig.feedAll();

        assertThat(rig.heard.heard()).containsExactly("n1/1 DELIVERED");
    }

    @Test
    void what_was_not_taken_note_of_is_told_again_and_holds_up_nobody() {
        add("n1", Dispatch.PLAIN, new Duty.Answer.Known(List.of(LEILA), false));
        add("n2", Dispatch.PLAIN, new Duty.Answer.Known(List.of(LEILA), false));
        // Together with the others, and by itself.
        rig.heard.failing(2);

        rig.feedAll();
        assertThat(rig.heard.heard()).hasSize(1);
        assertThat(rig.feed.latest()).as("the inboxes have both").isEqualTo(2);

        rig.feedAllMuchLater();
        assertThat(rig.heard.heard()).containsExactlyInAnyOrder("n1/1 DELIVERED", "n2/1 DELIVERED");
        assertThat(rig.feed.latest()).as("and each once").isEqualTo(2);
    }

    @Test
    void while_it_runs_every_telling_is_heard_and_every_mark_goes() {
        rig.feeder.start();
        try {
            for (int i = 0; i < 20; i++) {
                add("n" + i, Dispatch.PLAIN, new Duty.Answer.Known(List.of(LEILA), false));
            }

            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(rig.heard.heard()).hasSize(20).doesNotHaveDuplicates();
                assertThat(rig.backlog.at(MONDAY_TEN, null).unfed()).isZero();
            });
            assertThat(rig.feed.latest()).isEqualTo(20);
        } finally {
            rig.feeder.stop();
        }
    }

    @Test
    void counts_what_waits_for_an_agency_and_for_all() {
        add("n1", Dispatch.PLAIN, new Duty.Answer.Known(List.of(LEILA), false));
        add("n2", Dispatch.PLAIN, new Duty.Answer.Unknown());
        rig.notices.addOnce(
                Notice.delivered(
                        "n3",
                        aRequest().to(People.ALCOHOL_TREATMENT, "manager").build(),
                        new Duty.Answer.Whoever(),
                        MONDAY_TEN),
                MONDAY_TEN,
                "m3");

        var due = MONDAY_TEN.plus(Duration.ofDays(1));
        assertThat(rig.backlog.at(MONDAY_TEN, null)).isEqualTo(new Backlog.Numbers(3, 0, 1, 3));
        assertThat(rig.backlog.at(due, People.DRUG_TREATMENT)).isEqualTo(new Backlog.Numbers(2, 2, 1, 3));
    }

    private void add(String id, Dispatch dispatch, Duty.Answer answer) {
        rig.notices.addOnce(
                Notice.delivered(id, aRequest().dispatch(dispatch).build(), answer, MONDAY_TEN), MONDAY_TEN, id);
    }
}
