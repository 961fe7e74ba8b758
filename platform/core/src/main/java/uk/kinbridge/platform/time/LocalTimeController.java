package uk.kinbridge.platform.time;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and moves the suite's time in local demonstrations, so that a person can watch a deadline pass. */
@Hidden
@RestController
@RequestMapping("/local/time")
class LocalTimeController {

    private final SuiteTime time;
    private final ApplicationEventPublisher events;

    LocalTimeController(SuiteTime time, ApplicationEventPublisher events) {
        this.time = time;
        this.events = events;
    }

    record Offset(Duration offset) {}

    record Now(Instant now, Duration offset) {}

    @GetMapping
    Now now() {
        return new Now(time.instant(), time.offset());
    }

    @PutMapping
    ResponseEntity<?> move(@RequestBody Offset body) {
        if (!time.moveTo(body.offset())) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .body(ProblemDetail.forStatusAndDetail(
                            HttpStatus.CONFLICT, "Time only goes forward; it stands at " + time.offset() + "."));
        }
        events.publishEvent(new TimeMoved(time.instant()));
        return ResponseEntity.ok(now());
    }
}
