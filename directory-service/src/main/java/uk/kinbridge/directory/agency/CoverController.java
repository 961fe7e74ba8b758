package uk.kinbridge.directory.agency;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.directory.practitioner.Practitioners;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.web.problem.Problem;

/** Whether a person is there, and whom an agency names to another one. */
@RestController
@RequestMapping("/api/agencies/{id}")
@Tag(name = "Agencies")
class CoverController {

    private final AgencyBook agencies;
    private final Practitioners practitioners;
    private final InstantSource time;

    CoverController(AgencyBook agencies, Practitioners practitioners, InstantSource time) {
        this.agencies = agencies;
        this.practitioners = practitioners;
        this.time = time;
    }

    @GetMapping("/cover")
    @Operation(
            summary = "Whether somebody can act in an agency at a moment, and who acts for them when they are away",
            description = "'state' is there, away, gone, or unknown while nobody of the agency is known.")
    ResponseEntity<?> cover(
            @PathVariable String id,
            @Parameter(description = "the subject id of their tokens") @RequestParam String person,
            @RequestParam(required = false) @Nullable Instant at) {
        return in(id, answering -> answering.coverOf(person, moment(at)));
    }

    @GetMapping("/link-practitioners")
    @Operation(summary = "Whom an agency names to another one as its link, or who acts for them (SAL-25)")
    ResponseEntity<?> linkPractitioners(
            @PathVariable String id,
            @Parameter(description = "the other agency") @RequestParam String to,
            @RequestParam(required = false) @Nullable Instant at) {
        return in(id, answering -> Page.last(answering.linkedTo(to, moment(at))));
    }

    private Instant moment(@Nullable Instant at) {
        return at == null ? time.instant() : at;
    }

    private ResponseEntity<?> in(String id, Function<Answering, Object> question) {
        return agencies.find(id)
                .<ResponseEntity<?>>map(agency ->
                        ResponseEntity.ok(question.apply(new Answering(agency, practitioners.activeIn(id)))))
                .orElseGet(() -> Problem.notFound().response());
    }
}
