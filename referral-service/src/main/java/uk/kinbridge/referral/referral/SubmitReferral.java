package uk.kinbridge.referral.referral;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.document.Documents;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.pack.Agency;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Missing;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.referral.family.FactKind;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.FamilyAccess;
import uk.kinbridge.referral.family.Member;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.information.DecideForReferral;
import uk.kinbridge.referral.information.FactsOfFamilies;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.StatedSharing;

/** Sends a referral on a pathway of a local protocol. */
public class SubmitReferral {

    /** What is asked where a refusal would stop what may be the protection of a child. */
    public static final String LEVEL_FIRST =
            "Somebody refused. Whether that counts depends on how serious it is: state whether a child may come to"
                    + " significant harm ('child-at-risk-of-significant-harm'; then it goes whatever they answered) or"
                    + " whether it is a lower concern ('child-welfare-concern', 'unborn-child-concern').";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /**
     * What a person wants to send.
     *
     * @param recipientAgency who shall receive it
     * @param subjectId the member of the family who is referred
     * @param documents uploaded documents, by the requirement that they answer
     * @param call the call that the pathway asks for first; null where there was none
     * @param situation what is so in the case, in the words of {@link Situation}
     * @param earlier the referral that this one follows (SAL-33); null for a first one
     */
    public record Request(
            String protocol,
            String pathway,
            String familyId,
            String subjectId,
            String recipientAgency,
            Map<String, String> texts,
            List<Enclosure> documents,
            @Nullable Call call,
            List<String> situation,
            @Nullable String earlier) {}

    /** An uploaded document that answers a requirement. */
    public record Enclosure(String item, String documentId) {}

    /** How it ends. */
    public sealed interface Outcome {
        /**
         * Accepted: it is stored, its clocks run, those concerned will be told.
         *
         * @param family whose record was read for it just now; null where it had been sent before
         */
        record Submitted(Referrals.Held held, @Nullable Family family) implements Outcome {}

        /** Something that must go with it is missing. */
        record Incomplete(List<Missing> missing) implements Outcome {}

        /** The pathway does not lead from this agency to that one. */
        record WrongWay(String why, List<String> obligations) implements Outcome {}

        /** What is so in the case leaves only a more serious way (JWP-11, SAL-15). */
        record TooLow(OnlyWays only) implements Outcome {}

        /**
         * Somebody refused, and nobody has said whether a child may come to significant harm, in which case that does
         * not count (JWP-07, SAL-02, HAC-16). Nothing was decided.
         */
        record LevelFirst(List<String> obligations) implements Outcome {}

        /** The decision on sharing: not like this (SAL-02, SAL-03, JWP-06, JWP-07, HAC-11, DOR-01 to DOR-04). */
        record NotShared(KeptDecision decision) implements Outcome {}

        /** Fields that name something that does not exist, at least not for the caller. */
        record Unknown(Map<String, String> byField) implements Outcome {}
    }

    private final Families families;
    private final Documents documents;
    private final Protocols protocols;
    private final Referrals referrals;
    private final Calendars calendars;
    private final Supplier<String> references;
    private final DecideForReferral sharing;

    public SubmitReferral(
            Families families,
            Documents documents,
            Protocols protocols,
            Referrals referrals,
            Calendars calendars,
            Supplier<String> references,
            DecideForReferral sharing) {
        this.families = families;
        this.documents = documents;
        this.protocols = protocols;
        this.referrals = referrals;
        this.calendars = calendars;
        this.references = references;
        this.sharing = sharing;
    }

    /**
     * Submits for the caller's agency (HAC-01, HAC-02, HAC-23). Times are computed from {@code now}.
     *
     * @param id of the new referral; the same when the request is repeated, which then changes nothing
     */
    public Outcome submit(String id, Request request, Caller caller, Instant now) {
        return submit(id, request, StatedSharing.NOTHING, caller, now);
    }

    /**
     * Submits with what the practitioner states about sharing; every referral passes that decision, and what it lets
     * through is what the other agency sees.
     */
    public Outcome submit(String id, Request request, StatedSharing stated, Caller caller, Instant now) {
        return submit(id, request, stated, caller, now, null);
    }

    /** The same for a request that has not come before, so that nothing of that id is looked for. */
    public Outcome submitFirst(String id, Request request, StatedSharing stated, Caller caller, Instant now) {
        return submit(new Attempt(id, false, null), request, stated, caller, now);
    }

