package uk.kinbridge.directory.agency;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.problem.Problem.FieldError;

/** Takes agencies from a file: adds those that are new, changes those that differ, removes none. */
@Component
public class AgencyImport {

    private final AgencyBook agencies;
    private final AgencyStore store;
    private final AgencyChecks checks;
    private final InstantSource time;

    AgencyImport(AgencyBook agencies, AgencyStore store, AgencyChecks checks, InstantSource time) {
        this.agencies = agencies;
        this.store = store;
        this.checks = checks;
        this.time = time;
    }

    /** What an agency is, as the file says. */
    public record Row(
            String id,
            String name,
            String role,
            List<String> areas,
            @Nullable String openingHours) {}

    /** What happens to an agency, or would; the sentences say what differs. */
    public record Change(String agency, Kind kind, List<String> differences) {}

    /** What happens to an agency. */
    public enum Kind {
        ADDED,
        CHANGED,
        UNCHANGED,
        /** Somebody else changed it at the same time: import again. */
        SKIPPED
    }

    public AccessDecision access(Caller caller) {
        return AgencyAccess.maintain(caller);
    }

    public List<FieldError> faults(List<Row> rows) {
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            String at = "items[" + i + "].";
            if (!row.id().matches(Ids.FORM)) {
                faults.add(new FieldError(at + "id", Ids.MESSAGE));
            }
            if (row.areas().isEmpty() || row.areas().stream().anyMatch(area -> !area.matches(Ids.FORM))) {
                faults.add(new FieldError(at + "areas", Ids.MESSAGE));
            }
            if (row.name().isBlank()) {
                faults.add(new FieldError(at + "name", "must not be blank"));
            }
            checks.basics(row.role(), row.openingHours())
                    .forEach(fault -> faults.add(new FieldError(at + fault.field(), fault.detail())));
        }
        return faults;
    }

    public List<Change> take(List<Row> rows, boolean dryRun, Caller caller) {
        List<Change> changes =
                rows.stream().map(row -> take(row, dryRun, caller)).toList();
        if (!dryRun) {
            agencies.refresh();
        }
        return changes;
    }

    private Change take(Row row, boolean dryRun, Caller caller) {
        Optional<AgencyEntry> known = store.find(row.id());
        if (known.isEmpty()) {
            boolean added = dryRun
                    || store.insert(AgencyEntry.of(row.id(), row.name(), row.role(), row.areas(), row.openingHours()));
            return new Change(row.id(), added ? Kind.ADDED : Kind.SKIPPED, List.of());
        }
        List<String> differences = differences(known.get(), row);
        if (differences.isEmpty()) {
            return new Change(row.id(), Kind.UNCHANGED, differences);
        }
        boolean done = dryRun || save(known.get(), row, caller);
        return new Change(row.id(), done ? Kind.CHANGED : Kind.SKIPPED, differences);
    }

    private boolean save(AgencyEntry known, Row row, Caller caller) {
        Update update = new Update()
                .set("name", row.name())
                .set("role", row.role())
                .set("areas", row.areas())
                .set("openingHours", row.openingHours());
        var note = new ChangeNote(time.instant(), caller.username(), "import", known.version() + 1);
        return store.change(known.id(), known.version(), update, note).isPresent();
    }

    private static List<String> differences(AgencyEntry known, Row row) {
        List<String> differences = new ArrayList<>();
        compare(differences, "name", known.name(), row.name());
        compare(differences, "role", known.role(), row.role());
        compare(differences, "areas", String.join(", ", known.areas()), String.join(", ", row.areas()));
        compare(differences, "openingHours", known.openingHours(), row.openingHours());
        return differences;
    }

    private static void compare(
            List<String> differences, String what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            differences.add("%s: '%s' becomes '%s'"
                    .formatted(what, Objects.requireNonNullElse(before, ""), Objects.requireNonNullElse(after, "")));
        }
    }
}
