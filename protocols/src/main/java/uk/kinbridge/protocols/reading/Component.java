package uk.kinbridge.protocols.reading;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a record: its key in YAML, what it has to be, and its value in a given record. Looked up once a class. */
public final class Component {

    private static final ClassValue<List<Component>> KNOWN = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Component::new).toList();
        }
    };

    private final RecordComponent component;
    private final Method accessor;
    private final String key;
    private final Shape shape;

    private Component(RecordComponent component) {
        this.component = component;
        this.accessor = component.getAccessor();
        this.accessor.setAccessible(true);
        this.key = Names.key(component);
        this.shape = Shape.of(component);
    }

    /** In the order in which the record declares them. */
    public static List<Component> of(Class<?> type) {
        return KNOWN.get(type);
    }

    public String key() {
        return key;
    }

    public Class<?> type() {
        return component.getType();
    }

    Shape shape() {
        return shape;
    }

    public @Nullable Object valueIn(Object whole) {
        try {
            return accessor.invoke(whole);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
