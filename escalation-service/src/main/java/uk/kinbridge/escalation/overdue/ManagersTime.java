package uk.kinbridge.escalation.overdue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.Ladder.Rung;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PersonRole;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Deadline;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.Jurisdiction;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** How long a manager has to see done what is overdue: the time that the area's ladder gives managers on their rung. */
public class ManagersTime {

    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM yyyy 'at' HH:mm", Locale.UK)
            .withZone(ZoneId.of("Europe/London"));
    /** When the manager is reminded. */
    static final Within REMIND_BEFORE = Within.workingHours(4);

    private static final Within WITHOUT_A_LADDER = Within.workingDays(2);

    private final Protocols protocols;
    private final Supplier<BankHolidays> bankHolidays;

    public ManagersTime(Protocols protocols, Supplier<BankHolidays> bankHolidays) {
        this.protocols = protocols;
        this.bankHolidays = bankHolidays;
    }

    /** Until when, and under which obligation. */
    record Until(Deadline deadline, String obligation) {}

    Until until(Overdue overdue, PersonRole role, Instant now) {
        var pack = pack(overdue);
        var rung = pack.flatMap(p -> rungOf(p, role));
        var within = rung.map(Rung::within).orElse(WITHOUT_A_LADDER);
        var deadline =
                Deadlines.compute(within, now, calendar(pack, overdue.owner().agency()));
        return new Until(
                deadline,
                rung.map(r -> r.obligations().getFirst().value())
                        .orElse(overdue.obligations().getFirst()));
    }

    /** The working time of who owes it, with the newest bank holidays. */
    WorkingCalendar calendar(Overdue overdue) {
        return calendar(pack(overdue), overdue.owner().agency());
    }

    private Optional<Pack> pack(Overdue overdue) {
        var pinned = overdue.protocol();
        return protocols.pinned(pinned.pack(), pinned.version(), pinned.hash());
    }

    /** A version that this service does not know (yet) still ends with a person. */
    private WorkingCalendar calendar(Optional<Pack> pack, String agency) {
        return pack.map(p -> p.calendarOf(new AgencyId(agency), bankHolidays.get()))
                .orElseGet(() -> WorkingCalendar.office(Jurisdiction.ENGLAND_AND_WALES, bankHolidays.get()));
    }

    private static Optional<Rung> rungOf(Pack pack, PersonRole role) {
        return Optional.ofNullable(pack.ladder())
                .flatMap(ladder -> ladder.rungs().stream()
                        .filter(rung -> rung.who().contains(role))
                        .findFirst());
    }

    static String spoken(Instant at) {
        return SPOKEN.format(at);
    }
}
