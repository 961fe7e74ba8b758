package uk.kinbridge.referral.referral.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.referral.referral.AmendReferral;

/** Adding to a referral and putting it right; the story keeps what was said before. */
@Tag(name = "Amendments", description = "Corrections, and what is known by now")
@RestController
@RequestMapping("/api/referrals/{id}")
class AmendmentController {

    private final AmendReferral amend;
    private final ReferralAnswers answers;
    private final InstantSource time;

    AmendmentController(AmendReferral amend, ReferralAnswers answers, InstantSource time) {
        this.amend = amend;
        this.answers = answers;
        this.time = time;
    }

    record CorrectionBody(
            @NotBlank @Size(max = 80) String item,
            @NotBlank @Size(max = 20_000) String text,
            @NotBlank @Size(max = 4_000) String reason) {}

    record ToldBody(@NotEmpty @Size(max = 60) List<@NotBlank String> situation) {}

    @Operation(
            summary = "Put an answer right",
            description = "By the referring agency; the earlier answer stays in the story and the recipient is told.")
    @PostMapping("/corrections")
    ResponseEntity<?> correct(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody CorrectionBody body, Caller caller) {
        var now = time.instant();
        return answers.of(
                amend.correct(id, ifMatch.version(), caller, body.item, body.text, body.reason, now), caller, now);
    }

    @Operation(
            summary = "Say what is so in the case by now",
            description = "By either side. Where a more serious way must be taken, both are told at once and"
                    + " 'waysToBeTaken' names it (SAL-15, JWP-11).")
    @PostMapping("/situation")
    ResponseEntity<?> tell(@PathVariable String id, IfMatch ifMatch, @Valid @RequestBody ToldBody body, Caller caller) {
        var now = time.instant();
        return answers.of(amend.tell(id, ifMatch.version(), caller, body.situation, now), caller, now);
    }
}
