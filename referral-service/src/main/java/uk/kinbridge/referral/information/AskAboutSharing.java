package uk.kinbridge.referral.information;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Side;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.sharing.SharingDecision.Kind;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.family.FamilyAccess;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.notice.Addressee;
import uk.kinbridge.referral.notice.Pursued;

/** A practitioner asks whether something may be told to another agency; the answer is kept, and what goes is told. */
public class AskAboutSharing {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /**
     * The question.
     *
     * @param role who in the receiving agency is told; the safeguarding lead when null
     * @param about members whom it is about
     * @param others members who come along
     * @param withinTeam it is said to stay in one agency (SAL-23); with another agency that is refused, as no protocol
     *     names teams of several
     * @param message what is told, if anything may be
     * @param holdBack the practitioner would rather not share, for the reason stated
     */
    public record Request(
            String protocol,
            String recipient,
            @Nullable String role,
            List<String> about,
            List<String> others,
            boolean withinTeam,
            @Nullable String message,
            boolean holdBack,
            StatedSharing sharing) {}

    /** How it ends. */
    public sealed interface Outcome {
        /** Decided and kept. */
        record Decided(KeptDecision decision) implements Outcome {}

        /** It cannot be held back: these obligations require that it is shared (JWP-07, HAC-16). */
        record MustBeShared(KeptDecision decision) implements Outcome {}

        /** There is no such family for the caller. */
        record NotFound() implements Outcome {}

        /** Fields that name something that does not exist. */
        record Unknown(Map<String, String> byField) implements Outcome {}
    }

    private final FamilyFacts families;
    private final Protocols protocols;
    private final Decide decide;
    private final SharingDecisions decisions;
    private final Supplier<BankHolidays> holidays;

    public AskAboutSharing(
            FamilyFacts families,
            Protocols protocols,
            Decide decide,
            SharingDecisions decisions,
            Supplier<BankHolidays> holidays) {
        this.families = families;
        this.holidays = holidays;
        this.protocols = protocols;
        this.decide = decide;
        this.decisions = decisions;
    }

    /** Asks; the same id again answers what was decided the first time. */
    public Outcome ask(String id, String familyId, Request request, Caller caller, Instant now) {
        var before = decisions.find(id);
        if (before.isPresent()) {
            return new Outcome.Decided(before.get());
        }
        var family = families.seenBy(caller, familyId);
        if (family.isEmpty()) {
            return new Outcome.NotFound();
        }
        var pack = protocols.inForce(request.protocol(), now.atZone(LONDON).toLocalDate());
        var unknown = unknown(request, family.get(), pack, caller);
        if (!unknown.isEmpty()) {
            return new Outcome.Unknown(unknown);
        }
        if (families.hides(familyId, caller) && !request.sharing().toStatement().isForAnybody()) {
            return new Outcome.Unknown(Map.of("sharing", FamilyAccess.KEPT_BY_OTHERS));
        }
        var matter = new Matter(
                family.get(),
                pack.orElseThrow(),
                caller.agency(),
                request.recipient(),
                request.about(),
                request.others(),
                request.recipient().equals(caller.agency()),
                request.sharing().toStatement());
        var decision = decide.decide(id, matter, Worker.of(caller), now);
        if (request.holdBack()) {
            if (decision.outcome() == Kind.SHARE_REQUIRED) {
                return new Outcome.MustBeShared(decision);
            }
            decision = WhatIsShown.heldBack(decision);
        }
        var kept = WhatIsShown.in(decision, family.get(), request.about(), request.message());
        decisions.keep(told(kept, request, pack.orElseThrow()), now);
        return new Outcome.Decided(kept);
    }

    private static boolean knows(Pack pack, String recipient) {
        return pack.agency(new AgencyId(recipient)).isPresent()
                || kindOfAgency(recipient).isPresent();
    }

    /** A recipient that has no account here, such as somebody's GP, is named by its kind and told by the worker. */
    static Optional<AgencyRole> kindOfAgency(String word) {
        return Arrays.stream(AgencyRole.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst();
    }

    private Change<KeptDecision, InformationEvent> told(KeptDecision decision, Request request, Pack pack) {
        var role = request.role() == null ? usual(pack) : request.role();
        boolean account = pack.agency(new AgencyId(decision.recipient())).isPresent();
        return account && decision.shares() && !decision.recipient().equals(decision.agency())
                ? new Change<>(
                        decision,
                        List.of(InformationEvent.NoticeRequested.shared(decision, role, pursued(decision, role, pack))))
                : Change.silent(decision);
    }

    /** Who is told where the practitioner names nobody: whom the pack's notice names. */
    private static String usual(Pack pack) {
        return pack.notices().stream()
                .filter(notice -> notice.on() == CaseEvent.INFORMATION_SHARED)
                .flatMap(notice -> notice.to().stream())
                .findFirst()
                .map(party -> party.role().word())
                .orElseGet(Role.SAFEGUARDING_LEAD::kebab);
    }

    /** Whoever shares something knows that it has been received, or hears that it has not (HAC-17). */
    private @Nullable Pursued pursued(KeptDecision decision, String role, Pack pack) {
        var rules = new Pursued.Rules(pack, holidays.get());
        var by = decision.by();
        return rules.on(CaseEvent.INFORMATION_SHARED)
                .map(rule -> rules.pursued(
                        rule,
                        new Addressee(decision.recipient(), role, null),
                        party -> Stream.of(new Addressee(
                                party.side() == Side.OTHER ? decision.recipient() : by.agency(),
                                party.role().word(),
                                null)),
                        new Addressee(by.agency(), Role.PRACTITIONER.kebab(), by.person()),
                        decision.at()))
                .orElse(null);
    }

    private static Map<String, String> unknown(
            Request request, KnownFamily family, Optional<Pack> pack, Caller caller) {
        var unknown = new TreeMap<String, String>();
        if (pack.isEmpty()) {
            unknown.put("protocol", "No protocol of that name is in force today.");
        } else if (!knows(pack.get(), request.recipient())) {
            unknown.put("recipient", "This protocol knows no such agency.");
        }
        if (request.withinTeam() && !request.recipient().equals(caller.agency())) {
            unknown.put(
                    "withinTeam",
                    "This goes to another agency, and the protocol names no team of both: consent counts (SAL-23).");
        }
        var role = request.role();
        if (role != null && Role.named(role).isEmpty()) {
            unknown.put("role", "There is no such role.");
        }
        var members = family.people().stream().map(Person::id).toList();
        if (!members.containsAll(request.about())) {
            unknown.put("about", "The family has no such member.");
        }
        if (!members.containsAll(request.others())) {
            unknown.put("others", "The family has no such member.");
        }
        unknown.putAll(request.sharing().faults(family.people()));
        if (request.sharing().reason() == null || request.sharing().reason().isBlank()) {
            unknown.put("sharing.reason", "Sharing and not sharing both need a reason.");
        }
        return unknown;
    }
}
