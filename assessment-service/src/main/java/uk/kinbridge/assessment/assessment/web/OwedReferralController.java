package uk.kinbridge.assessment.assessment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.assessment.assessment.Assessments.Held;
import uk.kinbridge.assessment.assessment.HandleAssessment;
import uk.kinbridge.assessment.assessment.HandleAssessment.Act;
import uk.kinbridge.assessment.assessment.HandleAssessment.Outcome;
import uk.kinbridge.assessment.assessment.Owed;
import uk.kinbridge.assessment.assessment.Protecting;
import uk.kinbridge.assessment.assessment.ReferralDrafts;
import uk.kinbridge.assessment.assessment.Rules;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.link.Links;

/** The referral that an assessment has brought with it, begun from what is known: a young carer's first (JWP-17, DOR-08). */
@Tag(name = "Completing assessments")
@RestController
class OwedReferralController {

    private final HandleAssessment handle;
    private final ReferralDrafts drafts;
    private final Answering answering;
    private final InstantSource time;

    OwedReferralController(HandleAssessment handle, ReferralDrafts drafts, Answering answering, InstantSource time) {
        this.handle = handle;
        this.drafts = drafts;
        this.answering = answering;
        this.time = time;
    }

    record BeginBody(
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 80) String> about,
            @NotBlank @Size(max = 20_000) String words) {}

    /**
     * Where it goes on.
     *
     * @param draft where it is begun; null when it is to be sent from what is prefilled
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BegunView(
            ReferralDrafts.Prefilled referral, @Nullable String draft, Links _links) {}

    @Operation(
            summary = "Begin the referral that the assessment has brought with it",
            description = "In one step: a draft to the protocol's recipient, with the family, whom it is about, the"
                    + " situation, and your words. The same again leads to the same draft. It stays owed, on its clock,"
                    + " until the referral that was made is named.")
    @PostMapping("/api/assessments/{id}/owed/{rule}/referral")
    ResponseEntity<?> begin(
            @PathVariable String id, @PathVariable String rule, @Valid @RequestBody BeginBody body, Caller caller) {
        var outcome = handle.owed(new Act(id, null, caller, time.instant()), rule);
        if (!(outcome instanceof Outcome.Done(Held held, Rules rules))) {
            return answering.refused(outcome);
        }
        var a = held.assessment();
        if (a.family().isKnown()
                && body.about.stream().anyMatch(one -> a.family().member(one).isEmpty())) {
            return AssessmentProblems.unknown(Map.of("about", "The family has no such member."));
        }
        return a.owed().stream()
                .filter(one -> one.rule().equals(rule) && one.pathway().isPresent())
                .findFirst()
                .flatMap(owed -> Protecting.owed(a, owed, body.about, body.words, rules, caller.agency())
                        .<ResponseEntity<?>>map(ready -> ResponseEntity.ok(begun(a.id(), owed, ready))))
                .orElseGet(() -> AssessmentProblems.unknown(Map.of(
                        "rule", "Your agency sends no such referral here; the agency whose assessment it is does.")));
    }

    private BegunView begun(String id, Owed owed, ReferralDrafts.Prefilled ready) {
        var draft = drafts.begin(ready, id + "-owed-" + owed.rule());
        var self = "/api/assessments/" + id;
        var links = Links.self(self)
                .when(draft.isEmpty(), "refer", "POST", "/api/referrals")
                .when(true, "settle-" + owed.rule(), "POST", self + "/owed/" + owed.rule());
        return new BegunView(ready, draft.orElse(null), draft.isEmpty() ? links : links.and("draft", draft.get()));
    }
}
