package uk.kinbridge.protocols.pack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of another pack that a pack builds on, written as {@code england@1}. */
public record Extension(PackId pack, int version) {

    private static final Pattern FORM = Pattern.compile("([a-z0-9-]+)@(\\d{1,4})");

    public static Extension parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'%s' does not name a version of a pack; write it like 'england@1'.".formatted(text));
        }
        return new Extension(new PackId(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    @Override
    public String toString() {
        return pack + "@" + version;
    }
}
