package uk.kinbridge.referral.family.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.referral.family.ChangeFamily;
import uk.kinbridge.referral.family.Families.Held;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.FamilyAccess;
import uk.kinbridge.referral.family.ReadFamily;
import uk.kinbridge.referral.family.Reason;

/** How the outcomes of the family record look on the wire; nothing leaves without being shielded for its reader. */
@Component
class FamilyAnswers {

    private final ReadFamily read;

    FamilyAnswers(ReadFamily read) {
        this.read = read;
    }

    ResponseEntity<?> of(ChangeFamily.Outcome outcome, Caller caller, Instant now) {
        return switch (outcome) {
            case ChangeFamily.Outcome.Done(Held held) -> {
                read.changed(held.family(), caller, now);
                yield ResponseEntity.ok()
                        .eTag(EntityTag.of(held.version()))
                        .body(view(held.family(), caller, now, null));
            }
            case ChangeFamily.Outcome.NotPermitted(AccessDecision.Refused refused) ->
                Problem.of(refused).response();
            case ChangeFamily.Outcome.Stale() -> IfMatch.stale().response();
            case ChangeFamily.Outcome.Refused(List<Reason> reasons) -> refusal(reasons);
            case ChangeFamily.Outcome.MergedAway(String into) ->
                Problem.of(
                                FamilyProblemTypes.MERGED_AWAY,
                                "Nothing was saved. Change the record that this one has become part of.")
                        .with("into", into)
                        .response();
        };
    }

    FamilyView view(Family family, Caller caller, Instant now, @Nullable List<Object> matches) {
        var shown = read.shown(family, caller, null);
        return FamilyView.of(shown, asked(shown, family, caller, now), matches, null, mayChange(caller, family));
    }

    /** Whoever must not know of something must not be asked about it either: a question would tell them. */
    FamilyView.@Nullable Asked asked(Family shown, Family family, Caller caller, Instant now) {
        return shown.equals(family) ? FamilyView.Asked.of(read.questions(family, caller, now)) : null;
    }

    private static boolean mayChange(Caller caller, Family family) {
        return family.mergedInto() == null
                && FamilyAccess.change(caller, family).isGranted();
    }

    static ResponseEntity<?> refusal(List<Reason> reasons) {
        var problem = Problem.of(
                        FamilyProblemTypes.REFUSED, "Nothing was saved. Complete the fields that 'errors' names.")
                .errors(reasons.stream()
                        .map(r -> new Problem.FieldError(r.field(), r.why()))
                        .toList());
        return reasons.stream()
                .flatMap(r -> Stream.ofNullable(r.obligation()))
                .findFirst()
                .map(problem::obligation)
                .orElse(problem)
                .response();
    }
}
