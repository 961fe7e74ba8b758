package uk.kinbridge.notification.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import uk.kinbridge.notification.notice.Feed;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.platform.web.problem.ProblemType;

/** The inbox as it changes. */
@Tag(name = "Notifications")
@RestController
class NoticeStreamController {

    private final NoticeStreams streams;
    private final Feed feed;
    private final TokenTime tokens;

    NoticeStreamController(NoticeStreams streams, Feed feed, TokenTime tokens) {
        this.streams = streams;
        this.feed = feed;
        this.tokens = tokens;
    }

    @Operation(
            summary = "Streams your notices as they arrive and change",
            description = "Server-sent events named 'notice', each with the notice as its data. After a break, send the"
                    + " id of the last event in Last-Event-ID (browsers do it by themselves): the stream goes on"
                    + " there, without loss or repetition. Without it the stream begins at 'after', which a list"
                    + " of notices names in its link, or now. A comment keeps a quiet stream alive every 15"
                    + " seconds. It ends when your token does; connect again with a new one. It is no receipt:"
                    + " acknowledge each notice for that (HAC-17).")
    @GetMapping(path = NoticeView.PATH + "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(
            @Parameter(description = "Where a broken stream goes on")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    String lastEventId,
            @Parameter(description = "Where a first stream begins") @RequestParam(required = false) @Nullable
                    String after,
            Caller caller,
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token) {
        var expiry = token.getExpiresAt();
        if (expiry == null) {
            throw Problem.of(ProblemType.NOT_SIGNED_IN, "A stream needs a token that expires.")
                    .exception();
        }
        var asked = lastEventId != null && !lastEventId.isBlank()
                ? position("Last-Event-ID", lastEventId)
                : position("after", after);
        var latest = feed.latest();
        // A position that does not exist yet would stay silent for ever; it can only come from another installation.
        var start = asked == null || asked > latest ? latest : asked;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                // Proxies that gather an answer before they pass it on would turn a stream into a silence.
                .header("X-Accel-Buffering", "no")
                .body(streams.open(caller, start, tokens.until(expiry)));
    }

    private static @Nullable Long position(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            throw Problem.of(ProblemType.INVALID_REQUEST, "That is no position in your stream.")
                    .errors(List.of(new FieldError(name, "must be an id that an event of this stream carried")))
                    .exception();
        }
        return Long.valueOf(text);
    }
}
