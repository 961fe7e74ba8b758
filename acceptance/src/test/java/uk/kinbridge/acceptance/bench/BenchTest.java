package uk.kinbridge.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.kinbridge.acceptance.bench.Measurement.Limit;

class BenchTest {

    private int status;

    @Test
    void runs_what_is_named_and_keeps_the_figures(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bench.json");
        String told = run(
                List.of("walking"),
                Map.of("KINBRIDGE_BENCH_FILE", file.toString(), "KINBRIDGE_BENCH_ON", "2 cores\nMongoDB 7"));

        assertThat(status).isZero();
        assertThat(told).contains("walking, slowly", "  on my way", "2 cores\nMongoDB 7", "Also in " + file);
        assertThat(told).doesNotContain("running");
        assertThat(Files.readString(file)).contains("\"figure\" : 5.0", "MongoDB 7");
    }

    @Test
    void lists_the_benchmarks_when_it_does_not_know_one() {
        assertThat(run(List.of("swimming"), Map.of())).startsWith("Benchmarks:").contains("walking", "running");
        assertThat(status).isEqualTo(2);
    }

    @Test
    void says_what_to_do_when_something_cannot_be_measured() {
        assertThat(run(List.of(), Map.of()))
                .contains("walking, km/h")
                .endsWith("running NOT MEASURED: put your shoes on\n");
        assertThat(status).isEqualTo(1);
    }

    @Test
    void the_real_ones_have_names_of_their_own() {
        assertThat(Bench.benchmarks(Map.of()))
                .extracting(Benchmark::name)
                .containsExactly(
                        "contacts",
                        "worklist",
                        "submissions",
                        "clocks",
                        "sections",
                        "team-lists",
                        "deadlines",
                        "packs",
                        "notices",
                        "notices-under-fire");
    }

    private String run(List<String> names, Map<String, String> environment) {
        var out = new ByteArrayOutputStream();
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            status = Bench.run(List.of(new Moving("walking"), new Moving("running")), names, environment, print);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private record Moving(String name) implements Benchmark {

        @Override
        public String title() {
            return name + ", slowly";
        }

        @Override
        public List<Measurement> run(Consumer<String> progress) {
            if (name.equals("running")) {
                throw new NotMeasurable("put your shoes on");
            }
            progress.accept("on my way");
            return List.of(new Measurement(name, 5, "km/h", new Limit("a bird", 50), null));
        }
    }
}
