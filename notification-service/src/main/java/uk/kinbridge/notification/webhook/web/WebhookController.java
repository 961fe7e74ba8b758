package uk.kinbridge.notification.webhook.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.notification.webhook.AdministerEndpoints;
import uk.kinbridge.notification.webhook.EndpointAccess;
import uk.kinbridge.notification.webhook.Endpoints;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.idempotency.IdempotencyKey;
import uk.kinbridge.platform.web.idempotency.IdempotentCreation;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.platform.web.problem.ProblemType;

/** The systems of an agency that are told of its notices. */
@Tag(
        name = "Webhooks",
        description =
                "Systems of an agency that are called, signed as the Standard Webhooks specification says, when"
                        + " the agency's people are told of a notice. A call holds ids and facts, no words and no personal data.")
@RestController
@RequestMapping(WebhookController.PATH)
class WebhookController {

    static final String PATH = "/api/webhooks";

    private final AdministerEndpoints administer;
    private final Endpoints endpoints;
    private final InstantSource time;

    WebhookController(AdministerEndpoints administer, Endpoints endpoints, InstantSource time) {
        this.administer = administer;
        this.endpoints = endpoints;
        this.time = time;
    }

    @Schema(name = "WebhookRegistration")
    record Registration(
            @Schema(example = "https://hooks.example.gov.uk/kinbridge") @NotBlank @Size(max = 500)
            String url,

            @Schema(example = "Case management, team inbox") @NotBlank @Size(max = 200)
            String description) {}

    @Schema(name = "WebhookChange")
    record Changed(
            @NotBlank @Size(max = 500) String url,
            @NotBlank @Size(max = 200) String description,
            boolean enabled) {}

    @Schema(name = "Webhook")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            String agency,
            String url,
            String description,
            boolean enabled,
            Instant registeredAt,
            String registeredBy,

            @Schema(description = "Until then calls are signed with the former secret as well") @Nullable
            Instant formerSecretUntil,

            @Schema(description = "What calls are signed with; told once, when it is new") @Nullable
            String secret,

            String etag,
            @JsonProperty("_links") Links links) {

        static View of(Endpoints.Kept kept, @Nullable String secret, Instant now) {
            var endpoint = kept.endpoint();
            var former = endpoint.former();
            var self = PATH + "/" + endpoint.id();
            return new View(
                    endpoint.id(),
                    endpoint.agency(),
                    endpoint.url(),
                    endpoint.description(),
                    endpoint.enabled(),
                    endpoint.registeredAt(),
                    endpoint.registeredBy().name(),
                    former != null && now.isBefore(former.until()) ? former.until() : null,
                    secret,
                    EntityTag.of(kept.version()),
                    Links.self(self)
                            .when(true, "change", "PUT", self)
                            .when(true, "rotate-secret", "POST", self + "/secret")
                            .and("dead-letters", "/api/deliveries?channel=webhook&state=dead"));
        }
    }

    @Operation(
            summary = "Registers a system of your agency",
            description = "The answer holds the secret with which its calls are signed: keep it, it is told this once."
                    + " Only hosts that this installation allows can be registered.")
    @IdempotentCreation
    @PostMapping
    ResponseEntity<View> register(@Valid @RequestBody Registration body, IdempotencyKey key, Caller caller) {
        var outcome =
                administer.register(key.derivedId().toString(), body.url(), body.description(), caller, time.instant());
        return answer(outcome, HttpStatus.CREATED);
    }

    @Operation(summary = "Lists the systems of your agency")
    @GetMapping
    ResponseEntity<Page<View>> list(Caller caller) {
        return switch (EndpointAccess.administer(caller)) {
            case AccessDecision.Refused refused -> Problem.of(refused).response();
            case AccessDecision.Granted() ->
                ResponseEntity.ok(Page.last(endpoints.of(caller.agency()).stream()
                        .map(kept -> View.of(kept, null, time.instant()))
                        .toList()));
        };
    }

    @Operation(summary = "Reads one system of your agency")
    @GetMapping("/{id}")
    ResponseEntity<View> read(@PathVariable String id, Caller caller) {
        return endpoints
                .find(id)
                .filter(kept -> EndpointAccess.of(caller, kept.endpoint()).isGranted())
                .map(kept -> ResponseEntity.ok()
                        .eTag(EntityTag.of(kept.version()))
                        .body(View.of(kept, null, time.instant())))
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(summary = "Changes the address or description of a system, or switches it on or off")
    @PutMapping("/{id}")
    ResponseEntity<View> change(
            @PathVariable String id, IfMatch version, @Valid @RequestBody Changed body, Caller caller) {
        return answer(
                administer.change(
                        id, version.version(), body.url(), body.description(), body.enabled(), caller, time.instant()),
                HttpStatus.OK);
    }

    @Operation(
            summary = "Gives a system a new secret",
            description = "For 24 hours calls carry a signature by the former secret as well, so that the system can"
                    + " change over in its own time.")
    @PostMapping("/{id}/secret")
    ResponseEntity<View> rotate(@PathVariable String id, IfMatch version, Caller caller) {
        return answer(administer.rotate(id, version.version(), caller, time.instant()), HttpStatus.OK);
    }

    private ResponseEntity<View> answer(AdministerEndpoints.Outcome outcome, HttpStatus status) {
        return switch (outcome) {
            case AdministerEndpoints.Outcome.Done(var kept, var secret) -> {
                var answer = ResponseEntity.status(status).eTag(EntityTag.of(kept.version()));
                if (status == HttpStatus.CREATED) {
                    answer.location(URI.create(PATH + "/" + kept.endpoint().id()));
                }
                yield answer.body(View.of(kept, secret.orElse(null), time.instant()));
            }
            case AdministerEndpoints.Outcome.NotAllowed(var why) ->
                Problem.of(ProblemType.INVALID_REQUEST, "Webhooks may not go to this address.")
                        .errors(List.of(new FieldError("url", why)))
                        .response();
            case AdministerEndpoints.Outcome.Stale() -> IfMatch.stale().response();
            case AdministerEndpoints.Outcome.Refused(var why) -> Problem.of(why).response();
        };
    }
}
