package uk.kinbridge.notification.notice.rabbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.kinbridge.notification.notice.About;
import uk.kinbridge.notification.notice.Acknowledgement;
import uk.kinbridge.notification.notice.Actor;
import uk.kinbridge.notification.notice.Chase;
import uk.kinbridge.notification.notice.Course;
import uk.kinbridge.notification.notice.Crowding;
import uk.kinbridge.notification.notice.DeliverNotice;
import uk.kinbridge.notification.notice.Dispatch;
import uk.kinbridge.notification.notice.Duty;
import uk.kinbridge.notification.notice.FulfilNotices;
import uk.kinbridge.notification.notice.InMemoryFulfilments;
import uk.kinbridge.notification.notice.InMemoryNotices;
import uk.kinbridge.notification.notice.Inbox;
import uk.kinbridge.notification.notice.Notice;
import uk.kinbridge.notification.notice.Notices.Listing;
import uk.kinbridge.notification.notice.Notices.Shown;
import uk.kinbridge.notification.notice.People;
import uk.kinbridge.notification.notice.Recipient;
import uk.kinbridge.notification.notice.Sender;
import uk.kinbridge.notification.notice.Standing;
import uk.kinbridge.notification.notice.Telling;
import uk.kinbridge.notification.notice.Urgency;
import uk.kinbridge.platform.messaging.IncomingEvent;
import uk.kinbridge.platform.mongo.Announcement;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.testing.SettableTime;

