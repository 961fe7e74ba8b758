package uk.kinbridge.directory.openreferral;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import uk.kinbridge.directory.openreferral.Feed.AtLocation;
import uk.kinbridge.directory.openreferral.Feed.Details;
import uk.kinbridge.directory.openreferral.Feed.Organization;
import uk.kinbridge.directory.openreferral.Feed.Pages;
import uk.kinbridge.directory.openreferral.Feed.Service;
import uk.kinbridge.directory.openreferral.Feed.Taxonomy;
import uk.kinbridge.directory.openreferral.Feed.Term;
import uk.kinbridge.platform.web.problem.Problem;

/** Open Referral UK 3.0: read only, no key, any origin. */
@RestController
@CrossOrigin
@RequestMapping("/open-referral")
@Tag(name = "Open Referral UK", description = "Published services as HSDS-UK-3.0; open to everybody.")
@SecurityRequirements
class OpenReferralController {

    private static final String PROFILE = "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md";
    private static final int MOST_PER_PAGE = 500;

    private final PublishedServices services;

    OpenReferralController(PublishedServices services) {
        this.services = services;
    }

    @GetMapping({"", "/"})
    @Operation(summary = "Which version and profile this feed follows")
    ResponseEntity<Details> details() {
        String openApi = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/v3/api-docs")
                .toUriString();
        return ok(new Details(Feed.SPECIFICATION, PROFILE, openApi));
    }

    @GetMapping("/services")
    @Operation(summary = "The services, with the filters of the standard that apply here")
    ResponseEntity<Pages<Service>> services(
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(name = "taxonomy_term_id", required = false) @Nullable String term,
            @RequestParam(name = "taxonomy_id", required = false) @Nullable String taxonomy,
            @RequestParam(name = "organization_id", required = false) @Nullable String organization,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(name = "per_page", defaultValue = "50") int perPage) {
        return page(
                services.all().stream()
                        .filter(service -> matches(search, service.name() + " " + service.description()))
                        .filter(service -> term == null
                                || service.attributes().stream()
                                        .anyMatch(
                                                attribute -> attribute.termId().equals(term)))
                        .filter(service -> taxonomy == null || taxonomy.equals(PublishedServices.NEEDS.id()))
                        .filter(service -> organization == null || organization.equals(service.organizationId()))
                        .toList(),
                page,
                perPage);
    }

    @GetMapping("/services/{id}")
    @Operation(summary = "One service")
    ResponseEntity<Service> service(@PathVariable String id) {
        return one(services.all(), service -> service.id().equals(id));
    }

    @GetMapping("/organizations")
    @Operation(summary = "Those who publish the services")
    ResponseEntity<Pages<Organization>> organizations(
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(name = "per_page", defaultValue = "50") int perPage) {
        return page(
                services.organizations().stream()
                        .filter(organization -> matches(search, organization.name()))
                        .toList(),
                page,
                perPage);
    }

    @GetMapping("/organizations/{id}")
    @Operation(summary = "One organisation")
    ResponseEntity<Organization> organization(@PathVariable String id) {
        return one(services.organizations(), organization -> organization.id().equals(id));
    }

    @GetMapping("/taxonomies")
    @Operation(summary = "The one taxonomy: needs")
    ResponseEntity<Pages<Taxonomy>> taxonomies(
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(name = "per_page", defaultValue = "50") int perPage) {
        List<Taxonomy> all = List.of(PublishedServices.NEEDS);
        return page(
                all.stream()
                        .filter(taxonomy -> matches(search, taxonomy.name()))
                        .toList(),
                page,
                perPage);
    }

    @GetMapping("/taxonomies/{id}")
    @Operation(summary = "One taxonomy")
    ResponseEntity<Taxonomy> taxonomy(@PathVariable String id) {
        return one(List.of(PublishedServices.NEEDS), taxonomy -> taxonomy.id().equals(id));
    }

    @GetMapping("/taxonomy_terms")
    @Operation(summary = "The needs as terms")
    ResponseEntity<Pages<Term>> terms(
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(name = "taxonomy_id", required = false) @Nullable String taxonomy,
            @RequestParam(name = "parent_id", required = false) @Nullable String parent,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(name = "per_page", defaultValue = "50") int perPage) {
        return page(
                PublishedServices.terms().stream()
                        .filter(term -> matches(search, term.name() + " " + term.description()))
                        .filter(term -> taxonomy == null || term.taxonomyId().equals(taxonomy))
                        .filter(term -> parent == null)
                        .toList(),
                page,
                perPage);
    }

    @GetMapping("/taxonomy_terms/{id}")
    @Operation(summary = "One need as a term")
    ResponseEntity<Term> term(@PathVariable String id) {
        return one(PublishedServices.terms(), term -> term.id().equals(id));
    }

    @GetMapping("/service_at_locations")
    @Operation(summary = "Where services can be visited")
    ResponseEntity<Pages<AtLocation>> locations(
            @RequestParam(required = false) @Nullable String postcode,
            @RequestParam(name = "organization_id", required = false) @Nullable String organization,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(name = "per_page", defaultValue = "50") int perPage) {
        return page(
                services.all().stream()
                        .filter(service -> organization == null || organization.equals(service.organizationId()))
                        .flatMap(service -> service.locations().stream())
                        .filter(at -> postcode == null
                                || at.location().addresses().stream()
                                        .anyMatch(
                                                address -> address.postalCode().equalsIgnoreCase(postcode.strip())))
                        .toList(),
                page,
                perPage);
    }

    @GetMapping("/service_at_locations/{id}")
    @Operation(summary = "One place where a service can be visited")
    ResponseEntity<AtLocation> location(@PathVariable String id) {
        return one(
                services.all().stream()
                        .flatMap(service -> service.locations().stream())
                        .toList(),
                at -> at.id().equals(id));
    }

    private static boolean matches(@Nullable String search, String text) {
        return search == null || text.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
    }

    private static <T> ResponseEntity<Pages<T>> page(List<T> all, int page, int perPage) {
        return ok(Pages.of(all, Math.max(1, page), Math.clamp(perPage, 1, MOST_PER_PAGE)));
    }

    private static <T> ResponseEntity<T> one(List<T> all, Predicate<T> wanted) {
        Optional<T> found = all.stream().filter(wanted).findFirst();
        return found.map(OpenReferralController::ok)
                .orElseGet(() -> Problem.notFound().response());
    }

    private static <T> ResponseEntity<T> ok(T body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .body(body);
    }
}
