package uk.kinbridge.protocols.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.reading.Component;

/** What changes between two versions of a pack, in words, entry by entry. */
public final class PackDifferences {

    private final Map<String, Entry> before;
    private final Map<String, Entry> after;
    private final List<Difference> found = new ArrayList<>();

    private PackDifferences(Pack before, Pack after) {
        this.before = byPath(before);
        this.after = byPath(after);
    }

    /** One change: the entry that it is about, and a sentence. */
    public record Difference(String path, Kind kind, String sentence) {

        /** What happened to the entry. */
        public enum Kind {
            ADDED,
            REMOVED,
            CHANGED
        }
    }

    public static List<Difference> between(Pack before, Pack after) {
        var differences = new PackDifferences(before, after);
        differences.heads(before, after);
        differences.entries();
        return differences.found;
    }

    private void heads(Pack old, Pack now) {
        for (Component component : Component.of(Pack.class)) {
            boolean plain =
                    !List.class.equals(component.type()) && !component.type().isRecord();
            if ((plain || component.key().equals("areas")) && !component.key().equals("version")) {
                compare("", component, old, now);
            }
        }
    }

    private void entries() {
        before.forEach((path, entry) -> {
            Entry now = after.get(path);
            if (now == null) {
                found.add(new Difference(path, Difference.Kind.REMOVED, "'%s' is gone.".formatted(path)));
            } else {
                Component.of(entry.getClass()).stream()
                        .filter(component -> !holdsEntries(component, entry, now))
                        .forEach(component -> compare(path, component, entry, now));
            }
        });
        after.keySet().stream()
                .filter(path -> !before.containsKey(path))
                .forEach(
                        path -> found.add(new Difference(path, Difference.Kind.ADDED, "'%s' is new.".formatted(path))));
    }

    private void compare(String path, Component component, Object old, Object now) {
        Object one = component.valueIn(old);
        Object other = component.valueIn(now);
        if (!Objects.equals(one, other)) {
            String where = path.isEmpty() ? "the pack" : "'%s'".formatted(path);
            found.add(new Difference(
                    path,
                    Difference.Kind.CHANGED,
                    "In %s '%s' changes from %s to %s.".formatted(where, component.key(), words(one), words(other))));
        }
    }

    /** Entries within an entry, such as the clocks of a pathway, are compared for themselves. */
    private static boolean holdsEntries(Component component, Object old, Object now) {
        return isListOfEntries(component.valueIn(old)) || isListOfEntries(component.valueIn(now));
    }

    private static boolean isListOfEntries(@Nullable Object value) {
        return value instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Entry;
    }

    private static String words(@Nullable Object value) {
        return value == null || value.equals(List.of()) ? "nothing" : Canonical.text(value);
    }

    private static Map<String, Entry> byPath(Pack pack) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Entries.of(pack).forEach(placed -> entries.put(placed.path(), placed.entry()));
        return entries;
    }
}
