package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.escalation.post.Posts;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** Raises a disagreement under the ladder of the area. */
public class RaiseDisagreement {

    /**
     * What a person wants to raise.
     *
     * @param area where both agencies work
     * @param toPerson subject id of the counterpart; null for whoever holds the role
     * @param clauses obligations that they see unkept
     */
    public record Request(
            String area,
            Subject subject,
            String answeringAgency,
            @Nullable String toPerson,
            String concern,
            String wanted,
            List<String> clauses,
            List<Fact> risks) {}

    /** How it ends. */
    public sealed interface Outcome {
        /** It is on the first rung, its clock runs, both sides will be told. */
        record Raised(Disagreements.Held held) implements Outcome {}

        /** Fields that name something that does not exist there. */
        record Unknown(Map<String, String> byField) implements Outcome {}
    }

    private final Disagreements disagreements;
    private final Protocols protocols;
    private final Posts posts;
    private final Supplier<BankHolidays> bankHolidays;
    private final Supplier<String> references;

    public RaiseDisagreement(
            Disagreements disagreements,
            Protocols protocols,
            Posts posts,
            Supplier<BankHolidays> bankHolidays,
            Supplier<String> references) {
        this.disagreements = disagreements;
        this.protocols = protocols;
        this.posts = posts;
        this.bankHolidays = bankHolidays;
        this.references = references;
    }

    /**
     * Raises for the caller's agency.
     *
     * @param id of the new disagreement; the same when the request is repeated, which then changes nothing
     */
    public Outcome raise(String id, Request request, Caller caller, Instant now) {
        var before = disagreements.find(id);
        if (before.isPresent()) {
            return new Outcome.Raised(before.get());
        }
        var unknown = new TreeMap<String, String>();
        var rules = rules(request, caller.agency(), now, unknown);
        if (rules.isEmpty() || !unknown.isEmpty()) {
            return new Outcome.Unknown(unknown);
        }
        return new Outcome.Raised(disagreements.add(born(id, request, caller, rules.get(), now), now));
    }

    private uk.kinbridge.platform.aggregate.Change<Disagreement, DisagreementEvent> born(
            String id, Request request, Caller caller, Rules rules, Instant now) {
        var answering = request.answeringAgency();
        var matter = new Matter(
                request.subject(),
                request.concern(),
                request.wanted(),
                request.clauses(),
                request.risks().stream().distinct().sorted().toList(),
                rules.allRungsBy(request.risks(), answering, now));
        var sides = new Sides(
                rules.party(caller.agency()).orElseThrow(),
                rules.party(answering).orElseThrow(),
                Actor.of(caller),
                request.toPerson());
        var area = rules.areaOf(caller.agency(), answering).orElse(request.area());
        return Disagreement.raised(id, references.get(), area, matter, sides, rules, posts, now);
    }

    /** The ladder of the area's protocol that both agencies work under. */
    private Optional<Rules> rules(Request request, String raising, Instant now, Map<String, String> unknown) {
        var day = now.atZone(WorkingCalendar.LONDON).toLocalDate();
        var inForce = protocols.inForceIn(request.area(), day).stream()
                .flatMap(pack -> Rules.of(pack, bankHolidays.get()).stream())
                .toList();
        if (inForce.isEmpty()) {
            unknown.put("area", "No protocol with a ladder is in force there today.");
            return Optional.empty();
        }
        if (request.answeringAgency().equals(raising)) {
            unknown.put("answeringAgency", "A disagreement is with another agency than your own.");
        }
        var ours = inForce.stream().filter(r -> works(r, raising)).toList();
        if (ours.isEmpty()) {
            unknown.put("area", "Your agency does not work under the protocol of that area.");
        }
        var both =
                ours.stream().filter(r -> works(r, request.answeringAgency())).findFirst();
        if (!ours.isEmpty() && both.isEmpty()) {
            unknown.put("answeringAgency", "No such agency works under the protocol of that area.");
        }
        return both;
    }

    private static boolean works(Rules rules, String agency) {
        return rules.pack().agencies().stream()
                .anyMatch(a -> a.id().value().equals(agency) && a.role() != AgencyRole.SAFEGUARDING_PARTNERSHIP);
    }
}
