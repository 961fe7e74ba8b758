package uk.kinbridge.protocols.pack;

import java.util.regex.Pattern;

/** The one form of all ids of packs: lower case words joined by hyphens. */
public final class Ids {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Ids() {}

    public static boolean isId(String value) {
        return FORM.matcher(value).matches();
    }

    static void require(String value, String what) {
        if (!isId(value)) {
            throw new IllegalArgumentException(
                    "'%s' is not a %s: use lower case words joined by hyphens.".formatted(value, what));
        }
    }
}
