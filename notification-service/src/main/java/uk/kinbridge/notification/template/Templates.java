package uk.kinbridge.notification.template;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The templates, by name, channel, protocol and language. The most particular one counts: the protocol's own before the
 * common one, and English where nobody has written the language yet.
 */
public final class Templates {

    public static final String ENGLISH = "en";

    /** What a letter about one notice can say. Nothing in here is ever typed by a person. */
    static final Map<String, String> SAMPLES = Map.of(
            "reference", "R-7KQ4-M2XC",
            "link", "https://kinbridge.example/api/notifications/n01kb1q3t",
            "urgency", "priority",
            "deadline", "by Tuesday 24 November, 10:00",
            "obligation", "HAC-17");

    private static final Map<String, String> DIGEST_SAMPLES = Map.of(
            "count", "2",
            "lines",
                    "- R-7KQ4-M2XC, by Tuesday 24 November, 10:00\n  https://kinbridge.example/api/notifications/n01kb1q3t",
            "link", "https://kinbridge.example/api/notifications");

    private static final String DIGEST = "digest";

    private final Map<Key, Template> templates = new TreeMap<>();

    /**
     * What a template is for.
     *
     * @param protocol the pack whose own words they are; empty for the common ones
     */
    public record Key(String name, String channel, String protocol, String language) implements Comparable<Key> {

        /** {@code delivered.email.en} or {@code delivered.email.hackney.en}; also the name of its file. */
        public String spelt() {
            return name + "." + channel + (protocol.isEmpty() ? "" : "." + protocol) + "." + language;
        }

        /** The same in another language. */
        public Key in(String other) {
            return new Key(name, channel, protocol, other);
        }

        /** Empty when it is no such name. */
        public static Optional<Key> read(String spelt) {
            var parts = List.of(spelt.split("\\.", -1));
            return switch (parts.size()) {
                case 3 -> Optional.of(new Key(parts.get(0), parts.get(1), "", parts.get(2)));
                case 4 -> Optional.of(new Key(parts.get(0), parts.get(1), parts.get(2), parts.get(3)));
                default -> Optional.empty();
            };
        }

        @Override
        public int compareTo(Key other) {
            return spelt().compareTo(other.spelt());
        }
    }

    /** The languages besides English in which something is written. */
    public Set<String> languages() {
        return templates.keySet().stream()
                .map(Key::language)
                .filter(language -> !language.equals(ENGLISH))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is written in English and not in that language, so that people who prefer it get it in English. */
    public List<Key> untranslated(String language) {
        return templates.keySet().stream()
                .filter(key -> key.language().equals(ENGLISH))
                .map(key -> key.in(language))
                .filter(key -> !templates.containsKey(key))
                .toList();
    }

    /** Something is wrong with a template. */
    public sealed interface Fault {
        /** It speaks of fields that nobody fills in. */
        record UnknownFields(Set<String> fields) implements Fault {}

        /** A mail without a subject, or nothing to read at all. */
        record Incomplete(String what) implements Fault {}
    }

    /** @throws IllegalArgumentException when one of them is not fit to be sent */
    public Templates(Map<Key, Template> given) {
        given.forEach((key, template) -> fault(key, template).ifPresent(fault -> {
            throw new IllegalArgumentException("template " + key.spelt() + ": " + fault);
        }));
        templates.putAll(given);
    }

    /** What would be wrong with this text as that template. */
    public static Optional<Fault> fault(Key key, Template template) {
        var unknown = new TreeSet<>(template.fields());
        unknown.removeAll(samples(key).keySet());
        if (!unknown.isEmpty()) {
            return Optional.of(new Fault.UnknownFields(unknown));
        }
        if (key.channel().equals("email") && template.subject().isBlank()) {
            return Optional.of(new Fault.Incomplete("a mail needs a subject on its first line"));
        }
        return template.body().isBlank() ? Optional.of(new Fault.Incomplete("it says nothing")) : Optional.empty();
    }

    /** Every field that a template of that name may use, with a value to look at. */
    public static Map<String, String> samples(Key key) {
        return key.name().equals(DIGEST) ? DIGEST_SAMPLES : SAMPLES;
    }

    public Map<Key, Template> all() {
        return java.util.Collections.unmodifiableMap(templates);
    }

    public Optional<Template> find(Key key) {
        return Optional.ofNullable(templates.get(key));
    }

    /**
     * Writes a letter.
     *
     * @param values what its fields say, in the language that it turns out to be written in: where nobody has written the
     *     one that is asked for, the whole letter is in English and not only half of it
     */
    public Letter write(
            String name,
            String channel,
            @Nullable String protocol,
            String language,
            Function<String, Map<String, String>> values) {
        var own = protocol == null ? "" : protocol;
        return List.of(
                        new Key(name, channel, own, language),
                        new Key(name, channel, "", language),
                        new Key(name, channel, own, ENGLISH),
                        new Key(name, channel, "", ENGLISH))
                .stream()
                .filter(templates::containsKey)
                .findFirst()
                .map(key ->
                        Objects.requireNonNull(templates.get(key)).fill(values.apply(key.language()), key.language()))
                .orElseThrow(() -> new IllegalStateException("there is no template " + name + "." + channel));
    }
}
