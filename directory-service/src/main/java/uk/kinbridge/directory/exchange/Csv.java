package uk.kinbridge.directory.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** RFC 4180, with one line of headings; several values in one field are joined by semicolons. */
final class Csv {

    private static final List<String> HEADINGS = List.of("id", "name", "role", "areas", "openingHours");

    private Csv() {}

    /** A text that is not such a table; says what is wrong and in which line. */
    static final class NotATable extends Exception {
        NotATable(String what) {
            super(what);
        }
    }

    static String write(List<AgencyRow> rows) {
        StringBuilder text = new StringBuilder(line(HEADINGS));
        rows.forEach(row -> text.append(line(List.of(
                row.id(),
                row.name(),
                row.role(),
                String.join(";", row.areas()),
                row.openingHours() == null ? "" : row.openingHours()))));
        return text.toString();
    }

    static List<AgencyRow> read(String text) throws NotATable {
        List<List<String>> lines = fields(text);
        if (lines.isEmpty() || !lines.getFirst().equals(HEADINGS)) {
            throw new NotATable("The first line has to be: " + String.join(",", HEADINGS));
        }
        List<AgencyRow> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> fields = lines.get(i);
            if (fields.size() != HEADINGS.size()) {
                throw new NotATable("Row %d has %d fields instead of %d.".formatted(i, fields.size(), HEADINGS.size()));
            }
            rows.add(new AgencyRow(
                    fields.get(0),
                    fields.get(1),
                    fields.get(2),
                    fields.get(3).isBlank() ? List.of() : List.of(fields.get(3).split(";", -1)),
                    emptyToNull(fields.get(4))));
        }
        return rows;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static String line(List<String> fields) {
        return fields.stream().map(Csv::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    /** A spreadsheet must not take a field for a formula. */
    private static String quoted(String field) {
        String safe = field.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + field : field;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static List<List<String>> fields(String text) throws NotATable {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        String all = text.endsWith("\n") || text.isEmpty() ? text : text + "\n";
        for (int i = 0; i < all.length(); i++) {
            char c = all.charAt(i);
            if (quoted && c == '"' && i + 1 < all.length() && all.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    lines.add(List.copyOf(line));
                    line.clear();
                }
            } else if (quoted || c != '\r') {
                field.append(c);
            }
        }
        if (quoted) {
            throw new NotATable("A quotation mark is not closed.");
        }
        return lines;
    }
}
