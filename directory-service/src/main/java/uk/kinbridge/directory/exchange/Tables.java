package uk.kinbridge.directory.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import uk.kinbridge.directory.agency.AgencyRow;

/** Agencies as tables and back: one line for an agency, or for each item of one of its lists. */
@Component
class Tables {

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final JsonMapper json;

    Tables(JsonMapper json) {
        this.json = json;
    }

    String write(Part part, List<AgencyRow> agencies) {
        List<List<String>> lines = new ArrayList<>();
        for (AgencyRow agency : agencies) {
            Map<String, Object> members = json.convertValue(agency, MEMBERS);
            if (part == Part.AGENCIES) {
                lines.add(line(part, members));
            } else if (members.get(part.member()) instanceof List<?> items) {
                for (Object item : items) {
                    Map<String, Object> fields = new LinkedHashMap<>(json.convertValue(item, MEMBERS));
                    fields.put("agency", agency.id());
                    lines.add(line(part, fields));
                }
            }
        }
        return Csv.write(part.headings(), lines);
    }

    private static List<String> line(Part part, Map<String, Object> fields) {
        return part.headings().stream()
                .map(heading -> text(fields.get(heading)))
                .toList();
    }

    private static String text(@Nullable Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(";"))
                : Objects.toString(value, "");
    }

    /** The lines of one agency make the whole of its list; agencies that are not in the table are left alone. */
    List<AgencyRow> read(Part part, String table) throws Csv.NotATable {
        Map<String, Map<String, Object>> agencies = new LinkedHashMap<>();
        int number = 0;
        for (List<String> line : Csv.read(part.headings(), table)) {
            number++;
            Map<String, Object> fields = fields(part, line);
            String id = String.valueOf(fields.getOrDefault(part == Part.AGENCIES ? "id" : "agency", ""));
            if (part == Part.AGENCIES) {
                agencies.put(number + " " + id, fields);
            } else {
                fields.remove("agency");
                items(agencies.computeIfAbsent(id, named -> agency(named, part)), part)
                        .add(fields);
            }
        }
        List<AgencyRow> rows = new ArrayList<>();
        for (Map<String, Object> agency : agencies.values()) {
            rows.add(row(agency));
        }
        return rows;
    }

    private static Map<String, Object> agency(String id, Part part) {
        Map<String, Object> agency = new LinkedHashMap<>();
        agency.put("id", id);
        agency.put(part.member(), new ArrayList<Object>());
        return agency;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> items(Map<String, Object> agency, Part part) {
        return (List<Object>) Objects.requireNonNull(agency.get(part.member()));
    }

    private static Map<String, Object> fields(Part part, List<String> line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < line.size(); i++) {
            String heading = part.headings().get(i);
            String value = line.get(i);
            if (Part.holdsSeveral(heading)) {
                if (!value.isBlank() || !heading.equals("addressLines")) {
                    fields.put(heading, value.isBlank() ? List.of() : List.of(value.split(";", -1)));
                }
            } else if (!value.isBlank()) {
                fields.put(heading, value);
            }
        }
        return fields;
    }

    private AgencyRow row(Map<String, Object> agency) throws Csv.NotATable {
        try {
            return json.convertValue(agency, AgencyRow.class);
        } catch (JacksonException | IllegalArgumentException wrong) {
            String why = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
            throw new Csv.NotATable("'%s': %s".formatted(agency.get("id"), why));
        }
    }
}
