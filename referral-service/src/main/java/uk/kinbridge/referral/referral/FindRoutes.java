package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Routing;
import uk.kinbridge.protocols.published.Calendars;
import uk.kinbridge.protocols.published.Protocols;

/** Finds the protocol whose routes answer a question. */
public class FindRoutes {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Protocols protocols;
    private final Calendars calendars;

    public FindRoutes(Protocols protocols, Calendars calendars) {
        this.protocols = protocols;
        this.calendars = calendars;
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

    /** Whether the police come before anything else (ENG-07). */
    public static boolean isDanger(Set<Fact> facts) {
        return facts.contains(Fact.IMMEDIATE_DANGER) || facts.contains(Fact.CHILD_HOME_ALONE);
    }

    /**
     * Whom to call: in danger those who protect a child and an adult there, after the police; else for what cannot wait
     * or is to be talked over, and for ways on which that agency may not refer itself.
     */
    public List<WhomToCall> whomToCall(Pack pack, Routing routing, boolean danger, String agency, Instant now) {
        var needs = EnumSet.noneOf(Need.class);
        if (danger) {
            needs.addAll(EnumSet.of(Need.CHILD_PROTECTION, Need.ADULT_SAFEGUARDING));
        }
        routing.open().stream()
                .filter(way ->
                        way.immediate() || way.referrals().findAny().isEmpty() || !OnlyWays.isOpenTo(agency, way, pack))
                .flatMap(way -> WhomToCall.needs(way, pack))
                .forEach(needs::add);
        return WhomToCall.under(pack, agency, needs, now, calendars.newest());
    }
}
