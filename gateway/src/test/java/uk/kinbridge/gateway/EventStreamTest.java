package uk.kinbridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventStreamTest extends RunningGatewayTest {

    private static final FakeEventStream SERVICE = Neighbours.NOTIFICATION;

    @Test
    void carries_events_one_by_one_while_the_connection_stays_open() throws Exception {
        try (BufferedReader events = subscribe()) {
            SERVICE.latest().toSend().add("id: 1\ndata: first\n\n");
            assertThat(nextEvent(events)).isEqualTo("id: 1|data: first|");

            SERVICE.latest().toSend().add("id: 2\ndata: second\n\n");
            assertThat(nextEvent(events)).isEqualTo("id: 2|data: second|");
        }
    }

    @Test
    void stays_open_for_longer_than_any_answer_may_take() throws Exception {
        try (BufferedReader events = subscribe()) {
            TimeUnit.MILLISECONDS.sleep(Duration.ofMillis(2_500).toMillis());

            SERVICE.latest().toSend().add("data: late\n\n");

            assertThat(nextEvent(events)).isEqualTo("data: late|");
        }
    }

    @Test
    void tells_the_service_which_event_was_the_last() throws Exception {
        subscribe("Last-Event-ID", "41").close();

        assertThat(SERVICE.latest().lastEventId()).isEqualTo("41");
    }

    @Test
    void hangs_up_on_the_service_when_the_browser_goes_away() throws Exception {
        BufferedReader events = subscribe();
        events.close();

        // the next heartbeats find out; the first may still fit into a buffer
        for (int beat = 0; beat < 50 && SERVICE.latest().hungUp().getCount() > 0; beat++) {
            SERVICE.latest().toSend().add(": heartbeat\n\n");
            TimeUnit.MILLISECONDS.sleep(100);
        }

        assertThat(SERVICE.latest().hungUp().await(1, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void lets_no_program_without_a_token_listen() {
        isProblem(caller.get("/api/notifications/stream", "Accept", "text/event-stream"), 401, "not-signed-in");
    }

    private BufferedReader subscribe(String... headers) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = caller.client()
                .send(
                        caller.to("/api/notifications/stream", headers)
                                .header("Authorization", bearer())
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("text/event-stream");
        var events = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        assertThat(nextEvent(events)).isEqualTo(": welcome|");
        return events;
    }

    private static String nextEvent(BufferedReader events) throws IOException {
        StringBuilder event = new StringBuilder();
        for (String line = events.readLine(); line != null && !line.isEmpty(); line = events.readLine()) {
            event.append(line).append('|');
        }
        return event.toString();
    }
}
