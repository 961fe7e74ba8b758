package uk.kinbridge.directory.openreferral;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.ForwardedHeaderUtils;
import uk.kinbridge.directory.openreferral.Feed.AtLocation;
import uk.kinbridge.directory.openreferral.Feed.Details;
import uk.kinbridge.directory.openreferral.Feed.Organization;
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
    static final Duration FRESH = Duration.ofMinutes(10);

    private final PublishedServices services;
    private final Sheet sheet;

    OpenReferralController(PublishedServices services, Sheet sheet) {
        this.services = services;
        this.sheet = sheet;
    }

    @GetMapping({"", "/"})
    @Operation(summary = "Which version and profile this feed follows")
    ResponseEntity<Details> details(HttpServletRequest request) {
        return ok(new Details(Feed.SPECIFICATION, PROFILE, openApi(request)));
    }

    /** Where the asker finds it: at the gateway, under its name and path, when the question came through it. */
    static String openApi(HttpServletRequest request) {
        var inner = new ServletServerHttpRequest(request);
        boolean throughTheGateway = request.getHeader("X-Forwarded-Host") != null;
        return ForwardedHeaderUtils.adaptFromForwardedHeaders(inner.getURI(), inner.getHeaders())
                .replacePath(throughTheGateway ? "/api-docs/directory" : request.getContextPath() + "/v3/api-docs")
                .replaceQuery(null)
                .toUriString();
    }

    @GetMapping("/services")
    @Operation(
            summary = "The services, with the filters of the standard",
            description = "Every service comes fully nested; minimal=true gives ids and the moment of the last change.")
    ResponseEntity<Object> services(
            @ParameterObject ServiceFilter filter,
            @ParameterObject Sheet.Wanted wanted,
            @RequestParam(defaultValue = "false") boolean minimal) {
        List<Service> found = filter.of(services.all());
        return minimal ? sheet.of(found.stream().map(Feed.Changed::of).toList(), wanted) : sheet.of(found, wanted);
    }

    @GetMapping("/services/{id}")
    @Operation(summary = "One service")
    ResponseEntity<Service> service(@PathVariable String id) {
        return one(services.all(), service -> service.id().equals(id));
    }

    @GetMapping("/organizations")
    @Operation(summary = "Those who publish the services")
    ResponseEntity<Object> organizations(
            @RequestParam(required = false) @Nullable String search, @ParameterObject Sheet.Wanted wanted) {
        return sheet.of(
                services.organizations().stream()
                        .filter(organization -> ServiceFilter.matches(search, organization.name()))
                        .toList(),
                wanted);
    }

    @GetMapping("/organizations/{id}")
    @Operation(summary = "One organisation")
    ResponseEntity<Organization> organization(@PathVariable String id) {
        return one(services.organizations(), organization -> organization.id().equals(id));
    }

    @GetMapping("/taxonomies")
    @Operation(summary = "The one taxonomy: needs")
    ResponseEntity<Object> taxonomies(
            @RequestParam(required = false) @Nullable String search, @ParameterObject Sheet.Wanted wanted) {
        return sheet.of(
                Stream.of(PublishedServices.NEEDS)
                        .filter(taxonomy -> ServiceFilter.matches(search, taxonomy.name()))
                        .toList(),
                wanted);
    }

    @GetMapping("/taxonomies/{id}")
    @Operation(summary = "One taxonomy")
    ResponseEntity<Taxonomy> taxonomy(@PathVariable String id) {
        return one(List.of(PublishedServices.NEEDS), taxonomy -> taxonomy.id().equals(id));
    }

    @GetMapping("/taxonomy_terms")
    @Operation(summary = "The needs as terms", description = "All of them are at the top: none has a parent.")
    ResponseEntity<Object> terms(
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(name = "taxonomy_id", required = false) @Nullable String taxonomy,
            @RequestParam(name = "parent_id", required = false) @Nullable String parent,
            @RequestParam(name = "top_only", defaultValue = "false") boolean topOnly,
            @ParameterObject Sheet.Wanted wanted) {
        return sheet.of(
                PublishedServices.terms().stream()
                        .filter(term -> ServiceFilter.matches(search, term.name() + " " + term.description()))
                        .filter(term -> taxonomy == null || term.taxonomyId().equals(taxonomy))
                        .filter(term -> parent == null || topOnly)
                        .toList(),
                wanted);
    }

    @GetMapping("/taxonomy_terms/{id}")
    @Operation(summary = "One need as a term")
    ResponseEntity<Term> term(@PathVariable String id) {
        return one(PublishedServices.terms(), term -> term.id().equals(id));
    }

    @GetMapping("/service_at_locations")
    @Operation(
            summary = "Where services can be visited",
            description = "No coordinates are kept: with a proximity, whatever its metres, the whole district of the"
                    + " postcode (its first half) is answered, without one the very postcode.")
    ResponseEntity<Object> locations(
            @ParameterObject ServiceFilter filter,
            @RequestParam(required = false) @Nullable String postcode,
            @RequestParam(required = false) @Nullable String proximity,
            @ParameterObject Sheet.Wanted wanted) {
        return sheet.of(
                filter.of(services.all()).stream()
                        .flatMap(service -> service.locations().stream())
                        .filter(at -> postcode == null
                                || at.location().addresses().stream()
                                        .anyMatch(address -> lies(address.postalCode(), postcode, proximity != null)))
                        .toList(),
                wanted);
    }

    private static boolean lies(String there, String asked, boolean inTheDistrict) {
        String one = there.replace(" ", "").toUpperCase(Locale.ROOT);
        String other = asked.replaceAll("[ +]", "").toUpperCase(Locale.ROOT);
        return one.equals(other) || (inTheDistrict && district(one).equals(district(other)));
    }

    /** The second half of a postcode is always three characters long. */
    private static String district(String postcode) {
        return postcode.length() > 4 ? postcode.substring(0, postcode.length() - 3) : postcode;
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

    private static <T> ResponseEntity<T> one(List<T> all, Predicate<T> wanted) {
        Optional<T> found = all.stream().filter(wanted).findFirst();
        return found.map(OpenReferralController::ok)
                .orElseGet(() -> Problem.notFound().response());
    }

    private static <T> ResponseEntity<T> ok(T body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(body);
    }
}
