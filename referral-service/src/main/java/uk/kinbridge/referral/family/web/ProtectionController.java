package uk.kinbridge.referral.family.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.idempotency.IdempotencyKey;
import uk.kinbridge.platform.web.idempotency.IdempotentCreation;
import uk.kinbridge.referral.family.Author;
import uk.kinbridge.referral.family.ChangeFamily;
import uk.kinbridge.referral.family.FamilyAccess;
import uk.kinbridge.referral.family.Protecting;
import uk.kinbridge.referral.family.Protection;

/** Whose whereabouts must not come to whose knowledge. */
@Tag(name = "Protection", description = "A person's whereabouts are never shown to somebody they are protected from")
@RestController
@RequestMapping("/api/families/{id}/protections")
class ProtectionController {

    private final ChangeFamily change;
    private final FamilyAnswers answers;
    private final InstantSource time;

    ProtectionController(ChangeFamily change, FamilyAnswers answers, InstantSource time) {
        this.change = change;
        this.answers = answers;
        this.time = time;
    }

    record ProtectionBody(
            @NotBlank String memberId,
            @Nullable @Size(max = 20) List<String> fromMembers,
            @Nullable @Size(max = 20) List<String> fromPeople,
            @Nullable @Size(max = 20) List<String> fromAgencies,
            @NotBlank @Size(max = 500) String reason) {

        Protection toProtection(String id, Author by, java.time.Instant at) {
            return new Protection(
                    id,
                    memberId,
                    fromMembers == null ? List.of() : fromMembers,
                    fromPeople == null ? List.of() : fromPeople,
                    fromAgencies == null ? List.of() : fromAgencies,
                    reason,
                    by,
                    at,
                    null);
        }
    }

    record LiftBody(@NotBlank @Size(max = 500) String reason) {}

    @Operation(
            summary = "Protect a member's whereabouts",
            description = "From members of the record, from people who sign in here (subject id or user name), or from"
                    + " agencies in which such a person works. It reaches everybody who lives with the protected one,"
                    + " and holds whatever the role of the one who must not know.")
    @IdempotentCreation
    @PostMapping
    ResponseEntity<?> protect(
            @PathVariable String id,
            IfMatch ifMatch,
            @Valid @RequestBody ProtectionBody body,
            IdempotencyKey key,
            Caller caller) {
        var now = time.instant();
        var protection = body.toProtection(key.derivedId().toString(), Author.of(caller), now);
        return answers.of(
                change.change(
                        id,
                        ifMatch.version(),
                        caller,
                        now,
                        FamilyAccess::protect,
                        f -> Protecting.protect(f, protection)),
                caller,
                now);
    }

    @Operation(
            summary = "End a protection",
            description = "By a safeguarding lead, named professional or manager, with a reason.")
    @PostMapping("/{protectionId}/end")
    ResponseEntity<?> lift(
            @PathVariable String id,
            @PathVariable String protectionId,
            IfMatch ifMatch,
            @Valid @RequestBody LiftBody body,
            Caller caller) {
        var now = time.instant();
        return answers.of(
                change.change(
                        id,
                        ifMatch.version(),
                        caller,
                        now,
                        FamilyAccess::answerFor,
                        f -> Protecting.lift(f, protectionId, body.reason, Author.of(caller), now)),
                caller,
                now);
    }
}
