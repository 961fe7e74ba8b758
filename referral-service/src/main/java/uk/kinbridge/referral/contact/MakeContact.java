package uk.kinbridge.referral.contact;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.pack.Agency;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Route;
import uk.kinbridge.protocols.pack.Routing;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.referral.contact.Contact.Kind;
import uk.kinbridge.referral.information.AskAboutSharing;
import uk.kinbridge.referral.information.FamilyFacts;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.information.Worker;
import uk.kinbridge.referral.referral.Situation;

/**
 * Goes a way of the protocol that is no referral. Where the family is named, that passes the decision on sharing first,
 * and an agency that has an account is told by a notice.
 */
public class MakeContact {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /**
     * What is to be written down.
     *
     * @param route the way of the protocol, as the routes name it
     * @param kind which step of that way; null for its only one
     * @param agency who was told; null where the protocol leaves no choice
     * @param named whether the family was named
     * @param about members whom it is about
     */
    public record Request(
            String protocol,
            String route,
            List<String> situation,
            @Nullable Kind kind,
            @Nullable String agency,
            String withWhom,
            @Nullable Instant at,
            String words,
            @Nullable String advice,
            boolean named,
            List<String> about,
            StatedSharing sharing) {}

    /** How it ends. */
    public sealed interface Outcome {
        /** Written down; whoever has an account is told. */
        record Made(Contact contact) implements Outcome {}

        /** The decision on sharing: not like this. Nobody is told, and nothing is written down. */
        record NotShared(KeptDecision decision) implements Outcome {}

        /** There is no such family for the caller. */
        record NotFound() implements Outcome {}

        /** Fields that name something that does not exist, or do not fit. */
        record Unknown(Map<String, String> byField) implements Outcome {}
    }

    private final FamilyFacts families;
    private final Protocols protocols;
    private final AskAboutSharing sharing;
    private final Contacts contacts;
    private final Supplier<String> references;

    public MakeContact(
            FamilyFacts families,
            Protocols protocols,
            AskAboutSharing sharing,
            Contacts contacts,
            Supplier<String> references) {
        this.families = families;
        this.protocols = protocols;
        this.sharing = sharing;
        this.contacts = contacts;
        this.references = references;
    }

    /**
     * Writes it down.
     *
     * @param id of the contact; the same when the request is repeated, which then changes nothing
     */
    public Outcome make(String id, String familyId, Request request, Caller caller, Instant now) {
        var before = contacts.find(id);
        if (before.isPresent()) {
            return new Outcome.Made(before.get());
        }
        if (families.seenBy(caller, familyId).isEmpty()) {
            return new Outcome.NotFound();
        }
        var unknown = new TreeMap<String, String>();
        var pack = protocols.inForce(request.protocol(), now.atZone(LONDON).toLocalDate());
        if (pack.isEmpty()) {
            unknown.put("protocol", "No protocol of that name is in force today.");
            return new Outcome.Unknown(unknown);
        }
        var route = open(pack.get(), request);
        var step = route.flatMap(way -> step(way, request.kind()));
        if (route.isEmpty()) {
            unknown.put("route", "In this situation the protocol opens no such way.");
        } else if (step.isEmpty()) {
            unknown.put("kind", "This way has no such step; where it is a referral, begin one.");
        }
        var recipient = step.flatMap(one -> recipient(one, pack.get(), request.agency()));
        if (step.isPresent() && recipient.isEmpty()) {
            unknown.put("agency", "Name the agency that was told, one of those that the protocol has for this.");
        }
        check(request, now, step.map(MakeContact::kindOf).orElse(null), unknown);
        return unknown.isEmpty()
                ? named(
                        id,
                        familyId,
                        request,
                        route.orElseThrow(),
                        step.orElseThrow(),
                        recipient.orElseThrow(),
                        pack.get(),
                        caller,
                        now)
                : new Outcome.Unknown(unknown);
    }

    private static void check(Request request, Instant now, @Nullable Kind kind, Map<String, String> unknown) {
        var at = request.at();
        if (at != null && at.isAfter(now)) {
            unknown.put("at", "What is written down has taken place.");
        }
        var advice = request.advice();
        if (kind == Kind.DISCUSSION && (advice == null || advice.isBlank())) {
            unknown.put("advice", "Write down what they advised.");
        }
        if (request.named() && request.about().isEmpty()) {
            unknown.put("about", "Who of the family was it about?");
        }
        for (int i = 0; i < request.situation().size(); i++) {
            if (Situation.named(request.situation().get(i)).isEmpty()) {
                unknown.put("situation[" + i + "]", "The protocols know no such fact.");
            }
        }
    }

