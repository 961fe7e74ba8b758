package uk.kinbridge.escalation.board.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.escalation.board.BoardAccess;
import uk.kinbridge.escalation.board.CasePattern;
import uk.kinbridge.escalation.board.Patterns;
import uk.kinbridge.escalation.board.Summary;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** What a safeguarding partnership sees of all disagreements of its area. */
@Tag(name = "Patterns", description = "Disagreements of an area as anonymised facts")
@RestController
@RequestMapping("/api/disagreements/patterns")
class PatternsController {

    private static final int MOST = 2_000;

    private final Patterns patterns;
    private final Protocols protocols;
    private final InstantSource time;

    PatternsController(Patterns patterns, Protocols protocols, InstantSource time) {
        this.patterns = patterns;
        this.protocols = protocols;
        this.time = time;
    }

    /**
     * @param complete false when there are more since then than are shown: ask for a later day
     */
    record PatternsView(String area, LocalDate since, boolean complete, Summary summary, List<CasePattern> cases) {}

    @Operation(
            summary = "Patterns of an area's disagreements",
            description =
                    "For the analysts of its safeguarding partnership: which agencies, which level, how long, which"
                            + " clause. No reference, no person, no words (SAL-27, FAP-07). The last year unless said otherwise.")
    @GetMapping
    ResponseEntity<?> of(
            @RequestParam String area, @RequestParam(required = false) @Nullable LocalDate since, Caller caller) {
        var now = time.instant();
        var today = now.atZone(WorkingCalendar.LONDON).toLocalDate();
        if (BoardAccess.patterns(caller, area, protocols, today) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var from = since == null ? today.minusYears(1) : since;
        var cases = patterns.of(area, from.atStartOfDay(WorkingCalendar.LONDON).toInstant(), now, MOST + 1);
        var shown = cases.stream().limit(MOST).toList();
        return ResponseEntity.ok(new PatternsView(area, from, cases.size() <= MOST, Summary.of(shown), shown));
    }
}