    /**
     * The same for what a message from another system asks for.
     *
     * @param messageId remembered in the referral's own document; null where no message asks
     */
    public Outcome submit(
            String id, Request request, StatedSharing stated, Caller caller, Instant now, @Nullable String messageId) {
        return referrals
                .find(id)
                .<Outcome>map(before -> new Outcome.Submitted(before, null))
                .orElseGet(() -> submit(new Attempt(id, true, messageId), request, stated, caller, now));
    }

    /**
     * One go at it.
     *
     * @param id of the new referral
     * @param again whether another go may have got as far as the decision on sharing
     * @param messageId of the message that asks for it; null where none does
     */
    private record Attempt(
            String id, boolean again, @Nullable String messageId) {}

    private Outcome submit(Attempt attempt, Request request, StatedSharing stated, Caller caller, Instant now) {
        var unknown = new java.util.TreeMap<String, String>();
        var pack = protocols.inForce(request.protocol(), now.atZone(LONDON).toLocalDate());
        if (pack.isEmpty()) {
            unknown.put("protocol", "No protocol of that name is in force today.");
        }
        var pathway = pack.flatMap(p -> pathwayOf(p, request.pathway()));
        if (pack.isPresent() && pathway.isEmpty()) {
            unknown.put("pathway", "This protocol has no such pathway.");
        }
        var family = families.find(request.familyId())
                .map(Families.Held::family)
                .filter(f ->
                        f.mergedInto() == null && FamilyAccess.read(caller, f).isGranted());
        if (family.isEmpty()) {
            unknown.put("familyId", "Your agency has no such family on record.");
        }
        var subject = family.flatMap(f -> f.member(request.subjectId()));
        if (family.isPresent() && subject.isEmpty()) {
            unknown.put("subjectId", "The family has no such member.");
        }
        subject.flatMap(s -> family.orElseThrow().known(s.id()))
                .filter(Member::isAdult)
                .filter(adult -> adult.fact(FactKind.CHILDREN).isEmpty())
                .ifPresent(_ -> unknown.put(
                        "subjectId",
                        "Which children does this adult care for or have contact with? Record it first (JWP-01)."));
        var attachments = new Enclosures(documents).of(request.documents(), caller, unknown);
        unknownInTheCase(request, caller, now, unknown);
        family.ifPresent(f -> unknown.putAll(stated.faults(f.members())));
        if (!unknown.isEmpty()) {
            return new Outcome.Unknown(unknown);
        }
        // Protection is anybody's to ask for; all else is for those from whom nobody of the family is protected
        // (SAL-02).
        if (!FamilyAccess.change(caller, family.orElseThrow()).isGranted()
                && !saidOf(pack.orElseThrow(), request, stated).toStatement().isForAnybody()) {
            return new Outcome.Unknown(Map.of("familyId", FamilyAccess.KEPT_BY_OTHERS));
        }
        var rules = new Rules(pack.orElseThrow(), pathway.orElseThrow(), calendars.newest());
        var reference = references.get();
        Function<Disclosed, Submission> submission = disclosed -> new Submission(
                attempt.id(),
                reference,
                Actor.of(caller),
                new Sender(caller.agency(), agencyName(rules.pack(), caller.agency()), caller.subject(), caller.name()),
                new Receiver(
                        request.recipientAgency(),
                        agencyName(rules.pack(), request.recipientAgency()),
                        Rules.role(rules.pathway().to().person())),
                new Content(
                        disclosed,
                        request.texts(),
                        attachments,
                        request.call(),
                        request.situation(),
                        request.earlier()));
        var whole = Disclosed.whole(family.orElseThrow(), subject.orElseThrow(), request.recipientAgency());
        var beside = new OpenBeside(
                () -> referrals.ofFamily(family.get().allIds(), caller.agency()),
                new PinnedRules(protocols, calendars)::of,
                this::said,
                subject.orElseThrow(),
                stated.toStatement().allFacts());
        var refused = submission.apply(whole).refusal(rules, beside, now);
        if (refused.isPresent()) {
            return outcome(refused.get());
        }
        var about = about(attempt.id(), reference, whole, family.orElseThrow(), rules.pack(), request, stated);
        var decision = sharing.decide(decisionOf(attempt.id()), attempt.again(), about, caller, now);
        if (about.leavesOpen(decision)) {
            return new Outcome.LevelFirst(OnlyForHarm.obligations(rules.pack(), request.pathway()));
        }
        if (!decision.shares()) {
            return new Outcome.NotShared(decision);
        }
        return sent(submission.apply(whole.letThroughBy(decision)), rules, beside, attempt, family.orElseThrow(), now);
    }

