package uk.kinbridge.protocols.reading;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Binds nodes to records; goes on after a problem, so that an author sees all of them at once. */
final class Binder {

    private static final ClassValue<Constructor<?>> CONSTRUCTORS = new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
            Class<?>[] parts = Component.of(type).stream().map(Component::type).toArray(Class<?>[]::new);
            try {
                Constructor<?> canonical = type.getDeclaredConstructor(parts);
                canonical.setAccessible(true);
                return canonical;
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(type + " is no record", e);
            }
        }
    };

    private static final ClassValue<Map<String, Object>> WORDS = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
            Map<String, Object> words = new LinkedHashMap<>();
            for (Object constant : type.getEnumConstants()) {
                words.put(((Word) constant).word(), constant);
            }
            return words;
        }
    };

    private final Pages pages;
    private final List<Problem> problems;
    private final IdentityHashMap<Object, Position> positions;

    Binder(Pages pages, List<Problem> problems, IdentityHashMap<Object, Position> positions) {
        this.pages = pages;
        this.problems = problems;
        this.positions = positions;
    }

    @Nullable
    Object bind(Node node, Shape shape) {
        if (shape.type() == List.class) {
            return list(node, shape.arguments().getFirst());
        }
        if (shape.type() == Map.class) {
            return map(node, shape.arguments().getFirst(), shape.arguments().getLast());
        }
        if (shape.type().isSealed() && node instanceof MappingNode choice) {
            return oneOf(choice, shape.type());
        }
        if (shape.type().isRecord() && !shape.isWrapper() && !Scalars.canParse(shape.type())) {
            return record(node, shape.type());
        }
        return scalar(node, shape);
    }

    private @Nullable Object list(Node node, Shape element) {
        if (!(node instanceof SequenceNode sequence)) {
            return refuse(node, "Here a list is expected: put each entry on a line that starts with '- '.");
        }
        List<Object> bound = new ArrayList<>();
        for (Node child : sequence.getValue()) {
            Object value = bind(child, element);
            if (value != null) {
                bound.add(value);
            }
        }
        return List.copyOf(bound);
    }

    private @Nullable Object map(Node node, Shape key, Shape value) {
        if (!(node instanceof MappingNode mapping)) {
            return refuse(node, "Here 'name: value' lines are expected.");
        }
        Map<Object, Object> bound = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            Object boundKey = bind(entry.getKeyNode(), key);
            Object boundValue = bind(entry.getValueNode(), value);
            if (boundKey == null || boundValue == null) {
                continue;
            }
            if (bound.putIfAbsent(boundKey, boundValue) != null) {
                refuse(entry.getKeyNode(), "'%s' is given twice.".formatted(text(entry.getKeyNode())));
            }
        }
        return Collections.unmodifiableMap(bound);
    }

    /** A choice is written as one key, the name of the alternative, with its content beneath. */
    private @Nullable Object oneOf(MappingNode node, Class<?> type) {
        Map<String, Class<?>> alternatives = new LinkedHashMap<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            alternatives.put(Names.key(permitted), permitted);
        }
        if (node.getValue().size() != 1) {
            return refuse(node, "Exactly one of these is expected here: %s.".formatted(listed(alternatives.keySet())));
        }
        NodeTuple choice = node.getValue().getFirst();
        Class<?> chosen = alternatives.get(text(choice.getKeyNode()));
        if (chosen == null) {
            return unknown(choice.getKeyNode(), "key", alternatives.keySet());
        }
        List<Component> components = Component.of(chosen);
        if (components.size() == 1) {
            Object content = bind(choice.getValueNode(), components.getFirst().shape());
            return content == null ? null : construct(node, chosen, new @Nullable Object[] {content});
        }
        return record(choice.getValueNode(), chosen);
    }

    private @Nullable Object record(Node node, Class<?> type) {
        if (!(node instanceof MappingNode mapping)) {
            return refuse(
                    node, "Here 'name: value' lines are expected, with the keys %s.".formatted(listed(keys(type))));
        }
        Map<String, Node> given = given(mapping, type);
        List<Component> components = Component.of(type);
        @Nullable Object[] values = new @Nullable Object[components.size()];
        boolean complete = true;
        for (int i = 0; i < components.size(); i++) {
            String key = components.get(i).key();
            Shape shape = components.get(i).shape();
            Node child = given.get(key);
            values[i] = child == null ? shape.absent() : bind(child, shape);
            if (child == null && !shape.optional()) {
                refuse(node, "The key '%s' is missing here.".formatted(key));
            }
            complete &= values[i] != null || (child == null && shape.optional());
        }
        return complete ? construct(node, type, values) : null;
    }

    private Map<String, Node> given(MappingNode mapping, Class<?> type) {
        List<String> known = keys(type);
        Map<String, Node> given = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String key = text(entry.getKeyNode());
            if (!known.contains(key)) {
                unknown(entry.getKeyNode(), "key", known);
            } else if (given.putIfAbsent(key, entry.getValueNode()) != null) {
                refuse(entry.getKeyNode(), "The key '%s' is given twice.".formatted(key));
            }
        }
        return given;
    }

    private @Nullable Object construct(Node node, Class<?> type, @Nullable Object[] values) {
        try {
            Object made = CONSTRUCTORS.get(type).newInstance(values);
            positions.put(made, position(node));
            return made;
        } catch (InvocationTargetException e) {
            return refuse(node, Scalars.sentence(e.getCause(), type.getSimpleName()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be bound", e);
        }
    }

    /** A record of lists, all of them empty. */
    static Object empty(Class<?> type) {
        try {
            Object[] nothing = new Object[type.getRecordComponents().length];
            Arrays.fill(nothing, List.of());
            return CONSTRUCTORS.get(type).newInstance(nothing);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be left out", e);
        }
    }

    private @Nullable Object scalar(Node node, Shape shape) {
        if (!(node instanceof ScalarNode scalar)) {
            return refuse(node, "Here one value is expected, not a list or a group of keys.");
        }
        if (shape.type().isEnum()) {
            return word(scalar, shape.type());
        }
        try {
            Object value = Scalars.parse(scalar.getValue(), shape.type());
            if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
                positions.put(value, position(node));
            }
            return value;
        } catch (RuntimeException e) {
            return refuse(node, Scalars.sentence(e, scalar.getValue()));
        }
    }

    private @Nullable Object word(ScalarNode scalar, Class<?> type) {
        Map<String, Object> words = WORDS.get(type);
        Object word = words.get(scalar.getValue());
        return word == null ? unknown(scalar, Names.spoken(type), words.keySet()) : word;
    }

    private @Nullable Object unknown(Node node, String what, Collection<String> known) {
        String given = text(node);
        return refuse(node, Names.unknown(given, what, known));
    }

    private @Nullable Object refuse(Node node, String sentence) {
        problems.add(new Problem(position(node), sentence));
        return null;
    }

    private Position position(Node node) {
        return pages.at(node.getStartMark().getLine() + 1);
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    private static List<String> keys(Class<?> type) {
        return Component.of(type).stream().map(Component::key).toList();
    }

    private static String listed(Collection<String> words) {
        return words.stream().collect(joining(", "));
    }
}
