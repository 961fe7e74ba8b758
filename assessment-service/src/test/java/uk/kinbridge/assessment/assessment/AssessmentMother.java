package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.assessment.KnownFamily.Kind;
import uk.kinbridge.assessment.assessment.KnownFamily.Member;
import uk.kinbridge.assessment.assessment.Writing.Typed;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.pack.AssessmentRule;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.time.BankHolidays;

/** Assessments as Hackney's and Salford's people would write them. */
public final class AssessmentMother {

    /** A Monday in winter, ten in the morning in London. */
    public static final Instant MONDAY_TEN = Instant.parse("2026-11-23T10:00:00Z");

    public static final String TREATMENT = "hackney-drug-treatment";
    public static final String SOCIAL_CARE = "hackney-childrens-social-care";

    public static final Caller TOM =
            new Caller("p-tom", "tom.brandt", "Tom Brandt", TREATMENT, Set.of(), Set.of(Role.PRACTITIONER));
    public static final Caller SADE =
            new Caller("p-sade", "sade.okafor", "Sade Okafor", SOCIAL_CARE, Set.of(), Set.of(Role.PRACTITIONER));

    private AssessmentMother() {}

    public static Rules rules(String protocol, AssessmentRule.Kind kind) {
        Pack pack = Packs.shipped().latest(new PackId(protocol)).orElseThrow();
        return new Rules(pack, pack.form(kind).orElseThrow(), BankHolidays.shipped());
    }

    public static Rules parentalNeeds() {
        return rules("hackney", AssessmentRule.Kind.PARENTAL_NEEDS);
    }

    /** A parent who cares for one child. */
    public static KnownFamily family() {
        return family("f-1");
    }

    private static KnownFamily family(String id) {
        return new KnownFamily(
                id,
                "F-2222-2222",
                List.of(new Member("m-1", Kind.ADULT, "Robin"), new Member("m-2", Kind.CHILD, "Wren")),
                List.of(Fact.CHILD_CARED_FOR.word(), Fact.CHILD_IN_REGULAR_CONTACT.word()),
                List.of(TREATMENT, SOCIAL_CARE),
                MONDAY_TEN);
    }

    public static Assessment begun(String protocol, AssessmentRule.Kind kind, Caller by) {
        var rules = rules(protocol, kind);
        return BeginAssessment.begun(
                        "a-1",
                        "A-2222-2222",
                        new BeginAssessment.Request(protocol, kind, "f-1", "m-1", null, List.of()),
                        family(),
                        Actor.of(by),
                        rules,
                        MONDAY_TEN)
                .next();
    }

    /** Tom's Parental Needs Assessment under that id, as it is begun. */
    public static Change<Assessment, AssessmentEvent> begunAs(String id) {
        return BeginAssessment.begun(
                id,
                "A-" + id,
                new BeginAssessment.Request(
                        "hackney", AssessmentRule.Kind.PARENTAL_NEEDS, "f-1", "m-1", null, List.of()),
                family(),
                Actor.of(TOM),
                parentalNeeds(),
                MONDAY_TEN);
    }

    public static Assessment aParentalNeedsAssessment() {
        return begun("hackney", AssessmentRule.Kind.PARENTAL_NEEDS, TOM);
    }

    /** With every section answered as the form asks. */
    public static Assessment answered(Assessment a, Rules rules, Caller by) {
        var now = a;
        for (var section : List.of(
                "caring",
                "child-wellbeing-model",
                "parents-needs",
                "about-each-child",
                "young-carers",
                "what-protects",
                "strengths-and-wishes")) {
            now = typed(now, section, answers(section), by, rules);
        }
        return now;
    }

