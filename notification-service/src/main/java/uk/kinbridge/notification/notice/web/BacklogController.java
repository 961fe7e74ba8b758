package uk.kinbridge.notification.notice.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.notification.notice.Backlog;
import uk.kinbridge.notification.notice.NoticeAccess;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.platform.web.problem.Problem;

/** How much waits: for administrators as numbers, for the operators as meters. */
@Tag(name = "Notifications")
@RestController
class BacklogController implements MeterBinder {

    private final Backlog backlog;
    private final Backlog.Queue queue;
    private final InstantSource time;

    BacklogController(Backlog backlog, Backlog.Queue queue, InstantSource time) {
        this.backlog = backlog;
        this.queue = queue;
        this.time = time;
    }

    /** Numbers, never whose. */
    @Schema(name = "NoticeBacklog")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            @Schema(description = "Only notices to this agency; absent where all are counted") @Nullable
            String agency,

            @Schema(description = "Nobody has acknowledged them")
            long waiting,

            @Schema(description = "Of those, so many should have been by now")
            long overdue,

            @Schema(description = "Of those, nobody is known yet who answers for so many")
            long unresolved,

            @Schema(description = "Changes that no stream has told yet, of all agencies")
            long unfed,

            @Schema(description = "Events that wait in the queue, of all agencies; absent while the broker is away")
            @Nullable
            Long queued,

            @Schema(description = "Events that could not be handled and lie apart; absent while the broker is away")
            @Nullable
            Long deadLetters) {}

    @Operation(
            summary = "How much waits",
            description = "For a directory administrator of all agencies, for an agency's administrator of that one.")
    @GetMapping(NoticeView.PATH + "/backlog")
    ResponseEntity<?> backlog(Caller caller) {
        return switch (NoticeAccess.measure(caller)) {
            case AccessDecision.Refused refused -> Problem.of(refused).response();
            case AccessDecision.Granted() ->
                ResponseEntity.ok(view(caller.hasRole(Role.DIRECTORY_ADMIN) ? null : caller.agency()));
        };
    }

    private View view(@Nullable String agency) {
        var numbers = backlog.at(time.instant(), agency);
        return new View(
                agency,
                numbers.waiting(),
                numbers.overdue(),
                numbers.unresolved(),
                numbers.unfed(),
                boxed(queue.depth()),
                boxed(queue.deadLetters()));
    }

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "waiting", "Notices that nobody has acknowledged", Backlog.Numbers::waiting);
        gauge(registry, "overdue", "Notices that should have been acknowledged by now", Backlog.Numbers::overdue);
        gauge(
                registry,
                "unresolved",
                "Notices of which nobody knows who answers for them",
                Backlog.Numbers::unresolved);
        gauge(registry, "unfed", "Changes of notices that no stream has told yet", Backlog.Numbers::unfed);
        Gauge.builder(
                        "kinbridge.notices.queued",
                        queue,
                        waiting -> waiting.depth().orElse(-1))
                .description("Events in the queue; -1 while the broker does not say")
                .register(registry);
        Gauge.builder(
                        "kinbridge.notices.dead.letters",
                        queue,
                        apart -> apart.deadLetters().orElse(-1))
                .description("Events that could not be handled and lie apart; -1 while the broker does not say")
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry, String name, String description, ToDoubleFunction<Backlog.Numbers> number) {
        Gauge.builder(
                        "kinbridge.notices." + name,
                        this,
                        self -> number.applyAsDouble(self.backlog.at(self.time.instant(), null)))
                .description(description)
                .register(registry);
    }
}
