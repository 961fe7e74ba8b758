package uk.kinbridge.protocols.reading;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a Java name is written in YAML, and what an author may have meant. */
public final class Names {

    private static final int FURTHEST = 4;
    private static final int LONGEST_RECITAL = 20;

    private Names() {}

    public static String key(RecordComponent component) {
        Key given = component.getAnnotation(Key.class);
        return given == null ? hyphened(component.getName()) : given.value();
    }

    public static String key(Class<?> type) {
        return hyphened(type.getSimpleName());
    }

    static String spoken(Class<?> type) {
        return hyphened(type.getSimpleName()).replace('-', ' ');
    }

    private static String hyphened(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** The sentence for a word that is not one of a closed list; a long list is not recited. */
    public static String unknown(String given, String what, Collection<String> known) {
        String nearest = nearest(given, known);
        String hint = nearest == null ? "" : " Did you mean '%s'?".formatted(nearest);
        String list = known.size() <= LONGEST_RECITAL
                ? "Known here: %s.".formatted(String.join(", ", known))
                : "All of them are listed in docs/add-a-protocol.md.";
        return "'%s' is not a known %s.%s %s".formatted(given, what, hint, list);
    }

    private static @Nullable String nearest(String given, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(given, word) <= FURTHEST)
                .min(Comparator.comparingInt(word -> distance(given, word)))
                .orElse(null);
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
