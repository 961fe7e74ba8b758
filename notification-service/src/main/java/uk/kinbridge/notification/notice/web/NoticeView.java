package uk.kinbridge.notification.notice.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.notification.notice.About;
import uk.kinbridge.notification.notice.Acknowledgement;
import uk.kinbridge.notification.notice.Bundle;
import uk.kinbridge.notification.notice.Notice;
import uk.kinbridge.notification.notice.NoticeAccess;
import uk.kinbridge.notification.notice.Notices.Kept;
import uk.kinbridge.notification.notice.Recipient;
import uk.kinbridge.notification.notice.Sender;
import uk.kinbridge.notification.notice.Sighting;
import uk.kinbridge.notification.notice.Telling;
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

        @Schema(description = "What it asked for was done at its source") @Nullable
        Mark actedOn,

        @Schema(description = "So often you have been told again because nobody acknowledged it in time")
        long chased,

        @Schema(description = "On whose behalf you are told") @Nullable
        SentBy sender,

        @Schema(description = "The notice of which this one says that nobody has acknowledged it") @Nullable
        String follows,

        @Schema(description = "What this one holds together, because too much came at once") @Nullable
        Bundled bundle,

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

    /** The sender, as the recipient sees them. */
    @Schema(name = "NoticeSender")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SentBy(String agency, @Nullable String name) {
        static SentBy of(Sender sender) {
            return new SentBy(sender.agency(), sender.name());
        }
    }

    /** What lies in a bundle: how much, and each one that cannot wait. */
    @Schema(name = "NoticeBundle")
    record Bundled(
            @Schema(description = "So many in it wait for a receipt")
            long waiting,

            @Schema(description = "The urgent ones, the newest first; the others are in the list that 'items' names")
            List<Urgent> urgent) {}

    /** One that cannot wait. */
    @Schema(name = "NoticeInBundle")
    record Urgent(
            String id,
            String words,
            String reference,
            Instant requestedAt,
            @JsonProperty("_links") Links links) {
        static Urgent of(Notice notice) {
            return new Urgent(
                    notice.id(),
                    notice.words(),
                    notice.about().reference(),
                    notice.requestedAt(),
                    Links.self(PATH + "/" + notice.id())
                            .and("about", notice.about().link()));
        }
    }

    @Schema(name = "NoticePerson")
    record Person(String person, String name, String agency) {
        static Person of(uk.kinbridge.notification.notice.Actor actor) {
            return new Person(actor.person(), actor.name(), actor.agency());
        }
    }

    static NoticeView of(Kept kept, Caller caller, Instant now, Function<Notice, @Nullable Bundled> bundles) {
        var notice = kept.notice();
        var acted = notice.course().acted();
        var sender = notice.dispatch().sender();
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
                acted == null ? null : new Mark(acted.at(), Person.of(acted.by())),
                notice.course().tellings().stream()
                        .filter(telling -> telling.kind() == Telling.Kind.CHASED)
                        .count(),
                sender == null ? null : SentBy.of(sender),
                notice.dispatch().follows(),
                bundles.apply(notice),
                EntityTag.of(kept.version()),
                links(notice, caller));
    }

    private static Links links(Notice notice, Caller caller) {
        var self = PATH + "/" + notice.id();
        var open = notice.acknowledged() == null
                && NoticeAccess.acknowledge(caller, notice).isGranted();
        var unseen = notice.seen() == null && NoticeAccess.see(caller, notice).isGranted();
        var followed = NoticeAccess.follow(caller, notice).isGranted();
        return Links.self(self)
                .and(Bundle.is(notice) ? "items" : "about", notice.about().link())
                .when(followed, "life", "GET", self + "/life")
                .when(unseen, "see", "POST", self + "/seen")
                .when(open, "acknowledge", "POST", self + "/acknowledgement");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