    private Outcome named(
            String id,
            String familyId,
            Request request,
            Route route,
            Route.Take step,
            String recipient,
            Pack pack,
            Caller caller,
            Instant now) {
        @Nullable KeptDecision decision = null;
        if (request.named()) {
            var asked = sharing.ask(
                    UUID.nameUUIDFromBytes(("contact/" + id).getBytes(StandardCharsets.UTF_8))
                            .toString(),
                    familyId,
                    new AskAboutSharing.Request(
                            request.protocol(),
                            recipient,
                            null,
                            request.about(),
                            List.of(),
                            false,
                            request.words(),
                            false,
                            request.sharing().because(route.words()).with(request.situation())),
                    caller,
                    now);
            switch (asked) {
                case AskAboutSharing.Outcome.Decided(KeptDecision decided) -> decision = decided;
                case AskAboutSharing.Outcome.MustBeShared(KeptDecision decided) -> decision = decided;
                case AskAboutSharing.Outcome.NotFound() -> {
                    return new Outcome.NotFound();
                }
                case AskAboutSharing.Outcome.Unknown(Map<String, String> byField) -> {
                    return new Outcome.Unknown(byField);
                }
            }
            if (!decision.shares()) {
                return new Outcome.NotShared(decision);
            }
        }
        var pinned = pack.reference();
        var at = request.at();
        return new Outcome.Made(contacts.add(
                new Contact(
                        id,
                        references.get(),
                        familyId,
                        kindOf(step),
                        new KeptDecision.Protocol(pinned.id().value(), pinned.version(), pinned.hash()),
                        route.id().value(),
                        request.situation(),
                        recipient,
                        request.withWhom(),
                        at == null ? now : at,
                        request.words(),
                        request.advice(),
                        route.obligations().stream().map(one -> one.value()).toList(),
                        decision == null ? null : decision.id(),
                        Worker.of(caller),
                        now),
                now));
    }

    private static Optional<Route> open(Pack pack, Request request) {
        return Routing.of(pack, Situation.facts(request.situation())).open().stream()
                .filter(route -> route.id().value().equals(request.route()))
                .findFirst();
    }

    /** The step of that kind; the first one that is no referral where none is named. */
    private static Optional<Route.Take> step(Route route, @Nullable Kind kind) {
        return route.take().stream()
                .filter(take -> isContact(take) && (kind == null || kindOf(take) == kind))
                .findFirst();
    }

    private static boolean isContact(Route.Take take) {
        return switch (take) {
            case Route.Take.Alert _, Route.Take.Discuss _, Route.Take.Liaise _ -> true;
            case Route.Take.Refer _, Route.Take.KeepReviewing _ -> false;
        };
    }

    private static Kind kindOf(Route.Take take) {
        return switch (take) {
            case Route.Take.Alert _ -> Kind.ALERT;
            case Route.Take.Discuss _ -> Kind.DISCUSSION;
            case Route.Take.Liaise _, Route.Take.Refer _, Route.Take.KeepReviewing _ -> Kind.LIAISON;
        };
    }

    /**
     * Whom the step means: of an alert, an agency of that kind, or the kind itself where the protocol knows no such
     * agency by name, such as somebody's GP; of any other, an agency of the protocol.
     */
    private static Optional<String> recipient(Route.Take take, Pack pack, @Nullable String agency) {
        if (take instanceof Route.Take.Alert(var roles)) {
            var known = roles.stream()
                    .flatMap(role -> pack.agencies(role).stream())
                    .map(Agency::id)
                    .map(AgencyId::value)
                    .toList();
            if (known.isEmpty()) {
                return roles.stream()
                        .map(role -> role.word())
                        .filter(word -> agency == null || agency.equals(word))
                        .findFirst();
            }
            return agency == null && known.size() == 1
                    ? Optional.of(known.getFirst())
                    : known.stream().filter(id -> id.equals(agency)).findFirst();
        }
        return Optional.ofNullable(agency)
                .filter(id -> pack.agency(new AgencyId(id)).isPresent());
    }
}
