package uk.kinbridge.notification.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.notification.notice.Feed;
import uk.kinbridge.notification.notice.Inbox;
import uk.kinbridge.notification.notice.NoticeAccess;
import uk.kinbridge.notification.notice.Notices;
import uk.kinbridge.notification.notice.Notices.Kept;
import uk.kinbridge.notification.notice.Notices.Listing;
import uk.kinbridge.notification.notice.Notices.Shown;
import uk.kinbridge.notification.notice.ReceiveNotice;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.platform.web.page.ListName;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.platform.web.problem.ProblemType;

/** The inbox of the person who asks. */
@Tag(name = "Notifications", description = "What you have to be told, and your receipt for it (HAC-17)")
@RestController
@RequestMapping(NoticeView.PATH)
class NoticeController {

    private static final Map<String, Shown> STATES =
            Map.of("waiting", Shown.WAITING, "acknowledged", Shown.ACKNOWLEDGED, "all", Shown.ALL);

    private final Notices notices;
    private final ReceiveNotice receive;
    private final Bundles bundles;
    private final Feed feed;
    private final InstantSource time;

    NoticeController(Notices notices, ReceiveNotice receive, Bundles bundles, Feed feed, InstantSource time) {
        this.notices = notices;
        this.receive = receive;
        this.bundles = bundles;
        this.feed = feed;
        this.time = time;
    }

    @Operation(
            summary = "Lists your notices",
            description = "Those addressed to one of your roles in your agency, or to you in person. Waiting ones come"
                    + " most urgent first, then newest; others newest first.")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "So many on a page",
            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "25"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "'next' of the page before",
            schema = @Schema(type = "string"))
    @GetMapping
    NoticeListView list(
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"waiting", "acknowledged", "all"},
                                            defaultValue = "waiting"))
                    @RequestParam(defaultValue = "waiting")
                    String state,
            @Parameter(description = "Only notices about the record of this id")
                    @RequestParam(required = false)
                    @Nullable
                    String about,
            @Parameter(description = "Only what lies in the bundle of this id")
                    @RequestParam(required = false)
                    @Nullable
                    String bundle,
            @Parameter(hidden = true) @ListName(Notices.LIST) PageRequest page,
            Caller caller) {
        var shown = shown(state);
        if (!page.position().isEmpty() && !page.position().getFirst().equals(shown.name())) {
            throw Problem.of(ProblemType.BAD_CURSOR, "This cursor belongs to a list of another state.")
                    .exception();
        }
        // Read before the list is: a change in between is in the list or in the stream, at worst in both.
        var position = feed.latest();
        var found = notices.list(new Listing(inbox(bundle, caller), shown, about), page);
        var now = time.instant();
        return new NoticeListView(
                found.items().stream()
                        .map(kept -> NoticeView.of(kept, caller, now, bundles::in))
                        .toList(),
                found.next(),
                Links.self(NoticeView.PATH).and("stream", NoticeView.PATH + "/stream?after=" + position));
    }

    /** The caller's, or what lies in a bundle that lies there; nothing where that is not theirs. */
    private Inbox inbox(@Nullable String bundle, Caller caller) {
        var own = Inbox.of(caller);
        if (bundle == null) {
            return own;
        }
        return notices.find(bundle)
                .filter(kept -> own.receives(kept.notice()))
                .map(kept -> Inbox.ofBundle(bundle))
                .orElseGet(() -> new Inbox(Set.of()));
    }

    private static Shown shown(String state) {
        var shown = STATES.get(state.toLowerCase(Locale.ROOT));
        if (shown == null) {
            throw Problem.of(ProblemType.INVALID_REQUEST, "There is no such list of notices.")
                    .errors(List.of(new FieldError("state", "must be one of acknowledged, all, waiting")))
                    .exception();
        }
        return shown;
    }

    @Operation(
            summary = "Reads one notice",
            description = "Open to its recipients, and to managers and auditors of the agency that it went to. Reading"
                    + " does not mark it as seen.")
    @GetMapping("/{id}")
    ResponseEntity<NoticeView> read(@PathVariable String id, Caller caller) {
        var kept = notices.find(id).orElse(null);
        return switch (kept == null ? AccessDecision.concealed() : NoticeAccess.read(caller, kept.notice())) {
            case AccessDecision.Refused refused -> Problem.of(refused).response();
            case AccessDecision.Granted() -> kept == null ? Problem.notFound().response() : answer(kept, caller);
        };
    }

    @Operation(
            summary = "Marks a notice as seen",
            description = "Once; a second time answers the first one's time and person. It is no receipt: acknowledge"
                    + " for that (HAC-17).")
    @PostMapping("/{id}/seen")
    ResponseEntity<NoticeView> see(@PathVariable String id, Caller caller) {
        return answer(receive.see(id, caller, time.instant()), caller);
    }

    @Operation(
            summary = "Acknowledges a notice",
            description =
                    "Your receipt for it, as HAC-17 asks: a person has taken note, and the sender is told. Once; a"
                            + " second time answers the first receipt. Safe to repeat, so it needs neither If-Match nor"
                            + " Idempotency-Key. Only a recipient can: not a manager in their place.")
    @PostMapping("/{id}/acknowledgement")
    ResponseEntity<NoticeView> acknowledge(@PathVariable String id, Caller caller) {
        return answer(receive.acknowledge(id, caller, time.instant()), caller);
    }

    private ResponseEntity<NoticeView> answer(ReceiveNotice.Outcome outcome, Caller caller) {
        return switch (outcome) {
            case ReceiveNotice.Outcome.Noted(var kept) -> answer(kept, caller);
            case ReceiveNotice.Outcome.Refused(var why) -> Problem.of(why).response();
        };
    }

    private ResponseEntity<NoticeView> answer(Kept kept, Caller caller) {
        return ResponseEntity.ok()
                .eTag(EntityTag.of(kept.version()))
                .body(NoticeView.of(kept, caller, time.instant(), bundles::in));
    }
}
