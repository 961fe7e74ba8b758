package uk.kinbridge.referral.information;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import uk.kinbridge.protocols.sharing.Consent.Answer;
import uk.kinbridge.protocols.sharing.Consent.GivenBy;
import uk.kinbridge.protocols.sharing.FieldGroup;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.protocols.sharing.SharingDecision.HeldBack;
import uk.kinbridge.protocols.sharing.SharingDecision.Kind;
import uk.kinbridge.protocols.sharing.SharingDecision.Lets;

/** Decisions and consent with something in every field. */
public final class DecisionMother {

    public static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    public static final String RECIPIENT = "hackney-childrens-social-care";
    private static final Worker TOM = new Worker("p-tom", "Tom Brandt", "hackney-drug-treatment");

    private DecisionMother() {}

    public static KeptDecision aDecision(String id, String family, Instant at, List<String> reliesOn) {
        return aDecision(
                id,
                family,
                at,
                reliesOn,
                List.of(new Lets("robin", Set.of(FieldGroup.IDENTITY, FieldGroup.CONCERN))),
                List.of(new HeldBack("sam", Set.of(FieldGroup.IDENTITY), "With their own consent only")));
    }

    /** One that lets exactly those fields of a person through. */
    public static KeptDecision aDecisionThatLets(String person, Set<FieldGroup> fields) {
        return aDecision("d-1", "f-1", AT, List.of(), List.of(new Lets(person, fields)), List.of());
    }

    private static KeptDecision aDecision(
            String id, String family, Instant at, List<String> reliesOn, List<Lets> lets, List<HeldBack> heldBack) {
        return new KeptDecision(
                id,
                "D-" + id,
                family,
                "F-2222-2222",
                "hackney-drug-treatment",
                RECIPIENT,
                Purpose.LIAISON,
                new KeptDecision.Protocol("hackney", 1, "abc"),
                new KeptDecision.Inputs(
                        "lower",
                        "none",
                        false,
                        false,
                        true,
                        "Discussed: at home.",
                        false,
                        false,
                        null,
                        List.of("open-to-treatment"),
                        List.of("data-protection"),
                        List.of(new KeptDecision.PersonInput(
                                "robin", true, 36, "given", null, "self", "presumed", "not-decided")),
                        false),
                Kind.SHARE_WITH_CONSENT,
                "To plan care together.",
                null,
                List.of(),
                lets,
                heldBack,
                List.of("therapeutic-relationship"),
                List.of("consent", "reason-for-sharing"),
                List.of("HAC-11", "ENG-11"),
                List.of("They agree."),
                reliesOn,
                new KeptDecision.Shown(
                        List.of(new KeptDecision.ShownPerson("robin", "adult", "Robin", "Ashdown", null, null)),
                        null,
                        "Robin has begun a treatment."),
                TOM,
                at);
    }

    public static ConsentRecord aConsentRecord(String family) {
        return new ConsentRecord(
                family,
                List.of(new KeptConsent(
                        "c-1",
                        "robin",
                        Purpose.LIAISON,
                        Answer.GIVEN,
                        null,
                        GivenBy.SELF,
                        "Face to face.",
                        TOM,
                        AT,
                        LocalDate.of(2027, 1, 1),
                        new KeptConsent.Withdrawal(TOM, AT.plusSeconds(5), "By telephone."))),
                List.of(new CapacityFinding(
                        "x-1",
                        "sam",
                        Purpose.TREATMENT,
                        false,
                        List.of("Could not weigh it up."),
                        LocalDate.of(2026, 12, 24),
                        TOM,
                        AT,
                        new CapacityFinding.BestInterestsDecision(true, "It helps.", "Only the name.", TOM, AT),
                        List.of(new CapacityFinding.BestInterestsDecision(
                                false, "Not yet.", "Nothing goes.", TOM, AT.minusSeconds(5))))),
                List.of(new Discussion(
                        "t-1",
                        Discussion.Occasion.START_OF_INVOLVEMENT,
                        true,
                        List.of("robin"),
                        "What we share.",
                        TOM,
                        AT)));
    }
}
