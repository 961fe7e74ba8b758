package uk.kinbridge.directory.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** RFC 4180, with one line of headings. */
final class Csv {

    private Csv() {}

    /** A text that is not such a table; says what is wrong and in which line. */
    static final class NotATable extends Exception {
        NotATable(String what) {
            super(what);
        }
    }

    static String write(List<String> headings, List<List<String>> lines) {
        return line(headings) + lines.stream().map(Csv::line).collect(Collectors.joining());
    }

    /** The lines below the headings. */
    static List<List<String>> read(List<String> headings, String text) throws NotATable {
        List<List<String>> lines = fields(text);
        if (lines.isEmpty() || !lines.getFirst().equals(headings)) {
            throw new NotATable("The first line has to be: " + String.join(",", headings));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            List<String> fields = lines.get(i);
            if (fields.size() != headings.size()) {
                throw new NotATable("Row %d has %d fields instead of %d.".formatted(i, fields.size(), headings.size()));
            }
            rows.add(fields.stream().map(Csv::plain).toList());
        }
        return rows;
    }

    private static String line(List<String> fields) {
        return fields.stream().map(Csv::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    private static final String FORMULA = "(?s)[=+\\-@\\t\\r].*";

    private static String plain(String field) {
        return field.startsWith("'") && field.substring(1).matches(FORMULA) ? field.substring(1) : field;
    }

    /** A spreadsheet must not take a field for a formula. */
    private static String quoted(String field) {
        String safe = field.matches(FORMULA) ? "'" + field : field;
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
