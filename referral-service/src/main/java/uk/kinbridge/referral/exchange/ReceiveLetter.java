package uk.kinbridge.referral.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.document.UploadDocument;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.pack.Missing;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.referral.exchange.Reception.Ground;
import uk.kinbridge.referral.family.ChangeFamily;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.RegisterFamily;
import uk.kinbridge.referral.information.DecideAgain;
import uk.kinbridge.referral.information.KeepConsent;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.referral.Act;
import uk.kinbridge.referral.referral.AmendReferral;
import uk.kinbridge.referral.referral.Attachment;
import uk.kinbridge.referral.referral.Disclosed;
import uk.kinbridge.referral.referral.HandleReferral;
import uk.kinbridge.referral.referral.OnlyWays;
import uk.kinbridge.referral.referral.Referral;
import uk.kinbridge.referral.referral.ReferralAccess;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.SubmitReferral;

/**
 * Does what an agency's own system asks for in a message, by the same use cases as for a person: every requirement, the
 * call that comes first, the decision on sharing and every rule of access hold for it too.
 */
public class ReceiveLetter {

    /** Begins the reason of a withdrawal that says the referral should never have been sent. */
    public static final String SENT_BY_MISTAKE = "Sent by mistake";

    private final FindHousehold households;
    private final UploadDocument documents;
    private final SubmitReferral submit;
    private final AmendReferral amend;
    private final HandleReferral handle;
    private final Referrals referrals;
    private final Families families;
    private final TakeConsents consents;
    private final DecideAgain decisions;

    public ReceiveLetter(
            Families families,
            RegisterFamily register,
            ChangeFamily change,
            UploadDocument documents,
            SubmitReferral submit,
            AmendReferral amend,
            HandleReferral handle,
            Referrals referrals,
            KeepConsent consents,
            DecideAgain decisions) {
        this.families = families;
        this.consents = new TakeConsents(consents);
        this.decisions = decisions;
        this.households = new FindHousehold(families, register, change);
        this.documents = documents;
        this.submit = submit;
        this.amend = amend;
        this.handle = handle;
        this.referrals = referrals;
    }

    /** A new referral (HAC-01, HAC-02, SAL-04). Sent twice, by the same request or with the same message, it is one. */
    public Reception send(MessageId message, Letter letter, Caller caller, Instant now) {
        if (ReferralAccess.submit(caller) instanceof AccessDecision.Refused refused) {
            return new Reception.NotPermitted(refused);
        }
        var before = referrals.find(message.referralId()).or(() -> referrals.madeBy(message.inInbox()));
        if (before.isPresent()) {
            return new Reception.Before(before.get().referral().id());
        }
        return switch (households.find(message, letter, caller, now)) {
            case FindHousehold.Outcome.NotSo(Reception reception) -> reception;
            case FindHousehold.Outcome.Found found -> submit(message, letter, found, caller, now);
        };
    }

    private Reception submit(
            MessageId message, Letter letter, FindHousehold.Outcome.Found found, Caller caller, Instant now) {
        var refusals = new ArrayList<Ground>();
        var enclosures = enclosures(message, letter.documents(), caller, now, refusals);
        if (!refusals.isEmpty()) {
            return new Reception.Refused(refusals);
        }
        var request = new SubmitReferral.Request(
                letter.protocol(),
                letter.pathway(),
                found.familyId(),
                found.people().getFirst(),
                letter.to().agency(),
                letter.texts(),
                enclosures,
                letter.call(),
                letter.situation(),
                letter.earlier());
        var stated = named(letter.sharing(), found.people());
        return reception(submit.submit(message.referralId(), request, stated, caller, now, message.inInbox()))
                .with(found.remarks());
    }

    /** What was inside the letter is taken in first; its id follows from the message, so that it is taken in once. */
    private List<SubmitReferral.Enclosure> enclosures(
            MessageId message, List<Enclosed> enclosed, Caller caller, Instant now, List<Ground> refusals) {
        var enclosures = new ArrayList<SubmitReferral.Enclosure>();
        for (int i = 0; i < enclosed.size(); i++) {
            switch (enclosed.get(i)) {
                case Enclosed.Kept(Attachment kept) ->
                    enclosures.add(new SubmitReferral.Enclosure(kept.item(), kept.documentId()));
                case Enclosed.Inside inside -> {
                    var id = message.derived("document", message.message() + "/" + i);
                    var why = upload(id, inside, caller, now);
                    if (why == null) {
                        enclosures.add(new SubmitReferral.Enclosure(inside.item(), id));
                    } else {
                        refusals.add(new Ground(inside.item(), why, List.of()));
                    }
                }
            }
        }
        return enclosures;
    }

