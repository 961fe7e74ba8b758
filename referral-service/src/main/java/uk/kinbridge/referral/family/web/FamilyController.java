package uk.kinbridge.referral.family.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.idempotency.IdempotencyKey;
import uk.kinbridge.platform.web.idempotency.IdempotentCreation;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.platform.web.page.ListName;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.Families.Held;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.FamilyAccess;
import uk.kinbridge.referral.family.FindMatches;
import uk.kinbridge.referral.family.Involvement;
import uk.kinbridge.referral.family.NameSounds;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.family.ReadFamily;
import uk.kinbridge.referral.family.Reason;
import uk.kinbridge.referral.family.RegisterFamily;
import uk.kinbridge.referral.family.RegisterFamily.Outcome;
import uk.kinbridge.referral.family.Registration;
import uk.kinbridge.referral.family.Relationship;
import uk.kinbridge.referral.family.SearchTerms;
import uk.kinbridge.referral.family.Shielding;

/** The family record. */
@Tag(name = "Families", description = "The record of a whole family: adults, children, unborn children")
@RestController
@RequestMapping("/api/families")
class FamilyController {

    private static final String LIST = "families";

    private final RegisterFamily register;
    private final ReadFamily read;
    private final Families families;
    private final FindMatches matches;
    private final NameSounds sounds;
    private final FamilyAnswers answers;
    private final InstantSource time;

    FamilyController(
            RegisterFamily register,
            ReadFamily read,
            Families families,
            FindMatches matches,
            NameSounds sounds,
            FamilyAnswers answers,
            InstantSource time) {
        this.register = register;
        this.read = read;
        this.families = families;
        this.matches = matches;
        this.sounds = sounds;
        this.answers = answers;
        this.time = time;
    }

    record TieBody(
            int from,
            int to,
            @NotNull Relationship.Kind kind,
            Relationship.@NotNull Care care,
            Relationship.@NotNull Contact contact,
            @Size(max = 200) @Nullable String saidBy) {}

    record FamilyBody(
            @NotEmpty @Size(max = 50) List<@Valid PersonBody> members,
            boolean noChildren,
            @Size(max = 300) @Nullable String address,
            @Nullable @Size(max = 200) List<@Valid TieBody> relationships,
            Involvement.@Nullable LawfulBasis basis,
            @Size(max = 500) @Nullable String basisWords) {

        Registration toRegistration() {
            var told = new ArrayList<uk.kinbridge.referral.family.Told>();
            for (int i = 0; i < members.size(); i++) {
                told.add(members.get(i).toTold("members[" + i + "]."));
            }
            return new Registration(
                    told,
                    noChildren,
                    address == null || address.isBlank() ? null : address.strip(),
                    relationships == null
                            ? List.of()
                            : relationships.stream()
                                    .map(t -> new Registration.Tie(t.from, t.to, t.kind, t.care, t.contact, t.saidBy))
                                    .toList(),
                    basis == null ? Involvement.LawfulBasis.PUBLIC_TASK : basis,
                    basisWords);
        }
    }

    record Row(String id, String reference, @Nullable String agency, List<Person> members, Links _links) {
        static Row of(Family f) {
            return new Row(
                    f.id(), f.reference(), FamilyView.keeper(f), f.members(), Links.self("/api/families/" + f.id()));
        }
    }

    @Operation(
            summary = "Register a family",
            description = "As much as is known. The question which children there are must be answered; 'none' is an"
                    + " answer (JWP-01, HAC-08). An unborn child is a member (FAP-15). 'possibleMatches' says whether"
                    + " these people may be on record already, as far as you may know.")
    @IdempotentCreation
    @PostMapping
    ResponseEntity<?> register(@Valid @RequestBody FamilyBody body, IdempotencyKey key, Caller caller) {
        if (FamilyAccess.register(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var now = time.instant();
        return switch (register.register(key.derivedId().toString(), body.toRegistration(), caller, now)) {
            case Outcome.Registered(Held held) ->
                ResponseEntity.created(
                                URI.create("/api/families/" + held.family().id()))
                        .eTag(EntityTag.of(held.version()))
                        .body(answers.view(held.family(), caller, now, hints(held.family(), caller)));
            case Outcome.Refused(List<Reason> reasons) -> FamilyAnswers.refusal(reasons);
        };
    }

    private List<Object> hints(Family family, Caller caller) {
        return matches.hints(family, caller, time.instant()).stream()
                .map(FamilyView::hint)
                .toList();
    }

    @Operation(
            summary = "One family, for the agencies that work with it",
            description = "Every fact carries who said it and when; 'asked' says what the protocols want to know, what"
                    + " is stale (SAL-17), which rules apply and why (SAL-01), and what to be curious about (FAP-05)."
                    + " 'with' leaves out what must not be seen in the presence of that member.")
    @GetMapping("/{id}")
    ResponseEntity<?> read(
            @PathVariable String id,
            @Parameter(description = "A member in whose presence it is shown")
                    @RequestParam(name = "with", required = false)
                    @Nullable
                    String present,
            Caller caller) {
        var now = time.instant();
        return read.read(id, caller, present, now)
                .<ResponseEntity<?>>map(shown ->
                        ResponseEntity.ok().eTag(EntityTag.of(shown.version())).body(view(shown, present, caller)))
                .orElseGet(() -> Problem.notFound().response());
    }

    private FamilyView view(ReadFamily.Seen seen, @Nullable String present, Caller caller) {
        return FamilyView.of(
                seen.shown(),
                answers.asked(seen.shown(), seen.whole(), caller, time.instant()),
                null,
                present == null || Shielding.isFrom(seen.whole(), caller)
                        ? null
                        : Shielding.withheld(seen.whole(), present),
                FamilyAccess.change(caller, seen.whole()).isGranted());
    }

    @Operation(
            summary = "Families that your agency works with",
            description = "All of them, or those found by reference, by name as it sounds, or by date of birth; every"
                    + " condition must fit. Nothing of others is looked at.")
    @GetMapping
    ResponseEntity<?> search(
            @RequestParam(required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable LocalDate bornOn,
            @Parameter(hidden = true) @ListName(LIST) PageRequest page,
            Caller caller) {
        if (FamilyAccess.search(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var found = families.search(new Families.Search(
                caller.agency(),
                SearchTerms.wanted(reference, name, bornOn, sounds),
                page.position().isEmpty() ? null : page.position().getLast(),
                page.limit() + 1));
        var shown = Page.of(found, page, held -> Cursor.of(LIST, held.family().id()));
        read.listed(shown.items().stream().map(Held::family).toList(), caller, time.instant());
        return ResponseEntity.ok(shown.map(held -> Row.of(read.shown(held.family(), caller, null))));
    }
}
