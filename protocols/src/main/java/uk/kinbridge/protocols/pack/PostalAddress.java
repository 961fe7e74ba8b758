package uk.kinbridge.protocols.pack;

import java.util.List;
import java.util.regex.Pattern;

/** Where a service can be visited or written to. */
public record PostalAddress(List<String> lines, String postcode) {

    private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}");

    public PostalAddress {
        if (!POSTCODE.matcher(postcode).matches()) {
            throw new IllegalArgumentException("'%s' is not a postcode; write it like 'E8 1DY'.".formatted(postcode));
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("An address needs at least one line.");
        }
    }
}