/** Reads and writes exactly the examples that the other services read and write as well. */
class NoticeEventsContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:02Z");

    private final InMemoryNotices notices = new InMemoryNotices();
    private final InMemoryFulfilments fulfilments = new InMemoryFulfilments();
    private final NoticesRequested requested = new NoticesRequested(
            new DeliverNotice(notices, fulfilments, Standing.WHOEVER, new Crowding(1000)), new SettableTime(NOW));
    private final NoticesFulfilled fulfilled =
            new NoticesFulfilled(new FulfilNotices(notices, fulfilments), new SettableTime(NOW));

    @Test
    void the_example_of_a_request_becomes_the_notice_that_it_describes() {
        requested.handle(example("notice.requested.v1"));

        var leads = Recipient.role("hackney-drug-treatment", "safeguarding-lead");
        var sender = new Sender("hackney-childrens-social-care", "5f1f7d0c-2d84-4c36-a6a4-0f5b4a1d9c21", "Maya Okafor");
        var chased = List.of(
                new Chase.Step(Instant.parse("2026-11-24T10:00:00Z"), Chase.Turn.RECIPIENT, null, null),
                new Chase.Step(
                        Instant.parse("2026-11-25T10:00:00Z"),
                        Chase.Turn.NEXT,
                        Recipient.role("hackney-drug-treatment", "manager"),
                        "acknowledge"),
                new Chase.Step(
                        Instant.parse("2026-11-26T10:00:00Z"),
                        Chase.Turn.SENDER,
                        Recipient.person(
                                "hackney-childrens-social-care",
                                "practitioner",
                                "5f1f7d0c-2d84-4c36-a6a4-0f5b4a1d9c21"),
                        null));
        assertThat(onlyNotice())
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(new Notice(
                        "any",
                        new About(
                                "referral",
                                "01kb1q3s5jrr4g7y8v9w2x3z4a",
                                "R-7KQ4-M2XC",
                                "/api/referrals/01kb1q3s5jrr4g7y8v9w2x3z4a"),
                        "acknowledge-receipt",
                        Recipient.role("hackney-drug-treatment", "safeguarding-lead"),
                        "Priority referral R-7KQ4-M2XC from Hackney Children's Social Care has arrived. Please"
                                + " acknowledge it within 24 hours.",
                        "Acknowledge the referral",
                        "HAC-17",
                        Urgency.PRIORITY,
                        Instant.parse("2026-11-24T10:00:00Z"),
                        Instant.parse("2026-11-23T10:00:00Z"),
                        NOW,
                        null,
                        null,
                        new Dispatch(sender, new Chase("1 working day", chased), null, null, "hackney"),
                        new Course(
                                null,
                                List.of(new Telling(1, Telling.Kind.DELIVERED, leads, List.of(), false, null, NOW)),
                                0,
                                null)));
    }

    @Test
    void the_example_of_an_act_settles_the_example_of_a_request() {
        requested.handle(example("notice.requested.v1"));
        fulfilled.handle(example("notice.fulfilled.v1"));

        assertThat(onlyNotice().acknowledged())
                .isEqualTo(new Acknowledgement(
                        Instant.parse("2026-11-23T11:30:00Z"),
                        new Actor(
                                "9d0f6d3e-5a2b-4b9f-9d5e-2f6f3f1c7a10",
                                "Leila Haddad",
                                "hackney-drug-treatment",
                                List.of()),
                        Acknowledgement.Place.SOURCE));
    }

    @Test
    void members_that_the_contract_leaves_open_may_be_missing_and_new_ones_may_come() {
        var event = example("notice.requested.v1");
        var data = (ObjectNode) event.data();
        data.remove("action");
        data.remove("acknowledgeBy");
        data.put("addedLater", 1);

        requested.handle(event);

        assertThat(onlyNotice().action()).isNull();
        assertThat(onlyNotice().acknowledgeBy()).isNull();
    }

    @Test
    void a_missing_member_is_named() {
        var event = example("notice.requested.v1");
        ((ObjectNode) event.data().path("recipient")).remove("agency");

        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> requested.handle(event))
                .withMessage("the contract wants data.recipient.agency");
    }

    @Test
    void an_acknowledgement_is_told_as_in_its_example() {
        var about = new About("referral", "01kb1q3s5jrr4g7y8v9w2x3z4a", "R-7KQ4-M2XC", "/api/referrals/x");
        var leila = new Actor(
                "9d0f6d3e-5a2b-4b9f-9d5e-2f6f3f1c7a10",
                "Leila Haddad",
                "hackney-drug-treatment",
                List.of("safeguarding-lead"));
        var request = new Notice.Request(
                about,
                "acknowledge-receipt",
                Recipient.role("hackney-drug-treatment", "safeguarding-lead"),
                "words",
                null,
                "HAC-17",
                Urgency.PRIORITY,
                null,
                Instant.parse("2026-11-23T10:00:00Z"),
                Dispatch.PLAIN);
        var notice = Notice.delivered("n01kb1q3t", request, new Duty.Answer.Whoever(), NOW)
                .next();
        var outcome = notice.acknowledge(leila, Instant.parse("2026-11-23T11:30:00Z"));
        var event = ((Notice.Outcome.Changed) outcome).change().events().getFirst();

        var announcement = NoticeAnnouncements.announcementOf(event);

        var example = read("notice.acknowledged.v1");
        assertThat(announcement.type()).isEqualTo(example.path("type").asString());
        assertThat(announcement.subject()).isEqualTo(example.path("subject").asString());
        assertThat(JSON.<JsonNode>valueToTree(announcement.data())).isEqualTo(example.path("data"));
    }

    @Test
    void what_the_next_person_is_told_comes_back_as_a_notice_of_their_own() {
        requested.handle(example("notice.requested.v1"));
        var manager = Recipient.role("hackney-drug-treatment", "manager");
        var told = NoticeAnnouncements.announcementOf(
                new Notice.Event.Unreceived(onlyNotice(), manager, Chase.Turn.NEXT, NOW));

        assertThat(told.type()).isEqualTo("uk.kinbridge.notice.requested.v1");
        assertThat(EventSchemas.faults(told)).isEmpty();
        requested.handle(heard(told));

        assertThat(notices.following(onlyNotice().id())).singleElement().satisfies(kept -> {
            assertThat(kept.notice().recipient()).isEqualTo(manager);
            assertThat(kept.notice().words())
                    .startsWith("Nobody has acknowledged this since Tuesday 24 November 2026 at 10:00: Priority");
            assertThat(kept.notice().dispatch().sender())
                    .isEqualTo(onlyNotice().dispatch().sender());
        });
    }

    @Test
    void a_late_receipt_settles_what_others_were_told() {
        requested.handle(example("notice.requested.v1"));
        var manager = Recipient.role("hackney-drug-treatment", "manager");
        requested.handle(heard(NoticeAnnouncements.announcementOf(
                new Notice.Event.Unreceived(onlyNotice(), manager, Chase.Turn.NEXT, NOW))));
        var received = NoticeAnnouncements.announcementOf(
                new Notice.Event.Received(onlyNotice(), Actor.of(People.leila()), NOW.plusSeconds(60)));

        assertThat(EventSchemas.faults(received)).isEmpty();
        fulfilled.handle(heard(received));

        assertThat(notices.following(onlyNotice().id()))
                .singleElement()
                .extracting(kept -> kept.notice().state())
                .isEqualTo(Notice.State.ACKNOWLEDGED);
    }

    private static IncomingEvent heard(Announcement announcement) {
        return new IncomingEvent(
                "/notification-service/" + announcement.subject() + announcement.type(),
                announcement.type(),
                announcement.subject(),
                NOW,
                JSON.valueToTree(announcement.data()));
    }

    private Notice onlyNotice() {
        var inbox = Inbox.of(People.leila());
        var page = notices.list(new Listing(inbox, Shown.ALL, null), PageRequest.first(10));
        assertThat(page.items()).hasSize(1);
        return page.items().getFirst().notice();
    }

    private static IncomingEvent example(String name) {
        var event = read(name);
        return new IncomingEvent(
                event.path("source").asString() + "/" + event.path("id").asString(),
                event.path("type").asString(),
                event.path("subject").asString(),
                Instant.parse(event.path("time").asString()),
                event.path("data"));
    }

    private static JsonNode read(String name) {
        try (InputStream in =
                NoticeEventsContractTest.class.getResourceAsStream("/contracts/events/examples/" + name + ".json")) {
            return JSON.readTree(in);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
