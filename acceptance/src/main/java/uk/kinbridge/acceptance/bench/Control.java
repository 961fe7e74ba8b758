package uk.kinbridge.acceptance.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Kills parts of the running suite without a warning, and starts them again, by the launcher. */
final class Control {

    private final Map<String, String> environment;

    Control(Map<String, String> environment) {
        this.environment = environment;
    }

    void kill(String part) {
        run(Map.of(), "kill", part);
    }

    /** @param changed what the part finds in its environment beside what the whole suite does */
    void start(String part, Map<String, String> changed) {
        run(changed, "start", part);
    }

    /** Kills it, unless it is dead already, and starts it again. */
    void restart(String part, Map<String, String> changed) {
        try {
            kill(part);
        } catch (NotMeasurable dead) {
            // Whatever is wrong with it, starting it says so.
            start(part, changed);
            return;
        }
        start(part, changed);
    }

    private void run(Map<String, String> changed, String verb, String part) {
        var launcher = environment.get("KINBRIDGE_LAUNCHER");
        if (launcher == null) {
            throw new NotMeasurable("nothing can be killed and started again. Run it as ./kinbridge bench.");
        }
        try {
            var builder = new ProcessBuilder(List.of(launcher, "control", verb, part)).redirectErrorStream(true);
            builder.environment().putAll(environment);
            builder.environment().putAll(changed);
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new NotMeasurable(verb + " " + part + " failed: " + said);
            }
        } catch (IOException broken) {
            throw new NotMeasurable("the launcher does not run: " + broken.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotMeasurable("interrupted");
        }
    }
}
