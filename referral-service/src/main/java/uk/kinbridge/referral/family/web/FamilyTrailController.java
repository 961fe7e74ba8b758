package uk.kinbridge.referral.family.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.access.Look;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.page.ListName;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.referral.family.FamilyAccess;
import uk.kinbridge.referral.family.FindMatches;
import uk.kinbridge.referral.family.Line;
import uk.kinbridge.referral.family.ReadFamily;

/** What happened to a family record, who looked at it, and which other records may be of the same people. */
@Tag(name = "Family trail", description = "History, access log and possible matches of a family record")
@RestController
@RequestMapping("/api/families/{id}")
class FamilyTrailController {

    private static final String LOG = "family-access-log";
    private static final String HISTORY = "family-history";

    private final ReadFamily read;
    private final FindMatches matches;
    private final InstantSource time;

    FamilyTrailController(ReadFamily read, FindMatches matches, InstantSource time) {
        this.read = read;
        this.matches = matches;
        this.time = time;
    }

    @Operation(
            summary = "Who looked at this record",
            description = "Every look of every agency, the latest first, for the agencies that work with the family.")
    @GetMapping("/access-log")
    ResponseEntity<?> accessLog(
            @PathVariable String id, @Parameter(hidden = true) @ListName(LOG) PageRequest page, Caller caller) {
        var before = AccessLog.Place.of(page.position()).orElse(null);
        return read.looks(id, caller, before, page.limit() + 1)
                .<ResponseEntity<?>>map(found -> ResponseEntity.ok(
                        Page.of(found, page, FamilyTrailController::cursor).map(AccessLog.Kept::look)))
                .orElseGet(() -> Problem.notFound().response());
    }

    private static Cursor cursor(AccessLog.Kept kept) {
        Look look = kept.look();
        return Cursor.of(LOG, look.at().toString(), kept.id());
    }

    private record Numbered(int number, Line line) {}

    @Operation(summary = "What was changed on this record, by whom and when", description = "The latest first.")
    @GetMapping("/history")
    ResponseEntity<?> history(
            @PathVariable String id, @Parameter(hidden = true) @ListName(HISTORY) PageRequest page, Caller caller) {
        return read.read(id, caller, null, time.instant())
                .<ResponseEntity<?>>map(shown -> {
                    var lines = shown.shown().history();
                    int from = page.position().isEmpty()
                            ? lines.size()
                            : Math.min(
                                    lines.size(),
                                    Integer.parseInt(page.position().getFirst()));
                    var rows = java.util.stream.IntStream.rangeClosed(1, Math.min(from, page.limit() + 1))
                            .mapToObj(i -> new Numbered(from - i, lines.get(from - i)))
                            .toList();
                    return ResponseEntity.ok(Page.of(rows, page, row -> Cursor.of(HISTORY, String.valueOf(row.number)))
                            .map(Numbered::line));
                })
                .orElseGet(() -> Problem.notFound().response());
    }

    record Matches(List<Object> items) {}

    @Operation(
            summary = "Records that may be of the same people",
            description = "As far as you may know of them: those that you may read by their reference, others by the"
                    + " agency to ask, or by whom in your own agency to ask.")
    @GetMapping("/possible-matches")
    ResponseEntity<?> matches(@PathVariable String id, Caller caller) {
        return read.readable(id, caller)
                .filter(held -> FamilyAccess.change(caller, held.family()).isGranted())
                .<ResponseEntity<?>>map(held ->
                        ResponseEntity.ok(new Matches(matches.hints(held.family(), caller, time.instant()).stream()
                                .map(FamilyView::hint)
                                .toList())))
                .orElseGet(() -> Problem.notFound().response());
    }
}
