package uk.kinbridge.assessment.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.family.KnownFamily;
import uk.kinbridge.assessment.family.Shield;
import uk.kinbridge.platform.security.Caller;

/**
 * Whose appointments they are, and who else works with the family, as it was last known.
 *
 * @param kind ADULT, CHILD or UNBORN; null while referral-service has not said
 * @param agencies those that work with the family
 * @param shields what keeps whereabouts from whom
 * @param confirmedAt when referral-service last said so; null while it has not
 */
public record FamilyWork(
        String family,
        String member,
        @Nullable String kind,
        @Nullable LocalDate bornOn,
        @Nullable LinkedReferral referral,
        List<String> agencies,
        List<Shield> shields,
        @Nullable Instant confirmedAt) {

    private static final int STANDS_ALONE_FROM = 16;

    public FamilyWork {
        agencies = List.copyOf(agencies);
        shields = List.copyOf(shields);
    }

    /** What only the caller has said, as when referral-service does not answer: nothing is lost for that. */
    static FamilyWork unconfirmed(String family, String member, List<String> agencies) {
        return new FamilyWork(family, member, null, null, null, agencies, List.of(), null);
    }

    FamilyWork from(LinkedReferral linked) {
        return new FamilyWork(family, member, kind, bornOn, linked, agencies, shields, confirmedAt);
    }

    /** As the family record says now. */
    FamilyWork confirmed(KnownFamily known, Instant asOf) {
        var person = known.member(member);
        return new FamilyWork(
                family,
                member,
                person.map(KnownFamily.KnownMember::kind).orElse(kind),
                person.map(KnownFamily.KnownMember::bornOn).orElse(bornOn),
                referral,
                known.agencies().isEmpty() ? agencies : known.agencies(),
                Shield.after(shields, known.shields()),
                asOf);
    }

    /** Whether the person depends on others to come: then they are not brought, and do not fail to attend (FAP-12). */
    boolean dependsOnOthers(Instant now) {
        if (!"CHILD".equals(kind) && !"UNBORN".equals(kind)) {
            return false;
        }
        return bornOn == null
                || Period.between(bornOn, LocalDate.ofInstant(now, uk.kinbridge.assessment.kept.Spoken.LONDON))
                                .getYears()
                        < STANDS_ALONE_FROM;
    }

    /** Whether the person is protected from this caller by name: then nothing of it is for them. */
    boolean isShieldedFrom(Caller caller) {
        return shields.stream().anyMatch(s -> s.memberId().equals(member) && s.isFromPerson(caller));
    }

    /** Whether the person is protected from somebody in that agency: then it learns no place and no coming time. */
    boolean isShieldedFrom(String agency) {
        return shields.stream().anyMatch(s -> s.memberId().equals(member) && s.isFromAgency(agency));
    }
}
