package uk.kinbridge.platform.testing.access;

/**
 * One thing that a service does on request, written {@code GET /api/referrals/{id}}.
 *
 * @param pattern the path as it is mapped, with its variables
 */
public record Operation(String method, String pattern) implements Comparable<Operation> {

    static Operation parse(String text) {
        String[] parts = text.strip().split("\\s+", -1);
        if (parts.length != 2 || !parts[1].startsWith("/")) {
            throw new IllegalArgumentException("'" + text + "' is not an operation like GET /api/teas/{id}");
        }
        return new Operation(parts[0], parts[1]);
    }

    @Override
    public int compareTo(Operation other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
