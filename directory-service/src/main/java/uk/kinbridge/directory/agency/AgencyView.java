package uk.kinbridge.directory.agency;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agency as others see it. */
record AgencyView(
        String id,
        String name,
        String role,
        List<String> areas,
        @Nullable String openingHours) {}
