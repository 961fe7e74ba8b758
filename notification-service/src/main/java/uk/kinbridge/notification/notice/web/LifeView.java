package uk.kinbridge.notification.notice.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.notification.notice.About;
import uk.kinbridge.notification.notice.Chase;
import uk.kinbridge.notification.notice.LineOfLife;
import uk.kinbridge.notification.notice.Notice;
import uk.kinbridge.notification.notice.Recipient;
import uk.kinbridge.platform.web.link.Links;

/** A notice as its sender follows it. */
@Schema(name = "NoticeLife")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LifeView(
        String id,
        About about,
        String purpose,
        Recipient recipient,
        String words,
        String obligation,
        Instant requestedAt,
        @Nullable Instant acknowledgeBy,

        @Schema(allowableValues = {"waiting", "acknowledged", "acted-on"})
        String state,

        @Schema(description = "It should have been acknowledged by now")
        boolean overdue,

        @Schema(description = "What happens next while nobody acknowledges it") @Nullable
        Next next,

        @Schema(description = "Everything that has happened, the oldest first; absent in a list") @Nullable
        List<Moment> line,

        @JsonProperty("_links") Links links) {

    /** What comes if nobody acts. */
    @Schema(name = "NoticeNextStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Next(
            Instant at,

            @Schema(
                    description = "Whose turn it is then",
                    allowableValues = {"recipient", "next", "sender"})
            String turn,

            @Nullable Recipient to) {}

    /** One thing that happened. */
    @Schema(name = "NoticeLifeMoment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Moment(
            Instant at,

            @Schema(
                    allowableValues = {
                        "requested",
                        "delivered",
                        "answerer-found",
                        "chased",
                        "next-told",
                        "known-already",
                        "sender-told",
                        "seen",
                        "acknowledged",
                        "acted-on"
                    })
            String what,

            String words,
            NoticeView.@Nullable Person by,
            Recipient to) {}

    static LifeView inList(Notice notice, Instant now) {
        return of(notice, now, null);
    }

    static LifeView whole(Notice notice, List<Notice> following, Instant now) {
        var line = LineOfLife.of(notice, following).stream()
                .map(entry -> new Moment(
                        entry.at(),
                        word(entry.what()),
                        entry.words(),
                        entry.by() == null ? null : NoticeView.Person.of(entry.by()),
                        entry.to()))
                .toList();
        return of(notice, now, line);
    }

    private static LifeView of(Notice notice, Instant now, @Nullable List<Moment> line) {
        return new LifeView(
                notice.id(),
                notice.about(),
                notice.purpose(),
                notice.recipient(),
                notice.words(),
                notice.obligation(),
                notice.requestedAt(),
                notice.acknowledgeBy(),
                notice.course().acted() == null ? word(notice.state()) : "acted-on",
                notice.overdueAt(now),
                next(notice),
                line,
                Links.self(NoticeView.PATH + "/" + notice.id() + "/life")
                        .and("about", notice.about().link()));
    }

    private static @Nullable Next next(Notice notice) {
        var chase = notice.dispatch().chase();
        if (chase == null || notice.acknowledged() != null) {
            return null;
        }
        return chase.steps().stream()
                .skip(notice.course().stepsTaken())
                .findFirst()
                .map(LifeView::next)
                .orElse(null);
    }

    private static Next next(Chase.Step step) {
        return new Next(step.at(), word(step.turn()), step.to());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
