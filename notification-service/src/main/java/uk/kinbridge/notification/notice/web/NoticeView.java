package uk.kinbridge.notification.notice.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.notification.notice.About;
import uk.kinbridge.notification.notice.Acknowledgement;
import uk.kinbridge.notification.notice.Notice;
import uk.kinbridge.notification.notice.NoticeAccess;
import uk.kinbridge.notification.notice.Notices.Kept;
import uk.kinbridge.notification.notice.Recipient;
import uk.kinbridge.notification.notice.Sighting;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.link.Links;

/** A notice as one caller sees it, with what that caller may do next. */
@Schema(name = "Notice")
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeView(
        String id,
        About about,
        String purpose,
        Recipient recipient,
        @Schema(description = "What you are told") String words,

        @Schema(description = "What you have to do") @Nullable
        String action,

        @Schema(description = "The obligation of the local protocol that it serves", example = "HAC-17")
        String obligation,

        @Schema(allowableValues = {"routine", "priority", "immediate"})
        String urgency,

        @Schema(description = "When it counts as not received") @Nullable
        Instant acknowledgeBy,

        Instant requestedAt,
        Instant deliveredAt,

        @Schema(allowableValues = {"waiting", "acknowledged"})
        String state,

        @Schema(description = "It should have been acknowledged by now")
        boolean overdue,

        @Nullable Mark seen,
        @Nullable Receipt acknowledged,

        @Schema(description = "The version, as in the ETag header of a single notice")
        String etag,

        @JsonProperty("_links") Links links) {

    static final String PATH = "/api/notifications";

    /** Who opened it first. */
    @Schema(name = "NoticeSeen")
    record Mark(Instant at, Person by) {
        static Mark of(Sighting sighting) {
            return new Mark(sighting.at(), Person.of(sighting.by()));
        }
    }

    /** Who confirmed that it has been received. */
    @Schema(name = "NoticeReceipt")
    record Receipt(
            Instant at,
            Person by,

            @Schema(
                    description = "In the inbox, or by doing at its source what the notice asked for",
                    allowableValues = {"inbox", "source"})
            String place) {
        static Receipt of(Acknowledgement receipt) {
            return new Receipt(receipt.at(), Person.of(receipt.by()), word(receipt.place()));
        }
    }

    @Schema(name = "NoticePerson")
    record Person(String person, String name, String agency) {
        static Person of(uk.kinbridge.notification.notice.Actor actor) {
            return new Person(actor.person(), actor.name(), actor.agency());
        }
    }

    static NoticeView of(Kept kept, Caller caller, Instant now) {
        var notice = kept.notice();
        return new NoticeView(
                notice.id(),
                notice.about(),
                notice.purpose(),
                notice.recipient(),
                notice.words(),
                notice.action(),
                notice.obligation(),
                notice.urgency().word(),
                notice.acknowledgeBy(),
                notice.requestedAt(),
                notice.deliveredAt(),
                word(notice.state()),
                notice.overdueAt(now),
                notice.seen() == null ? null : Mark.of(notice.seen()),
                notice.acknowledged() == null ? null : Receipt.of(notice.acknowledged()),
                EntityTag.of(kept.version()),
                links(notice, caller));
    }

    private static Links links(Notice notice, Caller caller) {
        var self = PATH + "/" + notice.id();
        var open = notice.acknowledged() == null
                && NoticeAccess.acknowledge(caller, notice).isGranted();
        var unseen = notice.seen() == null && NoticeAccess.see(caller, notice).isGranted();
        return Links.self(self)
                .and("about", notice.about().link())
                .when(unseen, "see", "POST", self + "/seen")
                .when(open, "acknowledge", "POST", self + "/acknowledgement");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
