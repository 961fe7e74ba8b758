package uk.kinbridge.directory.agency;

import jakarta.validation.Validator;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
    private final Validator forms;
    private final InstantSource time;

    AgencyImport(AgencyBook agencies, AgencyStore store, AgencyChecks checks, Validator forms, InstantSource time) {
        this.agencies = agencies;
        this.store = store;
        this.checks = checks;
        this.forms = forms;
        this.time = time;
    }

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

    public List<FieldError> faults(List<AgencyRow> rows) {
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            AgencyRow row = rows.get(i);
            String at = "items[" + i + "].";
            forms.validate(row)
                    .forEach(fault -> faults.add(new FieldError(at + fault.getPropertyPath(), fault.getMessage())));
            if (faults.isEmpty()) {
                basics(row).forEach(fault -> faults.add(new FieldError(at + fault.field(), fault.detail())));
                parts(row).forEach(fault -> faults.add(new FieldError(at + fault.field(), fault.detail())));
            }
        }
        return faults;
    }

    private List<FieldError> basics(AgencyRow row) {
        if (row.saysWhatItIs()) {
            return row.name() == null || row.name().isBlank() || row.role() == null || row.areas() == null
                    ? List.of(new FieldError("name", "comes together with role and areas"))
                    : checks.basics(row.role(), row.openingHours());
        }
        return agencies.find(row.id()).isPresent()
                ? List.of()
                : List.of(new FieldError("id", "'" + row.id() + "' is not in the directory yet; add the agency first"));
    }

    private List<FieldError> parts(AgencyRow row) {
        List<FieldError> faults = new ArrayList<>();
        part(faults, "teams", row.teams(), checks::teams);
        part(faults, "services", row.services(), checks::services);
        part(faults, "contacts", row.contacts(), checks::contacts);
        part(faults, "responsibilities", row.responsibilities(), named -> checks.responsibilities(row.id(), named));
        part(faults, "linkPractitioners", row.linkPractitioners(), links -> checks.links(row.id(), links));
        part(faults, "rota", row.rota(), rota -> checks.rota(row.id(), rota));
        part(faults, "absences", row.absences(), away -> checks.absences(row.id(), away));
        return faults;
    }

    private static <T> void part(
            List<FieldError> faults, String name, @Nullable List<T> items, Function<List<T>, List<FieldError>> check) {
        if (items != null) {
            check.apply(items)
                    .forEach(fault ->
                            faults.add(new FieldError(fault.field().replaceFirst("^items", name), fault.detail())));
        }
    }

    public List<Change> take(List<AgencyRow> rows, boolean dryRun, Caller caller) {
        List<Change> changes =
                rows.stream().map(row -> take(row, dryRun, caller)).toList();
        if (!dryRun) {
            agencies.refresh();
        }
        return changes;
    }

    private Change take(AgencyRow row, boolean dryRun, Caller caller) {
        Optional<AgencyEntry> found = store.find(row.id());
        if (found.isEmpty()) {
            AgencyEntry added = row.onto(AgencyEntry.of(row.id(), "", "", List.of(), null))
                    .added(time.instant(), caller.username());
            return new Change(row.id(), dryRun || store.insert(added) ? Kind.ADDED : Kind.SKIPPED, List.of());
        }
        AgencyEntry known = found.get();
        AgencyEntry wanted = row.onto(known);
        List<String> differences = Differences.between(known, wanted);
        if (differences.isEmpty()) {
            return new Change(row.id(), Kind.UNCHANGED, differences);
        }
        return new Change(row.id(), dryRun || save(known, wanted, caller) ? Kind.CHANGED : Kind.SKIPPED, differences);
    }

    private boolean save(AgencyEntry known, AgencyEntry wanted, Caller caller) {
        Update update = new Update()
                .set("name", wanted.name())
                .set("role", wanted.role())
                .set("areas", wanted.areas())
                .set("openingHours", wanted.openingHours())
                .set("teams", wanted.teams())
                .set("services", wanted.services())
                .set("contacts", wanted.contacts())
                .set("responsibilities", wanted.responsibilities())
                .set("linkPractitioners", wanted.linkPractitioners())
                .set("rota", wanted.rota())
                .set("absences", wanted.absences());
        var note = new ChangeNote(time.instant(), caller.username(), "import", known.version() + 1);
        return store.change(known.id(), known.version(), update, note).isPresent();
    }
}
