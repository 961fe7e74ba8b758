package uk.kinbridge.referral.family;

import java.util.stream.Stream;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Party;
import uk.kinbridge.protocols.pack.Side;
import uk.kinbridge.referral.notice.Addressee;

/**
 * Who is meant by a party of a pack where a family record says who works with the family.
 *
 * @param agency the one that acts, whose side is the holder's; everybody else who works with the family is the other
 */
public record WorksWith(Family family, Pack pack, String agency) {

    /** Everybody who is meant. */
    public Stream<Addressee> who(Party party) {
        return party.side() == Side.OTHER ? others().map(other -> at(other, party)) : Stream.of(at(agency, party));
    }

    /** Who hears that somebody has not confirmed what they were told: their own people and those here, not third ones. */
    public Stream<Addressee> whenSilent(Addressee silent, Party party) {
        return who(party)
                .filter(to -> to.agency().equals(silent.agency()) || to.agency().equals(agency));
    }

    /** The other agencies that work with the family. */
    public Stream<String> others() {
        return family.parties().stream().filter(other -> !other.equals(agency));
    }

    /** Whoever of that agency wrote in the record last works with the family; else it is whoever answers there. */
    private Addressee at(String there, Party party) {
        var role = party.role();
        if (!role.ofTheCase() && !role.word().equals(Role.PRACTITIONER.kebab())) {
            return new Addressee(there, role.word(), null);
        }
        return family.history().reversed().stream()
                .map(Line::by)
                .filter(by -> by != null && by.agency().equals(there) && !isProtectedFrom(by))
                .findFirst()
                .map(by -> new Addressee(there, Role.PRACTITIONER.kebab(), by.person()))
                .orElseGet(() -> new Addressee(there, answering(there).kebab(), null));
    }

    /** Nobody is picked to follow a family of which somebody is protected from them. */
    private boolean isProtectedFrom(Author by) {
        return family.protections().stream()
                .anyMatch(one -> one.isInForce() && one.fromPeople().contains(by.person()));
    }

    private Role answering(String there) {
        return pack.agency(new AgencyId(there))
                        .filter(one -> one.role() == AgencyRole.CHILDRENS_SOCIAL_CARE)
                        .isPresent()
                ? Role.DUTY_WORKER
                : Role.SAFEGUARDING_LEAD;
    }
}
