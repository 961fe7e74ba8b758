package uk.kinbridge.directory.agency;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One agency as it travels in a file. What is left out stays as it is; a list that is there replaces the one that the
 * agency has. Name, role and areas come together, or the row is about a part of an agency that is known.
 */
public record AgencyRow(
        @NotBlank @Pattern(regexp = Ids.FORM, message = Ids.MESSAGE)
        String id,

        @Nullable String name,
        @Nullable String role,
        @Nullable @Size(min = 1) List<@Pattern(regexp = Ids.FORM, message = Ids.MESSAGE) String> areas,
        @Nullable String openingHours,
        @Nullable List<@Valid Team> teams,
        @Nullable List<@Valid Offer> services,
        @Nullable List<@Valid ContactPoint> contacts,
        @Nullable List<@Valid Responsibility> responsibilities,
        @Nullable List<@Valid LinkPractitioner> linkPractitioners,
        @Nullable List<@Valid Shift> rota,
        @Nullable List<@Valid Absence> absences) {

    /** An agency with all that the directory keeps about it. */
    public static AgencyRow of(AgencyEntry agency, boolean withAbsences) {
        return new AgencyRow(
                agency.id(),
                agency.name(),
                agency.role(),
                agency.areas(),
                agency.openingHours(),
                agency.teams(),
                agency.services(),
                agency.contacts(),
                agency.responsibilities(),
                agency.linkPractitioners(),
                agency.rota(),
                withAbsences ? agency.absences() : null);
    }

    /** What an agency is, without its parts. */
    public static AgencyRow basics(
            String id, String name, String role, List<String> areas, @Nullable String openingHours) {
        return new AgencyRow(id, name, role, areas, openingHours, null, null, null, null, null, null, null);
    }

    boolean saysWhatItIs() {
        return name != null || role != null || areas != null;
    }

    /** The agency as it will be: what the row says, and for the rest what is known. */
    AgencyEntry onto(AgencyEntry known) {
        return new AgencyEntry(
                id,
                known.version(),
                or(name, known.name()),
                or(role, known.role()),
                or(areas, known.areas()),
                saysWhatItIs() ? openingHours : known.openingHours(),
                or(teams, known.teams()),
                or(services, known.services()),
                or(contacts, known.contacts()),
                or(responsibilities, known.responsibilities()),
                or(linkPractitioners, known.linkPractitioners()),
                or(rota, known.rota()),
                or(absences, known.absences()),
                known.changes());
    }

    private static <T> T or(@Nullable T given, T known) {
        return Objects.requireNonNullElse(given, known);
    }
}
