package uk.kinbridge.directory.agency;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.platform.web.problem.ProblemCatalogue;
import uk.kinbridge.platform.web.problem.ProblemType;

/** Changing an agency's entry, part by part; every change names the version that was read and leaves a note. */
@RestController
@RequestMapping("/api/agencies")
@Tag(name = "Agencies")
class AgencyChangesController {

    static final ProblemType AGENCY_EXISTS = new ProblemType(
            "agency-exists",
            HttpStatus.CONFLICT,
            "There is an agency of that id already",
            "Nothing was changed. Read the agency and change it, or choose another id.");

    private final AgencyBook agencies;
    private final AgencyStore store;
    private final AgencyChecks checks;
    private final InstantSource time;

    AgencyChangesController(AgencyBook agencies, AgencyStore store, AgencyChecks checks, InstantSource time) {
        this.agencies = agencies;
        this.store = store;
        this.checks = checks;
        this.time = time;
    }

    /** The whole of a list that replaces the one that was there. */
    record Items<T>(@NotNull List<@Valid T> items) {}

    record Basics(
            @NotBlank String name,
            @NotBlank String role,
            @NotEmpty List<@Pattern(regexp = Ids.FORM, message = Ids.MESSAGE) String> areas,
            @Nullable String openingHours) {}

    record NewAgency(
            @NotBlank @Pattern(regexp = Ids.FORM, message = Ids.MESSAGE)
            String id,

            @NotBlank String name,
            @NotBlank String role,
            @NotEmpty List<@Pattern(regexp = Ids.FORM, message = Ids.MESSAGE) String> areas,
            @Nullable String openingHours) {}

    @PostMapping
    @Operation(summary = "Add an agency", description = "Role directory-admin. The id makes a repetition harmless.")
    ResponseEntity<AgencyEntry> add(Caller caller, @Valid @RequestBody NewAgency body) {
        if (AgencyAccess.maintain(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        List<FieldError> faults = checks.basics(body.role(), body.openingHours());
        if (!faults.isEmpty()) {
            return invalid(faults);
        }
        AgencyEntry agency = AgencyEntry.of(body.id(), body.name(), body.role(), body.areas(), body.openingHours())
                .added(time.instant(), caller.username());
        if (!store.insert(agency)) {
            return Problem.of(AGENCY_EXISTS, "'" + body.id() + "' is in the directory already.")
                    .response();
        }
        agencies.refresh();
        return ResponseEntity.created(URI.create("/api/agencies/" + agency.id()))
                .eTag(EntityTag.of(agency.version()))
                .body(agency);
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Change name, role, areas or opening hours of an agency",
            description = "Role directory-admin.")
    ResponseEntity<AgencyEntry> basics(
            Caller caller, @PathVariable String id, IfMatch match, @Valid @RequestBody Basics body) {
        Update update = new Update()
                .set("name", body.name())
                .set("role", body.role())
                .set("areas", body.areas())
                .set("openingHours", body.openingHours());
        return change(
                caller,
                AgencyAccess.maintain(caller),
                new Target(id, match, "basics"),
                checks.basics(body.role(), body.openingHours()),
                update);
    }

    @PutMapping("/{id}/teams")
    @Operation(summary = "Replace the teams of an agency")
    ResponseEntity<AgencyEntry> teams(
            Caller caller, @PathVariable String id, IfMatch match, @Valid @RequestBody Items<Team> body) {
        return describe(caller, new Target(id, match, "teams"), checks.teams(body.items()), body.items());
    }

    @PutMapping("/{id}/services")
    @Operation(summary = "Replace the services that an agency offers")
    ResponseEntity<AgencyEntry> services(
            Caller caller, @PathVariable String id, IfMatch match, @Valid @RequestBody Items<Offer> body) {
        return describe(caller, new Target(id, match, "services"), checks.services(body.items()), body.items());
    }

    @PutMapping("/{id}/contacts")
    @Operation(summary = "Replace the contacts of an agency: telephone, secure e-mail, address, with their hours")
    ResponseEntity<AgencyEntry> contacts(
            Caller caller, @PathVariable String id, IfMatch match, @Valid @RequestBody Items<ContactPoint> body) {
        return describe(caller, new Target(id, match, "contacts"), checks.contacts(body.items()), body.items());
    }

    @PutMapping("/{id}/responsibilities")
    @Operation(summary = "Replace who answers for which role: Safeguarding Leads, managers, named professionals")
    ResponseEntity<AgencyEntry> responsibilities(
            Caller caller, @PathVariable String id, IfMatch match, @Valid @RequestBody Items<Responsibility> body) {
        return describe(
                caller,
                new Target(id, match, "responsibilities"),
                checks.responsibilities(id, body.items()),
                body.items());
    }

    @PutMapping("/{id}/link-practitioners")
    @Operation(summary = "Replace the persons whom this agency names to others as its link (SAL-25)")
    ResponseEntity<AgencyEntry> links(
            Caller caller, @PathVariable String id, IfMatch match, @Valid @RequestBody Items<LinkPractitioner> body) {
        return describe(
                caller, new Target(id, match, "linkPractitioners"), checks.links(id, body.items()), body.items());
    }

    @PutMapping("/{id}/rota")
    @Operation(summary = "Replace the duty rota")
    ResponseEntity<AgencyEntry> rota(
            Caller caller, @PathVariable String id, IfMatch match, @Valid @RequestBody Items<Shift> body) {
        return describe(caller, new Target(id, match, "rota"), checks.rota(id, body.items()), body.items());
    }

    @PutMapping("/{id}/absences")
    @Operation(summary = "Replace who is away and who acts for them")
    ResponseEntity<AgencyEntry> absences(
            Caller caller, @PathVariable String id, IfMatch match, @Valid @RequestBody Items<Absence> body) {
        return describe(caller, new Target(id, match, "absences"), checks.absences(id, body.items()), body.items());
    }

    private record Target(String agency, IfMatch match, String part) {}

    private ResponseEntity<AgencyEntry> describe(Caller caller, Target target, List<FieldError> faults, List<?> items) {
        Update update = new Update().set(target.part(), items);
        return change(caller, AgencyAccess.describe(caller, target.agency()), target, faults, update);
    }

    private ResponseEntity<AgencyEntry> change(
            Caller caller, AccessDecision decision, Target target, List<FieldError> faults, Update update) {
        if (decision instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        if (!faults.isEmpty()) {
            return invalid(faults);
        }
        long version = target.match().version();
        var note = new ChangeNote(time.instant(), caller.username(), target.part(), version + 1);
        return store.change(target.agency(), version, update, note)
                .map(changed -> ResponseEntity.ok()
                        .eTag(EntityTag.of(changed.version()))
                        .body(AgencyController.visible(changed, caller)))
                .orElseGet(() -> store.find(target.agency()).isPresent()
                        ? IfMatch.stale().response()
                        : Problem.notFound().response());
    }

    private static <T> ResponseEntity<T> invalid(List<FieldError> faults) {
        return Problem.of(ProblemType.INVALID_REQUEST, "Nothing was saved. Correct what 'errors' names.")
                .errors(faults)
                .response();
    }

    /** What this can be refused with. */
    @Configuration(proxyBeanMethods = false)
    static class Refusals {

        @Bean
        ProblemCatalogue agencyProblems() {
            return () -> List.of(AGENCY_EXISTS);
        }
    }
}
