package uk.kinbridge.directory.exchange;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.directory.agency.AgencyEntry;

/** One agency as it travels: what it is, without the people. */
record AgencyRow(
        @NotBlank String id,
        @NotBlank String name,
        @NotBlank String role,
        @NotNull List<String> areas,
        @Nullable String openingHours) {

    static AgencyRow of(AgencyEntry agency) {
        return new AgencyRow(agency.id(), agency.name(), agency.role(), agency.areas(), agency.openingHours());
    }
}
