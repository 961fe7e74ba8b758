package uk.kinbridge.protocols.pack;

import java.util.regex.Pattern;
import uk.kinbridge.protocols.reading.Wrapper;

/** An e-mail address of a service. */
public record Email(String value) implements Wrapper {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    public Email {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'%s' is not an e-mail address.".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
