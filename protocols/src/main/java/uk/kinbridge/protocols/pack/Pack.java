package uk.kinbridge.protocols.pack;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Jurisdiction;
import uk.kinbridge.protocols.time.OpeningHours;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** One version of one local protocol. */
public record Pack(
        PackId pack,
        int version,
        String title,
        String protocol,
        SourceDocument source,
        List<AreaId> areas,
        Jurisdiction jurisdiction,
        Effective effective,
        Status status,
        @Nullable OpeningHours hours,
        List<Agency> agencies,
        List<Pathway> pathways) {

    public PackReference reference() {
        return new PackReference(pack, version, PackHash.of(this));
    }

    public Optional<Pathway> pathway(PathwayId id) {
        return pathways.stream().filter(pathway -> pathway.id().equals(id)).findFirst();
    }

    public Optional<Agency> agency(AgencyId id) {
        return agencies.stream().filter(agency -> agency.id().equals(id)).findFirst();
    }

    public List<Agency> agencies(AgencyRole role) {
        return agencies.stream().filter(agency -> agency.role() == role).toList();
    }

    /** The working time of an agency under this protocol; the pack's own hours when it names none. */
    public WorkingCalendar calendarOf(AgencyId id, BankHolidays bankHolidays) {
        OpeningHours open = agency(id).map(Agency::hours).orElse(hours);
        return new WorkingCalendar(open == null ? OpeningHours.OFFICE : open, jurisdiction, bankHolidays);
    }
}
