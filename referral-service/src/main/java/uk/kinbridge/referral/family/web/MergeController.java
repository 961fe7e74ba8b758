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
import uk.kinbridge.referral.family.Merge;
import uk.kinbridge.referral.family.MergeFamilies;

/** Makes one record of two, and takes that back. */
@Tag(name = "Merging families", description = "Two records of one family become one, and two again if that was wrong")
@RestController
@RequestMapping("/api/families/{id}/merges")
class MergeController {

    private final MergeFamilies merge;
    private final FamilyAnswers answers;
    private final InstantSource time;

    MergeController(MergeFamilies merge, FamilyAnswers answers, InstantSource time) {
        this.merge = merge;
        this.answers = answers;
        this.time = time;
    }

    record SameBody(@NotBlank String kept, @NotBlank String other) {}

    record MergeBody(
            @NotBlank String other,
            @Nullable @Size(max = 50) List<@Valid SameBody> same,
            @NotBlank @Size(max = 500) String reason) {}

    record UndoBody(@NotBlank @Size(max = 500) String reason) {}

    @Operation(
            summary = "Bring another record into this one",
            description = "By a safeguarding lead, named professional or manager who answers for both. 'same' names"
                    + " members who are on both. The other record stays as it was and points here; protections always"
                    + " come along.")
    @IdempotentCreation
    @PostMapping
    ResponseEntity<?> merge(
            @PathVariable String id,
            IfMatch ifMatch,
            @Valid @RequestBody MergeBody body,
            IdempotencyKey key,
            Caller caller) {
        var now = time.instant();
        var same = body.same == null
                ? List.<Merge.Same>of()
                : body.same.stream().map(s -> new Merge.Same(s.kept, s.other)).toList();
        return answers.of(
                merge.merge(
                        id, ifMatch.version(), key.derivedId().toString(), body.other, same, body.reason, caller, now),
                caller,
                now);
    }

    @Operation(
            summary = "Undo a merge",
            description = "Both records stand for themselves again, with what has been learned since.")
    @PostMapping("/{mergeId}/undo")
    ResponseEntity<?> undo(
            @PathVariable String id,
            @PathVariable String mergeId,
            IfMatch ifMatch,
            @Valid @RequestBody UndoBody body,
            Caller caller) {
        var now = time.instant();
        return answers.of(merge.undo(id, ifMatch.version(), mergeId, body.reason, caller, now), caller, now);
    }
}
