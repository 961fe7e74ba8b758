package uk.kinbridge.referral.information;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.sharing.FieldGroup;
import uk.kinbridge.protocols.sharing.SharingDecision.Kind;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.information.KeptDecision.Shown;
import uk.kinbridge.referral.information.KeptDecision.ShownPerson;

/** Turns what a decision lets through into what the other agency reads, field by field. */
public final class WhatIsShown {

    private WhatIsShown() {}

    /**
     * The decision with what goes along; nothing where it does not share.
     *
     * @param about whose file it becomes part of, which they may read
     */
    static KeptDecision in(KeptDecision decision, KnownFamily family, List<String> about, @Nullable String message) {
        if (!decision.shares()) {
            return decision;
        }
        var people = family.people().stream()
                .filter(person -> !decision.of(person.id()).isEmpty())
                .map(person -> shown(person, decision.of(person.id())))
                .toList();
        return with(
                decision,
                decision.outcome(),
                decision.why(),
                new Shown(
                        people,
                        address(decision, addresses(decision, family, about)),
                        mayTell(decision) ? message : null));
    }

    /** One address where all live at one; otherwise a line for each of whom it is known, with their name. */
    private static @Nullable String addresses(KeptDecision decision, KnownFamily family, List<String> about) {
        var going = family.people().stream()
                .filter(person -> decision.of(person.id()).contains(FieldGroup.WHEREABOUTS))
                .toList();
        var each = going.stream()
                .map(person ->
                        Optional.ofNullable(family.whereabouts().sentTo(decision.recipient(), about, person.id())))
                .toList();
        if (each.stream().distinct().count() <= 1) {
            return each.stream().flatMap(Optional::stream).findFirst().orElse(null);
        }
        return IntStream.range(0, going.size())
                .boxed()
                .flatMap(i -> each.get(i).stream().map(address -> named(going.get(i)) + ": " + address))
                .collect(Collectors.joining("\n"));
    }

    private static String named(Person person) {
        return person.givenName() + " " + person.familyName();
    }

    /** ENG-11: not sharing what could have been shared is a decision too, with the practitioner's reason. */
    static KeptDecision heldBack(KeptDecision decision) {
        return decision.shares()
                ? with(decision, Kind.DO_NOT_SHARE, "Held back by the practitioner: " + decision.reason(), null)
                : decision;
    }

    /** A member with the fields that were let through, others left out; null when nothing of them was. */
    public static @Nullable Person person(Person person, KeptDecision decision) {
        var fields = decision.of(person.id());
        if (!fields.contains(FieldGroup.IDENTITY)) {
            return null;
        }
        boolean birth = fields.contains(FieldGroup.BIRTH);
        return new Person(
                person.id(),
                person.kind(),
                person.givenName(),
                person.familyName(),
                birth ? person.bornOn() : null,
                birth ? person.expectedOn() : null);
    }

    /** An address is that of all who live there: whoever is hidden from somebody who reads along hides it altogether. */
    public static @Nullable String address(KeptDecision decision, @Nullable String address) {
        boolean hidden =
                decision.heldBack().stream().anyMatch(held -> held.fields().equals(Set.of(FieldGroup.WHEREABOUTS)));
        boolean asked = decision.lets().stream().anyMatch(lets -> lets.fields().contains(FieldGroup.WHEREABOUTS));
        return asked && !hidden ? address : null;
    }

    private static boolean mayTell(KeptDecision decision) {
        return decision.lets().stream().anyMatch(lets -> lets.fields().contains(FieldGroup.CONCERN));
    }

    private static ShownPerson shown(Person person, Set<FieldGroup> fields) {
        boolean named = fields.contains(FieldGroup.IDENTITY);
        boolean birth = fields.contains(FieldGroup.BIRTH);
        return new ShownPerson(
                person.id(),
                Decide.kebab(person.kind()),
                named ? person.givenName() : null,
                named ? person.familyName() : null,
                birth ? person.bornOn() : null,
                birth ? person.expectedOn() : (@Nullable LocalDate) null);
    }

    private static KeptDecision with(KeptDecision d, Kind outcome, @Nullable String why, @Nullable Shown shown) {
        boolean shares = shown != null;
        return new KeptDecision(
                d.id(),
                d.reference(),
                d.family(),
                d.familyReference(),
                d.agency(),
                d.recipient(),
                d.purpose(),
                d.protocol(),
                d.inputs(),
                outcome,
                d.reason(),
                why,
                d.askFirst(),
                shares ? d.lets() : List.of(),
                shares ? d.heldBack() : List.of(),
                d.overruled(),
                shares ? d.record() : List.of("reason-for-not-sharing"),
                d.obligations(),
                d.words(),
                shares ? d.reliesOn() : List.of(),
                shown,
                d.by(),
                d.at(),
                d.occasion());
    }
}