    /** Answers to a section of the Parental Needs Assessment. */
    public static Map<String, Object> answers(String section) {
        return switch (section) {
            case "caring" ->
                Map.of(
                        "who-cares",
                        "The grandmother at night.",
                        "household",
                        "Nobody else.",
                        "storage",
                        "A locked box.");
            case "child-wellbeing-model" ->
                Map.of(
                        "parenting",
                        List.of("good-enough"),
                        "environment",
                        List.of("parent-uses"),
                        "significant-harm",
                        false,
                        "referral-needed",
                        false,
                        "why-referral-or-not",
                        "Care is good enough.");
            case "parents-needs" -> Map.of("support-needed", "A break.", "wider-family", "The grandmother.");
            case "about-each-child" ->
                Map.of(
                        "childs-voice", Map.of("m-2", "I like it at gran's."),
                        "seen-alone", Map.of("m-2", "seen-alone"),
                        "childs-needs", Map.of("m-2", List.of("nothing-that-worries")));
            case "young-carers" -> Map.of("child-gives-care", false);
            case "what-protects" -> Map.of("what-else-protects", List.of("relatives"));
            case "strengths-and-wishes" ->
                Map.of(
                        "strengths", "Honest.",
                        "own-wishes", "To be there in the mornings.",
                        "taking-part", "In every talk.");
            default -> throw new IllegalArgumentException(section);
        };
    }

    public static Assessment typed(Assessment a, String section, Map<String, ?> answers, Caller by, Rules rules) {
        long version = a.part(section).map(Part::version).orElse(0L);
        return done(Writing.save(a, typed(section, version, answers), Actor.of(by), rules, MONDAY_TEN));
    }

    /** With a document that Tom's agency has attached. */
    public static Assessment withAttachment(Assessment a, String section, String document) {
        var attachment = new Part.Attachment(document, "note.txt", "text/plain", 7, Actor.of(TOM), MONDAY_TEN);
        return done(Writing.attach(a, section, attachment, parentalNeeds(), MONDAY_TEN));
    }

    public static Typed typed(String section, long version, Map<String, ?> answers) {
        var typed = new HashMap<String, @Nullable Object>(answers);
        return new Typed(section, version, typed);
    }

    public static Assessment done(Ruling ruling) {
        if (ruling instanceof Ruling.Done(var change)) {
            return change.next();
        }
        throw new AssertionError("not done: " + ruling);
    }

    /** Answered, decided on and completed. */
    public static Assessment completed() {
        return completed(aParentalNeedsAssessment());
    }

    /** One of another family, completed; nothing else has its id. */
    public static Assessment completedOf(String family) {
        return completed(BeginAssessment.begun(
                        "a-of-" + family,
                        "A-" + family,
                        new BeginAssessment.Request(
                                "hackney", AssessmentRule.Kind.PARENTAL_NEEDS, family, "m-1", null, List.of()),
                        family(family),
                        Actor.of(TOM),
                        parentalNeeds(),
                        MONDAY_TEN)
                .next());
    }

    /** One of another family, completed and open again since something changed. */
    public static Assessment reopenedBy(String family, Instant changedAt) {
        return done(Finishing.circumstancesChanged(
                completedOf(family),
                List.of("A member was added"),
                family(family),
                parentalNeeds(),
                changedAt,
                changedAt));
    }

    /** One of another family, completed and closed. */
    public static Assessment closedOf(String family) {
        return done(Closing.close(completedOf(family), "Done.", Actor.of(TOM), parentalNeeds(), MONDAY_TEN));
    }

    private static Assessment completed(Assessment begun) {
        var rules = parentalNeeds();
        var whole = answered(begun, rules, TOM);
        var level = rules.picture(whole).orElseThrow().level().id().value();
        var decided = done(Finishing.decideRisk(whole, level, null, "As it looks.", Actor.of(TOM), rules, MONDAY_TEN));
        return done(Finishing.complete(decided, Actor.of(TOM), rules, MONDAY_TEN));
    }

    /** Its outcome was sent to Children's Social Care. */
    public static Assessment withOutcome(Assessment completed) {
        var outcome = new Finishing.Outcome(SOCIAL_CARE, "Weekly.", "Most days", "Some", true, null);
        return done(Finishing.share(completed, outcome, Actor.of(TOM), parentalNeeds(), MONDAY_TEN));
    }
}
