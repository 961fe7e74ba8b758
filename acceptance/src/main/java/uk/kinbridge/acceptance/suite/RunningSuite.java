package uk.kinbridge.acceptance.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A suite that was started by {@code ./kinbridge start}, as its environment describes it. */
public final class RunningSuite {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI gateway;
    private final SignIn signIn;
    private final String launcher;
    private final Map<String, String> launcherEnvironment;
    private final Map<String, Person> people = new ConcurrentHashMap<>();

    private RunningSuite(Map<String, String> environment) {
        this.gateway = URI.create(environment.getOrDefault("KINBRIDGE_GATEWAY_URL", "http://localhost:8080"));
        this.signIn = new SignIn(
                http,
                environment.getOrDefault("KINBRIDGE_ISSUER", "http://localhost:8090/realms/kinbridge"),
                Optional.ofNullable(environment.get("KINBRIDGE_PASSWORD")).orElse("kinbridge"));
        this.launcher = environment.getOrDefault("KINBRIDGE_LAUNCHER", "./kinbridge");
        this.launcherEnvironment = Map.copyOf(environment);
    }

    /** The suite that the environment names; the defaults are those of {@code ./kinbridge start}. */
    public static RunningSuite of(Map<String, String> environment) {
        return new RunningSuite(environment);
    }

    /** A demonstration person. */
    public Person person(String username) {
        return people.computeIfAbsent(username, name -> new Person(http, gateway, signIn, name));
    }

    /** A demonstration system of an agency. */
    public AgencySystem system(String client) {
        return new AgencySystem(http, gateway, signIn, client);
    }

    /** Moves the suite's time forward, as {@code ./kinbridge advance} does. */
    public void advance(String duration) {
        run("advance", duration);
    }

    /** The mails and texts to a person that the suite has caught, as {@code ./kinbridge mail} shows them. */
    public String mail(String username) {
        return run("mail", username);
    }

    private String run(String... arguments) {
        var command = new java.util.ArrayList<String>();
        command.add(launcher);
        command.addAll(java.util.List.of(arguments));
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(launcherEnvironment);
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed: " + said);
            }
            return said;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
