package uk.kinbridge.referral.referral.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.IfMatch;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.referral.Act;
import uk.kinbridge.referral.referral.HandleReferral;
import uk.kinbridge.referral.referral.RedirectReferral;

/** A referral that belongs elsewhere is handed on, never bounced (FAP-14). */
@Tag(name = "Redirections", description = "Handing a referral on to a named agency")
@RestController
@RequestMapping("/api/referrals/{id}/redirection")
class RedirectionController {

    private final HandleReferral handle;
    private final RedirectReferral redirect;
    private final ReferralAnswers answers;
    private final InstantSource time;

    RedirectionController(
            HandleReferral handle, RedirectReferral redirect, ReferralAnswers answers, InstantSource time) {
        this.handle = handle;
        this.redirect = redirect;
        this.answers = answers;
        this.time = time;
    }

    record RedirectionBody(
            @NotBlank @Size(max = 80) String toAgency,
            @NotBlank @Size(max = 4_000) String reason,
            @Nullable StatedSharing sharing) {}

    @Operation(
            summary = "Redirect a referral to another agency",
            description =
                    "Who redirects stays responsible until the agency that is named has taken it (FAP-14). It has to"
                            + " be one that takes referrals about a child, or about an adult, under the protocol. What"
                            + " that agency reads passes a decision on sharing of its own, for which 'sharing' may state more.")
    @PostMapping
    ResponseEntity<?> redirect(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody RedirectionBody body, Caller caller) {
        var now = time.instant();
        var sharing = body.sharing == null ? StatedSharing.NOTHING : body.sharing;
        return answers.of(
                redirect.redirect(id, ifMatch.version(), caller, body.toAgency, body.reason, sharing, now),
                caller,
                now);
    }

    @Operation(summary = "Take a referral that was redirected to one's agency")
    @PostMapping("/acceptance")
    ResponseEntity<?> accept(@PathVariable String id, IfMatch ifMatch, Caller caller) {
        return act(id, ifMatch, caller, new Act.AcceptRedirection());
    }

    @Operation(
            summary = "Decline a referral that was redirected to one's agency",
            description = "With the reason; the redirecting agency keeps it (FAP-14).")
    @PostMapping("/refusal")
    ResponseEntity<?> decline(
            @PathVariable String id,
            IfMatch ifMatch,
            @Valid @RequestBody ReceivingController.Said body,
            Caller caller) {
        return act(id, ifMatch, caller, new Act.DeclineRedirection(body.words()));
    }

    private ResponseEntity<?> act(String id, IfMatch ifMatch, Caller caller, Act act) {
        var now = time.instant();
        return answers.of(handle.act(id, ifMatch.version(), caller, act, now), caller, now);
    }
}
