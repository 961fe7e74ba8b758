package uk.kinbridge.protocols.reading;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a node has to become: a class, with the shapes of its elements when it is a list or a map. */
record Shape(Class<?> type, List<Shape> arguments, boolean optional, boolean nullable) {

    static Shape of(Class<?> type) {
        return new Shape(type, List.of(), false, false);
    }

    static Shape of(RecordComponent component) {
        return of(component.getAnnotatedType());
    }

    private static Shape of(AnnotatedType annotated) {
        Class<?> raw = raw(annotated.getType());
        List<Shape> arguments = annotated instanceof AnnotatedParameterizedType generic
                ? List.of(generic.getAnnotatedActualTypeArguments()).stream()
                        .map(Shape::of)
                        .toList()
                : List.of();
        boolean optional = annotated.isAnnotationPresent(Nullable.class)
                || List.class == raw
                || Map.class == raw
                || boolean.class == raw
                || mayBeEmpty(raw);
        return new Shape(raw, arguments, optional, annotated.isAnnotationPresent(Nullable.class));
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            default -> throw new IllegalArgumentException("A pack record cannot hold a " + type);
        };
    }

    /** The value of a key that was left out, or null where a null is allowed. */
    @Nullable
    Object absent() {
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == boolean.class) {
            return false;
        }
        return !nullable && mayBeEmpty(type) ? Binder.empty(type) : null;
    }

    /** A record of lists only, such as a section of a pack, may be left out: it is then empty. */
    private static boolean mayBeEmpty(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length > 0
                && Arrays.stream(type.getRecordComponents()).allMatch(part -> part.getType() == List.class);
    }

    /** A record around one value, such as an id: written as the value itself. */
    boolean isWrapper() {
        return type.isRecord() && type.getRecordComponents().length == 1 && Wrapper.class.isAssignableFrom(type);
    }
}
