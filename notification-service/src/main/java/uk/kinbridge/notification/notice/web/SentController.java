package uk.kinbridge.notification.notice.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.notification.notice.NoticeAccess;
import uk.kinbridge.notification.notice.Notices;
import uk.kinbridge.notification.notice.Notices.SentBy;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.platform.web.page.ListName;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.ProblemType;

/** What became of the notices that somebody sent. */
@Tag(name = "Notifications")
@RestController
class SentController {

    private final Notices notices;
    private final InstantSource time;

    SentController(Notices notices, InstantSource time) {
        this.notices = notices;
        this.time = time;
    }

    /** A page of sent notices. */
    @Schema(name = "SentNoticeList")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sent(
            List<LifeView> items,

            @Schema(description = "The cursor of the page after; absent on the last page") @Nullable
            String next,

            @JsonProperty("_links") Links links) {}

    @Operation(
            summary = "Lists the notices that were sent on your behalf, the newest first",
            description = "Each says whether it has been acknowledged, and what happens next if it is not. A manager"
                    + " sees those of the whole agency with of=agency.")
    @GetMapping(NoticeView.PATH + "/sent")
    ResponseEntity<?> sent(
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"me", "agency"},
                                            defaultValue = "me"))
                    @RequestParam(defaultValue = "me")
                    String of,
            @Parameter(hidden = true) @ListName(Notices.SENT) PageRequest page,
            Caller caller) {
        if (!of.equals("me") && !of.equals("agency")) {
            return Problem.of(ProblemType.INVALID_REQUEST, "'of' must be one of agency, me.")
                    .response();
        }
        var agency = of.equals("agency");
        return switch (agency ? NoticeAccess.followAgency(caller) : AccessDecision.granted()) {
            case AccessDecision.Refused refused -> Problem.of(refused).response();
            case AccessDecision.Granted() ->
                ResponseEntity.ok(list(new SentBy(caller.agency(), agency ? null : caller.subject()), page));
        };
    }

    private Sent list(SentBy by, PageRequest page) {
        var found = notices.sent(by, page);
        var now = time.instant();
        return new Sent(
                found.items().stream()
                        .map(kept -> LifeView.inList(kept.notice(), now))
                        .toList(),
                found.next(),
                Links.self(NoticeView.PATH + "/sent"));
    }

    @Operation(
            summary = "The whole way of one notice, as its sender sees it",
            description = "Delivered, seen, acknowledged, acted on; whom it was chased with, and what they did: each"
                    + " with its time and person (HAC-17). For its sender and the sender's manager.")
    @GetMapping(NoticeView.PATH + "/{id}/life")
    ResponseEntity<?> life(@PathVariable String id, Caller caller) {
        var kept = notices.find(id).orElse(null);
        return switch (kept == null ? AccessDecision.concealed() : NoticeAccess.follow(caller, kept.notice())) {
            case AccessDecision.Refused refused -> Problem.of(refused).response();
            case AccessDecision.Granted() ->
                kept == null
                        ? Problem.notFound().response()
                        : ResponseEntity.ok(LifeView.whole(
                                kept.notice(),
                                notices.following(id).stream()
                                        .map(Notices.Kept::notice)
                                        .toList(),
                                time.instant()));
        };
    }
}
