package uk.kinbridge.directory.agency;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.problem.Problem;

/** Reading the agencies; from the last good copy while the database is down. */
@RestController
@RequestMapping("/api/agencies")
@Tag(
        name = "Agencies",
        description = "Agencies with their teams, services, contacts, leads, links, rotas and absences.")
class AgencyController {

    private final AgencyBook agencies;

    AgencyController(AgencyBook agencies) {
        this.agencies = agencies;
    }

    @GetMapping
    @Operation(summary = "The agencies, of an area or with a role when asked for")
    Page<AgencyEntry> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String role) {
        return Page.last(agencies.all().stream()
                .filter(agency -> area == null || agency.areas().contains(area))
                .filter(agency -> role == null || agency.role().equals(role))
                .map(agency -> visible(agency, caller))
                .toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One agency; its ETag is what a change has to name")
    ResponseEntity<AgencyEntry> one(Caller caller, @PathVariable String id) {
        return agencies.find(id)
                .map(agency ->
                        ResponseEntity.ok().eTag(EntityTag.of(agency.version())).body(visible(agency, caller)))
                .orElseGet(() -> Problem.notFound().response());
    }

    @GetMapping("/{id}/changes")
    @Operation(summary = "Who changed which part of an agency's entry, latest first")
    ResponseEntity<Page<ChangeNote>> changes(Caller caller, @PathVariable String id) {
        return switch (AgencyAccess.audit(caller, id)) {
            case AccessDecision.Refused refused -> Problem.of(refused).response();
            case AccessDecision.Granted _ ->
                agencies.find(id)
                        .map(agency ->
                                ResponseEntity.ok(Page.last(agency.changes().reversed())))
                        .orElseGet(() -> Problem.notFound().response());
        };
    }

    static AgencyEntry visible(AgencyEntry agency, Caller caller) {
        return AgencyAccess.seesAbsences(caller, agency.id()) ? agency : agency.withoutAbsences();
    }
}
