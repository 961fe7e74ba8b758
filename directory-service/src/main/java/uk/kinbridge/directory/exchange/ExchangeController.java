package uk.kinbridge.directory.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
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
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.platform.web.problem.ProblemType;

/** The agencies as a file, out and in; an import is a dry run unless it says otherwise. */
@RestController
@RequestMapping("/api/agencies")
@Tag(name = "Exchange", description = "The directory as CSV and JSON; role directory-admin for imports.")
class ExchangeController {

    private static final String CSV = "text/csv";

    private final AgencyBook agencies;
    private final AgencyImport imports;

    ExchangeController(AgencyBook agencies, AgencyImport imports) {
        this.agencies = agencies;
        this.imports = imports;
    }

    record Rows(@NotNull List<@Valid AgencyRow> items) {}

    /** @param dryRun whether nothing was saved */
    record Result(boolean dryRun, List<AgencyImport.Change> changes) {}

    @GetMapping(path = "/export", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All agencies as JSON, in the form that an import takes")
    Page<AgencyRow> json() {
        return Page.last(rows());
    }

    @GetMapping(path = "/export.csv", produces = CSV)
    @Operation(summary = "All agencies as CSV, in the form that an import takes")
    ResponseEntity<String> csv() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"agencies.csv\"")
                .body(Csv.write(rows()));
    }

    @PostMapping(path = "/import", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Add and change agencies from JSON",
            description = "Shows what would change and saves nothing unless dryRun=false. Nothing is ever removed.")
    ResponseEntity<Result> fromJson(
            Caller caller, @RequestParam(defaultValue = "true") boolean dryRun, @Valid @RequestBody Rows rows) {
        return take(caller, dryRun, rows.items());
    }

    @PostMapping(
            path = "/import.csv",
            consumes = {CSV, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Add and change agencies from CSV",
            description = "Shows what would change and saves nothing unless dryRun=false. Nothing is ever removed.")
    ResponseEntity<Result> fromCsv(
            Caller caller, @RequestParam(defaultValue = "true") boolean dryRun, @RequestBody String text) {
        if (imports.access(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        try {
            return take(caller, dryRun, Csv.read(text));
        } catch (Csv.NotATable wrong) {
            return invalid(List.of(new FieldError("body", String.valueOf(wrong.getMessage()))));
        }
    }

    private ResponseEntity<Result> take(Caller caller, boolean dryRun, List<AgencyRow> rows) {
        if (imports.access(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        List<AgencyImport.Row> wanted = new ArrayList<>();
        rows.forEach(row ->
                wanted.add(new AgencyImport.Row(row.id(), row.name(), row.role(), row.areas(), row.openingHours())));
        List<FieldError> faults = imports.faults(wanted);
        return faults.isEmpty()
                ? ResponseEntity.ok(new Result(dryRun, imports.take(wanted, dryRun, caller)))
                : invalid(faults);
    }

    private List<AgencyRow> rows() {
        return agencies.all().stream().map(AgencyRow::of).toList();
    }

    private static <T> ResponseEntity<T> invalid(List<FieldError> faults) {
        return Problem.of(ProblemType.INVALID_REQUEST, "Nothing was saved. Correct what 'errors' names.")
                .errors(faults)
                .response();
    }
}
