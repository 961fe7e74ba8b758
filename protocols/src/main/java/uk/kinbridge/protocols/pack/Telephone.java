package uk.kinbridge.protocols.pack;

import java.util.regex.Pattern;
import uk.kinbridge.protocols.reading.Wrapper;

/** A telephone number of the United Kingdom, grouped as people read it. */
public record Telephone(String value) implements Wrapper {

    private static final Pattern SHORT = Pattern.compile("999|112|111|101");
    private static final Pattern DIGITS = Pattern.compile("0[1-9]\\d{8,9}");

    public Telephone {
        String digits = value.replace(" ", "");
        if (!SHORT.matcher(digits).matches() && !DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException(
                    ("'%s' is not a telephone number of the United Kingdom: it begins with 0 and has ten or eleven "
                                    + "digits, written with spaces only.")
                            .formatted(value));
        }
    }

    /** For dialling. */
    public String digits() {
        return value.replace(" ", "");
    }

    @Override
    public String toString() {
        return value;
    }
}
