package uk.kinbridge.referral.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.referral.exchange.Letter.Household;
import uk.kinbridge.referral.exchange.Reception.Ground;
import uk.kinbridge.referral.family.ChangeFamily;
import uk.kinbridge.referral.family.Changes;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.FamilyAccess;
import uk.kinbridge.referral.family.Involvement;
import uk.kinbridge.referral.family.NhsNumber;
import uk.kinbridge.referral.family.OneFamily;
import uk.kinbridge.referral.family.Reason;
import uk.kinbridge.referral.family.RegisterFamily;
import uk.kinbridge.referral.family.Registration;
import uk.kinbridge.referral.family.Relationship;
import uk.kinbridge.referral.family.Told;

/**
 * Finds the family record that a letter is about, or puts the family on record as the letter tells it. Another letter
 * about the same person from the same agency finds the record that the first one made.
 */
final class FindHousehold {

    private static final int LOOKED_AT = 20;
    private static final int TRIES = 20;

    private final Families families;
    private final RegisterFamily register;
    private final ChangeFamily change;

    FindHousehold(Families families, RegisterFamily register, ChangeFamily change) {
        this.families = families;
        this.register = register;
        this.change = change;
    }

    /** How it ends. */
    sealed interface Outcome {
        /**
         * @param people ids of those whom the letter names, in its order; empty where it is not known who somebody is
         * @param remarks what the sender should know
         */
        record Found(String familyId, List<String> people, List<Ground> remarks) implements Outcome {}

        record NotSo(Reception reception) implements Outcome {}
    }

    Outcome find(MessageId message, Letter letter, Caller caller, Instant now) {
        var household = letter.household();
        var familyId = household.familyId();
        if (familyId != null) {
            return families.find(familyId)
                    .flatMap(this::whereItIsNow)
                    .filter(held -> FamilyAccess.read(caller, held.family()).isGranted())
                    .map(held -> takenIn(
                            message, held.family().id(), household.subject().id(), letter, caller, now))
                    .orElseGet(() -> new Outcome.Found(familyId, idsSaid(household), List.of()));
        }
        var id = message.derived("family", keyOf(message, household.subject()));
        var known = known(id, household.subject(), caller);
        return known.isPresent()
                ? takenIn(message, known.get().family().id(), null, letter, caller, now)
                : registered(message, id, letter, caller, now);
    }

    private static List<String> idsSaid(Household household) {
        return household.everybody().stream()
                .map(one -> one.id() == null ? "" : one.id())
                .toList();
    }

    /**
     * What a letter says of a family on record is taken in, by the family's own acts and rules. Said again it changes
     * nothing.
     *
     * @param subject the member whom it is known to be about; null when the letter has to say it
     */
    Outcome takenIn(
            MessageId message, String familyId, @Nullable String subject, Letter letter, Caller caller, Instant now) {
        for (int tries = 0; tries < TRIES; tries++) {
            var held = families.find(familyId).flatMap(this::whereItIsNow).orElseThrow();
            var family = held.family();
            var news = HouseholdNews.of(
                    message, family, subject, letter.household(), letter.from().personName(), caller, now);
            if (!news.refusals().isEmpty()) {
                return new Outcome.NotSo(new Reception.Refused(news.refusals()));
            }
            var outcome = change.change(
                    family.id(), held.version(), caller, now, _ -> new Changes.Outcome.Changed(news.next()));
            switch (outcome) {
                case ChangeFamily.Outcome.Done _ -> {
                    return new Outcome.Found(family.id(), news.people(), news.remarks());
                }
                case ChangeFamily.Outcome.NotPermitted(var refused) -> {
                    return new Outcome.Found(family.id(), news.people(), notTaken(news, family, refused));
                }
                case ChangeFamily.Outcome.Refused(List<Reason> reasons) -> {
                    return refused(reasons.stream().map(FindHousehold::ground).toArray(Ground[]::new));
                }
                case ChangeFamily.Outcome.Stale _, ChangeFamily.Outcome.MergedAway _ -> {}
            }
        }
        return new Outcome.NotSo(new Reception.Stale());
    }

