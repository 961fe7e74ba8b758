package uk.kinbridge.protocols.sharing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.kinbridge.protocols.pack.Recorded;
import uk.kinbridge.protocols.pack.SharingRule.Objection;
import uk.kinbridge.protocols.pack.SharingRule.Outcome;
import uk.kinbridge.protocols.sharing.PersonConcerned.Part;
import uk.kinbridge.protocols.sharing.PersonConcerned.Standing;
import uk.kinbridge.protocols.sharing.SharingDecision.Grounds;
import uk.kinbridge.protocols.sharing.SharingDecision.HeldBack;
import uk.kinbridge.protocols.sharing.SharingDecision.Lets;

/** Puts the grounds of a decision together: what goes, what is held back, what is owed to the record, in words. */
final class Reasons {

    private final SharingQuestion question;
    private final FittingRules rules;

    Reasons(SharingQuestion question, FittingRules rules) {
        this.question = question;
        this.rules = rules;
    }

    Grounds required() {
        return grounds(
                Outcome.SHARE_REQUIRED,
                everybody(),
                Set.of(Recorded.REASON_FOR_SHARING),
                question.childAtRisk()
                        ? "A child is suffering or likely to suffer significant harm, so it is shared; nobody's refusal"
                                + " stands against that"
                        : question.immediateDanger()
                                ? "Somebody is in immediate danger, so it is shared now"
                                : "A rule that applies here requires it");
    }

    Grounds withConsent() {
        return grounds(
                Outcome.SHARE_WITH_CONSENT,
                withSubjects(),
                Set.of(Recorded.CONSENT, Recorded.REASON_FOR_SHARING),
                "Those whose information it is agree to sharing it for "
                        + question.purpose().spoken());
    }

    Grounds withoutConsent(String why) {
        return grounds(
                question.sameAgency() ? Outcome.CONSENT_NOT_NEEDED : Outcome.SHARE_WITHOUT_CONSENT,
                question.sameAgency() ? everybody() : withSubjects(),
                Set.of(Recorded.REASON_FOR_SHARING),
                why);
    }

    Grounds askFirst(String why) {
        return grounds(Outcome.SEEK_CONSENT_FIRST, List.of(), Set.of(Recorded.CONSENT), why);
    }

    Grounds bestInterestsFirst(String why) {
        return grounds(
                Outcome.DECIDE_WITH_REASON,
                List.of(),
                Set.of(Recorded.CAPACITY_FINDING_AND_ITS_STEPS, Recorded.BEST_INTERESTS_DECISION),
                why);
    }

    Grounds stays(String why) {
        return grounds(Outcome.SHARE_WITH_CONSENT, List.of(), Set.of(Recorded.REASON_FOR_NOT_SHARING), why);
    }

    private List<PersonConcerned> everybody() {
        return question.people();
    }

    private List<PersonConcerned> withSubjects() {
        return question.people().stream()
                .filter(person -> person.subject() || mayComeAlong(person))
                .toList();
    }

    /** JWP-07: associated adults only with their consent; a child below 16 goes along unless somebody has refused. */
    private static boolean mayComeAlong(PersonConcerned person) {
        var standing = person.standing();
        boolean answersForThemselves = person.part() == Part.ADULT || person.sixteenOrOver();
        return answersForThemselves
                ? standing.agrees()
                : standing != Standing.REFUSES && standing != Standing.BEST_INTERESTS_AGAINST;
    }

    private Grounds grounds(Outcome deciding, List<PersonConcerned> going, Set<Recorded> owed, String why) {
        var lets = going.stream()
                .map(person -> new Lets(person.id(), reachable(person)))
                .toList();
        return new Grounds(
                lets,
                heldBack(going),
                overruled(),
                records(owed, !going.isEmpty()),
                rules.obligations(deciding),
                words(why));
    }

    private Set<FieldGroup> reachable(PersonConcerned person) {
        var fields = EnumSet.noneOf(FieldGroup.class);
        fields.addAll(MinimumNecessary.of(person, question));
        if (hidden(person)) {
            fields.remove(FieldGroup.WHEREABOUTS);
        }
        return fields;
    }

    /**
     * Whoever reads along must not learn where somebody is who is protected from them. Members of a family live
     * together, so one protected person hides the address of all but the reader's own.
     */
    private boolean hidden(PersonConcerned person) {
        return !question.readers().contains(person.id())
                && question.people().stream()
                        .anyMatch(one -> one.protectedFrom().stream().anyMatch(question.readers()::contains));
    }

    private List<HeldBack> heldBack(List<PersonConcerned> going) {
        var held = new ArrayList<HeldBack>();
        for (var person : question.people()) {
            if (!going.contains(person)) {
                if (!going.isEmpty()) {
                    held.add(new HeldBack(
                            person.id(),
                            MinimumNecessary.of(person, question),
                            "Information about them goes with their own consent only"));
                }
            } else if (hidden(person)) {
                held.add(new HeldBack(
                        person.id(),
                        Set.of(FieldGroup.WHEREABOUTS),
                        "Somebody who reads along must not learn where a member of the family is"));
            }
        }
        return held;
    }

    /** HAC-16: worry about the therapeutic relationship never counts; the other two not where a rule says so. */
    private Set<Objection> overruled() {
        boolean protection = question.childAtRisk() || question.immediateDanger();
        return question.objections().stream()
                .filter(objection ->
                        objection == Objection.THERAPEUTIC_RELATIONSHIP || protection || rules.neverAccept(objection))
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Recorded> records(Set<Recorded> owed, boolean shares) {
        var records = new LinkedHashSet<Recorded>();
        rules.records()
                .filter(record -> record != (shares ? Recorded.REASON_FOR_NOT_SHARING : Recorded.REASON_FOR_SHARING))
                .filter(record -> record != Recorded.CAPACITY_FINDING_AND_ITS_STEPS
                        || question.subjects().stream()
                                .anyMatch(person -> person.standing().cannotGive()))
                .forEach(records::add);
        records.addAll(owed);
        return List.copyOf(records);
    }

    private List<String> words(String why) {
        var words = new ArrayList<String>();
        words.add(why + ".");
        rules.words().forEach(words::add);
        for (var objection : overruled()) {
            words.add(
                    switch (objection) {
                        case THERAPEUTIC_RELATIONSHIP ->
                            "Worry about the therapeutic relationship is no reason against sharing (HAC-16).";
                        case DATA_PROTECTION -> "Data protection is no reason to withhold this (JWP-07).";
                        case CONSENT_REFUSED -> "A refusal does not stop this (SAL-02).";
                    });
        }
        return words;
    }
}
