package uk.kinbridge.notification.delivery.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.notification.delivery.Addressee;
import uk.kinbridge.notification.delivery.Deliveries.Kept;
import uk.kinbridge.notification.delivery.Delivery;
import uk.kinbridge.notification.delivery.DeliveryAccess;
import uk.kinbridge.notification.delivery.Tidings;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.link.Links;

/** What became of something on its way, as one caller sees it. */
@Schema(name = "Delivery")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
        String id,

        @Schema(allowableValues = {"email", "text", "webhook"})
        String channel,

        To to,
        List<About> notices,
        boolean digest,

        @Schema(allowableValues = {"waiting", "handing-over", "handed-over", "arrived", "in-doubt", "dead", "dropped"})
        String state,

        Instant createdAt,

        @Schema(description = "When it is looked at next; absent when nothing is left to do") @Nullable
        Instant dueAt,

        int tries,
        List<Note> log,

        @Schema(description = "When the provider had it") @Nullable
        Instant handedOverAt,

        @Schema(description = "What the provider told later") @Nullable
        Receipt receipt,

        List<Decided> decisions,
        String etag,
        @JsonProperty("_links") Links links) {

    static final String PATH = "/api/deliveries";

    @Schema(name = "DeliveryTo")
    record To(
            @Schema(allowableValues = {"person", "system"}) String kind, String id) {}

    @Schema(name = "DeliveryAbout")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record About(
            String notice,
            String occasion,
            String urgency,
            @Nullable String reference) {
        static About of(Tidings tidings) {
            return new About(
                    tidings.notice(),
                    tidings.occasion().word(),
                    tidings.urgency().word(),
                    tidings.reference());
        }
    }

    @Schema(name = "DeliveryNote")
    record Note(int number, Instant at, String note) {}

    @Schema(name = "DeliveryReceipt")
    record Receipt(String status, Instant at) {}

    @Schema(name = "DeliveryDecision")
    record Decided(String decision, Instant at, String by) {}

    static DeliveryView of(Kept kept, Caller caller) {
        var delivery = kept.delivery();
        return new DeliveryView(
                delivery.id(),
                delivery.channel().word(),
                to(delivery.to()),
                delivery.tidings().stream().map(About::of).toList(),
                delivery.digest(),
                delivery.state().word(),
                delivery.createdAt(),
                delivery.dueAt(),
                delivery.tries(),
                delivery.log().stream()
                        .map(attempt -> new Note(attempt.number(), attempt.at(), attempt.note()))
                        .toList(),
                delivery.handedOverAt(),
                delivery.receipt() == null
                        ? null
                        : new Receipt(
                                delivery.receipt().status(), delivery.receipt().at()),
                delivery.decisions().stream()
                        .map(decision -> new Decided(
                                decision.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                decision.at(),
                                decision.by().name()))
                        .toList(),
                EntityTag.of(kept.version()),
                links(delivery, caller));
    }

    private static To to(Addressee addressee) {
        return new To(addressee.kind().name().toLowerCase(Locale.ROOT), addressee.id());
    }

    private static Links links(Delivery delivery, Caller caller) {
        var self = PATH + "/" + delivery.id();
        boolean decides = DeliveryAccess.decide(caller, delivery).isGranted();
        boolean doubt = delivery.state() == Delivery.State.IN_DOUBT;
        return Links.self(self)
                .when(
                        decides && (doubt || delivery.state() == Delivery.State.DEAD),
                        "send-again",
                        "POST",
                        self + "/replay")
                .when(decides && doubt, "leave", "POST", self + "/leaving");
    }
}
