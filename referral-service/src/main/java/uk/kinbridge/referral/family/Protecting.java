package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.ArrayList;

/** Keeps a member's whereabouts from somebody, and ends that again. Both leave a line, both have a reason. */
public final class Protecting {

    private Protecting() {}

    /** Adds it; the same one again changes nothing. */
    public static Changes.Outcome protect(Family family, Protection protection) {
        if (family.protections().stream().anyMatch(p -> p.id().equals(protection.id()))) {
            return new Changes.Outcome.Changed(family);
        }
        if (family.known(protection.memberId()).isEmpty()
                || protection.fromMembers().stream()
                        .anyMatch(m -> family.known(m).isEmpty())) {
            return Changes.Outcome.Refused.because("memberId", "Name members of this family.", null);
        }
        if (protection.fromMembers().contains(protection.memberId())) {
            return Changes.Outcome.Refused.because("fromMembers", "Nobody is protected from themselves.", null);
        }
        if (protection.fromMembers().isEmpty()
                && protection.fromPeople().isEmpty()
                && protection.fromAgencies().isEmpty()) {
            return Changes.Outcome.Refused.because("fromMembers", "From whom? Name at least one.", null);
        }
        if (protection.fromAgencies().contains(family.agency())) {
            return Changes.Outcome.Refused.because(
                    "fromAgencies", "The agency that keeps the record cannot be shut out; name the person.", null);
        }
        var protections = new ArrayList<>(family.protections());
        protections.add(protection);
        return new Changes.Outcome.Changed(family.withProtections(protections)
                .and(Line.about(
                        protection.at(),
                        "protection.set",
                        "Whereabouts are protected: " + protection.reason(),
                        protection.by(),
                        protection.memberId())));
    }

    /** Ends it. */
    public static Changes.Outcome lift(Family family, String protectionId, String reason, Author by, Instant now) {
        var found = family.protections().stream()
                .filter(p -> p.id().equals(protectionId) && p.isInForce())
                .findFirst();
        if (found.isEmpty()) {
            return Changes.Outcome.Refused.because("protectionId", "There is no such protection in force.", null);
        }
        return new Changes.Outcome.Changed(family.withProtections(family.protections().stream()
                        .map(p -> p.id().equals(protectionId) ? p.liftedBy(by, now, reason) : p)
                        .toList())
                .and(Line.about(
                        now,
                        "protection.lifted",
                        "Protection ended: " + reason,
                        by,
                        found.get().memberId())));
    }
}
