package uk.kinbridge.escalation.overdue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.escalation.disagreement.Actor;
import uk.kinbridge.escalation.disagreement.Disagreements;
import uk.kinbridge.escalation.disagreement.RaiseDisagreement;
import uk.kinbridge.escalation.disagreement.Subject;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.pack.Agency;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.published.Protocols;

/** Makes a disagreement of a silence, in one step: everything that it needs is known already (JWP-14). */
public class RaiseSilence {

    /** How it ends. */
    public sealed interface Outcome {
        record Raised(Disagreements.Held held) implements Outcome {}

        record NotPermitted(AccessDecision.Refused refused) implements Outcome {}

        /** It has been done meanwhile. */
        record DoneAlready() implements Outcome {}

        record Unknown(Map<String, String> byField) implements Outcome {}
    }

    private final OverdueConcerns concerns;
    private final RaiseDisagreement raise;
    private final Disagreements disagreements;
    private final Protocols protocols;

    public RaiseSilence(
            OverdueConcerns concerns, RaiseDisagreement raise, Disagreements disagreements, Protocols protocols) {
        this.concerns = concerns;
        this.raise = raise;
        this.disagreements = disagreements;
        this.protocols = protocols;
    }

    /** What the raiser may add; nothing is needed. */
    public record Words(@Nullable String concern, @Nullable String wanted, List<Fact> risks) {}

    /**
     * One disagreement at a time for each agency on the other side: raising it again answers with the one that is open.
     * One that was resolved while the silence goes on is followed by another.
     */
    public Outcome raise(String id, Words words, Caller caller, Instant now) {
        var found = concerns.find(id);
        if (found.isEmpty()) {
            return new Outcome.NotPermitted(new AccessDecision.Concealed());
        }
        var concern = found.get().concern();
        if (ConcernAccess.raise(caller, concern) instanceof AccessDecision.Refused refused) {
            return new Outcome.NotPermitted(refused);
        }
        var before = concern.raisedBy(caller.agency());
        var last = before.isEmpty() ? Optional.<Disagreements.Held>empty() : disagreements.find(before.getLast());
        if (last.isPresent() && (last.get().disagreement().isOpen() || !concern.isOpen())) {
            return new Outcome.Raised(last.get());
        }
        if (!concern.isOpen()) {
            return new Outcome.DoneAlready();
        }
        var next = disagreementId(id, caller.agency(), before.size() + 1);
        return switch (raise.raiseOnKnown(next, request(concern.overdue(), words, caller), caller, now)) {
            case RaiseDisagreement.Outcome.Unknown(var byField) -> new Outcome.Unknown(byField);
            case RaiseDisagreement.Outcome.Raised(var held) -> {
                link(id, held.disagreement().id(), caller, now);
                yield new Outcome.Raised(held);
            }
        };
    }

    private void link(String id, String disagreementId, Caller caller, Instant now) {
        var linked = false;
        while (!linked) {
            var held = concerns.find(id).orElseThrow();
            linked = held.concern().raisedBy(caller.agency()).contains(disagreementId)
                    || concerns.save(
                            held.version(), held.concern().raisedAs(disagreementId, Actor.of(caller), now), now);
        }
    }

    /** The same for two who raise it for their agency at the same moment. */
    private static String disagreementId(String concernId, String agency, int round) {
        var name = "silence/%s/%s/%d".formatted(concernId, agency, round);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private RaiseDisagreement.Request request(Overdue overdue, Words words, Caller caller) {
        var source = overdue.source();
        return new RaiseDisagreement.Request(
                areaOf(overdue, caller).orElse(""),
                new Subject(Subject.Kind.SILENCE, source.id(), source.reference(), source.link()),
                overdue.owner().agency(),
                null,
                or(words.concern(), "Overdue since " + ManagersTime.spoken(overdue.dueAt()) + ": " + overdue.words()),
                or(words.wanted(), "That it is done: " + overdue.words()),
                overdue.obligations(),
                words.risks());
    }

    private static String or(@Nullable String own, String otherwise) {
        return own == null || own.isBlank() ? otherwise : own;
    }

    private Optional<String> areaOf(Overdue overdue, Caller caller) {
        var pinned = overdue.protocol();
        return protocols
                .pinned(pinned.pack(), pinned.version(), pinned.hash())
                .flatMap(pack ->
                        sharedArea(pack, caller.agency(), overdue.owner().agency()));
    }

    /** Where both work; else where one of them does. */
    private static Optional<String> sharedArea(Pack pack, String ours, String theirs) {
        var our = areas(pack, ours);
        var their = areas(pack, theirs);
        return Stream.of(our.stream().filter(their::contains), our.stream(), their.stream())
                .flatMap(Function.identity())
                .findFirst()
                .map(AreaId::value);
    }

    private static List<AreaId> areas(Pack pack, String agency) {
        return pack.agency(new AgencyId(agency)).map(Agency::areas).orElse(List.of());
    }
}
