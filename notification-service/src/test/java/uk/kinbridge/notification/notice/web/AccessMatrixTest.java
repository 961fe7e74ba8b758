package uk.kinbridge.notification.notice.web;

import static uk.kinbridge.notification.notice.RequestBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.notice.RequestBuilder.aRequest;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import uk.kinbridge.notification.notice.Dispatch;
import uk.kinbridge.notification.notice.InMemoryNotices;
import uk.kinbridge.notification.notice.Sender;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.platform.testing.access.AccessMatrix;
import uk.kinbridge.platform.testing.access.Ask;
import uk.kinbridge.platform.testing.access.Operation;

@SpringBootTest(classes = InboxOverHttp.class)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class})
class AccessMatrixTest {

    @Autowired
    private MockMvc http;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private InMemoryNotices notices;

    /** The newest is on the first page. */
    private final AtomicInteger scenes = new AtomicInteger();

    @TestFactory
    Stream<DynamicTest> everybody_meets_what_the_matrix_says() {
        return AccessMatrix.of("uk.kinbridge.notification", context, http, this::ask)
                .tests();
    }

    /** A notice that nobody has acknowledged yet, about a referral of its own, by which an answer shows it. */
    private Ask ask(Operation operation) {
        var referral = "referral-" + UUID.randomUUID();
        var id = "n-" + UUID.randomUUID();
        var sender = new Sender(
                "hackney-childrens-social-care", Tokens.of("sade.okafor").subject(), "Sade Okafor");
        var request = aRequest()
                .about(referral)
                .requestedAt(MONDAY_TEN.plusMillis(scenes.incrementAndGet()))
                .dispatch(new Dispatch(sender, null, null, null));
        notices.addOnce(Change.silent(request.delivered(id)), MONDAY_TEN, id);
        return Ask.plainly().with("id", id).query("about=" + referral).marker("/api/referrals/" + referral);
    }
}
