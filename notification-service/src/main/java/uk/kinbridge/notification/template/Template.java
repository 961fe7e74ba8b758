package uk.kinbridge.notification.template;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words with fields such as {@code {{reference}}} in them. Its file has the subject on the first line after
 * {@code Subject:}, an empty line, and the body; a text's file is all body.
 */
public record Template(String subject, String body) {

    private static final Pattern FIELD = Pattern.compile("\\{\\{([^}]*)}}");
    private static final String SUBJECT = "Subject:";

    /** Reads a file. */
    public static Template parse(String text) {
        var clean = text.replace("\r\n", "\n").strip();
        if (!clean.startsWith(SUBJECT)) {
            return new Template("", clean);
        }
        int end = clean.indexOf('\n');
        return end < 0
                ? new Template(clean.substring(SUBJECT.length()).strip(), "")
                : new Template(
                        clean.substring(SUBJECT.length(), end).strip(),
                        clean.substring(end).strip());
    }

    /** The names of the fields, in order of the alphabet. */
    public Set<String> fields() {
        var fields = new TreeSet<String>();
        for (var part : new String[] {subject, body}) {
            FIELD.matcher(part).results().forEach(found -> fields.add(found.group(1)));
        }
        return fields;
    }

    /**
     * Fills the fields in; what a value looks like makes no difference, it is never read as a template again.
     *
     * @param language in which it and the values are written
     * @throws IllegalArgumentException when a field has no value
     */
    public Letter fill(Map<String, String> values, String language) {
        return new Letter(fill(subject, values), fill(body, values), language);
    }

    private static String fill(String text, Map<String, String> values) {
        return FIELD.matcher(text).replaceAll(found -> {
            var value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("the template needs a value for '" + found.group(1) + "'");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
