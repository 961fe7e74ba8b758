package uk.kinbridge.notification.config;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import uk.kinbridge.notification.template.Phrasebook;
import uk.kinbridge.notification.template.Template;
import uk.kinbridge.notification.template.Templates;

/** The templates as files beside the program; one that could not be sent keeps the service from starting. */
final class ShippedTemplates {

    private static final String PLACE = "templates";
    private static final String FILES = "classpath*:%s/*.txt";
    private static final String PHRASES = "classpath*:%s/phrases/*.properties";
    private static final String ENDING = ".txt";

    private ShippedTemplates() {}

    static Phrasebook phrasebook() {
        return phrasebook(List.of(PLACE));
    }

    /** Another language is more files of the same kind, in the same place or beside it. */
    static Phrasebook phrasebook(List<String> places) {
        try {
            Map<String, Map<String, String>> found = new HashMap<>();
            for (var file : files(PHRASES, places)) {
                var name = Objects.requireNonNull(file.getFilename());
                var phrases = new Properties();
                try (var text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    phrases.load(text);
                }
                var language = name.substring(0, name.indexOf('.'));
                found.put(
                        language,
                        phrases.stringPropertyNames().stream()
                                .collect(Collectors.toMap(Function.identity(), phrases::getProperty)));
            }
            return new Phrasebook(found);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Templates read() {
        return read(List.of(PLACE));
    }

    static Templates read(List<String> places) {
        try {
            Map<Templates.Key, Template> found = new HashMap<>();
            for (var file : files(FILES, places)) {
                var name = Objects.requireNonNull(file.getFilename());
                var key = Templates.Key.read(name.substring(0, name.length() - ENDING.length()))
                        .orElseThrow(() -> new IllegalStateException("no name of a template: " + name));
                found.put(key, Template.parse(file.getContentAsString(StandardCharsets.UTF_8)));
            }
            return new Templates(found);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Resource> files(String pattern, List<String> places) throws IOException {
        var found = new ArrayList<Resource>();
        for (var place : places) {
            found.addAll(List.of(new PathMatchingResourcePatternResolver().getResources(pattern.formatted(place))));
        }
        return found;
    }
}
