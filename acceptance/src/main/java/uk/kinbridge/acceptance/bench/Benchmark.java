package uk.kinbridge.acceptance.bench;

import java.util.List;
import java.util.function.Consumer;

/** Something whose speed matters. A new one joins {@link Bench#benchmarks}. */
public interface Benchmark {

    String name();

    String title();

    /** Whether it runs only when it is named, since it does harm meanwhile. */
    default boolean onlyWhenNamed() {
        return false;
    }

    /** Measures, and says now and then how far it is. */
    List<Measurement> run(Consumer<String> progress);
}
