package uk.kinbridge.protocols.sharing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.pack.SharingRule.Objection;

/** A question about sharing, put together bit by bit; what is not said is the ordinary case. */
final class Asked {

    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    static final Law DUTY = new Law(LocalDate.of(2026, 9, 1));

    private Purpose purpose = Purpose.LIAISON;
    private ChildConcern child = ChildConcern.NONE;
    private AdultConcern adult = AdultConcern.NONE;
    private Consent consent = Consent.NOT_YET;
    private PersonConcerned.Part part = PersonConcerned.Part.ADULT;
    private int age = 34;
    private Competence competence = Competence.PRESUMED;
    private BestInterests bestInterests = BestInterests.NOT_DECIDED;
    private final Set<String> flags = new java.util.HashSet<>();
    private final Set<Fact> facts = EnumSet.noneOf(Fact.class);
    private final Set<Objection> objections = EnumSet.noneOf(Objection.class);
    private final List<PersonConcerned> family = new ArrayList<>();
    private Set<String> readers = Set.of();
    private Law law = Law.WITHOUT_DUTY;

    static Pack pack(String id) {
        return Packs.shipped().latest(new PackId(id)).orElseThrow();
    }

    /** Words such as {@code child=lower consent=refused risk fact=open-to-treatment}. */
    static Asked of(String words) {
        var asked = new Asked();
        for (var word : words.strip().split("\\s+", -1)) {
            var equals = word.indexOf('=');
            if (equals < 0) {
                asked.flags.add(word);
            } else {
                asked.say(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return asked;
    }

    private void say(String key, String value) {
        var name = value.toUpperCase(Locale.ROOT).replace('-', '_');
        switch (key) {
            case "for" -> purpose = Purpose.valueOf(name);
            case "child" -> child = ChildConcern.valueOf(name.equals("HARM") ? "SIGNIFICANT_HARM" : name);
            case "adult" -> adult = AdultConcern.valueOf(name);
            case "consent" -> consent = consent(name);
            case "age" -> {
                age = Integer.parseInt(value);
                part = age < 18 ? PersonConcerned.Part.CHILD : PersonConcerned.Part.ADULT;
            }
            case "able" -> competence = Competence.valueOf(name);
            case "interests" -> bestInterests = BestInterests.valueOf(name);
            case "fact" -> facts.add(Fact.valueOf(name));
            case "against" -> objections.add(Objection.valueOf(name));
            case "law" -> law = DUTY;
            default -> throw new IllegalArgumentException("what is " + key + "?");
        }
    }

    private static Consent consent(String name) {
        return switch (name) {
            case "GIVEN" -> Consent.given();
            case "REFUSED" -> Consent.refused();
            case "UNABLE" -> Consent.cannotBeGiven();
            case "PARENT_GAVE" -> Consent.given().byParent();
            case "PARENT_REFUSED" -> Consent.refused().byParent();
            default -> Consent.notSought(Consent.NotSought.valueOf(name));
        };
    }

    Asked alsoOf(PersonConcerned person) {
        family.add(person);
        return this;
    }

    Asked readBy(String... people) {
        readers = Set.of(people);
        return this;
    }

    static PersonConcerned person(
            String id, PersonConcerned.Part part, int age, Consent consent, String... hiddenFrom) {
        return new PersonConcerned(
                id, part, false, age, consent, Competence.PRESUMED, BestInterests.NOT_DECIDED, Set.of(hiddenFrom));
    }

    SharingQuestion question() {
        var people = new ArrayList<PersonConcerned>();
        people.add(new PersonConcerned("robin", part, true, age, consent, competence, bestInterests, Set.of()));
        people.addAll(family);
        return new SharingQuestion(
                purpose,
                child,
                adult,
                flags.contains("danger"),
                people,
                flags.contains("risk"),
                flags.contains("told"),
                flags.contains("same-agency"),
                flags.contains("worse"),
                flags.contains("reason"),
                readers,
                objections,
                facts,
                MONDAY);
    }

    SharingDecision under(String pack) {
        return DecideOnSharing.of(question(), pack(pack), law);
    }
}
