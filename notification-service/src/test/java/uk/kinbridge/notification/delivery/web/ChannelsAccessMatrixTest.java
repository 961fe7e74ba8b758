package uk.kinbridge.notification.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.delivery.TidingsBuilder.AGENCY;
import static uk.kinbridge.notification.delivery.TidingsBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.delivery.TidingsBuilder.tidings;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import uk.kinbridge.notification.delivery.Addressee;
import uk.kinbridge.notification.delivery.Answer;
import uk.kinbridge.notification.delivery.Carrier;
import uk.kinbridge.notification.delivery.Channel;
import uk.kinbridge.notification.delivery.Deliveries;
import uk.kinbridge.notification.delivery.Delivery;
import uk.kinbridge.notification.delivery.Patience;
import uk.kinbridge.notification.notice.Actor;
import uk.kinbridge.notification.webhook.Endpoint;
import uk.kinbridge.notification.webhook.Endpoints;
import uk.kinbridge.notification.webhook.Secrets;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.platform.testing.access.AccessMatrix;
import uk.kinbridge.platform.testing.access.Ask;
import uk.kinbridge.platform.testing.access.Operation;

@SpringBootTest(
        classes = ChannelsOverHttp.class,
        properties = {
            "kinbridge.channels.govuk-notify.callback-token=of-the-provider",
            "kinbridge.security.permit=/callbacks/govuk-notify"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class})
class ChannelsAccessMatrixTest {

    private static final Patience NONE = new Patience(List.of(), Duration.ofMinutes(2));

    @Autowired
    private MockMvc http;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Endpoints endpoints;

    @Autowired
    private Secrets secrets;

    @TestFactory
    Stream<DynamicTest> everybody_meets_what_the_matrix_says() {
        return AccessMatrix.of("channels-access-matrix.yaml", "uk.kinbridge.notification", context, http, this::ask)
                .tests();
    }

    private Ask ask(Operation operation) {
        var id = "d" + UUID.randomUUID();
        return switch (operation.pattern()) {
            case "/api/webhooks" ->
                Ask.plainly()
                        .json("{\"url\": \"https://hooks.example.gov.uk/x\", \"description\": \"Case management\"}")
                        .marker(aSystem(id).id());
            case "/api/webhooks/{id}" ->
                Ask.plainly()
                        .with("id", aSystem(id).id())
                        .header("If-Match", "\"1\"")
                        .json(
                                "{\"url\": \"https://hooks.example.gov.uk/x\", \"description\": \"Other\", \"enabled\": true}");
            case "/api/webhooks/{id}/secret" ->
                Ask.plainly().with("id", aSystem(id).id()).header("If-Match", "\"1\"");
            case "/api/deliveries/{id}/replay" -> Ask.plainly().with("id", aDeadLetter(id));
            case "/api/deliveries/{id}/leaving" -> Ask.plainly().with("id", aDoubt(id));
            case "/api/deliveries", "/api/deliveries/{id}" ->
                Ask.plainly().with("id", aDeadLetter(id)).query("limit=100").marker(id);
            case "/api/notification-preferences" ->
                Ask.plainly()
                        .header("If-Match", "\"0\"")
                        .json(
                                "{\"email\": \"everything\", \"text\": \"nothing\", \"digest\": true, \"language\": \"en\"}");
            case "/api/message-templates/{name}/preview" ->
                Ask.plainly().with("name", "delivered.text.en").json("{\"text\": \"{{reference}} waits\"}");
            default -> Ask.plainly();
        };
    }

    private Endpoint aSystem(String id) {
        return endpoints
                .add(
                        Endpoint.registered(
                                id,
                                AGENCY,
                                "https://hooks.example.gov.uk/x",
                                "Case management",
                                secrets.seal(secrets.create()),
                                new Actor("id-of-abi.stonham", "Abi Stonham", AGENCY, List.of("agency-admin")),
                                MONDAY_TEN),
                        MONDAY_TEN)
                .endpoint();
    }

    private String aDeadLetter(String id) {
        return after(id, new Answer.Refused("answered 410"));
    }

    private String aDoubt(String id) {
        return after(id, new Answer.Unanswered("broken off"));
    }

    private String after(String id, Answer answer) {
        var planned = Delivery.planned(
                id,
                Channel.EMAIL,
                Addressee.person(AGENCY, "somebody-else"),
                tidings().build(),
                "en",
                MONDAY_TEN,
                MONDAY_TEN);
        deliveries.addOnce(planned, MONDAY_TEN);
        if (planned.begin(MONDAY_TEN, NONE.lease()) instanceof Delivery.Outcome.Changed(var begun)
                && begun.end(answer, Carrier.Repetition.UNKNOWN_TO_IT, NONE, 0, MONDAY_TEN)
                        instanceof Delivery.Outcome.Changed(var ended)) {
            assertThat(deliveries.save(1, ended, MONDAY_TEN)).isTrue();
        }
        return id;
    }
}
