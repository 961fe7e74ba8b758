package uk.kinbridge.acceptance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import uk.kinbridge.acceptance.bench.Measurement.Aim;
import uk.kinbridge.acceptance.bench.Measurement.Limit;
import uk.kinbridge.protocols.cli.ProtocolsCli;

/**
 * How long a protocol officer waits for the proof of all packs: the whole command, the start of its JVM included. The
 * limit is the same command with nothing to do.
 */
final class PacksProved implements Benchmark {

    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "packs";
    }

    @Override
    public String title() {
        return "Linting and model-checking all packs";
    }

    @Override
    public List<Measurement> run(Consumer<String> progress) {
        List<Double> nothing = new ArrayList<>();
        List<Double> lint = new ArrayList<>();
        List<Double> modelCheck = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            nothing.add(secondsOf(2, "help"));
            lint.add(secondsOf(0, "lint"));
            modelCheck.add(secondsOf(0, "model-check"));
            progress.accept("round %d of %d: lint %.2f s, model-check %.2f s"
                    .formatted(round, ROUNDS, lint.getLast(), modelCheck.getLast()));
        }
        var limit = new Limit("the same command with nothing to do", Figures.median(nothing));
        return List.of(
                new Measurement("lint of all packs", Figures.median(lint), "s", limit, new Aim.AtMost(2)),
                new Measurement(
                        "model-check of all packs", Figures.median(modelCheck), "s", limit, new Aim.AtMost(20)));
    }

    private static double secondsOf(int wantedStatus, String verb) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        // as the launcher starts it
        var command = new ProcessBuilder(
                        java, "-XX:TieredStopAtLevel=1", "-cp", classPath, ProtocolsCli.class.getName(), verb)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long began = System.nanoTime();
        try {
            int status = command.start().waitFor();
            if (status != wantedStatus) {
                throw new NotMeasurable("'%s' ended with %d".formatted(verb, status));
            }
            return (System.nanoTime() - began) / 1e9;
        } catch (IOException e) {
            throw new NotMeasurable("'%s' did not start: %s".formatted(verb, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotMeasurable("interrupted");
        }
    }
}
