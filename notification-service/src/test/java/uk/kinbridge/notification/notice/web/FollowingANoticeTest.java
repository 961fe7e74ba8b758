package uk.kinbridge.notification.notice.web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static uk.kinbridge.notification.notice.RequestBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.notice.RequestBuilder.aRequest;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import uk.kinbridge.notification.notice.Chase;
import uk.kinbridge.notification.notice.Crowding;
import uk.kinbridge.notification.notice.DeliverNotice;
import uk.kinbridge.notification.notice.Dispatch;
import uk.kinbridge.notification.notice.InMemoryFulfilments;
import uk.kinbridge.notification.notice.InMemoryNotices;
import uk.kinbridge.notification.notice.People;
import uk.kinbridge.notification.notice.Recipient;
import uk.kinbridge.notification.notice.Sender;
import uk.kinbridge.notification.notice.Standing;
import uk.kinbridge.notification.notice.Urgency;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;

/** HAC-17: the sender sees what becomes of a notice; a bundle names what cannot wait; administrators see how much waits. */
@SpringBootTest(classes = InboxOverHttp.class)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class})
class FollowingANoticeTest {

    private static final Caller MAYA =
            People.person("maya.okafor", "Maya Okafor", "hackney-childrens-social-care", Role.PRACTITIONER);

    @Autowired
    private MockMvc http;

    @Autowired
    private InMemoryNotices notices;

    @Test
    void the_sender_reads_the_line_of_life_and_what_comes_next() throws Exception {
        var id = "n-" + UUID.randomUUID();
        var manager = Recipient.role(People.DRUG_TREATMENT, "manager");
        var chase = new Chase(
                "1 working day",
                List.of(
                        new Chase.Step(MONDAY_TEN.plus(Duration.ofDays(1)), Chase.Turn.RECIPIENT, null, null),
                        new Chase.Step(MONDAY_TEN.plus(Duration.ofDays(2)), Chase.Turn.NEXT, manager, null)));
        var sender = new Sender(MAYA.agency(), MAYA.subject(), MAYA.name());
        var request = aRequest().about(id).dispatch(new Dispatch(sender, chase, null, null));
        notices.addOnce(uk.kinbridge.platform.aggregate.Change.silent(request.delivered(id)), MONDAY_TEN, id);
        http.perform(post("/api/notifications/" + id + "/seen")
                        .header("Authorization", Callers.of(People.leila()).header()))
                .andExpect(status().isOk());

        http.perform(get("/api/notifications/" + id + "/life")
                        .header("Authorization", Callers.of(MAYA).header()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("waiting"))
                .andExpect(jsonPath("$.line[*].what").value(contains("requested", "delivered", "seen")))
                .andExpect(jsonPath("$.line[2].by.name").value("Leila Haddad"))
                .andExpect(jsonPath("$.next.turn").value("recipient"))
                .andExpect(jsonPath("$.next.at").value("2026-11-24T10:00:00Z"));
        http.perform(get("/api/notifications/sent")
                        .header("Authorization", Callers.of(MAYA).header()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].line").doesNotExist());
    }

    @Test
    void a_colleague_without_that_office_may_not_ask_for_the_whole_agency() throws Exception {
        http.perform(get("/api/notifications/sent?of=agency")
                        .header("Authorization", Callers.of(MAYA).header()))
                .andExpect(status().isForbidden());
        http.perform(get("/api/notifications/sent?of=everybody")
                        .header("Authorization", Callers.of(MAYA).header()))
                .andExpect(status().isBadRequest());
    }

    @Test
    void a_bundle_says_how_much_it_holds_and_names_what_cannot_wait() throws Exception {
        var agency = "crowded-" + UUID.randomUUID();
        var lead = People.person("lead.of." + agency, "A Lead", agency, Role.SAFEGUARDING_LEAD);
        var deliver = new DeliverNotice(notices, new InMemoryFulfilments(), Standing.WHOEVER, new Crowding(1));
        var request = aRequest().to(agency, "safeguarding-lead");
        deliver.deliver(request.build(), agency + 1, MONDAY_TEN);
        deliver.deliver(request.build(), agency + 2, MONDAY_TEN);
        deliver.deliver(request.urgency(Urgency.IMMEDIATE).about("urgent").build(), agency + 3, MONDAY_TEN);

        http.perform(get("/api/notifications")
                        .header("Authorization", Callers.of(lead).header()))
                .andExpect(jsonPath("$.items", hasSize(2)))
                .andExpect(jsonPath("$.items[0].bundle.waiting").value(2))
                .andExpect(jsonPath("$.items[0].bundle.urgent", hasSize(1)))
                .andExpect(jsonPath("$.items[0].bundle.urgent[0]._links.about.href")
                        .value("/api/referrals/urgent"));
        var bundle = notices.list(
                        new uk.kinbridge.notification.notice.Notices.Listing(
                                uk.kinbridge.notification.notice.Inbox.of(lead),
                                uk.kinbridge.notification.notice.Notices.Shown.WAITING,
                                null),
                        uk.kinbridge.platform.page.PageRequest.first(1))
                .items()
                .getFirst()
                .notice()
                .id();
        http.perform(get("/api/notifications?bundle=" + bundle)
                        .header("Authorization", Callers.of(lead).header()))
                .andExpect(jsonPath("$.items", hasSize(2)));
        http.perform(get("/api/notifications?bundle=" + bundle)
                        .header("Authorization", Callers.of(People.leila()).header()))
                .andExpect(jsonPath("$.items", hasSize(0)));
    }

    @Test
    void administrators_see_how_much_waits() throws Exception {
        var admin = People.person("abi.stonham", "Abi Stonham", People.DRUG_TREATMENT, Role.AGENCY_ADMIN);

        http.perform(get("/api/notifications/backlog")
                        .header("Authorization", Callers.of(admin).header()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.agency").value(People.DRUG_TREATMENT))
                .andExpect(jsonPath("$.overdue").value(2))
                .andExpect(jsonPath("$.queued").value(7))
                .andExpect(jsonPath("$.deadLetters").doesNotExist());
    }
}
