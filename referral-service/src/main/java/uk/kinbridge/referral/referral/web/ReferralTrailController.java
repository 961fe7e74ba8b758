package uk.kinbridge.referral.referral.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.page.Cursor;
import uk.kinbridge.platform.page.Page;
import uk.kinbridge.platform.page.PageRequest;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.page.ListName;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.referral.access.Records;
import uk.kinbridge.referral.family.NameSounds;
import uk.kinbridge.referral.family.ReadFamily;
import uk.kinbridge.referral.family.SearchTerms;
import uk.kinbridge.referral.referral.ReferralAccess;
import uk.kinbridge.referral.referral.Referrals;

/** The cases of one family, and who looked at a case. */
@Tag(name = "Referral trail", description = "The referrals of one family; who looked at a referral")
@RestController
@RequestMapping("/api/referrals")
class ReferralTrailController {

    private static final String LOG = "referral-access-log";
    private static final String LIST = "referrals-of-family";

    private final Referrals referrals;
    private final ReadFamily families;
    private final NameSounds sounds;
    private final AccessLog log;
    private final InstantSource time;

    ReferralTrailController(
            Referrals referrals, ReadFamily families, NameSounds sounds, AccessLog log, InstantSource time) {
        this.referrals = referrals;
        this.families = families;
        this.sounds = sounds;
        this.log = log;
        this.time = time;
    }

    @Operation(
            summary = "Find referrals that your agency is party of",
            description =
                    "'family': those of one family, of its adults and of its children (DOR-14). Else by reference, by"
                            + " name as it sounds, or by date of birth of those whom it is about, as far as your agency"
                            + " reads of them; every condition must fit, and without one all are listed.")
    @GetMapping
    ResponseEntity<?> find(
            @RequestParam(required = false) @Nullable String family,
            @RequestParam(required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable LocalDate bornOn,
            @Parameter(hidden = true) @ListName(LIST) PageRequest page,
            Caller caller) {
        if (ReferralAccess.worklist(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var after = page.position().isEmpty() ? null : page.position().getLast();
        var found = family == null
                ? referrals.search(
                        caller.agency(), SearchTerms.wanted(reference, name, bornOn, sounds), after, page.limit() + 1)
                : referrals.ofFamily(families.behind(family, caller).ids(), caller.agency(), after, page.limit() + 1);
        var now = time.instant();
        return ResponseEntity.ok(
                Page.of(found, page, held -> Cursor.of(LIST, held.referral().id()))
                        .map(held -> WorklistController.RowView.of(Referrals.Row.of(held), caller, now)));
    }

    @Operation(
            summary = "Who looked at this referral",
            description =
                    "Every look of both agencies, with those at the answers to their acts, the latest first, for its"
                            + " parties.")
    @GetMapping("/{id}/access-log")
    ResponseEntity<?> accessLog(
            @PathVariable String id, @Parameter(hidden = true) @ListName(LOG) PageRequest page, Caller caller) {
        return referrals
                .find(id)
                .filter(held -> ReferralAccess.read(caller, held.referral()).isGranted())
                .<ResponseEntity<?>>map(_ -> ResponseEntity.ok(log.page(Records.REFERRAL, id, LOG, page)))
                .orElseGet(() -> Problem.notFound().response());
    }
}
