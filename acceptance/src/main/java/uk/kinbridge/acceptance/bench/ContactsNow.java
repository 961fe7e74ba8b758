package uk.kinbridge.acceptance.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.acceptance.bench.Measurement.Aim;
import uk.kinbridge.acceptance.bench.Measurement.Limit;

/**
 * Whom to call now, through the gateway, for every area and need that somebody is named for. The limit is the root of
 * the open feed, three constant texts: the same gateway, route, filters, service and JSON, and nothing to work out.
 */
final class ContactsNow implements Benchmark {

    private static final String BARE = "GET /open-referral, three constant texts by the same way";
    private static final Aim WANTED = new Aim.RatioAtLeast(0.7);
    private static final int CONNECTIONS = 16;
    private static final int ROUNDS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final Duration PACED = Duration.ofSeconds(15);

    private final String gateway;

    ContactsNow(String gateway) {
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return "contacts";
    }

    @Override
    public String title() {
        return "Whom to call now, through the gateway";
    }

    @Override
    public List<Measurement> run(Consumer<String> progress) {
        List<URI> questions = questions();
        try (var asked = new Load(questions);
                var bare = new Load(List.of(URI.create(gateway + "/open-referral")))) {
            progress.accept("%d questions, %d connections; warming up for %d s"
                    .formatted(questions.size(), CONNECTIONS, 2 * WARM_UP.toSeconds()));
            asked.requestsASecond(CONNECTIONS, WARM_UP);
            bare.requestsASecond(CONNECTIONS, WARM_UP);
            // in turns, so that whatever else the machine does falls on both
            List<Double> answered = new ArrayList<>();
            List<Double> most = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                most.add(bare.requestsASecond(CONNECTIONS, ROUND));
                answered.add(asked.requestsASecond(CONNECTIONS, ROUND));
                progress.accept("round %d of %d: %,.0f a second, bare %,.0f"
                        .formatted(round, ROUNDS, answered.getLast(), most.getLast()));
            }
            double rate = Math.min(Figures.median(answered), Figures.median(most)) / 2;
            progress.accept("waits at a constant %,.0f a second, half of what gets through".formatted(rate));
            Load.Waits bareWaits = bare.waits(rate, PACED);
            Load.Waits waits = asked.waits(rate, PACED);
            return List.of(
                    new Measurement(
                            "contacts/now",
                            Figures.median(answered),
                            "requests/s",
                            new Limit(BARE, Figures.median(most)),
                            WANTED),
                    wait("p50", 50, waits, bareWaits),
                    wait("p99", 99, waits, bareWaits));
        }
    }

    private static Measurement wait(String what, double percentile, Load.Waits waits, Load.Waits bare) {
        return new Measurement(
                "contacts/now " + what,
                waits.millisAt(percentile),
                "ms",
                new Limit("the same", bare.millisAt(percentile)),
                null);
    }

    private List<URI> questions() {
        HttpResponse<String> needs = get("/api/contacts/needs");
        if (needs.headers().firstValue("RateLimit").isPresent()) {
            throw new NotMeasurable(
                    "the gateway counts every caller's requests. Start it with KINBRIDGE_RATE_LIMIT=0, as"
                            + " ./kinbridge bench does.");
        }
        List<URI> questions = new ArrayList<>();
        for (JsonNode need : JsonMapper.shared().readTree(needs.body()).path("items")) {
            for (JsonNode area : need.path("areas")) {
                questions.add(URI.create("%s/api/contacts/now?area=%s&need=%s"
                        .formatted(gateway, area.asString(), need.path("need").asString())));
            }
        }
        return questions;
    }

    private HttpResponse<String> get(String path) {
        try (var http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(URI.create(gateway + path)).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new NotMeasurable(path + " answered " + answer.statusCode());
            }
            return answer;
        } catch (IOException away) {
            throw new NotMeasurable("the suite does not answer at " + gateway + ". Start it: ./kinbridge start");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotMeasurable("interrupted");
        }
    }
}
