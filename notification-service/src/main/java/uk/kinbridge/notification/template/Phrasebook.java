package uk.kinbridge.notification.template;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the fields of templates say in each language: a letter in Welsh with an English deadline in it would be in neither.
 * English stands in for a language that nobody has written.
 */
public final class Phrasebook {

    /** Every phrase that a language must have. */
    static final Set<String> NEEDED =
            Set.of("date", "by", "soon", "no-reference", "no-clause", "routine", "priority", "immediate");

    private static final String WHEN = "{{when}}";

    private final Map<String, Map<String, String>> languages = new HashMap<>();
    private final Map<String, DateTimeFormatter> dates = new HashMap<>();

    /**
     * @param languages by language, the phrases by name
     * @throws IllegalArgumentException when a phrase is missing, or English is
     */
    public Phrasebook(Map<String, Map<String, String>> languages) {
        languages.forEach((language, phrases) -> {
            check(language, phrases);
            this.languages.put(language, Map.copyOf(phrases));
            dates.put(language, DateTimeFormatter.ofPattern(phrases.getOrDefault("date", ""), locale(language)));
        });
        if (!languages.containsKey(Templates.ENGLISH)) {
            throw new IllegalArgumentException("there are no phrases in English");
        }
    }

    private static void check(String language, Map<String, String> phrases) {
        var missing = new TreeSet<>(NEEDED);
        missing.removeIf(name -> !phrases.getOrDefault(name, "").isBlank());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("phrases in '" + language + "': missing " + missing);
        }
        if (!phrases.getOrDefault("by", "").contains(WHEN)) {
            throw new IllegalArgumentException("phrases in '" + language + "': 'by' does not say when");
        }
    }

    /** Whether somebody has written it; English stands in for the others. */
    public boolean speaks(String language) {
        return languages.containsKey(language);
    }

    /** A phrase by its name. */
    public String say(String language, String name) {
        var phrase = of(language).get(name);
        if (phrase == null) {
            throw new IllegalArgumentException("there is no phrase '" + name + "'");
        }
        return phrase;
    }

    /** By when something has to be done. */
    public String by(Instant deadline, ZoneId zone, String language) {
        var date = dates.getOrDefault(language, dates.get(Templates.ENGLISH));
        return say(language, "by")
                .replace(WHEN, Objects.requireNonNull(date).withZone(zone).format(deadline));
    }

    private Map<String, String> of(String language) {
        return languages.getOrDefault(language, languages.getOrDefault(Templates.ENGLISH, Map.of()));
    }

    private static Locale locale(String language) {
        return language.equals(Templates.ENGLISH) ? Locale.UK : Locale.of(language, "GB");
    }
}