    private @Nullable String upload(String id, Enclosed.Inside inside, Caller caller, Instant now) {
        try {
            return switch (documents.upload(id, inside.name(), inside.content().get(), caller, now)) {
                case UploadDocument.Outcome.Uploaded _ -> null;
                case UploadDocument.Outcome.Empty _ -> "The document is empty.";
                case UploadDocument.Outcome.TooLarge(long bytes) ->
                    "The document has %d bytes; at most %d are taken in.".formatted(bytes, UploadDocument.MAX_BYTES);
                case UploadDocument.Outcome.NotAccepted(String mediaType) ->
                    "Documents of the type " + mediaType + " are not taken in.";
            };
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A letter names people by their places; the record knows them by their ids. */
    private static StatedSharing named(StatedSharing stated, List<String> people) {
        var answers = stated.consents();
        if (answers == null) {
            return stated;
        }
        var named = new ArrayList<StatedSharing.Answer>();
        for (var answer : answers) {
            var id = answer.personId();
            for (int i = 0; i < people.size(); i++) {
                if (Letter.Household.placeOf(i).equals(id) && !people.get(i).isEmpty()) {
                    id = people.get(i);
                }
            }
            named.add(new StatedSharing.Answer(id, answer.answer(), answer.because(), answer.givenBy(), answer.how()));
        }
        return stated.withConsents(named);
    }

    /**
     * The referral says something else now: answers that differ are corrected, what is so in the case is added to, what
     * is known of the family by now is taken into its record, what people have answered into theirs, and what goes of it
     * is decided anew. What was agreed in a call is sent by it, when that is still owed (SAL-05).
     *
     * @param referralId as the sender got it
     * @param version that the sender has read; null when it does not say
     */
    public Reception update(
            MessageId message,
            String referralId,
            @Nullable Long version,
            Letter letter,
            String reason,
            Caller caller,
            Instant now) {
        var found = readable(referralId, caller);
        if (found.isEmpty()) {
            return new Reception.NotPermitted(new AccessDecision.Concealed());
        }
        var held = found.get();
        if (ReferralAccess.correct(caller, held.referral()) instanceof AccessDecision.Refused refused) {
            return new Reception.NotPermitted(refused);
        }
        var before = referrals.madeBy(message.inInbox());
        if (before.isPresent()) {
            return new Reception.Before(before.get().referral().id());
        }
        var said = new Said(message, letter, held, Difference.between(held.referral(), letter), reason);
        if (!said.difference().fixed().isEmpty()) {
            return new Reception.Refused(said.difference().fixed());
        }
        var family = family(held);
        var news = family.map(known -> HouseholdNews.of(
                message,
                known,
                held.referral().disclosed().subject().id(),
                letter.household(),
                letter.from().personName(),
                caller,
                now));
        if (news.filter(read -> !read.refusals().isEmpty()).isPresent()) {
            return new Reception.Refused(news.get().refusals());
        }
        boolean tookIn = news.filter(read -> read.isNews(family.get())).isPresent();
        boolean isNew = !said.difference().isNone()
                || tookIn
                || isStated(said, family, news.map(HouseholdNews::people).orElse(List.of()), caller, now);
        // The record may have taken in before what the referral has not been told yet.
        boolean isToBeTold = version != null
                && version == held.version()
                && family.filter(known -> differs(held.referral(), known)).isPresent();
        if (!isNew && !isToBeTold) {
            return news.filter(read -> !read.remarks().isEmpty())
                    .<Reception>map(read -> new Reception.Refused(read.remarks()))
                    .orElseGet(() -> new Reception.Before(referralId));
        }
        if (version == null) {
            return new Reception.Unknown(List.of(new Ground(
                    "ServiceRequest.meta.versionId",
                    "Say which version you have read, so that nobody's change is overwritten unseen.",
                    List.of())));
        }
        if (version != held.version()) {
            return new Reception.Stale();
        }
        var reception = updated(said, tookIn, caller, now);
        boolean nothingChanged = !tookIn
                && reception instanceof Reception.Done(Referrals.Held after, List<Ground> remarks)
                && after.version() == held.version()
                && remarks.isEmpty();
        return nothingChanged ? new Reception.Before(referralId) : reception;
    }

    /** What an update says, beside the referral that it was read against. */
    private record Said(MessageId message, Letter letter, Referrals.Held held, Difference difference, String reason) {

        Referral referral() {
            return held.referral();
        }

        /** The same where all but the family has been told, and the referral has moved on by it. */
        Said told(Referrals.Held now) {
            return new Said(message, letter, now, Difference.NONE, reason);
        }
    }

    /** The record of the family, or of what it has become part of. */
    private Optional<Family> family(Referrals.Held held) {
        return families.find(held.referral().disclosed().familyId())
                .map(Families.Held::family)
                .flatMap(family -> family.mergedInto() == null
                        ? Optional.of(family)
                        : families.find(family.mergedInto()).map(Families.Held::family));
    }

    private static boolean differs(Referral referral, Family family) {
        return referral.disclosed().differsFrom(whole(referral, family));
    }

    /** All that could go of it by now. */
    private static Disclosed whole(Referral referral, Family family) {
        var before = referral.disclosed();
        return family.member(WhoIsWho.stayed(family, before.subject().id()))
                .map(subject ->
                        Disclosed.whole(family, subject, referral.recipient().agency()))
                .orElse(before);
    }

    /** Whether what people have answered, or what is stated about sharing, is more than what was decided on. */
    private boolean isStated(Said said, Optional<Family> family, List<String> people, Caller caller, Instant now) {
        var referral = said.referral();
        var stated = named(said.letter().sharing(), people);
        return decision(referral)
                .filter(decided -> consents.isNews(
                                family.map(Family::id)
                                        .orElse(referral.disclosed().familyId()),
                                purpose(stated, decided),
                                answers(stated),
                                caller,
                                now)
                        || decided.isLessThan(stated))
                .isPresent();
    }

    private Optional<KeptDecision> decision(Referral referral) {
        return Optional.ofNullable(referral.disclosed().decisionId()).flatMap(decisions::find);
    }

    private static Purpose purpose(StatedSharing stated, KeptDecision decided) {
        return stated.purpose() == null ? decided.purpose() : stated.purpose();
    }

    private static List<StatedSharing.Answer> answers(StatedSharing stated) {
        return Optional.ofNullable(stated.consents()).orElse(List.of());
    }

    /**
     * First the record of the family, then what people have answered, then the referral itself: what somebody has
     * refused is kept even where it stops the rest. Each step finds out by itself what it has done before.
     */
    private Reception updated(Said said, boolean tookIn, Caller caller, Instant now) {
        var remarks = new ArrayList<Ground>();
        var people = new ArrayList<String>();
        var family = family(said.held());
        if (family.isPresent()) {
            switch (households.takenIn(
                    said.message(),
                    family.get().id(),
                    said.referral().disclosed().subject().id(),
                    said.letter(),
                    caller,
                    now)) {
                case FindHousehold.Outcome.NotSo(Reception reception) -> {
                    return reception;
                }
                case FindHousehold.Outcome.Found found -> {
                    people.addAll(found.people());
                    remarks.addAll(found.remarks());
                }
            }
        }
        var stated = named(said.letter().sharing(), people);
        var decided = decision(said.referral());
        boolean kept = tookIn;
        boolean anew = decided.filter(first -> first.isLessThan(stated)).isPresent();
        if (decided.isPresent()) {
            var taken = consents.take(
                    said.message(),
                    family.map(Family::id).orElse(said.referral().disclosed().familyId()),
                    purpose(stated, decided.get()),
                    answers(stated),
                    caller,
                    now);
            remarks.addAll(taken.remarks());
            anew |= taken.changed();
            kept |= taken.changed();
        }
        // What they have answered is on record by now.
        var beside = decided.isPresent() ? stated.withConsents(List.of()) : stated;
        var reception = said.referral().standing().submittedAt() == null
                ? completed(said, beside, caller, now)
                : revised(said, beside, anew, caller, now);
        if (kept && reception instanceof Reception.Refused) {
            remarks.add(new Ground(
                    null,
                    "What the message says of the family and of what people have answered is kept on record all the"
                            + " same.",
                    List.of("SAL-03")));
        }
        return reception.with(remarks);
    }

    /** The form goes, and then whatever of the family is known otherwise since the call. */
    private Reception completed(Said said, StatedSharing stated, Caller caller, Instant now) {
        return switch (complete(said, stated, caller, now)) {
            case Reception.Done(Referrals.Held after, var _) ->
                switch (revised(said.told(after), stated, false, caller, now)) {
                    case Reception.Refused(List<Ground> grounds, var _) -> new Reception.Done(after, grounds);
                    case Reception other -> other;
                };
            case Reception other -> other;
        };
    }

    private Reception revised(Said said, StatedSharing stated, boolean anew, Caller caller, Instant now) {
        var referral = said.referral();
        var revision = new AmendReferral.Revision(
                said.difference().texts(),
                said.difference().situation(),
                family(said.held()).map(known -> whole(referral, known)).orElse(referral.disclosed()),
                stated,
                anew,
                said.message().inInbox());
        return reception(amend.revise(referral.id(), said.held().version(), caller, revision, said.reason(), now));
    }

    /** What was agreed in a call is sent, with what is stated about sharing it (SAL-04, SAL-05, SAL-06). */
    private Reception complete(Said said, StatedSharing stated, Caller caller, Instant now) {
        var refusals = new ArrayList<Ground>();
        var enclosures = enclosures(said.message(), said.letter().documents(), caller, now, refusals);
        return refusals.isEmpty()
                ? reception(handle.send(
                        said.referral().id(),
                        said.held().version(),
                        caller,
                        said.difference().texts(),
                        enclosures,
                        stated,
                        now))
                : new Reception.Refused(refusals);
    }

    /**
     * The sender takes it back.
     *
     * @param mistaken whether it should never have been sent
     * @param version that the sender has read; null when it does not say: nobody's words are lost by a withdrawal
     */
    public Reception cancel(
            String referralId, @Nullable Long version, boolean mistaken, String reason, Caller caller, Instant now) {
        var found = readable(referralId, caller);
        if (found.isEmpty()) {
            return new Reception.NotPermitted(new AccessDecision.Concealed());
        }
        var held = found.get();
        var status = Optional.ofNullable(Letter.of(held).origin())
                .map(Letter.Origin::status)
                .orElse(Letter.Status.ACTIVE);
        if (status == Letter.Status.WITHDRAWN || status == Letter.Status.MISTAKEN) {
            return new Reception.Before(referralId);
        }
        var said = mistaken ? SENT_BY_MISTAKE + (reason.isBlank() ? "" : ": " + reason) : reason;
        return reception(handle.act(
                referralId, version == null ? held.version() : version, caller, new Act.Withdraw(said), now));
    }

    private Optional<Referrals.Held> readable(String id, Caller caller) {
        return referrals
                .find(id)
                .filter(held -> ReferralAccess.read(caller, held.referral()).isGranted());
    }

    private static Reception reception(SubmitReferral.Outcome outcome) {
        return switch (outcome) {
            case SubmitReferral.Outcome.Submitted(Referrals.Held held, var _) -> new Reception.Done(held);
            case SubmitReferral.Outcome.Incomplete(List<Missing> missing) -> new Reception.Refused(grounds(missing));
            case SubmitReferral.Outcome.WrongWay(String why, List<String> obligations) ->
                new Reception.Refused(List.of(new Ground(null, why, obligations)));
            case SubmitReferral.Outcome.TooLow(OnlyWays only) ->
                new Reception.Refused(List.of(new Ground(null, only.words(), only.obligations())));
            case SubmitReferral.Outcome.LevelFirst(List<String> obligations) ->
                new Reception.Refused(List.of(new Ground("situation", SubmitReferral.LEVEL_FIRST, obligations)));
            case SubmitReferral.Outcome.NotShared(KeptDecision decision) -> notShared(decision);
            case SubmitReferral.Outcome.Unknown(Map<String, String> byField) -> new Reception.Unknown(unknown(byField));
        };
    }

    private static Reception reception(HandleReferral.Outcome outcome) {
        return switch (outcome) {
            case HandleReferral.Outcome.Done(Referrals.Held held) -> new Reception.Done(held);
            case HandleReferral.Outcome.NotPermitted(AccessDecision.Refused refused) ->
                new Reception.NotPermitted(refused);
            case HandleReferral.Outcome.Stale() -> new Reception.Stale();
            case HandleReferral.Outcome.NotNow(String why, List<String> obligations) ->
                new Reception.NotNow(List.of(new Ground(null, why, obligations)));
            case HandleReferral.Outcome.Incomplete(List<Missing> missing) -> new Reception.Refused(grounds(missing));
            case HandleReferral.Outcome.Unknown(Map<String, String> byField) -> new Reception.Unknown(unknown(byField));
            case HandleReferral.Outcome.HeldOpen(var by, List<String> obligations) ->
                new Reception.NotNow(by.stream()
                        .map(open -> new Ground(
                                open.reference(), "Agencies disagree about it, so it stays open.", obligations))
                        .toList());
            case HandleReferral.Outcome.NotShared(KeptDecision decision) -> notShared(decision);
            case HandleReferral.Outcome.Full(int places, List<String> obligations) ->
                new Reception.NotNow(List.of(new Ground(null, "All " + places + " places are taken.", obligations)));
        };
    }

    private static Reception notShared(KeptDecision decision) {
        return new Reception.Refused(
                List.of(new Ground(null, String.join(" ", decision.words()), decision.obligations())));
    }

    private static List<Ground> grounds(List<Missing> missing) {
        return missing.stream()
                .map(lack -> new Ground(lack.item().value(), "Missing: " + lack.words(), ids(lack.obligations())))
                .toList();
    }

    private static List<Ground> unknown(Map<String, String> byField) {
        return byField.entrySet().stream()
                .map(field -> new Ground(field.getKey(), field.getValue(), List.of()))
                .toList();
    }

    private static List<String> ids(List<ObligationId> obligations) {
        return obligations.stream().map(ObligationId::value).toList();
    }
}
