package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.published.Protocols;

/** Finds the protocol whose routes answer a question. */
public class FindRoutes {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Protocols protocols;

    public FindRoutes(Protocols protocols) {
        this.protocols = protocols;
    }

    /** The version of that protocol that is in force on the day of that moment in London. */
    public Optional<Pack> inForce(String protocol, Instant now) {
        return protocols.inForce(protocol, now.atZone(LONDON).toLocalDate());
    }

    /** Whom to call in immediate danger, before anything else (ENG-07, SAL-27). */
    public static String emergencyNumber(Pack pack) {
        return pack.contacts().stream()
                .filter(contact -> contact.needs().contains(Need.IMMEDIATE_DANGER))
                .flatMap(contact -> contact.telephones().stream())
                .findFirst()
                .map(Object::toString)
                .orElseThrow(() -> new IllegalStateException(pack.reference() + " names nobody for immediate danger"));
    }
}
