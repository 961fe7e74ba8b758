package uk.kinbridge.assessment.form.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.Condition;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.reading.Word;
import uk.kinbridge.protocols.reading.Wrapper;

/** What a form says that FHIR has no element for goes in extensions of ours. */
final class Said {

    static final String OURS = "https://kinbridge.example/fhir/";
    private static final String EXTENSION = OURS + "StructureDefinition/form-";

    private Said() {}

    static String url(String name) {
        return EXTENSION + name;
    }

    static void words(Element element, String name, List<? extends Word> words) {
        words.forEach(word -> element.addExtension(url(name), new CodeType(word.word())));
    }

    static void word(Element element, String name, @Nullable Word word) {
        if (word != null) {
            element.addExtension(url(name), new CodeType(word.word()));
        }
    }

    static void ids(Element element, String name, List<? extends Wrapper> ids) {
        ids.forEach(id -> element.addExtension(url(name), new CodeType(id.value())));
    }

    static void text(Element element, String name, @Nullable String text) {
        if (text != null) {
            element.addExtension(url(name), new StringType(text));
        }
    }

    static void figure(Element element, String url, @Nullable Integer figure) {
        if (figure != null) {
            element.addExtension(url, new IntegerType(figure));
        }
    }

    static @Nullable Integer figure(Element element, String url) {
        return extension(element, url)
                .map(Extension::getValue)
                .filter(IntegerType.class::isInstance)
                .map(value -> ((IntegerType) value).getValue())
                .orElse(null);
    }

    static List<String> all(Element element, String name) {
        return element.getExtensionsByUrl(url(name)).stream()
                .map(Extension::getValue)
                .filter(PrimitiveType.class::isInstance)
                .map(value -> ((PrimitiveType<?>) value).getValueAsString())
                .filter(Objects::nonNull)
                .toList();
    }

    static Optional<String> one(Element element, String name) {
        return all(element, name).stream().findFirst();
    }

    static <T> List<T> ids(Element element, String name, Function<String, T> id) {
        return all(element, name).stream().map(id).toList();
    }

    static <E extends Enum<E> & Word> List<E> words(Element element, String name, Class<E> vocabulary) {
        return all(element, name).stream().map(word -> word(word, vocabulary)).toList();
    }

    static <E extends Enum<E> & Word> @Nullable E word(Element element, String name, Class<E> vocabulary) {
        return one(element, name).map(word -> word(word, vocabulary)).orElse(null);
    }

    /** @throws IllegalArgumentException for a word that is not one of the vocabulary */
    static <E extends Enum<E> & Word> E word(String word, Class<E> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .filter(constant -> constant.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("'%s' is no %s".formatted(word, vocabulary.getSimpleName())));
    }

    static Optional<Extension> extension(Element element, String url) {
        return Optional.ofNullable(element.getExtensionByUrl(url));
    }

    static void condition(Element element, String name, @Nullable Condition condition) {
        if (condition != null) {
            element.addExtension(written(url(name), condition));
        }
    }

    private static Extension written(String url, Condition condition) {
        var whole = new Extension(url);
        switch (condition) {
            case Condition.Holds(Fact fact) -> whole.addExtension("fact", new CodeType(fact.word()));
            case Condition.AllOf(var all) -> all.forEach(part -> whole.addExtension(written("all-of", part)));
            case Condition.AnyOf(var any) -> any.forEach(part -> whole.addExtension(written("any-of", part)));
            case Condition.Not(var not) -> whole.addExtension(written("not", not));
        }
        return whole;
    }

    static @Nullable Condition condition(Element element, String name) {
        return extension(element, url(name)).map(Said::read).orElse(null);
    }

    private static Condition read(Extension whole) {
        List<Extension> parts = whole.getExtension();
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a condition says nothing");
        }
        var first = parts.getFirst();
        return switch (first.getUrl()) {
            case "fact" -> new Condition.Holds(word(first.getValue().primitiveValue(), Fact.class));
            case "all-of" -> new Condition.AllOf(parts.stream().map(Said::read).toList());
            case "any-of" -> new Condition.AnyOf(parts.stream().map(Said::read).toList());
            case "not" -> new Condition.Not(read(first));
            default -> throw new IllegalArgumentException("'%s' is no condition".formatted(first.getUrl()));
        };
    }
}
