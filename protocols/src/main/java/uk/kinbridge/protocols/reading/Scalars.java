package uk.kinbridge.protocols.reading;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Single values: text, numbers, yes and no, and every type that can parse itself. */
final class Scalars {

    private static final ClassValue<Optional<Method>> PARSERS = new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
            return findParser(type);
        }
    };

    private Scalars() {}

    static boolean canParse(Class<?> type) {
        return parser(type).isPresent();
    }

    static Object parse(String text, Class<?> type) {
        if (type == String.class) {
            return text.strip();
        }
        if (type == int.class || type == Integer.class) {
            return number(text);
        }
        if (type == boolean.class || type == Boolean.class) {
            return yesOrNo(text);
        }
        if (Wrapper.class.isAssignableFrom(type)) {
            return call(() -> {
                var constructor = type.getDeclaredConstructor(String.class);
                constructor.setAccessible(true);
                return constructor.newInstance(text.strip());
            });
        }
        Method parse = parser(type).orElseThrow(() -> new IllegalStateException("No way to read a " + type));
        return call(() -> parse.invoke(null, text.strip()));
    }

    /** What went wrong, for an author; the classes of this module word their refusals for that. */
    static String sentence(@Nullable Throwable cause, String about) {
        String message = cause == null ? null : cause.getMessage();
        if (cause instanceof DateTimeException || message == null) {
            return "'%s' cannot be understood here; a date is written like 2026-04-01.".formatted(about);
        }
        return message;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' is not a whole number.".formatted(text), e);
        }
    }

    private static boolean yesOrNo(String text) {
        return switch (text.strip()) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException("'%s' is neither yes nor no.".formatted(text));
        };
    }

    private static Optional<Method> parser(Class<?> type) {
        return PARSERS.get(type);
    }

    private static Optional<Method> findParser(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("parse") && Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 1
                        && method.getParameterTypes()[0].isAssignableFrom(String.class)
                        && type.isAssignableFrom(method.getReturnType()))
                .findFirst();
    }

    private static Object call(Reflective reflective) {
        try {
            return reflective.call();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Reflective {
        Object call() throws ReflectiveOperationException;
    }
}
