package uk.kinbridge.referral.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.referral.exchange.Letter.Household;
import uk.kinbridge.referral.exchange.Reception.Ground;
import uk.kinbridge.referral.family.Author;
import uk.kinbridge.referral.family.ChangeFamily;
import uk.kinbridge.referral.family.Changes;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.FamilyAccess;
import uk.kinbridge.referral.family.Involvement;
import uk.kinbridge.referral.family.Member;
import uk.kinbridge.referral.family.NhsNumber;
import uk.kinbridge.referral.family.Person;
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
        /** @param people ids of those whom the letter names, in its order */
        record Found(String familyId, List<String> people) implements Outcome {}

        record NotSo(Reception reception) implements Outcome {}
    }

    Outcome find(MessageId message, Household household, Caller caller, Instant now) {
        var familyId = household.familyId();
        var subjectId = household.subject().id();
        if (familyId != null && subjectId != null) {
            return new Outcome.Found(
                    familyId,
                    household.everybody().stream()
                            .map(one -> one.id() == null ? "" : one.id())
                            .toList());
        }
        var told = new ArrayList<Told>();
        for (var one : household.everybody()) {
            var kind = one.kindAt(now);
            if (kind.isEmpty()) {
                return refused(new Ground(
                        one.givenName() + " " + one.familyName(),
                        "Say when they were born, or whether they are an adult or a child.",
                        List.of("HAC-08")));
            }
            told.add(told(one, kind.get()));
        }
        var id = message.derived("family", keyOf(message, household.subject()));
        var known = known(id, household.subject(), caller);
        return known.isPresent()
                ? completed(message, known.get(), household.everybody(), told, caller, now)
                : registered(id, household, told, caller, now);
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
        var into = held.family().mergedInto();
        return into == null ? Optional.of(held) : families.find(into);
    }

    private Outcome registered(String id, Household household, List<Told> told, Caller caller, Instant now) {
        var ties = new ArrayList<Registration.Tie>();
        for (int i = 0; i < household.others().size(); i++) {
            ties.addAll(tie(household.others().get(i).tie(), i + 1));
        }
        var registration = new Registration(
                told, household.noChildren(), household.address(), ties, Involvement.LawfulBasis.PUBLIC_TASK, null);
        return switch (register.register(id, registration, caller, now)) {
            case RegisterFamily.Outcome.Registered(Families.Held held) ->
                new Outcome.Found(
                        id, held.family().members().stream().map(Person::id).toList());
            case RegisterFamily.Outcome.Refused(List<Reason> reasons) ->
                refused(reasons.stream().map(FindHousehold::ground).toArray(Ground[]::new));
        };
    }

    /** A letter says what people are to one another, not how much one cares for the other: that is asked here. */
    private static List<Registration.Tie> tie(Someone.@Nullable Tie tie, int place) {
        return tie == null
                ? List.of()
                : List.of(new Registration.Tie(
                        tie.theirs() ? place : 0,
                        tie.theirs() ? 0 : place,
                        tie.kind(),
                        Relationship.Care.NONE,
                        Relationship.Contact.OCCASIONAL,
                        null));
    }

    /** Nobody whom a later letter names is lost: who is not on record yet is added. */
    private Outcome completed(
            MessageId message,
            Families.Held known,
            List<Someone> everybody,
            List<Told> told,
            Caller caller,
            Instant now) {
        var ids = new ArrayList<String>();
        var held = known;
        for (int i = 0; i < everybody.size(); i++) {
            var one = everybody.get(i);
            var member = memberOf(held.family(), one);
            if (member.isPresent()) {
                ids.add(member.get().id());
                continue;
            }
            var id = message.derived("member", held.family().id() + "/" + one);
            var newcomer = told.get(i);
            var outcome = change.change(
                    held.family().id(),
                    held.version(),
                    caller,
                    now,
                    family -> Changes.add(family, id, newcomer, Author.of(caller), now));
            if (!(outcome instanceof ChangeFamily.Outcome.Done(Families.Held next))) {
                return notAdded(outcome);
            }
            held = next;
            ids.add(id);
        }
        return new Outcome.Found(held.family().id(), ids);
    }

    private static Optional<Member> memberOf(Family family, Someone one) {
        return family.people().stream()
                .filter(member -> one.id() == null ? one.is(member) : one.id().equals(member.id()))
                .findFirst();
    }

    private static Outcome notAdded(ChangeFamily.Outcome outcome) {
        return switch (outcome) {
            case ChangeFamily.Outcome.NotPermitted(var refusal) ->
                new Outcome.NotSo(new Reception.NotPermitted(refusal));
            case ChangeFamily.Outcome.Refused(List<Reason> reasons) ->
                refused(reasons.stream().map(FindHousehold::ground).toArray(Ground[]::new));
            case ChangeFamily.Outcome.Done _, ChangeFamily.Outcome.Stale _, ChangeFamily.Outcome.MergedAway _ ->
                new Outcome.NotSo(new Reception.Stale());
        };
    }

    private static Told told(Someone one, Person.Kind kind) {
        return new Told(
                kind,
                one.givenName(),
                one.familyName(),
                one.bornOn(),
                one.expectedOn(),
                List.of(),
                one.nhsNumber(),
                Map.of());
    }

    private static Ground ground(Reason reason) {
        return new Ground(
                reason.field(), reason.why(), reason.obligation() == null ? List.of() : List.of(reason.obligation()));
    }

    private static Outcome refused(Ground... grounds) {
        return new Outcome.NotSo(new Reception.Refused(List.of(grounds)));
    }
}
