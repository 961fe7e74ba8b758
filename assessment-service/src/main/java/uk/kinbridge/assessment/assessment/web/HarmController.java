package uk.kinbridge.assessment.assessment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.assessment.assessment.Assessment;
import uk.kinbridge.assessment.assessment.Assessments.Held;
import uk.kinbridge.assessment.assessment.HandleAssessment;
import uk.kinbridge.assessment.assessment.HandleAssessment.Act;
import uk.kinbridge.assessment.assessment.HandleAssessment.Outcome;
import uk.kinbridge.assessment.assessment.Harm;
import uk.kinbridge.assessment.assessment.HelpNow;
import uk.kinbridge.assessment.assessment.Protecting;
import uk.kinbridge.assessment.assessment.ReferralDrafts;
import uk.kinbridge.assessment.assessment.Rules;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.platform.web.link.Links;

/** Significant harm, at any point of an assessment (SAL-08). */
@Tag(name = "Significant harm", description = "Child protection starts at once, in one step; the assessment goes on")
@RestController
@RequestMapping("/api/assessments/{id}/harm")
class HarmController {

    private final HandleAssessment handle;
    private final HelpNow help;
    private final ReferralDrafts drafts;
    private final Answering answering;
    private final InstantSource time;

    HarmController(
            HandleAssessment handle, HelpNow help, ReferralDrafts drafts, Answering answering, InstantSource time) {
        this.handle = handle;
        this.help = help;
        this.drafts = drafts;
        this.answering = answering;
        this.time = time;
    }

    record HarmBody(
            @NotBlank @Size(max = 20_000) String words,
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 80) String> about) {}

    /**
     * What to do now.
     *
     * @param referral what the referral can already say; null where the protocol has no way into child protection
     * @param draft where it is begun; null when it is to be sent from what is prefilled
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NowView(
            HelpNow.Numbers callNow,
            ReferralDrafts.@Nullable Prefilled referral,
            @Nullable String draft,
            int number,
            Instant referralOwedBy,
            Links _links) {}

    @Operation(
            summary = "Significant harm is indicated",
            description = "One step: the answer has the number to call now, a referral with what is known already, and"
                    + " when it is owed. No version is asked for: nothing stands in its way. The assessment goes on"
                    + " beside it (SAL-08).")
    @PostMapping
    ResponseEntity<?> harm(@PathVariable String id, @Valid @RequestBody HarmBody body, Caller caller) {
        var now = time.instant();
        var outcome = handle.harm(new Act(id, null, caller, now), body.words, body.about);
        if (!(outcome instanceof Outcome.Done(Held held, Rules rules))) {
            return answering.refused(outcome);
        }
        var a = held.assessment();
        return ResponseEntity.ok()
                .eTag(EntityTag.of(held.version()))
                .body(view(a, a.harms().getLast(), rules, caller, now));
    }

    private NowView view(Assessment a, Harm harm, Rules rules, Caller caller, Instant now) {
        var prefilled = Protecting.prefilled(a, harm, rules, caller.agency());
        var draft = prefilled.flatMap(ready -> drafts.begin(ready, a.id() + "-harm-" + harm.number()));
        var self = "/api/assessments/" + a.id();
        var links = Links.self(self)
                .when(draft.isEmpty(), "refer", "POST", "/api/referrals")
                .when(true, "link-referral", "POST", self + "/harm/" + harm.number() + "/referral");
        return new NowView(
                help.childProtection(a.area(), now),
                prefilled.orElse(null),
                draft.orElse(null),
                harm.number(),
                a.running(harm.clock()).map(clock -> clock.dueAt()).orElse(now),
                draft.isEmpty() ? links : links.and("draft", draft.get()));
    }

    record ReferralBody(@NotBlank @Size(max = 80) String referral) {}

    @Operation(summary = "The referral to child protection was made", description = "Its clock is met (SAL-08).")
    @PostMapping("/{number}/referral")
    ResponseEntity<?> referred(
            @PathVariable String id,
            @PathVariable int number,
            IfMatch ifMatch,
            @Valid @RequestBody ReferralBody body,
            Caller caller) {
        var now = time.instant();
        return answering.of(
                handle.harmReferred(new Act(id, ifMatch.version(), caller, now), number, body.referral), caller, now);
    }
}
