package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.escalation.post.Posts;
import uk.kinbridge.escalation.post.Presence;
import uk.kinbridge.escalation.record.Records;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.reference.HumanReference;
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

    private static final String NOT_CHECKED =
            "Whether the one who raised it has to do with the record could not be checked at that moment";

    private static final String RAISED_WHERE_IT_STANDS =
            "A silence is raised where it stands, so that what is overdue stays open with it: POST to the link"
                    + " 'raise-disagreement' of the overdue obligation.";

    private final Disagreements disagreements;
    private final Protocols protocols;
    private final Posts posts;
    private final Records records;
    private final Supplier<BankHolidays> bankHolidays;
    private final Supplier<String> references;

    public RaiseDisagreement(
            Disagreements disagreements,
            Protocols protocols,
            Posts posts,
            Records records,
            Supplier<BankHolidays> bankHolidays,
            Supplier<String> references) {
        this.disagreements = disagreements;
        this.protocols = protocols;
        this.posts = posts;
        this.records = records;
        this.bankHolidays = bankHolidays;
        this.references = references;
    }

    /**
     * Raises for the caller's agency, on a record that they have to do with: its keeper says so. While it does not answer
     * the disagreement is raised all the same, and says that it was not checked, since no concern waits for a computer.
     *
     * @param id of the new disagreement; the same when the request is repeated, which then changes nothing
     */
    public Outcome raise(String id, Request request, Caller caller, Instant now) {
        var before = disagreements.find(id);
        if (before.isPresent()) {
            return new Outcome.Raised(before.get());
        }
        var subject = request.subject();
        if (subject.isOverdueObligation()) {
            return new Outcome.Unknown(Map.of("subject.link", RAISED_WHERE_IT_STANDS));
        }
        if (!subject.agreesWithItsLink()) {
            return new Outcome.Unknown(Map.of("subject.link", "This is not the address of the record of that id."));
        }
        return subject.address()
                .map(address -> onRecord(id, address, request, caller, now))
                .orElseGet(() -> unaddressed(id, request, caller, now));
    }

    private Outcome onRecord(String id, String address, Request request, Caller caller, Instant now) {
        return switch (records.of(address)) {
            case SEEN -> raiseOnKnown(id, request, caller, now);
            case UNKNOWN -> raise(id, request, caller, now, NOT_CHECKED);
            case NOT_SEEN ->
                new Outcome.Unknown(Map.of("subject", "There is no such record that you have to do with."));
            case NO_RECORD -> new Outcome.Unknown(Map.of("subject.link", "This is no address of a record."));
        };
    }

    /** Kept outside the suite, where nothing can be checked and nothing can lapse. */
    private Outcome unaddressed(String id, Request request, Caller caller, Instant now) {
        var subject = request.subject();
        if (subject.id() != null) {
            return new Outcome.Unknown(Map.of("subject.link", "Say where this record is read."));
        }
        if (HumanReference.read(subject.reference()).isPresent()) {
            return new Outcome.Unknown(Map.of(
                    "subject.link",
                    "A record of the suite is named with its address, so that nothing about it lapses."));
        }
        return raiseOnKnown(id, request, caller, now);
    }

    /** The same, where it is known that the caller's agency is a party of the record. */
    public Outcome raiseOnKnown(String id, Request request, Caller caller, Instant now) {
        return raise(id, request, caller, now, null);
    }

    /**
     * Raises for the caller's agency.
     *
     * @param remark for both sides; null when there is nothing to remark
     * @param id of the new disagreement; the same when the request is repeated, which then changes nothing
     */
    private Outcome raise(String id, Request request, Caller caller, Instant now, @Nullable String remark) {
        var before = disagreements.find(id);
        if (before.isPresent()) {
            return new Outcome.Raised(before.get());
        }
        var unknown = new TreeMap<String, String>();
        var rules = rules(request, caller.agency(), now, unknown);
        addressee(request, now, unknown);
        if (rules.isEmpty() || !unknown.isEmpty()) {
            return new Outcome.Unknown(unknown);
        }
        return new Outcome.Raised(disagreements.add(born(id, request, caller, rules.get(), now, remark), now));
    }

    /** A name that reaches nobody would leave the first level without a counterpart. */
    private void addressee(Request request, Instant now, Map<String, String> unknown) {
        var person = request.toPerson();
        if (person != null && posts.presence(request.answeringAgency(), person, now) instanceof Presence.Gone) {
            unknown.put("toPerson", "Nobody of that id works there; leave it out, and whoever holds the role is told.");
        }
    }

    private Change<Disagreement, DisagreementEvent> born(
            String id, Request request, Caller caller, Rules rules, Instant now, @Nullable String remark) {
        var answering = request.answeringAgency();
        var matter = new Matter(
                request.subject().identified(),
                request.concern(),
                request.wanted(),
                request.clauses(),
                request.risks().stream().distinct().sorted().toList(),
                rules.allRungsBy(request.risks(), answering, now));
        var sides = Sides.raisedBy(
                Actor.of(caller),
                rules.party(caller.agency()).orElseThrow(),
                rules.party(answering).orElseThrow(),
                request.toPerson());
        var area = rules.areaOf(caller.agency(), answering, request.area()).orElse(request.area());
        var born = Disagreement.raised(id, references.get(), area, matter, sides, rules, posts, now);
        return remark == null ? born : new Change<>(born.next().remarked(remark, now), born.events());
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
