package uk.kinbridge.directory.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.directory.agency.AgencyBook;
import uk.kinbridge.directory.agency.AgencyImport;
import uk.kinbridge.directory.agency.AgencyRow;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.platform.web.problem.ProblemType;

/** The directory as files, out and in; an import is a dry run unless it says otherwise. */
@RestController
@RequestMapping("/api/agencies")
@Tag(name = "Exchange", description = "The directory as CSV and JSON; role directory-admin for imports.")
class ExchangeController {

    private static final String CSV = "text/csv";

    private final AgencyBook agencies;
    private final AgencyImport imports;
    private final Tables tables;

    ExchangeController(AgencyBook agencies, AgencyImport imports, Tables tables) {
        this.agencies = agencies;
        this.imports = imports;
        this.tables = tables;
    }

    record Rows(@NotNull List<AgencyRow> items) {}

    /** @param dryRun whether nothing was saved */
    record Result(boolean dryRun, List<AgencyImport.Change> changes) {}

    @GetMapping(path = "/export", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The whole directory as JSON, in the form that an import takes",
            description = "Who is away is in it for directory administrators only.")
    Page<AgencyRow> json(Caller caller) {
        return Page.last(rows(caller));
    }

    @GetMapping(path = "/export.csv", produces = CSV)
    @Operation(
            summary = "One part of the directory as CSV, in the form that an import takes",
            description = "Parts: agencies, teams, services, contacts, responsibilities, link-practitioners, rota,"
                    + " absences. Several values in one field are joined by semicolons.")
    ResponseEntity<String> csv(Caller caller, @RequestParam(defaultValue = "agencies") Part part) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.csv\"".formatted(part.word()))
                .body(tables.write(part, rows(caller)));
    }

    @PostMapping(path = "/import", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Add and change agencies from JSON",
            description =
                    "Shows what would change and saves nothing unless dryRun=false. No agency is ever removed; a list"
                            + " that is there replaces the one that the agency has, what is left out stays.")
    ResponseEntity<Result> fromJson(
            Caller caller, @RequestParam(defaultValue = "true") boolean dryRun, @Valid @RequestBody Rows rows) {
        return take(caller, dryRun, rows.items());
    }

    @PostMapping(
            path = "/import.csv",
            consumes = {CSV, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Add and change agencies from CSV",
            description =
                    "Shows what would change and saves nothing unless dryRun=false. No agency is ever removed; of a part"
                            + " the lines of an agency replace its list.")
    ResponseEntity<Result> fromCsv(
            Caller caller,
            @RequestParam(defaultValue = "agencies") Part part,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestBody String text) {
        if (imports.access(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        try {
            return take(caller, dryRun, tables.read(part, text));
        } catch (Csv.NotATable wrong) {
            return invalid(List.of(new FieldError("body", String.valueOf(wrong.getMessage()))));
        }
    }

    private ResponseEntity<Result> take(Caller caller, boolean dryRun, List<AgencyRow> rows) {
        if (imports.access(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        List<FieldError> faults = imports.faults(rows);
        return faults.isEmpty()
                ? ResponseEntity.ok(new Result(dryRun, imports.take(rows, dryRun, caller)))
                : invalid(faults);
    }

    private List<AgencyRow> rows(Caller caller) {
        boolean all = caller.hasRole(Role.DIRECTORY_ADMIN);
        return agencies.all().stream().map(agency -> AgencyRow.of(agency, all)).toList();
    }

    private static <T> ResponseEntity<T> invalid(List<FieldError> faults) {
        return Problem.of(ProblemType.INVALID_REQUEST, "Nothing was saved. Correct what 'errors' names.")
                .errors(faults)
                .response();
    }
}
