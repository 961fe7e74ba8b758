package uk.kinbridge.referral.family.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.idempotency.IdempotencyKey;
import uk.kinbridge.platform.web.idempotency.IdempotentCreation;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemType;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.FamilyAccess;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.family.RegisterFamily;
import uk.kinbridge.referral.family.RegisterFamily.Outcome;
import uk.kinbridge.referral.family.RegisterFamily.Reason;

/** The family record. */
@Tag(name = "Families", description = "The record of a whole family: adults, children, unborn children")
@RestController
@RequestMapping("/api/families")
class FamilyController {

    static final ProblemType REFUSED = new ProblemType(
            "family-incomplete",
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The family cannot be registered like this",
            "Something that must be known is missing, or two answers contradict one another. 'errors' names each.");

    private final RegisterFamily register;
    private final Families families;
    private final InstantSource time;

    FamilyController(RegisterFamily register, Families families, InstantSource time) {
        this.register = register;
        this.families = families;
        this.time = time;
    }

    record PersonBody(
            @NotNull Person.Kind kind,
            @NotBlank @Size(max = 100) String givenName,
            @NotBlank @Size(max = 100) String familyName,
            @Nullable LocalDate bornOn,
            @Nullable LocalDate expectedOn) {}

    record FamilyBody(
            @NotEmpty @Size(max = 50) List<@Valid PersonBody> members,
            boolean noChildren,
            @Size(max = 300) @Nullable String address) {

        RegisterFamily.Registration toRegistration() {
            return new RegisterFamily.Registration(
                    members.stream()
                            .map(m ->
                                    new RegisterFamily.Told(m.kind, m.givenName, m.familyName, m.bornOn, m.expectedOn))
                            .toList(),
                    noChildren,
                    address);
        }
    }

    record FamilyView(
            String id,
            String reference,
            String agency,
            Instant registeredAt,
            List<Person> members,
            Family.Children children,
            @Nullable String address,
            Links _links) {

        static FamilyView of(Family f) {
            return new FamilyView(
                    f.id(),
                    f.reference(),
                    f.agency(),
                    f.registeredAt(),
                    f.members(),
                    f.children(),
                    f.address(),
                    Links.self("/api/families/" + f.id()).when(true, "refer", "POST", "/api/referrals"));
        }
    }

    @Operation(
            summary = "Register a family",
            description = "As much as is known. The question which children there are must be answered; 'none' is an"
                    + " answer (HAC-08).")
    @IdempotentCreation
    @PostMapping
    ResponseEntity<?> register(@Valid @RequestBody FamilyBody body, IdempotencyKey key, Caller caller) {
        if (FamilyAccess.register(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        return switch (register.register(key.derivedId().toString(), body.toRegistration(), caller, time.instant())) {
            case Outcome.Registered(Family family) ->
                ResponseEntity.created(URI.create("/api/families/" + family.id()))
                        .body(FamilyView.of(family));
            case Outcome.Refused(List<Reason> reasons) -> refusal(reasons);
        };
    }

    private static ResponseEntity<?> refusal(List<Reason> reasons) {
        var problem = Problem.of(REFUSED, "Nothing was saved. Complete the fields that 'errors' names.")
                .errors(reasons.stream()
                        .map(r -> new Problem.FieldError(r.field(), r.why()))
                        .toList());
        return reasons.stream()
                .flatMap(r -> java.util.stream.Stream.ofNullable(r.obligation()))
                .findFirst()
                .map(problem::obligation)
                .orElse(problem)
                .response();
    }

    @Operation(summary = "One family, for the agency that registered it")
    @GetMapping("/{id}")
    ResponseEntity<?> read(@PathVariable String id, Caller caller) {
        return families.find(id)
                .filter(family -> FamilyAccess.read(caller, family).isGranted())
                .<ResponseEntity<?>>map(family -> ResponseEntity.ok(FamilyView.of(family)))
                .orElseGet(() -> Problem.notFound().response());
    }
}
