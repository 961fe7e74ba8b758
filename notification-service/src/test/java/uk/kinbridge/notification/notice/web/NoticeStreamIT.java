package uk.kinbridge.notification.notice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.kinbridge.notification.notice.RequestBuilder.aRequest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.client.RestTestClient;
import uk.kinbridge.notification.Events;
import uk.kinbridge.notification.NotificationService;
import uk.kinbridge.notification.WholeService;
import uk.kinbridge.notification.notice.People;
import uk.kinbridge.notification.notice.Recipient;
import uk.kinbridge.notification.notice.RequestBuilder;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.platform.testing.Bearer;
import uk.kinbridge.platform.testing.Tokens;

@WholeService
class NoticeStreamIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private Events events;

    @Autowired
    private NoticeStreams streams;

    @Autowired
    private RestTestClient http;

    @Autowired
    private Environment environment;

    @LocalServerPort
    private int port;

    /** Each test has an agency of its own, so that none hears another's notices. */
    private final String agency = "agency-" + UUID.randomUUID();

    private final Caller lead = People.person("lead-" + agency, "The Lead", agency, Role.SAFEGUARDING_LEAD);
    private final RequestBuilder request = aRequest().to(agency, "safeguarding-lead");

    @Test
    void a_notice_reaches_its_recipients_and_nobody_else() {
        var manager = People.person("manager-" + agency, "The Manager", agency, Role.MANAGER);
        var elsewhere = People.person("elsewhere", "Somebody Else", agency + "-x", Role.SAFEGUARDING_LEAD);
        var colleague = People.person("colleague-" + agency, "Another Lead", agency, Role.SAFEGUARDING_LEAD);
        try (var mine = open(lead);
                var managers = open(manager);
                var others = open(elsewhere);
                var colleagues = open(colleague)) {
            request("both", request.about("both"));
            request("mine", request.about("mine").to(Recipient.person(agency, "safeguarding-lead", lead.subject())));

            await().atMost(SOON).until(() -> mine.events().size() == 2);
            await().atMost(SOON).until(() -> colleagues.events().size() == 1);
            assertThat(abouts(mine)).containsExactlyInAnyOrder("both", "mine");
            assertThat(abouts(colleagues)).containsExactly("both");
            assertThat(mine.events().getFirst().name()).isEqualTo("notice");
            assertThat(mine.events().getFirst().data()).contains("\"_links\"", "/acknowledgement", "\"HAC-17\"");
            // Long enough for several looks at the feed.
            await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            assertThat(managers.events()).isEmpty();
            assertThat(others.events()).isEmpty();
            assertThat(colleagues.events()).hasSize(1);
        }
    }

    @Test
    void a_change_of_a_notice_is_told_to_all_of_its_recipients() {
        var colleague = People.person("colleague-" + agency, "Another Lead", agency, Role.SAFEGUARDING_LEAD);
        try (var mine = open(lead)) {
            request("one", request);
            await().atMost(SOON).until(() -> mine.events().size() == 1);
            var id = mine.events().getFirst().data().replaceAll(".*?\"id\":\"(n[0-9a-f]+)\".*", "$1");

            http.post()
                    .uri("/api/notifications/" + id + "/acknowledgement")
                    .header("Authorization", Callers.of(colleague).header())
                    .exchange()
                    .expectStatus()
                    .isOk();

            await().atMost(SOON).until(() -> mine.events().size() == 2);
            assertThat(mine.events().getLast().data()).contains("\"state\":\"acknowledged\"", "Another Lead");
        }
    }

    @Test
    void after_a_break_it_goes_on_without_loss_or_repetition() {
        var first = open(lead);
        request("before", request.about("before"));
        await().atMost(SOON).until(() -> first.events().size() == 1);
        var lastId = first.lastId();
        first.close();
        for (int i = 0; i < 3; i++) {
            request("missed-" + i, request.about("missed-" + i));
        }
        await().atMost(SOON).until(() -> inInbox() == 4);

        try (var second = open(lead, lastId)) {
            await().atMost(SOON).until(() -> second.events().size() == 3);
            request("after", request.about("after"));
            await().atMost(SOON).until(() -> second.events().size() == 4);

            assertThat(abouts(second)).containsExactlyInAnyOrder("missed-0", "missed-1", "missed-2", "after");
            assertThat(second.events().getLast().data()).contains("\"after\"");
        }
    }

    @Test
    void a_client_that_breaks_off_again_and_again_hears_everything_once() {
        int many = 60;
        var heard = new ArrayList<StreamReader.Event>();
        var reader = open(lead);
        var sender = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < many; i++) {
                request("burst-" + i, request.about("burst-" + i));
            }
        });
        var until = System.nanoTime() + SOON.multipliedBy(2).toNanos();
        while (heard.size() < many && System.nanoTime() < until) {
            var current = reader;
            await().atMost(SOON).until(() -> current.events().size() >= 4 || inInbox() == many);
            await().during(Duration.ofMillis(50)).until(() -> true);
            var events = current.events();
            current.close();
            heard.addAll(events);
            reader = open(
                    lead, events.isEmpty() ? current.lastId() : events.getLast().id());
        }
        reader.close();

        assertThat(sender.isAlive()).isFalse();
        assertThat(heard.stream().map(NoticeStreamIT::about))
                .as("each once")
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, many).mapToObj(i -> "burst-" + i).toList());
        assertThat(heard.stream().map(event -> Long.valueOf(event.id())))
                .as("in the feed's order")
                .isSorted();
    }

    @Test
    void the_stream_of_a_list_goes_on_where_the_list_ends() {
        request("listed", request.about("listed"));
        await().atMost(SOON).until(() -> inInbox() == 1);
        // The change may be on its way into the feed still: it would then be in both, which is not a loss.
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        var list = body("/api/notifications");
        var link = list.replaceAll(".*\"stream\":\\{\"href\":\"([^\"]+)\".*", "$1");
        request("between", request.about("between"));
        await().atMost(SOON).until(() -> inInbox() == 2);

        try (var reader = new StreamReader("http://localhost:" + port + link, bearer(lead), null)) {
            await().atMost(SOON).until(() -> reader.events().size() == 1);
            assertThat(abouts(reader)).containsExactly("between");
        }
    }

    @Test
    void a_quiet_stream_shows_that_it_lives_and_says_from_the_start_where_it_stands() {
        try (var reader = open(lead)) {
            await().atMost(SOON).until(() -> reader.comments().size() >= 3);
            assertThat(reader.lastId()).matches("\\d+");
            assertThat(reader.events()).isEmpty();
        }
    }

    @Test
    void it_ends_when_the_token_does() {
        var expiry = InstantSource.system().instant().plusSeconds(4);
        try (var reader = new StreamReader(address(), bearer(lead).claim("exp", Date.from(expiry)), null)) {
            assertThat(reader.end()).isEqualTo(StreamReader.End.NOT_YET);
            await().atMost(Duration.ofSeconds(8)).until(() -> reader.end() == StreamReader.End.CLEAN);
        }
    }

    @Test
    void a_client_that_goes_away_leaves_nothing_behind() {
        await().atMost(SOON).until(() -> streams.count() == 0);
        var reader = open(lead);
        await().atMost(SOON).until(() -> streams.count() == 1);

        reader.close();

        await().atMost(SOON).until(() -> streams.count() == 0);
    }

    @Test
    void several_instances_tell_everything_once_and_a_stopping_one_ends_its_streams_cleanly() {
        var other = secondInstance();
        var otherPort = String.valueOf(other.getEnvironment().getProperty("local.server.port"));
        int many = 40;
        try (var here = open(lead);
                var there = new StreamReader(
                        "http://localhost:" + otherPort + "/api/notifications/stream", bearer(lead), null)) {
            await().atMost(SOON).until(() -> !there.lastId().isEmpty());
            var expected = IntStream.range(0, many).mapToObj(i -> "two-" + i).toList();
            for (var about : expected) {
                request(about, request.about(about));
            }

            await().atMost(SOON)
                    .until(() -> here.events().size() >= many && there.events().size() >= many);
            assertThat(abouts(here)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(abouts(there)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(here.events())
                    .extracting(StreamReader.Event::id)
                    .isEqualTo(
                            there.events().stream().map(StreamReader.Event::id).toList());

            var started = System.nanoTime();
            other.close();
            await().atMost(SOON).until(() -> there.end() == StreamReader.End.CLEAN);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(15));
            assertThat(here.end()).isEqualTo(StreamReader.End.NOT_YET);
        }
    }

    private ConfigurableApplicationContext secondInstance() {
        var arguments = List.of(
                        "spring.mongodb.uri",
                        "spring.mongodb.database",
                        "spring.rabbitmq.addresses",
                        "kinbridge.messaging.prefix",
                        "kinbridge.messaging.delivery-limit")
                .stream()
                .map(name -> "--" + name + "=" + environment.getProperty(name))
                .toList();
        var all = new ArrayList<>(arguments);
        all.add("--server.port=0");
        all.add("--kinbridge.notices.stream-interval=200ms");
        return new SpringApplicationBuilder(NotificationService.class)
                .initializers(new Tokens.Realm())
                .run(all.toArray(String[]::new));
    }

    private StreamReader open(Caller caller) {
        return open(caller, null);
    }

    /** Opened in earnest only once the stream has told where it stands. */
    private StreamReader open(Caller caller, @Nullable String lastEventId) {
        var reader = new StreamReader(address(), bearer(caller), lastEventId);
        assertThat(reader.status()).isEqualTo(200);
        await().atMost(SOON).until(() -> !reader.lastId().isEmpty());
        return reader;
    }

    private String address() {
        return "http://localhost:" + port + "/api/notifications/stream";
    }

    private static Bearer bearer(Caller caller) {
        return Callers.of(caller);
    }

    private void request(String id, RequestBuilder builder) {
        events.request(id + "-" + agency, builder);
    }

    private int inInbox() {
        return body("/api/notifications?state=all&limit=100").split("\"purpose\"", -1).length - 1;
    }

    private String body(String path) {
        return String.valueOf(http.get()
                .uri(path)
                .header("Authorization", bearer(lead).header())
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static List<String> abouts(StreamReader reader) {
        return reader.events().stream().map(NoticeStreamIT::about).toList();
    }

    private static String about(StreamReader.Event event) {
        return event.data().replaceAll(".*\"about\":\\{[^}]*\"id\":\"([^\"]+)\".*", "$1");
    }
}
