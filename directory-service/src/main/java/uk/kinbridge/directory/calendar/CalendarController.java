package uk.kinbridge.directory.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.directory.calendar.CalendarPublishing.Outcome;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemType;
import uk.kinbridge.protocols.time.Jurisdiction;

/** The bank holidays that working time is computed with; answered from memory. */
@RestController
@RequestMapping("/api/calendars/bank-holidays")
@Tag(name = "Calendars", description = "The lists of bank holidays that deadlines are computed with, each for good.")
class CalendarController {

    private final Calendars calendars;
    private final CalendarPublishing publishing;

    CalendarController(Calendars calendars, CalendarPublishing publishing) {
        this.calendars = calendars;
        this.publishing = publishing;
    }

    /** @param holidays by jurisdiction, only where one list is read */
    record View(
            String version,
            int firstYear,
            int lastYear,
            boolean current,
            Instant publishedAt,
            String publishedBy,
            @Nullable Map<String, Map<LocalDate, String>> holidays,
            @JsonProperty("_links") Links links) {}

    /** @param version of the list that holds now */
    record Result(boolean dryRun, String version, List<CalendarChange> changes) {}

    static AccessDecision access(Caller caller) {
        return caller.hasAnyRole(Role.DIRECTORY_ADMIN, Role.PROTOCOL_ADMIN)
                ? AccessDecision.granted()
                : AccessDecision.denied("Only a directory or protocol administrator publishes bank holidays.");
    }

    @GetMapping
    @Operation(summary = "The list that deadlines are computed with now")
    View current() {
        return view(calendars.newest(), true);
    }

    @GetMapping("/versions")
    @Operation(summary = "Every list that was ever used, oldest first")
    Page<View> versions() {
        return Page.last(calendars.all().stream().map(list -> view(list, false)).toList());
    }

    @GetMapping("/versions/{version}")
    @Operation(summary = "One list; it never changes")
    ResponseEntity<View> version(@PathVariable String version) {
        return calendars
                .find(version)
                .map(list -> ResponseEntity.ok(view(list, true)))
                .orElseGet(() -> Problem.notFound().response());
    }

    @GetMapping(path = "/versions/{version}/source", produces = MediaType.APPLICATION_YAML_VALUE)
    @Operation(summary = "One list as YAML, as the services of the suite take it in")
    ResponseEntity<byte[]> source(@PathVariable String version) {
        return calendars
                .find(version)
                .map(list -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_YAML)
                        .eTag("\"" + list.version() + "\"")
                        .body(list.text().getBytes(UTF_8)))
                .orElseThrow(() -> Problem.notFound().exception());
    }

    @PostMapping
    @Operation(
            summary = "Publish the bank holidays as GOV.UK gives them (bank-holidays.json)",
            description = "Shows what would change and saves nothing unless dryRun=false. Years before the first one"
                    + " given stay. Running clocks are then computed anew. Role directory-admin or protocol-admin.")
    ResponseEntity<Result> publish(
            Caller caller,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @Valid @RequestBody GovUkHolidays body) {
        if (access(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        return switch (publishing.publish(body, dryRun, caller.username())) {
            case Outcome.Looked(var changes) ->
                ResponseEntity.ok(new Result(dryRun, calendars.newest().version(), changes));
            case Outcome.Published(var list, var changes) ->
                ResponseEntity.created(URI.create(list.address())).body(new Result(false, list.version(), changes));
            case Outcome.Faulty(var faults) ->
                Problem.of(ProblemType.INVALID_REQUEST, "Nothing was saved. Correct what 'errors' names.")
                        .errors(faults)
                        .response();
        };
    }

    private View view(CalendarVersion list, boolean whole) {
        return new View(
                list.version(),
                list.firstYear(),
                list.holidays().lastYear(),
                list.equals(calendars.newest()),
                list.publishedAt(),
                list.publishedBy(),
                whole ? holidays(list) : null,
                Links.self(list.address()).and("source", list.address() + "/source"));
    }

    private static Map<String, Map<LocalDate, String>> holidays(CalendarVersion list) {
        Map<String, Map<LocalDate, String>> all = new TreeMap<>();
        Stream.of(Jurisdiction.values()).forEach(jurisdiction -> {
            Map<LocalDate, String> published = new TreeMap<>(list.holidays().datesOf(jurisdiction));
            published.keySet().removeIf(day -> day.getYear() > list.holidays().lastYear());
            all.put(jurisdiction.word(), published);
        });
        return all;
    }
}
