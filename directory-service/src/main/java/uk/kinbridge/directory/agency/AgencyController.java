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
import uk.kinbridge.directory.protocol.Library;
import uk.kinbridge.directory.protocol.PublishedVersion;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.protocols.pack.Agency;
import uk.kinbridge.protocols.pack.AreaId;

/** Reading the agencies that work under the protocols in force. */
@RestController
@RequestMapping("/api/agencies")
@Tag(name = "Agencies")
class AgencyController {

    private final Library library;

    AgencyController(Library library) {
        this.library = library;
    }

    @GetMapping
    @Operation(summary = "The agencies, of an area or with a role when asked for")
    Page<AgencyView> list(
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String role) {
        return Page.last(library.inForce().stream()
                .flatMap(version -> version.pack().agencies().stream().map(agency -> view(version, agency)))
                .filter(agency -> area == null || agency.areas().contains(area))
                .filter(agency -> role == null || agency.role().equals(role))
                .distinct()
                .toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One agency")
    ResponseEntity<AgencyView> one(@PathVariable String id) {
        return list(null, null).items().stream()
                .filter(agency -> agency.id().equals(id))
                .findFirst()
                .map(ResponseEntity::ok)
                .orElseGet(() -> Problem.notFound().response());
    }

    private static AgencyView view(PublishedVersion version, Agency agency) {
        var hours = agency.hours() == null ? version.pack().hours() : agency.hours();
        return new AgencyView(
                agency.id().value(),
                agency.name(),
                agency.role().word(),
                agency.areas().stream().map(AreaId::value).toList(),
                hours == null ? null : hours.toString());
    }
}
