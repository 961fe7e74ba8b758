package uk.kinbridge.directory.agency;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import uk.kinbridge.protocols.pack.Agency;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.time.OpeningHours;

/**
 * An agency and everything that the directory keeps about it: one document, one version. People are named by their user
 * name only; who they are is known from the sign-in service and never typed twice.
 *
 * @param changes the latest changes, newest last
 */
@Document("agencies")
public record AgencyEntry(
        @Id String id,
        long version,
        String name,
        String role,
        List<String> areas,
        @Nullable String openingHours,
        List<Team> teams,
        List<Offer> services,
        List<ContactPoint> contacts,
        List<Responsibility> responsibilities,
        List<LinkPractitioner> linkPractitioners,
        List<Shift> rota,
        List<Absence> absences,
        @JsonIgnore List<ChangeNote> changes) {

    /** An agency as its protocol names it, before anybody has added to it. */
    static AgencyEntry of(Agency agency, @Nullable OpeningHours hours) {
        return of(
                agency.id().value(),
                agency.name(),
                agency.role().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                agency.areas().stream().map(AreaId::value).toList(),
                hours == null ? null : hours.toString());
    }

    static AgencyEntry of(String id, String name, String role, List<String> areas, @Nullable String openingHours) {
        return new AgencyEntry(
                id,
                1,
                name,
                role,
                areas,
                openingHours,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same, with the note of who put it into the directory. */
    AgencyEntry added(Instant now, String by) {
        return new AgencyEntry(
                id,
                version,
                name,
                role,
                areas,
                openingHours,
                teams,
                services,
                contacts,
                responsibilities,
                linkPractitioners,
                rota,
                absences,
                List.of(new ChangeNote(now, by, "added", version)));
    }

    /** When somebody last changed it; empty when nobody has since the protocol named it. */
    public Optional<Instant> changedAt() {
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(changes.getLast().at());
    }

    /** For those who have no business with who is away. */
    AgencyEntry withoutAbsences() {
        return new AgencyEntry(
                id,
                version,
                name,
                role,
                areas,
                openingHours,
                teams,
                services,
                contacts,
                responsibilities,
                linkPractitioners,
                rota,
                List.of(),
                changes);
    }
}
