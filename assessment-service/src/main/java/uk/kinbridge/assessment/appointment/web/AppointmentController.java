package uk.kinbridge.assessment.appointment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.assessment.appointment.CourseAccess;
import uk.kinbridge.assessment.appointment.Courses;
import uk.kinbridge.assessment.appointment.Courses.Held;
import uk.kinbridge.assessment.appointment.Courses.Position;
import uk.kinbridge.assessment.appointment.HandleCourse;
import uk.kinbridge.assessment.appointment.OfferAppointment;
import uk.kinbridge.assessment.appointment.Purpose;
import uk.kinbridge.assessment.kept.Records;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.access.Look;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.etag.EntityTag;
import uk.kinbridge.platform.web.idempotency.IdempotencyKey;
import uk.kinbridge.platform.web.idempotency.IdempotentCreation;
import uk.kinbridge.platform.web.page.ListName;
import uk.kinbridge.platform.web.problem.Problem;

/** Offering, reading and finding appointments. */
@Tag(name = "Appointments", description = "Appointments, and what their absence leads to (HAC-05, HAC-06, SAL-20)")
@RestController
@RequestMapping("/api/appointments")
class AppointmentController {

    private static final String LIST = "appointments";
    private static final String LOG = "appointments-access-log";

    private final OfferAppointment offer;
    private final HandleCourse handle;
    private final Courses courses;
    private final AccessLog log;
    private final InstantSource time;

    AppointmentController(
            OfferAppointment offer, HandleCourse handle, Courses courses, AccessLog log, InstantSource time) {
        this.offer = offer;
        this.handle = handle;
        this.courses = courses;
        this.log = log;
        this.time = time;
    }

    record BeginBody(
            @NotBlank @Size(max = 100) String family,
            @NotBlank @Size(max = 100) String member,

            @Nullable @Size(max = 60) @Pattern(regexp = "[a-z0-9-]+")
            String protocol,

            @Nullable @Size(max = 100) String referral,
            @NotNull Purpose purpose,
            @NotNull @Valid OfferBody first) {

        OfferAppointment.Request toRequest() {
            return new OfferAppointment.Request(family, member, protocol, referral, purpose, first.toWanted());
        }
    }

    /** Whose appointments a list shows. */
    enum ListOf {
        AGENCY,
        MINE
    }

    @Operation(
            summary = "Offer a member of a family the first appointment",
            description =
                    "An invitation on a referral is kept as an appointment by itself; on such a referral this is the"
                            + " next one. Should the family record not answer, the appointment is kept all the same, and who else"
                            + " works with the family is learned later.")
    @IdempotentCreation
    @PostMapping
    ResponseEntity<?> begin(@Valid @RequestBody BeginBody body, IdempotencyKey key, Caller caller) {
        var now = time.instant();
        return switch (offer.offer(key.derivedId().toString(), body.toRequest(), caller, now)) {
            case OfferAppointment.Outcome.Offered(Held held) ->
                ResponseEntity.created(
                                URI.create("/api/appointments/" + held.course().id()))
                        .eTag(EntityTag.of(held.version()))
                        .body(AppointmentView.of(held.course(), handle.holding(held.course()), caller, now));
            case OfferAppointment.Outcome.NotPermitted(AccessDecision.Refused refused) ->
                Problem.of(refused).response();
            case OfferAppointment.Outcome.Unknown(var byField) -> AppointmentProblems.unknown(byField);
            case OfferAppointment.Outcome.Against(var why, var course) -> AppointmentProblems.against(why, course);
        };
    }

    @Operation(summary = "One course of appointments, for those who work with the family")
    @GetMapping("/{id}")
    ResponseEntity<?> read(@PathVariable String id, Caller caller) {
        var now = time.instant();
        var found = handle.read(id, caller);
        found.ifPresent(_ -> log.add(Look.of(Records.APPOINTMENTS, id, caller, "read", now)));
        return found.<ResponseEntity<?>>map(held -> ResponseEntity.ok()
                        .eTag(EntityTag.of(held.version()))
                        .body(AppointmentView.of(held.course(), handle.holding(held.course()), caller, now)))
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(
            summary = "Who looked at this course of appointments",
            description = "The latest first, for those who may read it. An agency from which the person is protected"
                    + " learns of its own looks alone.")
    @GetMapping("/{id}/access-log")
    ResponseEntity<?> accessLog(@PathVariable String id, @ListName(LOG) PageRequest page, Caller caller) {
        return handle.read(id, caller)
                .<ResponseEntity<?>>map(held -> {
                    var only = CourseAccess.seesWhereabouts(caller, held.course()) ? null : caller.agency();
                    return ResponseEntity.ok(log.page(Records.APPOINTMENTS, id, only, LOG, page));
                })
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(
            summary = "Appointments of the families that the caller's agency works with, or the caller's own",
            description =
                    "What is due or takes place first is at the top. 'owing' shows only those where the protocol asks"
                            + " for something.")
    @GetMapping
    ResponseEntity<?> list(
            @RequestParam(defaultValue = "AGENCY") ListOf of,
            @RequestParam(required = false) @Nullable String family,
            @RequestParam(defaultValue = "false") boolean owing,
            @ListName(LIST) PageRequest page,
            Caller caller) {
        if (CourseAccess.list(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var query = new Courses.Query(
                caller.agency(),
                of == ListOf.MINE ? caller.subject() : null,
                family,
                owing,
                position(page),
                page.limit() + 1);
        var now = time.instant();
        var found = Page.of(courses.list(query), page, AppointmentController::cursor);
        return ResponseEntity.ok(new Page<>(
                found.items().stream()
                        .filter(held -> CourseAccess.read(caller, held.course()).isGranted())
                        .map(held -> AppointmentView.Row.of(held.course(), caller, now))
                        .toList(),
                found.next()));
    }

    private static @Nullable Position position(PageRequest page) {
        var keys = page.position();
        return keys.isEmpty() ? null : new Position(Instant.parse(keys.getFirst()), keys.getLast());
    }

    private static Cursor cursor(Held held) {
        var position = Position.of(held.course());
        return Cursor.of(LIST, position.nextAt().toString(), position.id());
    }
}
