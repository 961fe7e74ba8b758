package uk.kinbridge.protocols.pack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an assessment pins: one version of one form, written as {@code hackney-parental-needs@1}. */
public record FormReference(FormId form, int version) {

    private static final Pattern WRITTEN = Pattern.compile("([a-z0-9-]+)@(\\d{1,4})");

    public static FormReference parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'%s' does not name a version of a form; write it like 'hackney-parental-needs@1'."
                            .formatted(text));
        }
        return new FormReference(new FormId(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    @Override
    public String toString() {
        return form + "@" + version;
    }
}
