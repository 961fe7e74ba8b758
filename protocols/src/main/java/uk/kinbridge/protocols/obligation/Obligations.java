package uk.kinbridge.protocols.obligation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.reading.StrictYaml;

/** The register of all obligations, in the order of its file. */
public final class Obligations {

    private static final String FILE = "obligations.yaml";

    private final Map<String, Protocol> protocols;
    private final Map<ObligationId, Obligation> byId = new LinkedHashMap<>();

    private Obligations(Map<String, Protocol> protocols, List<Obligation> obligations) {
        this.protocols = protocols;
        for (Obligation obligation : obligations) {
            if (byId.put(obligation.id(), obligation) != null) {
                throw new IllegalArgumentException("The obligation %s is numbered twice.".formatted(obligation.id()));
            }
            if (!protocols.containsKey(obligation.id().protocol())) {
                throw new IllegalArgumentException(
                        "The obligation %s belongs to no protocol of the register.".formatted(obligation.id()));
            }
        }
    }

    /** Those of the five protocols and of national guidance. */
    public static Obligations shipped() {
        return Shipped.REGISTER;
    }

    public static Obligations read(String file, String yaml) {
        Written written = StrictYaml.read(file, yaml, Written.class).value();
        return new Obligations(written.protocols(), written.obligations());
    }

    /**
     * These and those of another protocol, or of a later version of one.
     *
     * @throws IllegalArgumentException when a number is taken by another sentence: a number means one thing for good
     */
    public Obligations and(Obligations more) {
        Map<String, Protocol> all = new LinkedHashMap<>(protocols);
        all.putAll(more.protocols);
        Stream<Obligation> added =
                more.all().stream().filter(obligation -> !obligation.equals(byId.get(obligation.id())));
        return new Obligations(all, Stream.concat(all().stream(), added).toList());
    }

    public Map<String, Protocol> protocols() {
        return protocols;
    }

    public List<Obligation> all() {
        return List.copyOf(byId.values());
    }

    public List<Obligation> of(String protocol) {
        return byId.values().stream()
                .filter(obligation -> obligation.id().protocol().equals(protocol))
                .toList();
    }

    public Optional<Obligation> find(ObligationId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The file's form. */
    record Written(Map<String, Protocol> protocols, List<Obligation> obligations) {}

    private static final class Shipped {

        private static final Obligations REGISTER = load();

        private static Obligations load() {
            try (@Nullable InputStream file = Obligations.class.getResourceAsStream("/" + FILE)) {
                if (file == null) {
                    throw new IllegalStateException(FILE + " is missing from the build");
                }
                return read(FILE, new String(file.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
