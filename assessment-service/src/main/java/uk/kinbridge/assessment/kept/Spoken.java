package uk.kinbridge.assessment.kept;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as people in England say them: local time, in summer and in winter. */
public final class Spoken {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM yyyy 'at' HH:mm", Locale.UK)
            .withZone(LONDON);

    private Spoken() {}

    public static String of(Instant at) {
        return FORMAT.format(at);
    }
}
