package uk.kinbridge.assessment.appointment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.assessment.appointment.CalendarFeed;
import uk.kinbridge.assessment.appointment.CalendarFeeds;
import uk.kinbridge.assessment.appointment.CourseAccess;
import uk.kinbridge.assessment.appointment.Courses;
import uk.kinbridge.assessment.appointment.HandleCourse;
import uk.kinbridge.assessment.kept.Records;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.access.Look;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.platform.web.problem.Problem;

/**
 * Appointments in people's own calendars: as a file, and under an address that nobody can guess. No mapping says what it
 * produces: a refusal would have to be a calendar too, and could not be written.
 */
@Tag(name = "Calendar", description = "Appointments as iCalendar, without personal data")
@RestController
class CalendarController {

    private static final String CALENDAR = "text/calendar";
    private static final int SECRET_BYTES = 32;
    private static final int MOST = 500;
    private static final Duration LOOKED_BACK = Duration.ofDays(30);

    private final HandleCourse handle;
    private final Courses courses;
    private final CalendarFeeds feeds;
    private final AccessLog log;
    private final InstantSource time;
    private final String gateway;
    private final SecureRandom random = new SecureRandom();

    CalendarController(
            HandleCourse handle,
            Courses courses,
            CalendarFeeds feeds,
            AccessLog log,
            InstantSource time,
            @Value("${kinbridge.gateway-url}") String gateway) {
        this.handle = handle;
        this.courses = courses;
        this.feeds = feeds;
        this.log = log;
        this.time = time;
        this.gateway = gateway;
    }

    /**
     * A calendar address.
     *
     * @param address null when it is listed again: it is shown once, when it is made
     */
    @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
    record FeedView(
            String id,
            Instant since,
            @org.jspecify.annotations.Nullable String address,
            Links _links) {
        static FeedView of(CalendarFeed feed, @org.jspecify.annotations.Nullable String address) {
            var self = "/api/appointments/calendar-feeds/" + feed.id();
            return new FeedView(
                    feed.id(), feed.since(), address, Links.self(self).when(true, "revoke", "DELETE", self));
        }
    }

    record FeedList(List<FeedView> items) {}

    @Operation(summary = "One appointment as a calendar file: reference, time and link only")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = CALENDAR))
    @GetMapping("/api/appointments/{id}/offers/{number}/calendar")
    ResponseEntity<?> file(@PathVariable String id, @PathVariable int number, Caller caller) {
        return handle.read(id, caller)
                .filter(held -> CourseAccess.seesWhereabouts(caller, held.course()))
                .flatMap(held -> held.course().offer(number).<ResponseEntity<?>>map(o -> {
                    log.add(Look.of(Records.APPOINTMENTS, id, caller, "read-calendar", time.instant()));
                    return calendar(new CalendarText(gateway).of(held.course(), o));
                }))
                .orElseGet(() -> Problem.notFound().response());
    }

    @Operation(
            summary = "Make an address under which a calendar program reads the caller's appointments",
            description =
                    "The address is shown once and is as good as a key: whoever has it reads references and times,"
                            + " no names and no places. It can be revoked at any time.")
    @PostMapping("/api/appointments/calendar-feeds")
    ResponseEntity<?> make(Caller caller) {
        if (CourseAccess.list(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var feed = new CalendarFeed(CalendarFeed.idOf(secret), caller.subject(), caller.agency(), time.instant(), null);
        feeds.keep(feed);
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(FeedView.of(feed, gateway + "/calendar/" + secret));
    }

    @Operation(summary = "The caller's own calendar addresses, without the secret in them")
    @GetMapping("/api/appointments/calendar-feeds")
    ResponseEntity<?> list(Caller caller) {
        if (CourseAccess.list(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        return ResponseEntity.ok(new FeedList(feeds.of(caller.subject()).stream()
                .map(feed -> FeedView.of(feed, null))
                .toList()));
    }

    @Operation(summary = "Revoke a calendar address; from then on it answers nobody")
    @DeleteMapping("/api/appointments/calendar-feeds/{feed}")
    ResponseEntity<?> revoke(@PathVariable String feed, Caller caller) {
        if (CourseAccess.list(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        return feeds.revoke(feed, caller.subject(), time.instant())
                ? ResponseEntity.noContent().build()
                : Problem.notFound().response();
    }

    @Operation(
            summary = "What a calendar program reads, for whoever has the address",
            description = "From thirty days back: references, times and links. A revoked address is not found.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = CALENDAR))
    @GetMapping("/calendar/{secret}")
    ResponseEntity<?> feed(@PathVariable String secret) {
        return feeds.find(CalendarFeed.idOf(secret))
                .filter(CalendarFeed::answers)
                .<ResponseEntity<?>>map(feed -> calendar(new CalendarText(gateway)
                        .of(
                                courses.of(feed.person(), time.instant().minus(LOOKED_BACK), MOST).stream()
                                        .filter(course -> course.parties().contains(feed.agency()))
                                        .toList(),
                                feed.person())))
                .orElseGet(() -> Problem.notFound().response());
    }

    private static ResponseEntity<String> calendar(String text) {
        return ResponseEntity.ok()
                .header("Content-Type", CalendarText.MEDIA_TYPE)
                .cacheControl(CacheControl.noStore())
                .body(text);
    }
}
