package uk.kinbridge.assessment.appointment;

import java.time.Duration;
import uk.kinbridge.assessment.kept.Actor;

/** Courses for the tests of adapters, which must not begin one themselves. */
public final class AppointmentExamples {

    private AppointmentExamples() {}

    /** Begun three days before its first appointment. */
    public static Course begun(FamilyWork work, Offer.Wanted first, Actor by, Rules rules) {
        return Course.begun(
                        "c-1",
                        "A-3333-3333",
                        Purpose.ASSESSMENT,
                        work,
                        first,
                        by,
                        rules,
                        first.at().minus(Duration.ofDays(3)))
                .next();
    }
}
