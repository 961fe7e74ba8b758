package uk.kinbridge.referral.referral.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.platform.web.page.ListName;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.referral.referral.Duties;
import uk.kinbridge.referral.referral.ReferralAccess;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.Referrals.DutyQuery;
import uk.kinbridge.referral.referral.Referrals.Held;
import uk.kinbridge.referral.referral.Referrals.ListQuery;
import uk.kinbridge.referral.referral.Referrals.Position;
import uk.kinbridge.referral.referral.Referrals.Row;
import uk.kinbridge.referral.referral.Referrals.WorklistQuery;
import uk.kinbridge.referral.referral.Referrals.WorklistSide;

/** What an agency has to look at, the most urgent obligation first. */
@Tag(name = "Worklist", description = "Referrals of the caller's agency, by what is due next")
@RestController
@RequestMapping("/api/worklist")
class WorklistController {

    private static final String LIST = "worklist";

    private final Referrals referrals;
    private final InstantSource time;

    WorklistController(Referrals referrals, InstantSource time) {
        this.referrals = referrals;
        this.time = time;
    }

    @Schema(name = "WorklistRow")
    record RowView(
            String id,
            String reference,
            String pathwayTitle,
            String priority,
            String state,
            String referrer,
            String recipient,
            Instant begunAt,
            @Nullable Instant submittedAt,
            List<ReferralView.ClockView> clocks,
            List<String> yours,

            @Schema(description = "When the first of what the list is about is due") @Nullable
            Instant nextDueAt,

            Links _links) {
        static RowView of(Row row, Caller caller, Instant now) {
            var r = row.held().referral();
            return new RowView(
                    r.id(),
                    r.reference(),
                    r.pathwayTitle(),
                    r.priority(),
                    r.state(),
                    r.referrer().agencyName(),
                    r.recipient().agencyName(),
                    r.begunAt(),
                    r.standing().submittedAt(),
                    r.clocks().stream()
                            .map(c -> ReferralView.ClockView.of(c, now))
                            .toList(),
                    r.clocks().stream()
                            .filter(c -> c.isOpen() && Duties.isOwedBy(caller, c, r))
                            .map(c -> c.kind())
                            .toList(),
                    row.dueAt().equals(Position.NEVER) ? null : row.dueAt(),
                    Links.self("/api/referrals/" + r.id()));
        }
    }

    /** Whose list. */
    enum View {
        /** The whole agency's. */
        AGENCY,
        /** What the caller sent or works on. */
        MINE,
        /** What their teams work on. */
        TEAM,
        /** What they owe, themselves or in a role that they hold. */
        OWED,
        /** What others owe them, or their agency where they answer for its work. */
        OWED_TO_ME
    }

    @Operation(
            summary = "A worklist: your own, your team's, what you owe and what others owe you",
            description =
                    "The most urgent obligation at the top. 'view' is AGENCY (all that your agency sent or received;"
                            + " 'side' narrows it), MINE, TEAM, OWED (what you owe yourself or in a role that you hold) or"
                            + " OWED_TO_ME (for those who answer for the agency's work, what is owed to the agency). In"
                            + " the last four only referrals of which a clock runs. In OWED your own duties alone count"
                            + " for what is at the top, and in OWED_TO_ME those of the others. overdue=true shows only"
                            + " what is overdue now, computed from the due time. 'yours' names the clocks that you owe.")
    @GetMapping
    ResponseEntity<?> worklist(
            @RequestParam(defaultValue = "AGENCY") View view,
            @RequestParam(required = false) @Nullable WorklistSide side,
            @RequestParam(defaultValue = "false") boolean overdue,
            @ListName(LIST) PageRequest page,
            Caller caller) {
        if (ReferralAccess.worklist(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var now = time.instant();
        var overdueAt = overdue ? now : null;
        var after = position(page);
        int limit = page.limit() + 1;
        var agency = caller.agency();
        var found = switch (view) {
            case AGENCY -> rows(referrals.worklist(new WorklistQuery(agency, side, overdueAt, after, limit)));
            case MINE ->
                rows(referrals.listed(new ListQuery(Duties.mine(caller), agency, true, overdueAt, after, limit)));
            case TEAM ->
                rows(referrals.listed(new ListQuery(Duties.ofTeams(caller), agency, true, overdueAt, after, limit)));
            case OWED -> referrals.due(new DutyQuery(Duties.owedBy(caller), agency, overdueAt, after, limit));
            case OWED_TO_ME -> referrals.due(new DutyQuery(Duties.owedTo(caller), agency, overdueAt, after, limit));
        };
        return ResponseEntity.ok(
                Page.of(found, page, WorklistController::cursor).map(row -> RowView.of(row, caller, now)));
    }

    private static List<Row> rows(List<Held> found) {
        return found.stream().map(Row::of).toList();
    }

    private static @Nullable Position position(PageRequest page) {
        var keys = page.position();
        return keys.isEmpty() ? null : new Position(Instant.parse(keys.getFirst()), keys.getLast());
    }

    private static Cursor cursor(Row row) {
        return Cursor.of(
                LIST, row.position().nextDueAt().toString(), row.position().id());
    }
}
