package uk.kinbridge.assessment.lost;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.kinbridge.assessment.kept.Pinned;
import uk.kinbridge.protocols.pack.Agency;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.AppointmentRule;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Clock;
import uk.kinbridge.protocols.pack.Contact;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Deadline;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** What the pinned protocol says about a family that cannot be found. Pure. */
public record SearchRules(Pack pack, BankHolidays bankHolidays) {

    /** Where a protocol names no time of its own; ours. */
    static final Within FOUND_OTHERWISE = Within.workingDays(2);

    Pinned pinned() {
        return Pinned.to(pack);
    }

    Optional<AppointmentRule> rule() {
        return pack.practice().appointments().stream()
                .filter(rule -> rule.on() == AppointmentRule.On.LOST_TO_CONTACT)
                .findFirst();
    }

    /** Whom the protocol has asked; nobody in particular where it has no such rule. */
    List<AgencyRole> checklist() {
        return rule().map(AppointmentRule::checklist).orElse(List.of());
    }

    /** The clock of the protocol for finding a family; empty where it has none. */
    Optional<Clock> clock() {
        return pack.clocks().stream()
                .filter(clock -> clock.startsOn() == CaseEvent.LOST_TO_CONTACT)
                .findFirst();
    }

    List<String> obligations() {
        var cited = rule().map(AppointmentRule::obligations)
                .or(() -> clock().map(Clock::obligations))
                .orElse(List.of());
        return cited.isEmpty()
                ? List.of("JWP-14")
                : cited.stream().map(ObligationId::value).toList();
    }

    Deadline deadline(Within within, Instant start, String agency) {
        return Deadlines.compute(within, start, calendarOf(agency));
    }

    /** The working time of an agency, with the newest bank holidays. */
    WorkingCalendar calendarOf(String agency) {
        return pack.calendarOf(new AgencyId(agency), bankHolidays);
    }

    /** The front door of the area that the searching agency works in, and whom to call there. */
    FrontDoor frontDoor(String agency) {
        var areas = areasOf(agency);
        var agencies = pack.agencies(AgencyRole.CHILDRENS_SOCIAL_CARE).stream()
                .filter(a -> areas.isEmpty() || a.areas().stream().anyMatch(areas::contains))
                .map(a -> a.id().value())
                .toList();
        var named = clock().map(clock -> clock.onBreach().call()).flatMap(pack::contact);
        var numbers = Stream.concat(
                        named.stream(),
                        pack.contacts().stream()
                                .filter(c -> c.needs().contains(Need.CHILD_PROTECTION))
                                .filter(c -> c.areas().isEmpty()
                                        || areas.isEmpty()
                                        || c.areas().stream().anyMatch(areas::contains)))
                .distinct()
                .map(SearchRules::number)
                .toList();
        return new FrontDoor(agencies, numbers, null, null);
    }

    private Set<AreaId> areasOf(String agency) {
        return pack.agency(new AgencyId(agency))
                .map(Agency::areas)
                .map(Set::copyOf)
                .orElse(Set.of());
    }

    private static FrontDoor.Desk number(Contact contact) {
        return new FrontDoor.Desk(
                contact.name(),
                contact.telephones().stream().map(Object::toString).toList(),
                contact.cover().word());
    }
}