    /** Where another referral has its reference already, it goes under another one. */
    private Outcome sent(
            Submission submission, Rules rules, Beside beside, Attempt attempt, Family family, Instant now) {
        return switch (submission.submit(rules, beside, now)) {
            case Submission.Outcome.Accepted(Change<Referral, ReferralEvent> change) ->
                added(change, now, attempt.messageId())
                        .<Outcome>map(held -> new Outcome.Submitted(held, family))
                        .orElseGet(() -> sent(submission.under(references.get()), rules, beside, attempt, family, now));
            case Submission.Outcome.Refused refused -> outcome(refused);
        };
    }

    private static Outcome outcome(Submission.Outcome.Refused refused) {
        return switch (refused) {
            case Submission.Outcome.Incomplete(List<Missing> missing) -> new Outcome.Incomplete(missing);
            case Submission.Outcome.WrongWay(String why, List<String> obligations) ->
                new Outcome.WrongWay(why, obligations);
            case Submission.Outcome.TooLow(OnlyWays only) -> new Outcome.TooLow(only);
        };
    }

    /** Empty where its reference is taken. */
    private Optional<Referrals.Held> added(
            Change<Referral, ReferralEvent> change, Instant now, @Nullable String messageId) {
        return messageId == null ? Optional.of(referrals.add(change, now)) : addedOnce(change, now, messageId);
    }

    /** The same message may be at work twice at once: whoever comes second meets the first one's referral. */
    private Optional<Referrals.Held> addedOnce(Change<Referral, ReferralEvent> change, Instant now, String messageId) {
        return switch (referrals.addOnce(change, now, messageId)) {
            case DONE -> Optional.of(new Referrals.Held(change.next(), 1));
            case HANDLED_BEFORE -> referrals.find(change.next().id());
            case STALE -> Optional.empty();
        };
    }

    private Set<Fact> said(Referral referral) {
        var said = Situation.facts(referral.content().situation());
        var decision = referral.disclosed().decisionId();
        if (decision != null && sharing.wasForHarm(decision)) {
            said.add(Fact.CHILD_AT_RISK_OF_SIGNIFICANT_HARM);
        }
        return said;
    }

    private static String decisionOf(String referralId) {
        return UUID.nameUUIDFromBytes((referralId + "/sharing").getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static DecideForReferral.About about(
            String referralId,
            String reference,
            Disclosed whole,
            Family family,
            Pack pack,
            Request request,
            StatedSharing stated) {
        var said = saidOf(pack, request, stated);
        var statement = said.toStatement();
        return new DecideForReferral.About(
                FactsOfFamilies.known(family),
                pack,
                request.recipientAgency(),
                whole.people().stream().map(Person::id).toList(),
                statement,
                said.toString() + whole.people() + request.pathway(),
                new KeptDecision.Occasion("referral", referralId, reference),
                OnlyForHarm.leavesLevelOpen(pack, request.pathway(), statement));
    }

    /** The words of the facts that a referral states by going that way; none where nobody knows yet which way it goes. */
    public List<String> saidByTheWay(@Nullable String protocol, @Nullable String pathway, Instant now) {
        return protocol == null || pathway == null
                ? List.of()
                : protocols
                        .inForce(protocol, now.atZone(LONDON).toLocalDate())
                        .map(pack -> OnlyForHarm.facts(pack, pathway))
                        .orElse(List.of());
    }

    /** What is so in the case counts for the decision too, and so does what the pathway is for. */
    private static StatedSharing saidOf(Pack pack, Request request, StatedSharing stated) {
        return stated.with(request.situation()).with(OnlyForHarm.facts(pack, request.pathway()));
    }

    /** The pathway of that id. */
    public static Optional<uk.kinbridge.protocols.pack.Pathway> pathwayOf(Pack pack, String id) {
        return pack.pathways().stream().filter(p -> p.id().value().equals(id)).findFirst();
    }

    private void unknownInTheCase(Request request, Caller caller, Instant now, Map<String, String> unknown) {
        var call = request.call();
        if (call != null && call.at().isAfter(now)) {
            unknown.put("call.at", "A call that is recorded has taken place.");
        }
        for (int i = 0; i < request.situation().size(); i++) {
            if (Situation.named(request.situation().get(i)).isEmpty()) {
                unknown.put("situation[" + i + "]", "The protocols know no such fact.");
            }
        }
        var earlier = request.earlier();
        if (earlier != null
                && referrals
                        .find(earlier)
                        .filter(held ->
                                ReferralAccess.read(caller, held.referral()).isGranted())
                        .isEmpty()) {
            unknown.put("earlier", "Your agency knows no such referral.");
        }
    }

    static String agencyName(Pack pack, String agency) {
        return pack.agencies().stream()
                .filter(a -> a.id().value().equals(agency))
                .map(Agency::name)
                .findFirst()
                .orElse(agency);
    }
}
