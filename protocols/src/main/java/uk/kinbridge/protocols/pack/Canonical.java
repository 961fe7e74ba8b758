package uk.kinbridge.protocols.pack;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import uk.kinbridge.protocols.reading.Component;
import uk.kinbridge.protocols.reading.Names;
import uk.kinbridge.protocols.reading.Word;
import uk.kinbridge.protocols.reading.Wrapper;

/**
 * The canonical text of a pack: JSON with the keys in the model's order and nothing that says nothing. As JSON is YAML,
 * it can be read like any pack; two packs with the same text are the same.
 */
final class Canonical {

    private static final String NOTHING = "{}";

    private Canonical() {}

    static String text(Object value) {
        return switch (value) {
            case Boolean flag -> flag.toString();
            case Integer number -> number.toString();
            case Word word -> quoted(word.word());
            case Wrapper wrapper -> quoted(wrapper.value());
            case List<?> list -> list.stream().map(Canonical::text).collect(joining(",", "[", "]"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> text(entry.getKey()) + ":" + text(entry.getValue()))
                        .collect(joining(",", "{", "}"));
            case Condition.Holds holds -> quoted(holds.toString());
            case Extension extension -> quoted(extension.toString());
            case FormReference form -> quoted(form.toString());
            case Record part
            when isAlternative(part) -> "{" + quoted(Names.key(part.getClass())) + ":" + content(part) + "}";
            case Record part when isTree(part) -> tree(part);
            default -> quoted(value.toString());
        };
    }

    /** Records that are written as text, such as a time allowed, have their own package and a parser. */
    private static boolean isTree(Record part) {
        return part.getClass().getPackage().equals(Canonical.class.getPackage());
    }

    /** One of several: written as its name with its content beneath. */
    private static boolean isAlternative(Record part) {
        return isTree(part) && Arrays.stream(part.getClass().getInterfaces()).anyMatch(Class::isSealed);
    }

    private static String content(Record part) {
        List<Component> components = Component.of(part.getClass());
        Object only = components.size() == 1 ? components.getFirst().valueIn(part) : null;
        return only == null ? tree(part) : text(only);
    }

    private static String tree(Record part) {
        return Component.of(part.getClass()).stream()
                .map(component -> member(component, part))
                .filter(member -> !member.isEmpty())
                .collect(joining(",", "{", "}"));
    }

    private static String member(Component component, Record part) {
        Object value = component.valueIn(part);
        if (value == null || value.equals(List.of()) || value.equals(Map.of()) || value.equals(false)) {
            return "";
        }
        String text = text(value);
        return text.equals(NOTHING) ? "" : quoted(component.key()) + ":" + text;
    }

    private static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return '"' + escaped + '"';
    }
}
