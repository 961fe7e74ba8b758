package uk.kinbridge.platform.testing.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The matrix as it is written, read strictly: whatever is unknown, said twice or left unsaid is an error.
 *
 * @param rows what each role meets, by operation and standing
 * @param open operations that need no token
 */
record MatrixFile(
        List<Standing> standings, Map<Operation, Map<Standing, Map<String, Outcome>>> rows, Set<Operation> open) {

    static final String REST = "rest";

    /** The roles of the realm; a test of the platform compares them with its own. */
    static final List<String> ROLES = List.of(
            "practitioner",
            "safeguarding-lead",
            "manager",
            "duty-worker",
            "named-professional",
            "senior-manager",
            "board-analyst",
            "auditor",
            "directory-admin",
            "protocol-admin",
            "agency-admin",
            "service");

    static MatrixFile read(String resource) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no " + resource + " among the test resources: it says who"
                        + " may do what, see AccessMatrix.");
            }
            LoaderOptions options = new LoaderOptions();
            // Rows that are alike share one outcome by an alias; a large service has many.
            options.setMaxAliasesForCollections(1_000);
            options.setAllowDuplicateKeys(false);
            return parse(new Yaml(new SafeConstructor(options)).load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MatrixFile parse(@Nullable Object document) {
        Map<String, @Nullable Object> root = map(document, "the matrix");
        refuseOthers(root.keySet(), Set.of("standings", "operations", "open"), "the matrix");
        List<Standing> standings = standings(root.get("standings"));
        Map<Operation, Map<Standing, Map<String, Outcome>>> rows = new LinkedHashMap<>();
        map(root.get("operations"), "operations").forEach((text, row) -> {
            Operation operation = Operation.parse(text);
            rows.put(operation, row(operation, row, standings));
        });
        Set<Operation> open = new TreeSet<>();
        if (root.get("open") instanceof List<?> list) {
            list.forEach(text -> open.add(Operation.parse(String.valueOf(text))));
        }
        return new MatrixFile(standings, rows, open);
    }

    private static List<Standing> standings(@Nullable Object written) {
        List<Standing> standings = new ArrayList<>();
        map(written, "standings").forEach((name, who) -> {
            Map<String, @Nullable Object> values = map(who, name);
            refuseOthers(values.keySet(), Set.of("username", "agency"), name);
            standings.add(new Standing(name, text(values, "username", name), text(values, "agency", name)));
        });
        return standings;
    }

    private static Map<Standing, Map<String, Outcome>> row(
            Operation operation, @Nullable Object written, List<Standing> standings) {
        Map<String, @Nullable Object> byStanding = map(written, operation.toString());
        List<String> names = standings.stream().map(Standing::name).toList();
        refuseOthers(byStanding.keySet(), Set.copyOf(names), operation.toString());
        Map<Standing, Map<String, Outcome>> row = new LinkedHashMap<>();
        for (Standing standing : standings) {
            String where = operation + ", " + standing.name();
            if (!byStanding.containsKey(standing.name())) {
                throw new IllegalArgumentException(where + ": nothing is said");
            }
            row.put(standing, cells(where, map(byStanding.get(standing.name()), where)));
        }
        return row;
    }

    private static Map<String, Outcome> cells(String where, Map<String, @Nullable Object> written) {
        Map<String, Outcome> cells = new LinkedHashMap<>();
        Outcome rest = null;
        for (Map.Entry<String, @Nullable Object> entry : written.entrySet()) {
            Outcome outcome = Outcome.named(entry.getKey())
                    .orElseThrow(
                            () -> new IllegalArgumentException(where + ": '" + entry.getKey() + "' is no outcome"));
            if (REST.equals(entry.getValue())) {
                rest = outcome;
            } else {
                for (String role : roles(where, entry.getValue())) {
                    if (cells.put(role, outcome) != null) {
                        throw new IllegalArgumentException(where + ": " + role + " is named twice");
                    }
                }
            }
        }
        Set<String> unsaid = new LinkedHashSet<>(ROLES);
        unsaid.removeAll(cells.keySet());
        for (String role : unsaid) {
            cells.put(
                    role,
                    Optional.ofNullable(rest)
                            .orElseThrow(() -> new IllegalArgumentException(where + ": nothing is said of " + unsaid)));
        }
        return cells;
    }

    private static List<String> roles(String where, @Nullable Object written) {
        if (!(written instanceof List<?> list)) {
            throw new IllegalArgumentException(where + ": a list of roles or '" + REST + "' is wanted");
        }
        List<String> roles = list.stream().map(String::valueOf).toList();
        refuseOthers(Set.copyOf(roles), Set.copyOf(ROLES), where);
        return roles;
    }

    private static String text(Map<String, @Nullable Object> values, String key, String where) {
        if (values.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(where + ": " + key + " is missing");
    }

    private static void refuseOthers(Set<String> found, Set<String> known, String where) {
        Set<String> others = new TreeSet<>(found);
        others.removeAll(known);
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(where + ": unknown " + others);
        }
    }

    private static Map<String, @Nullable Object> map(@Nullable Object written, String where) {
        if (!(written instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(where + ": a mapping is wanted");
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        map.forEach((key, value) -> result.put(String.valueOf(key), value));
        return result;
    }
}
