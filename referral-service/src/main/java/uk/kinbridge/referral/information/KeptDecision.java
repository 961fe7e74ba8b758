package uk.kinbridge.referral.information;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.sharing.FieldGroup;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.protocols.sharing.SharingDecision.HeldBack;
import uk.kinbridge.protocols.sharing.SharingDecision.Kind;
import uk.kinbridge.protocols.sharing.SharingDecision.Lets;

/**
 * A decision to share or not to share, as it was taken: what was known, what followed, under which obligations, by whom
 * and when (ENG-11, SAL-03). It never changes.
 *
 * @param agency whose information it is
 * @param recipient the agency that gets it, or does not
 * @param reason the practitioner's, for sharing and for not sharing alike
 * @param askFirst who has to be asked before anything goes
 * @param reliesOn consents on which it was taken
 * @param shown what goes along to be read here; null where nothing does, or where a referral carries it
 */
public record KeptDecision(
        String id,
        String reference,
        String family,
        String familyReference,
        String agency,
        String recipient,
        Purpose purpose,
        Protocol protocol,
        Inputs inputs,
        Kind outcome,
        String reason,
        @Nullable String why,
        List<String> askFirst,
        List<Lets> lets,
        List<HeldBack> heldBack,
        List<String> overruled,
        List<String> record,
        List<String> obligations,
        List<String> words,
        List<String> reliesOn,
        @Nullable Shown shown,
        Worker by,
        Instant at,
        @Nullable Occasion occasion) {

    public KeptDecision(
            String id,
            String reference,
            String family,
            String familyReference,
            String agency,
            String recipient,
            Purpose purpose,
            Protocol protocol,
            Inputs inputs,
            Kind outcome,
            String reason,
            @Nullable String why,
            List<String> askFirst,
            List<Lets> lets,
            List<HeldBack> heldBack,
            List<String> overruled,
            List<String> record,
            List<String> obligations,
            List<String> words,
            List<String> reliesOn,
            @Nullable Shown shown,
            Worker by,
            Instant at) {
        this(
                id,
                reference,
                family,
                familyReference,
                agency,
                recipient,
                purpose,
                protocol,
                inputs,
                outcome,
                reason,
                why,
                askFirst,
                lets,
                heldBack,
                overruled,
                record,
                obligations,
                words,
                reliesOn,
                shown,
                by,
                at,
                null);
    }

    public KeptDecision {
        askFirst = List.copyOf(askFirst);
        lets = List.copyOf(lets);
        heldBack = List.copyOf(heldBack);
        overruled = List.copyOf(overruled);
        record = List.copyOf(record);
        obligations = List.copyOf(obligations);
        words = List.copyOf(words);
        reliesOn = List.copyOf(reliesOn);
    }

    /** Whether more is stated than this was decided on: a greater concern, another reason, a talk that took place. */
    public boolean isLessThan(StatedSharing stated) {
        return (stated.purpose() != null && stated.purpose() != purpose)
                || isLess(inputs.childConcern(), stated.childConcern())
                || isLess(inputs.adultConcern(), stated.adultConcern())
                || (Boolean.TRUE.equals(stated.immediateDanger()) && !inputs.immediateDanger())
                || (Boolean.TRUE.equals(stated.askingRaisesRisk()) && !inputs.askingRaisesRisk())
                || (Boolean.TRUE.equals(stated.wouldHarmChild()) && !inputs.wouldHarmChild())
                || isOtherTalk(stated.discussion())
                || isOther(stated.reasonWithoutConsent(), inputs.reasonWithoutConsent())
                || isOther(stated.reason(), reason);
    }

    private boolean isOtherTalk(StatedSharing.@Nullable Talk talk) {
        return talk != null && (Boolean.TRUE.equals(talk.held()) ? !inputs.familyTold() : !inputs.askingRaisesRisk());
    }

    private static <E extends Enum<E>> boolean isLess(String decidedOn, @Nullable E stated) {
        return stated != null
                && Enum.valueOf(
                                        stated.getDeclaringClass(),
                                        decidedOn.toUpperCase(Locale.ROOT).replace('-', '_'))
                                .compareTo(stated)
                        < 0;
    }

    private static boolean isOther(@Nullable String stated, @Nullable String known) {
        return stated != null && !stated.isBlank() && !stated.equals(known);
    }

    /**
     * What was told when it was decided.
     *
     * @param what such as {@code referral} or {@code progress-report}
     * @param record id of the record that carries it
     */
    public record Occasion(String what, String record, String reference) {

        String words() {
            return "Told with " + reference + ": " + what.replace('-', ' ') + ".";
        }
    }

    /** The same, with what was told under it. */
    public KeptDecision on(Occasion told) {
        return new KeptDecision(
                id,
                reference,
                family,
                familyReference,
                agency,
                recipient,
                purpose,
                protocol,
                inputs,
                outcome,
                reason,
                why,
                askFirst,
                lets,
                heldBack,
                overruled,
                record,
                obligations,
                words,
                reliesOn,
                shown,
                by,
                at,
                told);
    }

    /** The protocol version under which it was decided. */
    public record Protocol(String pack, int version, String hash) {}

    /**
     * What was known when it was decided.
     *
     * @param dutyInForce whether the duty of ENG-13 held on that day
     */
    public record Inputs(
            String childConcern,
            String adultConcern,
            boolean immediateDanger,
            boolean askingRaisesRisk,
            boolean familyTold,
            @Nullable String discussion,
            boolean sameAgency,
            boolean wouldHarmChild,
            @Nullable String reasonWithoutConsent,
            List<String> facts,
            List<String> objections,
            List<PersonInput> people,
            boolean dutyInForce) {}

    /** Where one person stood. */
    public record PersonInput(
            String person,
            boolean subject,
            @Nullable Integer age,
            String answer,
            @Nullable String because,
            String givenBy,
            String competence,
            String bestInterests) {}

    /** What the recipient reads: no more than was let through. */
    public record Shown(
            List<ShownPerson> people,
            @Nullable String address,
            @Nullable String message) {}

    /** A member of the family with the fields that were let through. */
    public record ShownPerson(
            String id,
            String kind,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable LocalDate bornOn,
            @Nullable LocalDate expectedOn) {}

    /** Whether something goes. */
    public boolean shares() {
        return outcome == Kind.SHARE_REQUIRED
                || outcome == Kind.SHARE_WITH_CONSENT
                || outcome == Kind.SHARE_WITHOUT_CONSENT;
    }

    /** Who may know of it: whoever decided, and the recipient when something went. */
    public List<String> parties() {
        return shares() ? Stream.of(agency, recipient).distinct().toList() : List.of(agency);
    }

    /** What of that person was let through. */
    public Set<FieldGroup> of(String person) {
        return lets.stream()
                .filter(one -> one.person().equals(person))
                .findFirst()
                .map(Lets::fields)
                .orElse(Set.of());
    }
}
