package uk.kinbridge.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is asked and counted, not how fast. */
class LoadTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final Set<String> paths = ConcurrentHashMap.newKeySet();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    LoadTest() throws IOException {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            paths.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/limited") ? 429 : 200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asks_all_questions_in_turn_and_counts_every_answer() {
        try (var load = new Load(List.of(at("/a"), at("/b"), at("/c")))) {
            double aSecond = load.requestsASecond(2, Duration.ofMillis(500));

            assertThat(aSecond).isPositive().isLessThanOrEqualTo(asked.get() / 0.5);
        }
        assertThat(paths).containsExactlyInAnyOrder("/a", "/b", "/c");
    }

    @Test
    void at_a_constant_rate_asks_just_so_often() {
        try (var load = new Load(List.of(at("/a")))) {
            assertThat(load.waits(100, Duration.ofMillis(500)).micros().getTotalCount())
                    .isEqualTo(50);
        }
        assertThat(asked).hasValue(50);
    }

    @Test
    void reads_percentiles_in_milliseconds() {
        var micros = new Histogram(3);
        for (int i = 1; i <= 100; i++) {
            micros.recordValue(i * 1_000L);
        }
        var waits = new Load.Waits(micros);

        assertThat(waits.millisAt(50)).isBetween(49.9, 50.1);
        assertThat(waits.millisAt(99)).isBetween(98.9, 99.1);
    }

    @Test
    void measures_nothing_that_was_refused() {
        try (var load = new Load(List.of(at("/limited")))) {
            assertThatThrownBy(() -> load.requestsASecond(2, Duration.ofSeconds(5)))
                    .isInstanceOf(NotMeasurable.class)
                    .hasMessageContaining("429");
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}
