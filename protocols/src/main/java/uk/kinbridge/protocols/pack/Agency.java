package uk.kinbridge.protocols.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.time.OpeningHours;

/** An agency that works under the protocol. */
public record Agency(
        AgencyId id,
        String name,
        AgencyRole role,
        List<AreaId> areas,
        @Nullable OpeningHours hours) {}
