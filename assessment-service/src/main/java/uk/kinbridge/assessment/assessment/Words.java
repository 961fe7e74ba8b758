package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Plain words of an assessment. */
final class Words {

    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM yyyy 'at' HH:mm", Locale.UK)
            .withZone(ZoneId.of("Europe/London"));

    private Words() {}

    /** A moment as people in England say it. */
    static String spoken(Instant at) {
        return SPOKEN.format(at);
    }
}
