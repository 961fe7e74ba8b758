package uk.kinbridge.protocols.pack;

import java.util.regex.Pattern;
import uk.kinbridge.protocols.reading.Wrapper;

/** The number of an obligation of a protocol, such as {@code HAC-03}: every entry of a pack cites at least one. */
public record ObligationId(String value) implements Wrapper, Comparable<ObligationId> {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]{1,5}-\\d{2,3}");

    public ObligationId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not an obligation number; write it like 'HAC-03'.".formatted(value));
        }
    }

    /** The protocol that it belongs to, such as {@code HAC}. */
    public String protocol() {
        return value.substring(0, value.indexOf('-'));
    }

    @Override
    public int compareTo(ObligationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
