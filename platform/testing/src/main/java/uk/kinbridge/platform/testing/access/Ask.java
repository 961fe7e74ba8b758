package uk.kinbridge.platform.testing.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to ask for an operation so that nothing but the caller can be the reason of a refusal: a valid body, the present
 * version, the id of a record that exists. A {@code POST} gets an {@code Idempotency-Key} by itself.
 *
 * @param marker a text of the scene's record, its reference for example, that an answer shows or must not show
 */
public record Ask(
        Map<String, String> variables,
        Map<String, String> headers,
        @Nullable String json,
        List<FilePart> parts,
        String query,
        String marker) {

    public Ask {
        variables = Map.copyOf(variables);
        headers = Map.copyOf(headers);
        parts = List.copyOf(parts);
    }

    public static Ask plainly() {
        return new Ask(Map.of(), Map.of(), null, List.of(), "", "");
    }

    /** The value of a variable in the path. */
    public Ask with(String variable, String value) {
        return new Ask(put(variables, variable, value), headers, json, parts, query, marker);
    }

    public Ask header(String name, String value) {
        return new Ask(variables, put(headers, name, value), json, parts, query, marker);
    }

    public Ask json(String body) {
        return new Ask(variables, headers, body, parts, query, marker);
    }

    /** A file or a field of a form in parts. */
    public Ask part(String name, @Nullable String filename, String contentType, byte[] content) {
        List<FilePart> more = new ArrayList<>(parts);
        more.add(new FilePart(name, filename, contentType, List.of(content)));
        return new Ask(variables, headers, json, more, query, marker);
    }

    /** For example {@code limit=5&state=open}. */
    public Ask query(String query) {
        return new Ask(variables, headers, json, parts, query, marker);
    }

    public Ask marker(String marker) {
        return new Ask(variables, headers, json, parts, query, marker);
    }

    private static Map<String, String> put(Map<String, String> map, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }

    /** One part of a form; the content is a list of one, since an array is no value. */
    record FilePart(String name, @Nullable String filename, String contentType, List<byte[]> content) {}
}
