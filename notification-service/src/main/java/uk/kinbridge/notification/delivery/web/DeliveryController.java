package uk.kinbridge.notification.delivery.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.notification.delivery.Channel;
import uk.kinbridge.notification.delivery.DecideDelivery;
import uk.kinbridge.notification.delivery.Deliveries;
import uk.kinbridge.notification.delivery.Deliveries.Listing;
import uk.kinbridge.notification.delivery.Delivery;
import uk.kinbridge.notification.delivery.DeliveryAccess;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.page.ListName;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.platform.web.problem.ProblemType;

/** What is on its way to an agency's people and systems, and what an administrator does about what is stuck. */
@Tag(
        name = "Deliveries",
        description = "Mails, texts and calls about notices: what waits, what was handed over, what is in doubt, what"
                + " is dead. None of it is a receipt: only a person who acknowledges gives one (HAC-17).")
@RestController
@RequestMapping(DeliveryView.PATH)
class DeliveryController {

    private final Deliveries deliveries;
    private final DecideDelivery decide;
    private final InstantSource time;

    DeliveryController(Deliveries deliveries, DecideDelivery decide, InstantSource time) {
        this.deliveries = deliveries;
        this.decide = decide;
        this.time = time;
    }

    @Schema(name = "Backlog")
    record BacklogView(
            String channel,

            @Schema(description = "Should have been handed over by now")
            long due,

            @Schema(description = "Since when the oldest of them is due") @Nullable
            Instant oldestDueAt,

            @Schema(description = "Wait for their time") long later,

            @Schema(description = "Wait for an administrator's decision")
            long inDoubt,

            @Schema(description = "Were given up") long dead) {}

    @Operation(
            summary = "Lists the deliveries of your agency, the newest first",
            description = "'state=dead' are the dead letters, 'state=in-doubt' those of which nobody knows whether the"
                    + " provider has them.")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "25"))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @GetMapping
    ResponseEntity<Page<DeliveryView>> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String channel,
            @Parameter(hidden = true) @ListName(Deliveries.LIST) PageRequest page,
            Caller caller) {
        if (DeliveryAccess.list(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var listing = new Listing(
                caller.agency(),
                read("state", state, Delivery.State.values(), Delivery.State::word),
                read("channel", channel, Channel.values(), Channel::word));
        return ResponseEntity.ok(deliveries.list(listing, page).map(kept -> DeliveryView.of(kept, caller)));
    }

    private static <E extends Enum<E>> @Nullable E read(
            String field, @Nullable String word, E[] values, Function<E, String> spelt) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(values)
                .filter(value -> spelt.apply(value).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.INVALID_REQUEST, "There is no such list of deliveries.")
                        .errors(List.of(new FieldError(
                                field,
                                "must be one of "
                                        + String.join(
                                                ", ",
                                                Arrays.stream(values).map(spelt).toList()))))
                        .exception());
    }

    @Operation(summary = "How much waits on each channel of this installation")
    @GetMapping("/backlog")
    ResponseEntity<Page<BacklogView>> backlog(Caller caller) {
        return switch (DeliveryAccess.backlog(caller)) {
            case AccessDecision.Refused refused -> Problem.of(refused).response();
            case AccessDecision.Granted() ->
                ResponseEntity.ok(Page.last(deliveries.backlog(time.instant()).entrySet().stream()
                        .map(entry -> new BacklogView(
                                entry.getKey().word(),
                                entry.getValue().due(),
                                entry.getValue().oldestDueAt(),
                                entry.getValue().later(),
                                entry.getValue().inDoubt(),
                                entry.getValue().dead()))
                        .toList()));
        };
    }

    @Operation(summary = "Reads one delivery; open to the person to whom it goes as well")
    @GetMapping("/{id}")
    ResponseEntity<DeliveryView> read(@PathVariable String id, Caller caller) {
        return deliveries
                .find(id)
                .filter(kept -> DeliveryAccess.read(caller, kept.delivery()).isGranted())
                .map(kept -> answer(kept, caller))
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(
            summary = "Sends a dead letter, or one in doubt, again",
            description = "It keeps its id: a system that has it already drops the second, and a mail keeps its"
                    + " Message-ID. The decision is kept with your name.")
    @PostMapping("/{id}/replay")
    ResponseEntity<DeliveryView> replay(@PathVariable String id, Caller caller) {
        return answer(decide.sendAgain(id, caller, time.instant()), caller);
    }

    @Operation(summary = "Leaves what is in doubt as it is", description = "The decision is kept with your name.")
    @PostMapping("/{id}/leaving")
    ResponseEntity<DeliveryView> leave(@PathVariable String id, Caller caller) {
        return answer(decide.leave(id, caller, time.instant()), caller);
    }

    private static ResponseEntity<DeliveryView> answer(DecideDelivery.Outcome outcome, Caller caller) {
        return switch (outcome) {
            case DecideDelivery.Outcome.Decided(var kept) -> answer(kept, caller);
            case DecideDelivery.Outcome.NotNow(var state) ->
                Problem.of(DeliveryProblems.NOTHING_TO_DECIDE, "This delivery is '" + state.word() + "'.")
                        .response();
            case DecideDelivery.Outcome.Refused(var why) -> Problem.of(why).response();
        };
    }

    private static ResponseEntity<DeliveryView> answer(Deliveries.Kept kept, Caller caller) {
        return ResponseEntity.ok().eTag(EntityTag.of(kept.version())).body(DeliveryView.of(kept, caller));
    }
}
