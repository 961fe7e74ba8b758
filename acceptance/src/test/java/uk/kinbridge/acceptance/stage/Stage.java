package uk.kinbridge.acceptance.stage;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.acceptance.suite.RunningSuite;

/**
 * One suite for all tests of a run, started by the launcher on the servers that {@code ./kinbridge test} provides, with
 * databases and queues of its own. Parts of it can be killed without a warning, and started again.
 */
public final class Stage {

    private static final String NAME =
            "acceptance-" + UUID.randomUUID().toString().substring(0, 8);

    private final Map<String, String> environment;
    private final RunningSuite suite;
    private final HttpClient http = HttpClient.newHttpClient();

    private Stage() {
        environment = new HashMap<>(System.getenv());
        environment.put("KINBRIDGE_DATABASE_PREFIX", NAME);
        environment.put("KINBRIDGE_MESSAGING_PREFIX", NAME);
        // Many clients of one address hurry here; the limit for each has tests of its own.
        environment.put("KINBRIDGE_RATE_LIMIT", "100000");
        environment.put("KINBRIDGE_REFUSED_LIMIT", "100000");
        environment.put("KINBRIDGE_GATEWAY_URL", "http://localhost:" + port("gateway"));
        environment.put("KINBRIDGE_ISSUER", required("KEYCLOAK_URL") + "/realms/kinbridge");
        suite = RunningSuite.of(environment);
        launcher(Map.of(), "start");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> launcher(Map.of(), "stop")));
    }

    private static final class Set {
        static final Stage STAGE = new Stage();
    }

    /** The suite, started on first use. */
    public static Stage set() {
        return Set.STAGE;
    }

    public RunningSuite suite() {
        return suite;
    }

    /** SIGKILL: no shutdown hook runs, no connection is closed politely. */
    public void kill(String service) {
        var pid = pidOf(service);
        ProcessHandle.of(pid).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /** Starts a part that is not running, and waits until it is ready. */
    public void start(String service) {
        launcher(Map.of(), "start", service);
    }

    /** Starts a part with another environment, such as a broker behind a proxy. */
    public void start(String service, Map<String, String> changed) {
        launcher(changed, "start", service);
    }

    /** Orderly. */
    public void stop(String service) {
        launcher(Map.of(), "stop", service);
    }

    /** SIGKILL for the database or the broker; their data stays. */
    public void killServer(String server) {
        run(Map.of(), List.of(required("KINBRIDGE_SERVER_CONTROL"), "kill", server));
    }

    /** Starts the database or the broker again, on its data. */
    public void startServer(String server) {
        run(Map.of(), List.of(required("KINBRIDGE_SERVER_CONTROL"), "start", server));
    }

    /** The status of a service's readiness, 0 when nothing answers. */
    public int readiness(String service) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(
                                            "http://127.0.0.1:" + port(service) + "/actuator/health/readiness"))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException away) {
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Moves the time of an instance that the launcher's {@code advance} does not know of. */
    public void moveTime(int port, Duration offset) {
        try {
            var moved = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/local/time"))
                            .header("Content-Type", "application/json")
                            .PUT(HttpRequest.BodyPublishers.ofString("{\"offset\":\"" + offset + "\"}"))
                            .build(),
                    BodyHandlers.ofString());
            if (moved.statusCode() != 200) {
                throw new IllegalStateException("time did not move: " + moved.body());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The database of a service. */
    public String database(String shortName) {
        return NAME + "-" + shortName;
    }

    /** Where the services find the broker. */
    public String brokerUri() {
        return required("RABBITMQ_URI");
    }

    /** Where the services find the database. */
    public String mongoUri() {
        return required("MONGODB_URI");
    }

    /** How far the launcher has moved the suite's time. */
    public Duration offset() {
        var file = home().resolve("time-offset");
        try {
            return Files.exists(file)
                    ? Duration.ofSeconds(Long.parseLong(Files.readString(file).strip()))
                    : Duration.ZERO;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The port of a service of this suite. */
    public int port(String service) {
        var order = List.of(
                "gateway",
                "directory-service",
                "referral-service",
                "assessment-service",
                "escalation-service",
                "notification-service");
        return Integer.parseInt(required("KINBRIDGE_PORT_BASE")) + order.indexOf(service);
    }

    private long pidOf(String service) {
        try {
            var file = Files.readString(home().resolve("run").resolve(service + ".pid"));
            return new JsonMapper().readTree(file).path("pid").asLong();
        } catch (IOException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }

    private static Path home() {
        return Path.of(required("KINBRIDGE_HOME"));
    }

    private void launcher(Map<String, String> changed, String... arguments) {
        var command = new ArrayList<String>();
        command.add(required("KINBRIDGE_LAUNCHER"));
        command.addAll(List.of(arguments));
        run(changed, command);
    }

    private void run(Map<String, String> changed, List<String> command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            builder.environment().putAll(changed);
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + said);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String required(String variable) {
        return requireNonNull(
                System.getenv(variable), variable + " is not set; these tests are run by ./kinbridge test");
    }
}