    /** A record on which somebody is protected from the caller is not changed by them, and that is said. */
    private static List<Ground> notTaken(HouseholdNews news, Family family, AccessDecision.Refused refused) {
        var why = refused instanceof AccessDecision.Denied(String words, var _) ? " " + words : "";
        return news.isNews(family)
                ? List.of(new Ground(
                        "Patient", "What the message says anew of the family was not taken in." + why, List.of()))
                : List.of();
    }

    /** The same for every letter about this person, as far as the other system names them at all. */
    private static String keyOf(MessageId message, Someone subject) {
        if (subject.nhsNumber() != null) {
            return "nhs/" + NhsNumber.digits(subject.nhsNumber());
        }
        return subject.localId() == null ? "message/" + message.message() : "local/" + subject.localId();
    }

    /** The record that an earlier letter made, or one on which the agency already has this NHS number. */
    private Optional<Families.Held> known(String id, Someone subject, Caller caller) {
        var made = families.find(id).flatMap(this::whereItIsNow);
        if (made.isPresent() || subject.nhsNumber() == null) {
            return made;
        }
        var same = families.sharing(List.of("nhs:" + NhsNumber.digits(subject.nhsNumber())), LOOKED_AT).stream()
                .filter(family -> family.mergedInto() == null
                        && FamilyAccess.read(caller, family).isGranted())
                .toList();
        return same.size() == 1 ? families.find(same.getFirst().id()) : Optional.empty();
    }

    private Optional<Families.Held> whereItIsNow(Families.Held held) {
        return held.family().mergedInto() == null
                ? Optional.of(held)
                : OneFamily.behind(families, held.family().id()).flatMap(one -> families.find(one.id()));
    }

    private Outcome registered(MessageId message, String id, Letter letter, Caller caller, Instant now) {
        var household = letter.household();
        var everybody = household.everybody();
        var told = new ArrayList<Told>();
        for (var one : everybody) {
            var kind = one.kindAt(now);
            if (kind.isEmpty()) {
                return refused(new Ground(
                        one.givenName() + " " + one.familyName(),
                        "Say when they were born, or whether they are an adult or a child.",
                        List.of("HAC-08")));
            }
            told.add(one.told(kind.get(), Map.of()));
        }
        var ties = new ArrayList<Registration.Tie>();
        for (int i = 0; i < household.others().size(); i++) {
            ties.addAll(
                    tie(household.others().get(i).tie(), i + 1, letter.from().personName()));
        }
        var registration = new Registration(
                told, household.noChildren(), household.address(), ties, Involvement.LawfulBasis.PUBLIC_TASK, null);
        var ids = new ArrayList<String>();
        for (var one : everybody) {
            var own = WhoIsWho.idOf(message, id, one);
            // Two whom the letter does not tell apart are two people all the same.
            ids.add(ids.contains(own) ? message.derived("member", id + "/place/" + ids.size()) : own);
        }
        return switch (register.register(id, registration, ids, caller, now)) {
            // What a registration has no place for, such as a telephone number, is taken in like later news.
            case RegisterFamily.Outcome.Registered(Families.Held held) ->
                takenIn(message, id, held.family().members().getFirst().id(), letter, caller, now);
            case RegisterFamily.Outcome.Refused(List<Reason> reasons) ->
                refused(reasons.stream().map(FindHousehold::ground).toArray(Ground[]::new));
        };
    }

    /** A letter says what people are to one another, not how much one cares for the other: that is asked here. */
    private static List<Registration.Tie> tie(Someone.@Nullable Tie tie, int place, String saidBy) {
        return tie == null
                ? List.of()
                : List.of(new Registration.Tie(
                        tie.theirs() ? place : 0,
                        tie.theirs() ? 0 : place,
                        tie.kind(),
                        Relationship.Care.NOT_SAID,
                        Relationship.Contact.NOT_SAID,
                        saidBy.isBlank() ? null : saidBy));
    }

    private static Ground ground(Reason reason) {
        return new Ground(
                reason.field(), reason.why(), reason.obligation() == null ? List.of() : List.of(reason.obligation()));
    }

    private static Outcome refused(Ground... grounds) {
        return new Outcome.NotSo(new Reception.Refused(List.of(grounds)));
    }
}
