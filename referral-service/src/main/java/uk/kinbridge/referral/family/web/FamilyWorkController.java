package uk.kinbridge.referral.family.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.referral.family.Author;
import uk.kinbridge.referral.family.ChangeFamily;
import uk.kinbridge.referral.family.Changes;
import uk.kinbridge.referral.family.Involvement;
import uk.kinbridge.referral.family.JoinFamily;

/** What is known of the family as a whole, who works with it, and when all of it was last gone through. */
@Tag(name = "Family work", description = "The household, the agencies involved and their lawful basis, regular checks")
@RestController
@RequestMapping("/api/families/{id}")
class FamilyWorkController {

    private final ChangeFamily change;
    private final JoinFamily join;
    private final FamilyAnswers answers;
    private final InstantSource time;

    FamilyWorkController(ChangeFamily change, JoinFamily join, FamilyAnswers answers, InstantSource time) {
        this.change = change;
        this.join = join;
        this.answers = answers;
        this.time = time;
    }

    @Operation(
            summary = "Record something about the family as a whole",
            description = "home: where it lives; household-asked: that everybody who lives, stays or visits there is on"
                    + " record (HAC-09).")
    @PutMapping("/facts/{fact}")
    ResponseEntity<?> record(
            @PathVariable String id,
            @PathVariable String fact,
            IfMatch ifMatch,
            @Valid @RequestBody TellingBody body,
            Caller caller) {
        var now = time.instant();
        var kind = TellingBody.kind(fact, "fact");
        return answers.of(
                change.change(
                        id,
                        ifMatch.version(),
                        caller,
                        now,
                        f -> Changes.record(f, kind, body.toTelling(), Author.of(caller), now)),
                caller,
                now);
    }

    record CheckBody(@NotBlank @Size(max = 200) String saidBy) {}

    @Operation(
            summary = "Everything on record was gone through and is still so",
            description = "With whom: all facts are as fresh as today afterwards (SAL-17).")
    @PostMapping("/checks")
    ResponseEntity<?> check(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody CheckBody body, Caller caller) {
        var now = time.instant();
        return answers.of(
                change.change(
                        id,
                        ifMatch.version(),
                        caller,
                        now,
                        f -> Changes.checked(f, body.saidBy, Author.of(caller), now)),
                caller,
                now);
    }

    record InvolvementBody(
            @NotBlank @Size(max = 80) String agency,
            Involvement.@NotNull LawfulBasis basis,
            @NotBlank @Size(max = 500) String words) {}

    @Operation(
            summary = "Another agency works with the family",
            description = "On a lawful basis, and what it rests on. From now on that agency sees the record (HAC-08)."
                    + " Consent is no basis where somebody has refused joint work (SAL-03).")
    @PostMapping("/agencies")
    ResponseEntity<?> join(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody InvolvementBody body, Caller caller) {
        var now = time.instant();
        var joining = new JoinFamily.Joining(body.agency, body.basis, body.words);
        return answers.of(join.join(id, ifMatch.version(), joining, caller, now), caller, now);
    }

    @Operation(
            summary = "An agency's work with the family has ended",
            description = "It no longer sees the record. Each agency says so of itself; of another one those who answer"
                    + " for the record where it is kept, and that one is told.")
    @PostMapping("/agencies/{agency}/end")
    ResponseEntity<?> leave(@PathVariable String id, @PathVariable String agency, IfMatch ifMatch, Caller caller) {
        var now = time.instant();
        return answers.of(change.end(id, ifMatch.version(), agency, caller, now), caller, now);
    }
}
