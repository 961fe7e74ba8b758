package uk.kinbridge.referral.referral.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Route;
import uk.kinbridge.protocols.pack.Routing;
import uk.kinbridge.referral.referral.FindRoutes;
import uk.kinbridge.referral.referral.OnlyWays;
import uk.kinbridge.referral.referral.ReferralAccess;
import uk.kinbridge.referral.referral.Situation;
import uk.kinbridge.referral.referral.WhomToCall;

/** Which ways a protocol opens for a case, before any form is filled in. */
@Tag(name = "Routes", description = "What to do, by what is so in a case")
@RestController
@RequestMapping("/api/routes")
class RouteController {

    private final FindRoutes routes;
    private final InstantSource time;

    RouteController(FindRoutes routes, InstantSource time) {
        this.routes = routes;
        this.time = time;
    }

    record SituationBody(
            @NotBlank @Size(max = 60) String protocol,
            @NotEmpty @Size(max = 60) List<@NotBlank String> situation) {}

    /**
     * The answer.
     *
     * @param callFirst the number to call before anything else; null when nothing is that urgent
     * @param call whom to call then, and for those ways on which the caller's agency may not refer itself
     * @param open ways that may be taken; when one is the only way, all of them are
     * @param closed ways that would fit, were it not for the more serious ones
     */
    record RoutesView(
            String protocol,
            @Nullable String callFirst,
            List<WhomToCall> call,
            boolean immediate,
            List<RouteView> open,
            List<RouteView> closed) {}

    record FactView(String word, String words) {}

    @Operation(
            summary = "Which ways are open",
            description = "Delusional beliefs or a suicide plan that involve a child leave only the immediate way"
                    + " (JWP-11), and so does significant harm (SAL-15); immediate danger gives the number to call"
                    + " before anything else, and who protects children and adults there, by day or by night (ENG-07,"
                    + " JWP-19). A way without the link to refer is one on which another agency refers: 'call' names"
                    + " whom to call.")
    @PostMapping
    ResponseEntity<?> find(@Valid @RequestBody SituationBody body, Caller caller) {
        if (ReferralAccess.submit(caller) instanceof AccessDecision.Refused refused) {
            return Problem.of(refused).response();
        }
        var unknown = new TreeMap<String, String>();
        for (int i = 0; i < body.situation.size(); i++) {
            if (Situation.named(body.situation.get(i)).isEmpty()) {
                unknown.put("situation[" + i + "]", "The protocols know no such fact.");
            }
        }
        var pack = routes.inForce(body.protocol, time.instant());
        if (pack.isEmpty()) {
            unknown.put("protocol", "No protocol of that name is in force today.");
        }
        return unknown.isEmpty()
                ? ResponseEntity.ok(view(pack.orElseThrow(), body.situation, caller))
                : ReferralProblems.unknown(Map.copyOf(unknown));
    }

    @Operation(summary = "What can be so in a case: the closed vocabulary of the protocols")
    @GetMapping("/facts")
    ResponseEntity<?> facts(Caller caller) {
        return ReferralAccess.submit(caller) instanceof AccessDecision.Refused refused
                ? Problem.of(refused).response()
                : ResponseEntity.ok(Situation.words().stream()
                        .flatMap(word -> Situation.named(word).stream())
                        .map(fact -> new FactView(fact.word(), fact.spoken()))
                        .toList());
    }

    private RoutesView view(Pack pack, List<String> situation, Caller caller) {
        var facts = Situation.facts(situation);
        var routing = Routing.of(pack, facts);
        boolean danger = FindRoutes.isDanger(facts);
        return new RoutesView(
                pack.reference().toString(),
                danger ? FindRoutes.emergencyNumber(pack) : null,
                routes.whomToCall(pack, routing, danger, caller.agency(), time.instant()),
                danger || routing.immediate(),
                views(routing.open(), pack, caller),
                views(routing.closed(), pack, caller));
    }

    private static List<RouteView> views(List<Route> ways, Pack pack, Caller caller) {
        return ways.stream()
                .map(way -> RouteView.of(way, OnlyWays.isOpenTo(caller.agency(), way, pack)))
                .toList();
    }
}
