package uk.kinbridge.referral.family.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.FamilyAccess;
import uk.kinbridge.referral.family.Involvement;
import uk.kinbridge.referral.family.ReadFamily;
import uk.kinbridge.referral.family.Shielding;

/** Who may see a family record: a small answer, for those who decide on something of their own about the family. */
@Tag(name = "Family work")
@RestController
@RequestMapping("/api/families/{id}/agencies")
class FamilyPartiesController {

    private final ReadFamily read;
    private final InstantSource time;

    FamilyPartiesController(ReadFamily read, InstantSource time) {
        this.read = read;
        this.time = time;
    }

    /**
     * The agencies of a family.
     *
     * @param mergedInto the record that this one has become part of, which is used instead
     * @param keeps the agency that keeps the record; null where the caller must not know
     */
    record PartiesView(
            String family,
            String reference,
            @Nullable String mergedInto,
            @Nullable String keeps,
            List<PartyView> agencies,
            YouView you) {}

    /** One of them, with what its work with the family rests on. */
    record PartyView(String agency, Involvement.LawfulBasis basis, String words, Instant since) {}

    /** What the caller may do with the record beside reading it. */
    record YouView(String agency, boolean mayChange, boolean mayAnswerForIt) {}

    @Operation(
            summary = "Who may see this record, and on which basis",
            description = "Every agency that works with the family now, with its lawful basis, and what you may do"
                    + " (HAC-08). Whoever somebody is protected from learns of their own agency alone.")
    @GetMapping
    ResponseEntity<?> parties(@PathVariable String id, Caller caller) {
        var found = read.readable(id, caller).map(Families.Held::family);
        found.ifPresent(family -> read.agenciesRead(family, caller, time.instant()));
        return found.<ResponseEntity<?>>map(family -> ResponseEntity.ok(view(family, caller)))
                .orElseGet(() -> Problem.notFound().response());
    }

    private static PartiesView view(Family family, Caller caller) {
        var shown = Shielding.seenBy(family, caller);
        return new PartiesView(
                family.id(),
                family.reference(),
                family.mergedInto(),
                FamilyView.keeper(shown),
                shown.agencies().stream()
                        .filter(Involvement::isActive)
                        .map(one -> new PartyView(one.agency(), one.basis(), one.words(), one.since()))
                        .toList(),
                new YouView(
                        caller.agency(),
                        FamilyAccess.change(caller, family).isGranted(),
                        FamilyAccess.answerFor(caller, family).isGranted()));
    }
}
