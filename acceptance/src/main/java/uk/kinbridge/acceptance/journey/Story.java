package uk.kinbridge.acceptance.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.acceptance.suite.Answer;

/** Tells a journey while it is played, and ends it where the protocol is not kept. */
public final class Story {

    private static final DateTimeFormatter SPOKEN =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Consumer<String> out;
    private int step;

    public Story(Consumer<String> out) {
        this.out = out;
    }

    /** Begins a step: who does what. */
    public void step(String who, String what) {
        step++;
        out.accept("");
        out.accept("%2d. %s %s".formatted(step, who, what));
    }

    /** What came of it. */
    public void tell(String line) {
        out.accept("      " + line);
    }

    /** The clause that this shows. */
    public void clause(String obligation, String words) {
        out.accept("      [" + obligation + "] " + words);
    }

    /** The answer, if it has the status that the protocol wants. */
    public Answer expect(Answer answer, int status, String what) {
        if (answer.status() != status) {
            throw new NotAsTheProtocolWants(
                    what + ": answered " + answer.status() + " instead of " + status + " " + answer.body());
        }
        return answer;
    }

    /** Goes on only if that is so. */
    public void must(boolean so, String what) {
        if (!so) {
            throw new NotAsTheProtocolWants("not so: " + what);
        }
    }

    /** Waits for something that arrives by itself. */
    public <T> T await(String what, Supplier<Optional<T>> look) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new NotAsTheProtocolWants("waited " + PATIENCE.toSeconds() + " s in vain: " + what);
    }

    /** Tells every clock of a referral. */
    public void clocks(Answer referral) {
        for (var clock : referral.body().path("clocks")) {
            tell("clock '%s': %s owes it by %s, %s [%s]"
                    .formatted(
                            clock.path("kind").asString(),
                            clock.path("owner").path("agency").asString() + " "
                                    + clock.path("owner").path("role").asString(),
                            spoken(clock.path("dueAt").asString()),
                            clock.path("state")
                                    .asString()
                                    .toLowerCase(Locale.UK)
                                    .replace('_', ' '),
                            obligations(clock)));
        }
    }

    /** The clock of that kind. */
    public JsonNode clock(Answer referral, String kind) {
        for (var clock : referral.body().path("clocks")) {
            if (clock.path("kind").asString().equals(kind)) {
                return clock;
            }
        }
        throw new NotAsTheProtocolWants("there is no clock '" + kind + "'");
    }

    private static String obligations(JsonNode node) {
        var ids = new java.util.ArrayList<String>();
        node.path("obligations").forEach(id -> ids.add(id.asString()));
        return String.join(", ", ids);
    }

    /** A moment as people in England say it. */
    public static String spoken(String instant) {
        return SPOKEN.format(Instant.parse(instant));
    }
}
